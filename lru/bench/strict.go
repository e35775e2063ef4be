package main

import (
	"container/list"
	"math/rand/v2"
)

// exact is the LRU of the textbooks, which every peer is checked against.
type exact[K comparable] struct {
	capacity int
	order    *list.List // of K, the least recent in front
	index    map[K]*list.Element
}

// load makes the key the most recent and reports whether it was there.
func (x *exact[K]) load(key K) (hit bool) {
	if e, ok := x.index[key]; ok {
		x.order.MoveToBack(e)
		return true
	}
	if len(x.index) == x.capacity {
		delete(x.index, x.order.Remove(x.order.Front()).(K))
	}
	x.index[key] = x.order.PushBack(key)
	return false
}

// strict reports whether a peer hits and misses exactly as a strict LRU does,
// step by step, over 120,000 random get-or-load steps, and its share of hits.
func strict(p peer[int]) (same bool, ratio float64) {
	const steps, capacity = 120_000, 128
	rng := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(rng, 1.07, 1, 16*capacity)
	x := &exact[int]{capacity, list.New(), map[int]*list.Element{}}
	c := p.new(capacity)
	hits := 0
	same = true
	for range steps {
		key := []int{int(zipf.Uint64())}
		var hit bool
		if m, ok := c.(memoInt); ok {
			before := m.c.CacheInfo().Hits
			m.Loads(key)
			hit = m.c.CacheInfo().Hits > before
		} else if hit = c.Gets(key) == 1; !hit {
			c.Adds(key)
		}
		if hit {
			hits++
		}
		if x.load(key[0]) != hit {
			same = false
		}
	}
	return same, float64(hits) / steps
}
