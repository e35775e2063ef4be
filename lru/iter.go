package lru

import (
	"iter"
	"slices"
)

// All returns the entries, the least recently used first: the order in which
// they would be evicted. In an unbounded cache, which keeps no recency, it is
// the order of insertion. A loop over it counts nothing, leaves the order alone,
// and may use the cache.
//
// The entries are copied in pieces of a thousand, each of them when the loop comes
// to it, and the lock is held only meanwhile. So a loop sees a cache of up to a
// thousand entries as it was when the loop began. In a larger one it sees no entry
// twice, and every entry that stays where it is; but not those that others add, nor
// those that they use or remove before the loop has come to them.
func (c *core[K, V]) All() iter.Seq2[K, V] {
	return c.walk((*store[K, V]).newer, (*store[K, V]).older)
}

// Backward returns the entries, the most recently used first. It is the reverse
// of All in every other respect too. Since what is used becomes the most recent,
// which Backward has behind it, a loop over it misses less.
func (c *core[K, V]) Backward() iter.Seq2[K, V] {
	return c.walk((*store[K, V]).older, (*store[K, V]).newer)
}

// Keys returns the keys, in the order and the way of All.
func (c *core[K, V]) Keys() iter.Seq[K] {
	all := c.All()
	return func(yield func(K) bool) {
		for k := range all {
			if !yield(k) {
				return
			}
		}
	}
}

// Values returns the values, in the order and the way of All.
func (c *core[K, V]) Values() iter.Seq[V] {
	all := c.All()
	return func(yield func(V) bool) {
		for _, v := range all {
			if !yield(v) {
				return
			}
		}
	}
}

// Oldest returns the entry that would be evicted next, and whether there is one.
// It counts nothing and leaves the order alone.
func (c *core[K, V]) Oldest() (key K, value V, ok bool) {
	c.lock()
	defer c.mu.Unlock()
	t, i := c.store.oldest()
	e := &t.entries[i] // the root, whose key and value are zero, if there is none
	return e.key, e.value, i != 0
}

// A place is where an entry is: in the old table or the present one, at index i.
// Index 0 is no entry.
type place struct {
	old bool
	i   uint32
}

// newer returns the place of the next more recent entry. After index 0 comes the
// least recent one.
func (s *store[K, V]) newer(p place) place {
	if p.i == 0 {
		p.old = s.old != nil
	}
	if p.old {
		if p.i = s.old.entries[p.i].newer; p.i != 0 {
			return p
		}
	}
	return place{false, s.cur.entries[p.i].newer}
}

// older returns the place of the next less recent entry. After index 0 comes the
// most recent one.
func (s *store[K, V]) older(p place) place {
	if !p.old {
		if p.i = s.cur.entries[p.i].older; p.i != 0 || s.old == nil {
			return p
		}
	}
	return place{true, s.old.entries[p.i].older}
}

// at returns the entry in a place.
func (s *store[K, V]) at(p place) *entry[K, V] {
	if p.old {
		return &s.old.entries[p.i]
	}
	return &s.cur.entries[p.i]
}

type pair[K, V any] struct {
	key   K
	value V
}

// pairs returns all entries, the least recent first.
func (s *store[K, V]) pairs() []pair[K, V] {
	pairs := make([]pair[K, V], 0, s.len())
	for p := s.newer(place{}); p.i != 0; p = s.newer(p) {
		e := s.at(p)
		pairs = append(pairs, pair[K, V]{e.key, e.value})
	}
	return pairs
}

// A loop is what a walk over the entries has still to see: those from first to
// last. Next leads from the one to the other, and back the other way. Nothing is
// left when first has index 0.
type loop[K comparable, V any] struct {
	first, last place
	next, back  func(*store[K, V], place) place
}

// walk walks from one end of the order to the other.
func (c *core[K, V]) walk(next, back func(*store[K, V], place) place) iter.Seq2[K, V] {
	c.made()
	return func(yield func(K, V) bool) {
		l := &loop[K, V]{next: next, back: back}
		piece := c.begin(l)
		defer c.end(l)
		for {
			for _, p := range piece {
				if !yield(p.key, p.value) {
					return
				}
			}
			if len(piece) < c.store.atOnce {
				return
			}
			piece = c.advance(l, piece[:0])
		}
	}
}

// begin returns what l sees first. If there is more, l will be told of what happens
// in between.
func (c *core[K, V]) begin(l *loop[K, V]) []pair[K, V] {
	c.lock()
	defer c.mu.Unlock()
	s := &c.store
	l.first, l.last = l.next(s, place{}), l.back(s, place{})
	piece := s.copy(nil, l)
	if l.first.i != 0 {
		s.loops = append(s.loops, l)
		s.changed()
	}
	return piece
}

// advance returns what l sees next, in the memory of piece.
func (c *core[K, V]) advance(l *loop[K, V], piece []pair[K, V]) []pair[K, V] {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.store.copy(piece, l)
}

// end takes l off the loops that are told of what happens.
func (c *core[K, V]) end(l *loop[K, V]) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &c.store
	s.loops = slices.DeleteFunc(s.loops, func(other *loop[K, V]) bool { return other == l })
	if len(s.loops) == 0 {
		s.loops = nil
	}
	s.changed()
}

// copy appends the next entries that l has to see to piece, one thousand at most.
func (s *store[K, V]) copy(piece []pair[K, V], l *loop[K, V]) []pair[K, V] {
	for len(piece) < s.atOnce && l.first.i != 0 {
		e := s.at(l.first)
		piece = append(piece, pair[K, V]{e.key, e.value})
		l.leave(s, l.first)
	}
	return piece
}

// leave tells all loops that entry i of t will not be where it is any longer.
func (s *store[K, V]) leave(t *table[K, V], i uint32) {
	for _, l := range s.loops {
		l.leave(s, place{t == s.old, i})
	}
}

// leave leaves p out, if it is the first or the last of what l has still to see.
func (l *loop[K, V]) leave(s *store[K, V], p place) {
	switch {
	case p == l.first && p == l.last:
		l.first = place{}
	case p == l.first:
		l.first = l.next(s, p)
	case p == l.last:
		l.last = l.back(s, p)
	}
}

// moved tells l that the entry in one place is now in another, between the same
// neighbors.
func (l *loop[K, V]) moved(from, to place) {
	if l.first == from {
		l.first = to
	}
	if l.last == from {
		l.last = to
	}
}
