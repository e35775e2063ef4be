package lru

// A store is the whole data structure of this package: a [table], and what it
// takes to replace it by a larger or smaller one without keeping anybody waiting.
//
// Replacing takes three steps. Someone makes the new table, which for a large one
// takes time, without the lock. [store.install] then puts it in the place of the
// old one, and from now on entries are added to the new one only, and go there when
// they are used. So all entries of the new table are more recent than all of the
// old one, and the order of both together is the ring of the old table followed by
// the ring of the new one. The third step, [store.move], may therefore take place
// little by little, with each operation that adds: it moves the most recent entry
// of the old table to the other end of the new ring, and the order stays exact.
//
// A hit in the new table, which is all of them when nothing is being replaced, does
// not even have to look whether there is an old one.
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

	// minCapacity is that of the first table, so that a small one need not grow.
	minCapacity = 8

	// atOnce entries are moved, copied or evicted in a small part of a millisecond.
	atOnce = 1024

	// aside is how many entries an operation moves besides what it has to do. One
	// would be enough: a new table has room for twice the entries of the old one.
	aside = 4
)

func newStore[K comparable, V any](limit int) store[K, V] {
	s := store[K, V]{hasher: newHasher[K](), atOnce: atOnce}
	s.setLimit(limit)
	s.cur = newTable[K, V](halved(s.bound, minCapacity))
	return s
}

// halved returns the bound, halved as often as the result is not less than least.
// So the tables of a store, each for twice as many entries as the one before, end
// with one for as many as the bound.
func halved(bound, least int) int {
	for bound/2 >= least {
		bound /= 2
	}
	return bound
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

// forget lets go of the old table when it is empty.
func (s *store[K, V]) forget() {
	if s.old != nil && s.old.size == 0 {
		s.old = nil
		s.changed()
	}
}

// needsRoom reports whether a larger table should take the place of the present
// one before anything is added.
func (s *store[K, V]) needsRoom() bool {
	return s.cur.size >= s.cur.capacity && s.cur.capacity < s.bound && s.old == nil
}

// larger returns the capacity of the table after the present one, about twice as
// much. It is at least a quarter more than the entries, above the bound if need be,
// for those who resize step by step.
func (s *store[K, V]) larger() int {
	n := s.cur.size
	return max(halved(s.bound, s.cur.capacity+1), n+n/4+1)
}

// tooLarge reports whether the table has at least twice the capacity that the bound
// requires.
func (s *store[K, V]) tooLarge() bool { return s.cur.capacity/2 >= max(s.bound, minCapacity) }

// install makes next the table to which entries are added. There must be no old
// one. If there are more entries by now than next was made for, it does nothing.
func (s *store[K, V]) install(next table[K, V]) {
	if n := s.cur.size; n+n/aside >= len(next.entries)-1 {
		return
	}
	old := s.cur
	s.cur, s.old = next, &old
	s.changed()
	for _, l := range s.loops {
		l.first.old, l.last.old = true, true
	}
	s.forget()
	if old.size <= s.atOnce {
		s.move(s.atOnce)
	}
}

// move moves up to n entries from the old table, if there is one, to the new one.
func (s *store[K, V]) move(n int) {
	for ; n > 0 && s.old != nil; n-- {
		i := s.old.entries.newest()
		e := &s.old.entries[i]
		j := s.cur.put(s.sum(e.key), e.key, e.value)
		s.cur.entries.age(j)
		for _, l := range s.loops {
			l.moved(place{true, i}, place{false, j})
		}
		s.old.remove(i)
		s.forget()
	}
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
