package main

import (
	"hash/maphash"
	"math/bits"

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

// A cache does a batch of operations on the cache of one library. Each has the
// loops written out, so that calls cost what they cost in a user's program.
type cache[K comparable] interface {
	Gets([]K) (sum int)  // get each key
	Adds([]K)            // add each key
	Loads([]K) (sum int) // get each key, or load and add it
}

// A peer makes caches of one library.
type peer[K comparable] struct {
	name string
	ours bool
	safe bool // for use from several goroutines
	new  func(capacity int) cache[K]
}

// golangLRU is the name of the peer that everybody knows.
const golangLRU = "hashicorp/golang-lru v2.0.7"

// peers returns this package's caches and all others; those that are not safe
// come last.
func peers[K comparable]() []peer[K] {
	return []peer[K]{
		{"this package, Memo", true, true, func(n int) cache[K] {
			return memo[K]{playground.New(load[K], playground.MaxSize(n))}
		}},
		{"this package, Cache", true, true, func(n int) cache[K] {
			return ours[K]{playground.NewCache[K, int](playground.MaxSize(n))}
		}},
		{golangLRU, false, true, func(n int) cache[K] {
			return golang[K]{must(golanglru.New[K, int](n))}
		}},
		{"elastic/go-freelru v0.16.0, synced", false, true, func(n int) cache[K] {
			return elastic[K]{must(freelru.NewSynced[K, int](uint32(n), fairHash[K]()))}
		}},
		{"phuslu/lru v1.0.18, 1 shard", false, true, func(n int) cache[K] {
			return phus[K]{phuslu.NewLRUCache(n, phuslu.WithShards[K, int](1))}
		}},
		{"ethereum common/lru v1.15.0", false, true, func(n int) cache[K] {
			return eth[K]{ethereum.NewCache[K, int](n)}
		}},
		{"floatdrop/lru v1.3.0", false, true, func(n int) cache[K] {
			return float[K]{floatdrop.New[K, int](n)}
		}},
		{"tidwall/tinylru v1.2.1", false, true, func(n int) cache[K] {
			t := new(tinylru.LRUG[K, int])
			t.Resize(n)
			return tiny[K]{t}
		}},
		{"k8s.io/utils/lru", false, true, func(n int) cache[K] { return kube[K]{k8s.New(n)} }},
		{"golang/groupcache lru", false, false, func(n int) cache[K] { return group[K]{lru.New(n)} }},
	}
}

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

// fairHash is the hash given to go-freelru, which brings none: the one of this
// package.
func fairHash[K comparable]() freelru.HashKeyCallback[K] {
	seed := maphash.MakeSeed()
	mask, factor1, factor2 := maphash.Comparable(seed, 0), maphash.Comparable(seed, 1)|1, maphash.Comparable(seed, 2)|1
	var hash any
	switch any(*new(K)).(type) {
	case int:
		hash = func(key int) uint32 {
			hi, lo := bits.Mul64(uint64(key)^mask, factor1)
			hi, lo = bits.Mul64(hi^lo, factor2)
			return uint32(hi ^ lo)
		}
	case string:
		hash = func(key string) uint32 { return uint32(maphash.String(seed, key)) }
	}
	return hash.(func(K) uint32)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
