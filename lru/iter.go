package lru

import "iter"

// All returns the entries, the least recently used first: the order in which
// they would be evicted. In an unbounded cache, which keeps no recency, it is
// the order of insertion.
//
// A loop over it sees the entries as they were when the loop began, and may use
// the cache. It counts nothing and leaves the order alone. The cost is that of
// a copy of all entries.
func (c *core[K, V]) All() iter.Seq2[K, V] {
	return c.walk(func(e *entry[K, V]) uint32 { return e.newer })
}

// Backward returns the entries, the most recently used first. It is the reverse
// of All in every other respect too.
func (c *core[K, V]) Backward() iter.Seq2[K, V] {
	return c.walk(func(e *entry[K, V]) uint32 { return e.older })
}

func (c *core[K, V]) walk(next func(*entry[K, V]) uint32) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, p := range c.snapshot(next) {
			if !yield(p.key, p.value) {
				return
			}
		}
	}
}

type pair[K, V any] struct {
	key   K
	value V
}

// snapshot copies the ring in the direction of next.
func (c *core[K, V]) snapshot(next func(*entry[K, V]) uint32) []pair[K, V] {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := &c.table
	pairs := make([]pair[K, V], 0, t.size)
	for i := next(&t.entries[0]); i != 0; {
		e := &t.entries[i]
		pairs = append(pairs, pair[K, V]{e.key, e.value})
		i = next(e)
	}
	return pairs
}
