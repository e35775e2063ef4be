package lru

import "fmt"

// CacheInfo is a snapshot of a cache's counters and size, as returned by
// Python's cache_info(). Values can be compared with ==.
//
// CurrSize may exceed Misses: a computation that was running when the cache was
// cleared still stores its result, while its miss has been forgotten.
type CacheInfo struct {
	Hits      int64 // calls answered from the cache
	Misses    int64 // calls that ran the function, whether or not it succeeded
	MaxSize   int   // most entries kept; 0 if caching is off or Unbounded
	CurrSize  int   // entries kept at the moment
	Unbounded bool  // there is no limit; Python's maxsize=None
}

// String returns the text that Python prints for the same cache, such as
//
//	CacheInfo(hits=98, misses=101, maxsize=128, currsize=101)
//
// with maxsize=None for an unbounded cache.
func (c CacheInfo) String() string {
	maxsize := "None"
	if !c.Unbounded {
		maxsize = fmt.Sprint(c.MaxSize)
	}
	return fmt.Sprintf("CacheInfo(hits=%d, misses=%d, maxsize=%s, currsize=%d)",
		c.Hits, c.Misses, maxsize, c.CurrSize)
}

// CacheParameters are the settings of a cache, as returned by Python's
// cache_parameters(). There is no Typed: Go's keys always tell types apart,
// inside structs, arrays and interfaces too.
type CacheParameters struct {
	MaxSize      int  // most entries kept; 0 if caching is off or Unbounded
	Unbounded    bool // there is no limit; Python's maxsize=None
	SingleFlight bool // simultaneous callers of a key share one computation
}

// CacheInfo returns the counters and the size of the cache at this moment.
func (c *core[K, V]) CacheInfo() CacheInfo {
	c.lock()
	defer c.mu.Unlock()
	p := c.parameters()
	return CacheInfo{
		Hits:      c.hits,
		Misses:    c.misses,
		MaxSize:   p.MaxSize,
		CurrSize:  c.store.len(),
		Unbounded: p.Unbounded,
	}
}

// Evictions returns how many entries have been evicted since the cache was made or
// cleared: pushed out by a newer one, or by Resize.
func (c *core[K, V]) Evictions() int64 {
	c.lock()
	defer c.mu.Unlock()
	return c.evictions
}

// CacheParameters returns the settings of the cache.
func (c *core[K, V]) CacheParameters() CacheParameters {
	c.lock()
	defer c.mu.Unlock()
	return c.parameters()
}

func (c *core[K, V]) parameters() CacheParameters {
	p := CacheParameters{MaxSize: c.store.limit, SingleFlight: c.flights != nil}
	if p.MaxSize == unbounded {
		p.MaxSize, p.Unbounded = 0, true
	}
	return p
}
