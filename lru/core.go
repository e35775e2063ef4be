package lru

import (
	"runtime"
	"sync"
	"sync/atomic"
	"unsafe"
)

// core is what all caches of this package share: a store, the counters and the
// lock that guards them. No method holds the lock while it runs code of the
// user's: neither the function, nor a callback, nor a loop over All.
//
// On the way of a hit the lock is released without defer. There nothing under it
// can panic: hashing an interface key can, so that comes first, and what has been
// hashed once can be compared, and hashed again when it is moved to another table.
// Nor is a table made under the lock, which may take long, or panic where memory
// has no room for it; see allocate.
type core[K comparable, V any] struct {
	on       atomic.Bool // made, and with a limit other than 0; if not, keys are not even hashed
	growing  bool        // someone makes a new table
	evicting bool        // onLeave is for evictions only
	onLeave  func(K, V, Reason)

	// The lock is not at the very beginning. A ring begins with a page of memory,
	// and so, often, does a cache; and a load, here that of the lock, waits for a
	// store before it at the same place of another page, here that to the ring's
	// root. With keys of 8 bytes that took a twentieth of a hit.
	mu    sync.Mutex
	store store[K, V]

	// The counters are at a distance from the lock: on some processors a hit takes a
	// tenth longer if it stores into the cache line of the lock.
	hits, misses int64
	evictions    int64
	puts         uint64 // entries ever added; tells whether a key can have come since

	flights map[K]*flight[V] // computations that new callers may share, or nil
}

func (c *core[K, V]) init(o options) {
	c.store = newStore[K, V](o.limit)
	c.on.Store(o.limit != 0)
}

// made panics if c is a zero value. It is for methods that do not look at on first.
func (c *core[K, V]) made() {
	if c.store.other == nil {
		panic("lru: this cache is a zero value; caches are made with New, NewErr, NewRecursive, NewRecursiveErr and NewCache")
	}
}

// lock locks a cache that has been made.
func (c *core[K, V]) lock() {
	c.made()
	c.mu.Lock()
}

// await locks, after TryLock has failed. As the lock is held for some ten nanoseconds,
// it is worth while to try again before making the goroutine wait and waking it up,
// which takes a microsecond. From one try to the next it waits four times as long, up
// to some ten microseconds: where goroutines do nothing but call, that leaves the cache
// to one of them for a while, instead of its memory going to and fro between two
// processors at each call. Where all tries fail, the one that holds the lock may not be
// running, so others are let run.
//
// Lock does much the same, but not where other goroutines are ready to run. So with 64
// of them that take turns at two processors, calls would take ten times as long.
func (c *core[K, V]) await() {
	for range 4 {
		for pause := 30; pause <= 30<<10; pause *= 4 {
			for range pause {
			}
			if c.mu.TryLock() {
				return
			}
		}
		runtime.Gosched()
	}
	c.mu.Lock()
}

// miss counts a call for which there is nothing to look up.
func (c *core[K, V]) miss() {
	c.lock()
	c.misses++
	c.mu.Unlock()
}

// put adds an absent key, unlocks, and then reports the eviction if there was
// one. It comes after makeRoom. If the cache was turned off since the caller
// looked, nothing is added.
func (c *core[K, V]) put(hash uint32, key K, value V) (evicted bool) {
	s := &c.store
	if !s.steady || c.onLeave != nil {
		return c.putSlow(hash, key, value)
	}
	c.puts++
	t := &s.cur
	if evicted = t.size >= s.bound; evicted {
		c.evictions++
		t.remove(t.entries.oldest())
	}
	t.put(hash, key, value)
	c.mu.Unlock()
	return evicted
}

// putSlow does the same where there is more to be done: someone to be told, or a
// table being replaced; or nothing, as the cache is off by now.
func (c *core[K, V]) putSlow(hash uint32, key K, value V) (evicted bool) {
	s, onLeave := &c.store, c.onLeave
	if s.limit == 0 {
		c.mu.Unlock()
		return false
	}
	c.puts++
	var oldest entry[K, V]
	if evicted = s.full(); evicted {
		c.evictions++
		t, i := s.oldest()
		oldest = t.entries[i]
		s.remove(t, i)
	}
	s.put(hash, key, value)
	c.mu.Unlock()
	if evicted && onLeave != nil {
		onLeave(oldest.key, oldest.value, Evicted)
	}
	return evicted
}

// replace stores value in entry i of t, in place of the one before, makes it the
// most recent one, unlocks, and reports what was there.
func (c *core[K, V]) replace(hash uint32, t *table[K, V], i uint32, value V) {
	e := &t.entries[i]
	before := *e
	e.value = value
	c.store.use(hash, t, i)
	onLeave := c.toTell(Replaced)
	c.mu.Unlock()
	if onLeave != nil {
		onLeave(before.key, before.value, Replaced)
	}
}

// Add stores value for key as the most recently used entry, in place of the
// value stored before if there was one. In a full cache a new key evicts the
// least recently used entry; Add reports whether it did. It counts neither as a
// hit nor as a miss. If caching is off, nothing is stored.
//
// In an unbounded cache a key stored before keeps its place.
//
// With Add a [Memo] gets to know results without computing them. A computation of
// that key that is under way with [SingleFlight] will not be stored.
func (c *core[K, V]) Add(key K, value V) (evicted bool) {
	if !c.on.Load() {
		c.made()
		return false
	}
	s := &c.store // from here on as in memo.call
	var hash uint32
	if unsafe.Sizeof(key) > unsafe.Sizeof("") {
		hash = s.other(key)
	} else if k, ok := any(key).(int); ok {
		hash = s.hashInt(uint64(k))
	} else if k, ok := any(key).(string); ok {
		hash = s.hashString(k)
	} else {
		hash = s.other(key)
	}
	if !c.mu.TryLock() {
		c.await()
	}
	if s.needsRoom() {
		c.makeRoom()
	}
	if c.flights != nil {
		c.detach(key)
	}
	tag, g := tagOf(hash), s.cur.home(hash)
	if s.cur.groups[g].match(tag) == 0 && s.cur.passed[g][kind(tag)] == 0 && s.old == nil {
		return c.put(hash, key, value)
	}
	t, i := s.find(hash, key)
	switch {
	case i == 0:
		return c.put(hash, key, value)
	case s.steady && s.onHit == moveEntry && c.onLeave == nil: // as replace, but with fewer calls
		s.cur.entries[i].value = value
		s.cur.entries.touch(i)
		c.mu.Unlock()
	default:
		c.replace(hash, t, i, value)
	}
	return false
}

// Len returns the number of entries.
func (c *core[K, V]) Len() int {
	c.lock()
	defer c.mu.Unlock()
	return c.store.len()
}

// Peek returns the value stored for key and whether there is one. It counts
// nothing and leaves the order alone.
func (c *core[K, V]) Peek(key K) (value V, ok bool) {
	if !c.on.Load() {
		c.made()
		return value, false
	}
	hash := c.store.sum(key)
	c.mu.Lock()
	defer c.mu.Unlock()
	if t, i := c.store.find(hash, key); i != 0 {
		return t.entries[i].value, true
	}
	return value, false
}

// Contains reports whether a value is stored for key. Like Peek, it counts
// nothing and leaves the order alone.
func (c *core[K, V]) Contains(key K) bool {
	_, ok := c.Peek(key)
	return ok
}

// detach lets calls of key from now on compute anew, even if a computation of it is
// under way, whose result will not be stored then. The lock must be held.
func (c *core[K, V]) detach(key K) { delete(c.flights, key) }
