package lru

import "slices"

// This file has the ways in which entries leave a cache other than by being pushed
// out, and what is called when they do.

// A Reason says why an entry, or its value, has left a cache.
type Reason uint8

const (
	Evicted  Reason = iota + 1 // pushed out by a newer entry, or by Resize
	Removed                    // by Remove or RemoveOldest
	Replaced                   // the value, by Add or, in an unbounded Memo, by a later computation
	Cleared                    // by CacheClear
)

// String returns the reason in lower case, such as "evicted".
func (r Reason) String() string {
	if r < Evicted || r > Cleared {
		return "unknown reason"
	}
	return [...]string{"evicted", "removed", "replaced", "cleared"}[r-Evicted]
}

// OnEvict sets the function to be called with each entry evicted from now on;
// nil for none. Evicted means pushed out by a newer entry, or by Resize;
// CacheClear and Remove evict nothing. It takes the place of what OnLeave has set.
//
// The call comes after the cache has been brought up to date, in the goroutine
// that caused it, with no lock held. So it may use the cache, and by then
// the cache may have changed again; calls from several goroutines may overlap.
//
// If it panics, or calls runtime.Goexit, the cache is in order all the same: what
// was to be stored is stored, and what else Resize evicts is evicted. All the
// victims of a Resize get their call; then the first panic goes on, and others are
// lost.
func (c *core[K, V]) OnEvict(fn func(key K, value V)) {
	if fn == nil {
		c.setOnLeave(nil, false)
		return
	}
	c.setOnLeave(func(key K, value V, _ Reason) { fn(key, value) }, true)
}

// OnLeave sets the function to be called whenever an entry leaves the cache from now
// on, for whatever reason, so that the file or the connection that it stands for can
// be closed; nil for none. The rest is as with OnEvict, whose place it takes.
//
// A value that never got into the cache does not leave it: where caching is off, or
// where another computation of the same key was faster, nothing is called.
func (c *core[K, V]) OnLeave(fn func(key K, value V, why Reason)) { c.setOnLeave(fn, false) }

// toTell returns the function to be called for an entry that leaves for the given
// reason, or nil. The lock must be held.
func (c *core[K, V]) toTell(why Reason) func(K, V, Reason) {
	if c.evicting && why != Evicted {
		return nil
	}
	return c.onLeave
}

func (c *core[K, V]) setOnLeave(fn func(K, V, Reason), evicting bool) {
	c.lock()
	defer c.mu.Unlock()
	c.onLeave, c.evicting = fn, evicting
}

// report calls fn for each entry. If it panics for one, or exits, the others get their
// call before that goes on; what fails after the first is lost.
func report[K comparable, V any](fn func(K, V, Reason), entries []pair[K, V], why Reason) {
	call := func() {
		for len(entries) > 0 {
			e := entries[0]
			entries = entries[1:]
			fn(e.key, e.value, why)
		}
	}
	var finish func()
	finish = func() {
		for len(entries) > 0 {
			func() {
				defer func() {
					if recover() == nil { // Goexit, which cannot be stopped
						finish()
					}
				}()
				call()
			}()
		}
	}
	defer finish()
	call()
}

// Remove removes the entry for key, and reports whether there was one. The
// counters stay.
//
// A computation of that key that is under way will store its result afterwards, as
// it does after a CacheClear; but not with [SingleFlight]. There it is forgotten:
// those who wait for it get its result, calls from now on compute anew.
func (c *core[K, V]) Remove(key K) bool {
	if !c.on.Load() {
		c.made()
		return false
	}
	hash := c.store.sum(key)
	c.mu.Lock()
	if c.flights != nil {
		c.detach(key)
	}
	_, _, ok := c.remove(c.store.find(hash, key))
	return ok
}

// RemoveOldest removes the least recently used entry, and returns it, and whether
// there was one. The counters stay.
func (c *core[K, V]) RemoveOldest() (key K, value V, ok bool) {
	c.lock()
	return c.remove(c.store.oldest())
}

// remove removes entry i of t, if that is not 0, unlocks, and reports it.
func (c *core[K, V]) remove(t *table[K, V], i uint32) (key K, value V, ok bool) {
	if i == 0 {
		c.mu.Unlock()
		return key, value, false
	}
	key, value = t.entries[i].key, t.entries[i].value
	c.store.remove(t, i)
	onLeave := c.toTell(Removed)
	c.mu.Unlock()
	if onLeave != nil {
		onLeave(key, value, Removed)
	}
	return key, value, true
}

// CacheClear removes all entries and sets the counters to 0. The limit stays.
//
// Computations that are under way go on, and store their results afterwards, as in
// Python; but not with [SingleFlight], where they are forgotten as by Remove. What
// OnEvict has set is not called; what OnLeave has set is, the least recent entry
// first.
//
// The memory of up to a thousand entries is kept for those to come, that of more is
// given back. So the cost is small, unless OnLeave has set something.
func (c *core[K, V]) CacheClear() {
	c.lock()
	s := &c.store
	clear(c.flights)
	c.hits, c.misses, c.evictions = 0, 0, 0
	onLeave := c.toTell(Cleared)
	if onLeave == nil {
		s.clear()
		c.mu.Unlock()
		return
	}
	gone := s.takeAll()
	c.mu.Unlock()
	report(onLeave, gone.pairs(), Cleared)
}

// Resize changes the limit to maxsize entries, with the meaning of [MaxSize]:
// 0 or less turns caching off. If there are more entries than that, the least
// recently used are evicted; Resize returns their number, after what OnEvict or
// OnLeave has set has been called for each, the least recent first.
//
// An unbounded cache becomes a bounded one, its entries as recent as their
// order of insertion says.
//
// To raise the limit, or to leave it as it is, costs nothing. To lower it costs as
// much as the evictions, and memory for more than twice the limit is given back,
// for which the entries that stay are moved. Both are done a thousand entries at a
// time; in between others may use the cache, and may see more entries than the limit
// allows.
func (c *core[K, V]) Resize(maxsize int) (evicted int) { return c.resize(max(maxsize, 0)) }

// Unbound removes the limit, as if the cache had been made with [Unbounded]: from
// now on nothing is evicted, and hits leave the order of the entries alone.
func (c *core[K, V]) Unbound() { c.resize(unbounded) }

func (c *core[K, V]) resize(limit int) (evicted int) {
	c.lock()
	s, onLeave := &c.store, c.onLeave
	s.setLimit(limit)
	c.on.Store(limit != 0)
	var victims [][]pair[K, V] // in pieces, since to make one slice larger takes time
	for s.len() > s.bound {
		n := min(s.len()-s.bound, s.atOnce)
		piece := make([]pair[K, V], 0, n)
		for range n {
			t, i := s.oldest()
			e := &t.entries[i]
			piece = append(piece, pair[K, V]{e.key, e.value})
			s.remove(t, i)
		}
		if evicted += n; onLeave != nil {
			victims = append(victims, piece)
		}
		c.evictions += int64(n)
		c.letOthersIn()
	}
	c.giveBack()
	c.mu.Unlock()
	report(onLeave, slices.Concat(victims...), Evicted)
	return evicted
}
