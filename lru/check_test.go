package lru

import (
	"fmt"
	"slices"
)

// check returns an error if the data structure inside c contradicts itself, or if it
// holds more than it may.
func check[K comparable, V any](c *core[K, V]) error {
	if s := &c.store; s.limit != unbounded && s.len() > s.limit {
		return fmt.Errorf("%d entries, more than the limit %d", s.len(), s.limit)
	}
	return checkInUse(c)
}

// checkInUse does so while others use c: Resize lets them in before it has evicted
// all that it has to.
func checkInUse[K comparable, V any](c *core[K, V]) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &c.store
	if c.on.Load() != (s.limit != 0) {
		return fmt.Errorf("on is %v with a limit of %d", c.on.Load(), s.limit)
	}
	if s.steady != (s.limit != 0 && s.old == nil && len(s.loops) == 0) {
		return fmt.Errorf("steady is %v with a limit of %d and %d loops", s.steady, s.limit, len(s.loops))
	}
	if mode := s.onHit; (mode == keepPlace) != (s.limit == unbounded) || mode == moveEntry && len(s.loops) > 0 {
		return fmt.Errorf("onHit is %d with a limit of %d and %d loops", mode, s.limit, len(s.loops))
	}
	if s.old != nil {
		if s.old.size == 0 {
			return fmt.Errorf("an empty old table")
		}
		if err := checkTable(s.old, &s.hasher); err != nil {
			return fmt.Errorf("old table: %w", err)
		}
		// Each that is added moves some, so all are moved before the places run out.
		if n, places := s.cur.size+s.old.size+s.old.size/aside, len(s.cur.entries)-1; n > places {
			return fmt.Errorf("there will be %d entries, for which there are %d places", n, places)
		}
	}
	return checkTable(&s.cur, &s.hasher)
}

// checkTable checks that each entry is in the ring and in a group, once, that a
// search for it gets there, and that a free place keeps nothing alive.
func checkTable[K comparable, V any](t *table[K, V], h *hasher[K]) error {
	inRing := make([]bool, len(t.entries))
	n, older := 0, uint32(0)
	for i := t.entries.oldest(); i != 0; i = t.entries[i].newer {
		if inRing[i] {
			return fmt.Errorf("entry %d is in the ring twice", i)
		}
		if got := t.entries[i].older; got != older {
			return fmt.Errorf("entry %d: older is %d, want %d", i, got, older)
		}
		inRing[i], older = true, i
		n++
	}
	if t.entries[0].older != older {
		return fmt.Errorf("the root's older is %d, want %d", t.entries[0].older, older)
	}
	if t.size != n {
		return fmt.Errorf("size is %d, but the ring has %d entries", t.size, n)
	}

	if g := len(t.groups); len(t.passed) != g || len(t.entries) != 1+places*g || len(t.away) != 1+places*g {
		return fmt.Errorf("%d groups, but %d, %d and %d parts of them", g, len(t.passed), len(t.entries), len(t.away))
	}
	passed := make([][4]int, len(t.groups))
	for i := range uint32(len(t.entries)) {
		if i == 0 {
			continue
		}
		g, place := (i-1)/places, (i-1)%places
		if index(g, place) != i {
			return fmt.Errorf("entry %d is in place %d of group %d, whose index is %d", i, place, g, index(g, place))
		}
		got := t.groups[g] >> (8 * place) & 0xff
		if !inRing[i] {
			if got != 0 {
				return fmt.Errorf("entry %d is not in the ring and has the tag %d", i, got)
			}
			var zero V
			if e := &t.entries[i]; *new(K) != e.key || fmt.Sprint(zero) != fmt.Sprint(e.value) {
				return fmt.Errorf("free entry %d keeps %v: %v alive", i, e.key, e.value)
			}
			if t.away[i] != 0 {
				return fmt.Errorf("free entry %d is %d groups away from home", i, t.away[i])
			}
			continue
		}
		home := g
		for range t.away[i] {
			home = t.before(home)
			passed[home][kind(got)]++
		}
		key := t.entries[i].key
		if key != key { // NaN: no two hashes of it are the same
			if got < 2 {
				return fmt.Errorf("entry %d has the tag %d", i, got)
			}
			continue
		}
		hash := h.sum(key)
		if got != tagOf(hash) {
			return fmt.Errorf("entry %d: the tag %d is not that of key %v", i, got, key)
		}
		if t.away[i] != stuck && home != t.home(hash) {
			return fmt.Errorf("entry %d: key %v is %d groups away from %d, but belongs to %d", i, key, t.away[i], home, t.home(hash))
		}
		if found := t.find(hash, key); found != i {
			return fmt.Errorf("entry %d: key %v is found in %d", i, key, found)
		}
	}
	for kind := range 4 {
		isStuck := func(c counts) bool { return c[kind] == stuck }
		exact := !slices.ContainsFunc(t.passed, isStuck)
		for g := range passed {
			got, n := int(t.passed[g][kind]), passed[g][kind]
			if got < min(n, stuck) || exact && got > n {
				return fmt.Errorf("group %d: %d entries of kind %d passed, want %d", g, got, kind, n)
			}
		}
	}
	return nil
}
