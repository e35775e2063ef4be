package lru

// A store is the whole data structure of this package: a [table] and, while that is
// taking the place of a smaller or larger one, the table before. Then all entries of
// the present table are more recent than all of the old one; see grow.go.
type store[K comparable, V any] struct {
	hasher[K]
	cur   table[K, V]
	old   *table[K, V] // the table before, as long as there are entries in it
	limit int          // most entries, as the user said, or unbounded
	bound int          // the same, but no more than maxEntries
	onHit onHit

	// steady says that an entry can be added, removed or used in the present table
	// alone: the limit is not 0, there is no old table, and there are no loops.
	steady bool

	loops []*loop[K, V] // walks under way; see iter.go

	// atOnce is how many entries are moved, copied or evicted, at most, while others
	// wait for the lock. Tests make it smaller than atOnce.
	atOnce int
}

// unbounded is the limit of a store that has none.
const unbounded = -1

// onHit says what a hit has to do apart from counting.
type onHit uint8

const (
	keepPlace onHit = iota // nothing: the store is unbounded and keeps no recency
	moveEntry              // make the entry the most recent one of its ring
	tellLoops              // the same, and tell the loops that are under way
)

const (
	// maxEntries is the most that a store holds, bounded or not.
	maxEntries = 1 << 30

	// atOnce entries are moved, copied or evicted in a small part of a millisecond.
	atOnce = 1024
)

func newStore[K comparable, V any](limit int) store[K, V] {
	s := store[K, V]{hasher: newHasher[K](), atOnce: atOnce}
	s.setLimit(limit)
	s.cur = newTable[K, V](halved(s.bound, minCapacity))
	return s
}

// setLimit sets the limit, which takes nothing away yet.
func (s *store[K, V]) setLimit(limit int) {
	s.limit, s.bound = limit, maxEntries
	if limit != unbounded {
		s.bound = min(limit, maxEntries)
	}
	s.changed()
}

// changed brings up to date what follows from limit, old and loops.
func (s *store[K, V]) changed() {
	s.steady = s.limit != 0 && s.old == nil && s.loops == nil
	switch {
	case s.limit == unbounded:
		s.onHit = keepPlace
	case s.loops != nil:
		s.onHit = tellLoops
	default:
		s.onHit = moveEntry
	}
}

// len returns the number of entries.
func (s *store[K, V]) len() int {
	if s.old != nil {
		return s.cur.size + s.old.size
	}
	return s.cur.size
}

// find returns where the entry with the given key is, or an index of 0.
func (s *store[K, V]) find(hash uint32, key K) (t *table[K, V], i uint32) {
	t = &s.cur
	if i = t.find(hash, key); i == 0 && s.old != nil {
		t = s.old
		i = t.find(hash, key)
	}
	return t, i
}

// get returns the value for the given key and whether there is one, and makes its
// entry the most recently used one.
func (s *store[K, V]) get(hash uint32, key K) (value V, ok bool) {
	t, i := s.find(hash, key)
	if i == 0 {
		return value, false
	}
	value = t.entries[i].value
	if s.steady && s.onHit == moveEntry {
		t.entries.touch(i)
	} else {
		s.use(hash, t, i)
	}
	return value, true
}

// use makes entry i of t the most recently used one, unless no recency is kept.
func (s *store[K, V]) use(hash uint32, t *table[K, V], i uint32) {
	switch {
	case s.onHit == keepPlace:
	case t == s.old:
		e := t.entries[i]
		s.remove(t, i)
		s.cur.put(hash, e.key, e.value)
	default:
		s.leave(t, i)
		t.entries.touch(i)
	}
	s.move(aside)
}

// oldest returns where the least recently used entry is, or an index of 0.
func (s *store[K, V]) oldest() (t *table[K, V], i uint32) {
	if s.old != nil {
		return s.old, s.old.entries.oldest()
	}
	return &s.cur, s.cur.entries.oldest()
}

// full reports whether an entry has to be evicted for each that is added.
func (s *store[K, V]) full() bool { return s.len() >= s.bound }

// put adds an absent key as the most recently used one. There must be a place,
// and no more than the bound.
func (s *store[K, V]) put(hash uint32, key K, value V) {
	s.cur.put(hash, key, value)
	s.move(aside)
}

// remove takes entry i out of t.
func (s *store[K, V]) remove(t *table[K, V], i uint32) {
	s.leave(t, i)
	t.remove(i)
	s.forget()
}

// clear removes all entries. A large table is not kept, since to clear it would
// take time.
func (s *store[K, V]) clear() {
	if s.cur.capacity > s.atOnce {
		s.takeAll()
		return
	}
	s.endLoops()
	s.old = nil
	s.changed()
	s.cur.clear()
}

// takeAll moves all entries into a store of their own, which it returns.
func (s *store[K, V]) takeAll() *store[K, V] {
	s.endLoops()
	all := &store[K, V]{cur: s.cur, old: s.old}
	s.cur, s.old = newTable[K, V](halved(s.bound, minCapacity)), nil
	s.changed()
	return all
}

// endLoops leaves nothing to see for the loops that are under way.
func (s *store[K, V]) endLoops() {
	for _, l := range s.loops {
		l.first = place{}
	}
}
