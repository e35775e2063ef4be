package main

import (
	freelru "github.com/elastic/go-freelru"
	"github.com/jellydator/ttlcache/v3"
	"github.com/tidwall/tinylru"
)

// A cache does a batch of operations on the cache of one library; adapters.go has
// them all.
//
//go:generate go run libraries.go
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

// load is the function that is memoized: it costs next to nothing.
func load[K comparable](K) int { return 1 }

func newTiny[K comparable](n int) *tinylru.LRUG[K, int] {
	t := new(tinylru.LRUG[K, int])
	t.Resize(n)
	return t
}

// ttl is a ttlcache with an Add that looks like that of others. Nothing expires in it.
type ttl[K comparable] struct{ *ttlcache.Cache[K, int] }

func (t ttl[K]) add(k K, v int) { t.Set(k, v, ttlcache.NoTTL) }

func newTTL[K comparable](n int) ttl[K] {
	return ttl[K]{ttlcache.New(ttlcache.WithCapacity[K, int](uint64(n)))}
}

// fairHash is the hash given to go-freelru, which brings none: the one of this
// package, of which mix.go is a copy.
func fairHash[K comparable]() freelru.HashKeyCallback[K] {
	m := newMixer()
	var hash any
	switch any(*new(K)).(type) {
	case int:
		hash = func(key int) uint32 { return m.hashInt(uint64(key)) }
	case string:
		hash = func(key string) uint32 { return m.hashString(key) }
	}
	return hash.(func(K) uint32)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
