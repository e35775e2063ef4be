package main

import (
	freelru "github.com/elastic/go-freelru"
	ethereum "github.com/ethereum/go-ethereum/common/lru"
	floatdrop "github.com/floatdrop/lru"
	"github.com/golang/groupcache/lru"
	golanglru "github.com/hashicorp/golang-lru/v2"
	phuslu "github.com/phuslu/lru"
	"github.com/tidwall/tinylru"
	k8s "k8s.io/utils/lru"
	playground "playground/lru"
)

// load is the function that is memoized: it costs next to nothing.
func load[K comparable](K) int { return 1 }

type memo[K comparable] struct{ m *playground.Memo[K, int] }

func (p memo[K]) Gets(keys []K) (sum int) { return p.Loads(keys) }
func (p memo[K]) Adds(keys []K)           { p.Loads(keys) }
func (p memo[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		sum += p.m.Call(k)
	}
	return sum
}

type ours[K comparable] struct{ c *playground.Cache[K, int] }

func (p ours[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		v, _ := p.c.Get(k)
		sum += v
	}
	return sum
}

func (p ours[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Add(k, 1)
	}
}

func (p ours[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		v, ok := p.c.Get(k)
		if !ok {
			v = load(k)
			p.c.Add(k, v)
		}
		sum += v
	}
	return sum
}

type golang[K comparable] struct{ c *golanglru.Cache[K, int] }

func (p golang[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		v, _ := p.c.Get(k)
		sum += v
	}
	return sum
}

func (p golang[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Add(k, 1)
	}
}

func (p golang[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		v, ok := p.c.Get(k)
		if !ok {
			v = load(k)
			p.c.Add(k, v)
		}
		sum += v
	}
	return sum
}

type elastic[K comparable] struct{ c *freelru.SyncedLRU[K, int] }

func (p elastic[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		v, _ := p.c.Get(k)
		sum += v
	}
	return sum
}

func (p elastic[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Add(k, 1)
	}
}

func (p elastic[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		v, ok := p.c.Get(k)
		if !ok {
			v = load(k)
			p.c.Add(k, v)
		}
		sum += v
	}
	return sum
}

type phus[K comparable] struct{ c *phuslu.LRUCache[K, int] }

func (p phus[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		v, _ := p.c.Get(k)
		sum += v
	}
	return sum
}

func (p phus[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Set(k, 1)
	}
}

func (p phus[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		v, ok := p.c.Get(k)
		if !ok {
			v = load(k)
			p.c.Set(k, v)
		}
		sum += v
	}
	return sum
}

type eth[K comparable] struct{ c *ethereum.Cache[K, int] }

func (p eth[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		v, _ := p.c.Get(k)
		sum += v
	}
	return sum
}

func (p eth[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Add(k, 1)
	}
}

func (p eth[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		v, ok := p.c.Get(k)
		if !ok {
			v = load(k)
			p.c.Add(k, v)
		}
		sum += v
	}
	return sum
}

type float[K comparable] struct{ c *floatdrop.LRU[K, int] }

func (p float[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		if v := p.c.Get(k); v != nil {
			sum += *v
		}
	}
	return sum
}

func (p float[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Set(k, 1)
	}
}

func (p float[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		if v := p.c.Get(k); v != nil {
			sum += *v
			continue
		}
		v := load(k)
		p.c.Set(k, v)
		sum += v
	}
	return sum
}

type tiny[K comparable] struct{ c *tinylru.LRUG[K, int] }

func (p tiny[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		v, _ := p.c.Get(k)
		sum += v
	}
	return sum
}

func (p tiny[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Set(k, 1)
	}
}

func (p tiny[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		v, ok := p.c.Get(k)
		if !ok {
			v = load(k)
			p.c.Set(k, v)
		}
		sum += v
	}
	return sum
}

type kube[K comparable] struct{ c *k8s.Cache }

func (p kube[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		if v, ok := p.c.Get(k); ok {
			sum += v.(int)
		}
	}
	return sum
}

func (p kube[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Add(k, 1)
	}
}

func (p kube[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		v, ok := p.c.Get(k)
		if !ok {
			v = load(k)
			p.c.Add(k, v)
		}
		sum += v.(int)
	}
	return sum
}

type group[K comparable] struct{ c *lru.Cache }

func (p group[K]) Gets(keys []K) (sum int) {
	for _, k := range keys {
		if v, ok := p.c.Get(k); ok {
			sum += v.(int)
		}
	}
	return sum
}

func (p group[K]) Adds(keys []K) {
	for _, k := range keys {
		p.c.Add(k, 1)
	}
}

func (p group[K]) Loads(keys []K) (sum int) {
	for _, k := range keys {
		v, ok := p.c.Get(k)
		if !ok {
			v = load(k)
			p.c.Add(k, v)
		}
		sum += v.(int)
	}
	return sum
}
