package lru

import (
	"sync"
	"sync/atomic"
)

// core is what all caches of this package share: a table, the counters and the
// lock that guards them. No method holds the lock while it runs code of the
// user's: neither the function, nor the eviction callback, nor a loop over All.
//
// The lock is released without defer, since nothing under it can panic. Hashing
// an interface key can, so that comes first; what has been hashed once can be
// compared, and hashed again when the table grows.
type core[K comparable, V any] struct {
	singleFlight bool
	off          atomic.Bool // limit is 0; keys are not even hashed
	onEvict      func(K, V)

	// The lock is not at the very beginning. A ring begins with a page of memory,
	// and so, often, does a cache; and a load, here that of the lock, waits for a
	// store before it at the same place of another page, here that to the ring's
	// root. With keys of 8 bytes that took a twentieth of a hit.
	mu    sync.Mutex
	table table[K, V]

	// The counters are at a distance from the lock: on some processors a hit takes a
	// tenth longer if it stores into the cache line of the lock.
	hits, misses int
	puts         int // entries ever added; tells whether a key can have come since
}

func (c *core[K, V]) init(o options) {
	c.table = newTable[K, V](o.limit, newHasher[K]())
	c.off.Store(o.limit == 0)
	c.singleFlight = o.singleFlight
}

// miss counts a call for which there is nothing to look up.
func (c *core[K, V]) miss() {
	c.mu.Lock()
	c.misses++
	c.mu.Unlock()
}

// put adds an absent key, unlocks, and then reports the eviction if there was
// one. The lock must be held. If the cache was turned off since the caller
// looked, nothing is added.
func (c *core[K, V]) put(hash uint32, key K, value V) (evicted bool) {
	t := &c.table
	if t.limit == 0 {
		c.mu.Unlock()
		return false
	}
	c.puts++
	evicted = t.full()
	onEvict := c.onEvict
	if !evicted || onEvict == nil {
		t.put(hash, key, value)
		c.mu.Unlock()
		return evicted
	}
	oldest := t.entries[t.entries.oldest()]
	t.put(hash, key, value)
	c.mu.Unlock()
	onEvict(oldest.key, oldest.value)
	return true
}

// CacheInfo returns the counters and the size of the cache at this moment.
func (c *core[K, V]) CacheInfo() CacheInfo {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := c.parameters()
	return CacheInfo{
		Hits:      c.hits,
		Misses:    c.misses,
		MaxSize:   p.MaxSize,
		CurrSize:  c.table.size,
		Unbounded: p.Unbounded,
	}
}

// CacheParameters returns the settings of the cache.
func (c *core[K, V]) CacheParameters() CacheParameters {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.parameters()
}

func (c *core[K, V]) parameters() CacheParameters {
	p := CacheParameters{MaxSize: c.table.limit, SingleFlight: c.singleFlight}
	if p.MaxSize == unbounded {
		p.MaxSize, p.Unbounded = 0, true
	}
	return p
}

// CacheClear removes all entries and sets the counters to 0. The bound stays.
//
// Computations that are running go on, and store their results afterwards, as
// in Python. The eviction callback is not called. Memory is kept for the
// entries to come; [Memo.Resize] gives it back. The cost is that of clearing
// that memory.
func (c *core[K, V]) CacheClear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.table.clear()
	c.hits, c.misses = 0, 0
}

// Peek returns the value stored for key and whether there is one. It counts
// nothing and leaves the order alone.
func (c *core[K, V]) Peek(key K) (value V, ok bool) {
	if c.off.Load() {
		return value, false
	}
	hash := c.table.sum(key)
	c.mu.Lock()
	defer c.mu.Unlock()
	if i := c.table.find(hash, key); i != 0 {
		return c.table.entries[i].value, true
	}
	return value, false
}

// Contains reports whether a value is stored for key. Like Peek, it counts
// nothing and leaves the order alone.
func (c *core[K, V]) Contains(key K) bool {
	_, ok := c.Peek(key)
	return ok
}

// Remove removes the entry for key, and reports whether there was one. The
// counters stay and the eviction callback is not called. A computation of that
// key that is running will store its result afterwards.
func (c *core[K, V]) Remove(key K) bool {
	if c.off.Load() {
		return false
	}
	hash := c.table.sum(key)
	c.mu.Lock()
	defer c.mu.Unlock()
	i := c.table.find(hash, key)
	if i != 0 {
		c.table.remove(i)
	}
	return i != 0
}

// Resize changes the bound to maxsize entries, with the meaning of [MaxSize]:
// 0 or less turns caching off. If there are more entries than that, the least
// recently used are evicted; Resize returns their number, after the eviction
// callback has been called for each, the least recent first.
//
// An unbounded cache becomes a bounded one, its entries as recent as their
// order of insertion says. Memory that is no longer needed is given back.
func (c *core[K, V]) Resize(maxsize int) (evicted int) {
	maxsize = max(maxsize, 0)
	c.mu.Lock()
	t := &c.table
	t.limit = maxsize
	c.off.Store(maxsize == 0)
	var victims []pair[K, V]
	for t.size > maxsize {
		i := t.entries.oldest()
		if c.onEvict != nil {
			victims = append(victims, pair[K, V]{t.entries[i].key, t.entries[i].value})
		}
		t.remove(i)
		evicted++
	}
	t.rebuild(min(max(t.size, minCapacity), maxsize))
	onEvict := c.onEvict
	c.mu.Unlock()
	for _, v := range victims {
		onEvict(v.key, v.value)
	}
	return evicted
}

// OnEvict sets the function to be called with each entry evicted from now on;
// nil for none. Evicted means pushed out by a newer entry, or by Resize;
// CacheClear and Remove evict nothing.
//
// The call comes after the cache has been brought up to date, in the goroutine
// that caused it, with no lock held. So it may use the cache, and by then
// the cache may have changed again; calls from several goroutines may overlap.
func (c *core[K, V]) OnEvict(fn func(K, V)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.onEvict = fn
}
