package keylog

import "playground/lru"

// lruCache is package lru itself.
type lruCache struct{ *lru.Cache[int32, struct{}] }

func newLRU(size int) lruCache {
	return lruCache{lru.NewCache[int32, struct{}](lru.MaxSize(size))}
}

func (c lruCache) ask(key int32) bool {
	_, hit := c.Get(key)
	if !hit {
		c.Add(key, struct{}{})
	}
	return hit
}
