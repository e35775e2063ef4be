package lru

import "runtime"

// This file has how a larger or smaller table takes the place of the present one
// without keeping anybody waiting.
//
// It takes three steps. Someone makes the new table, which for a large one takes
// time, without the lock: that is allocate. [store.install] then puts it in the place
// of the old one, and from now on entries are added to the new one only, and go there
// when they are used. So all entries of the new table are more recent than all of the
// old one, and the order of both together is the ring of the old table followed by
// the ring of the new one. The third step, [store.move], may therefore take place
// little by little, with each operation that adds: it moves the most recent entry
// of the old table to the other end of the new ring, and the order stays exact.
//
// A hit in the new table, which is all of them when nothing is being replaced, does
// not even have to look whether there is an old one.

const (
	// minCapacity is that of the first table, so that a small one need not grow.
	minCapacity = 8

	// aside is how many entries an operation moves besides what it has to do. One
	// would be enough: a new table has room for twice the entries of the old one.
	aside = 4
)

// makeRoom sees to it that there is a place for one more entry, if needsRoom says so.
// It is called with the lock held and returns so, but others may come in between.
func (c *core[K, V]) makeRoom() {
	for s := &c.store; s.needsRoom(); {
		switch {
		case !c.growing:
			s.install(c.allocate(s.larger()))
		case s.cur.hasPlace():
			return // while another goroutine is at it
		default:
			c.letOthersIn()
		}
	}
}

// giveBack replaces a table that is much larger than the limit requires. It is called
// with the lock held and returns so, but others may come in between.
func (c *core[K, V]) giveBack() {
	s := &c.store
	for replaced := false; s.tooLarge() || replaced && s.old != nil; c.letOthersIn() {
		switch {
		case s.old != nil:
			s.move(max(s.atOnce/4, 1)) // to move takes longest, into memory never used before
		case !c.growing:
			s.install(c.allocate(max(s.len(), minCapacity)))
			replaced = true
		}
	}
}

// allocate makes a table. It is called with the lock held and returns so, but does
// not hold it in between, nor when it panics because there is no room for so many
// entries of that size.
func (c *core[K, V]) allocate(capacity int) (t table[K, V]) {
	c.growing = true
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		c.growing = false
		if t.entries == nil {
			c.mu.Unlock()
		}
	}()
	return newTable[K, V](capacity)
}

// letOthersIn lets go of the lock for a moment.
func (c *core[K, V]) letOthersIn() {
	c.mu.Unlock()
	runtime.Gosched()
	c.mu.Lock()
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

// halved returns the bound, halved as often as the result is not less than least.
// So the tables of a store, each for twice as many entries as the one before, end
// with one for as many as the bound.
func halved(bound, least int) int {
	for bound/2 >= least {
		bound /= 2
	}
	return bound
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

// forget lets go of the old table when it is empty.
func (s *store[K, V]) forget() {
	if s.old != nil && s.old.size == 0 {
		s.old = nil
		s.changed()
	}
}
