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
