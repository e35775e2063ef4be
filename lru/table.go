package lru

import (
	"math"
	"math/bits"
)

// A table maps keys to values and keeps its entries in order of recency. It is
// the whole data structure of this package, and knows neither locks nor
// counters nor functions.
//
// The entries lie in a slice and refer to each other by index, in two ways:
//
//   - A chain runs through next, from each bucket's head to the entries whose
//     hash falls into that bucket.
//   - A ring runs from the least recently used entry to the most recently used
//     one and back, through the root, which has index 0. The root holds no key,
//     so elsewhere an index of 0 can mean "none", and no link is ever nil.
//
// Indices rather than pointers let the garbage collector pass over a table of a
// million integers without looking at it, and take half the space. The links of
// the ring have a slice of their own because a hit on an entry also changes its
// two neighbors: eight to a cache line, these are the most likely to be in the
// processor's cache.
//
// A hash kept with each entry lets the victim of an eviction be unchained without
// hashing or comparing its key. That is also why NaN, which equals nothing, not
// even itself, can be evicted here, while from a Go map it cannot be deleted.
type table[K comparable, V any] struct {
	heads   []uint32      // first entry of each bucket; the length is a power of two
	entries []entry[K, V] // entries[0] is not used
	ring    []links       // of the same length; ring[0] is the root
	free    uint32        // first of the entries removed, chained by next
	size    int           // entries in the ring, without the root
	limit   int           // most entries that put keeps, or unbounded
}

type entry[K comparable, V any] struct {
	key   K
	value V
	hash  uint32
	next  uint32
}

type links struct{ newer, older uint32 }

// maxEntries is the most that the indices are used for, on any machine.
const maxEntries = math.MaxInt32

// minCapacity is that of an empty table, so that a small one need not grow.
const minCapacity = 8

func newTable[K comparable, V any](limit int) table[K, V] {
	t := table[K, V]{limit: limit}
	t.rebuild(grown(0, limit))
	return t
}

// find returns the index of the entry with the given key, or 0.
// The hash must be that of the key.
func (t *table[K, V]) find(hash uint32, key K) uint32 {
	i := *t.head(hash)
	for i != 0 {
		e := &t.entries[i]
		if e.hash == hash && e.key == key {
			return i
		}
		i = e.next
	}
	return 0
}

// head returns the place where the chain for the given hash begins.
func (t *table[K, V]) head(hash uint32) *uint32 {
	return &t.heads[hash&uint32(len(t.heads)-1)]
}

// touch makes entry i the most recently used one. It is unlink and link in one,
// with nothing to do for an entry that is the most recent already. Without a
// limit nothing is ever evicted, and so no recency is kept.
func (t *table[K, V]) touch(i uint32) {
	ring := t.ring
	newest := ring[0].older
	if newest == i || t.limit == unbounded {
		return
	}
	l := &ring[i]
	newer, older := l.newer, l.older
	ring[newer].older = older
	ring[older].newer = newer
	l.newer, l.older = 0, newest
	ring[newest].newer = i
	ring[0].older = i
}

// link puts entry i into the ring as the most recently used one.
func (t *table[K, V]) link(i uint32) {
	newest := t.ring[0].older
	t.ring[i] = links{newer: 0, older: newest}
	t.ring[newest].newer = i
	t.ring[0].older = i
}

// unlink takes entry i out of the ring.
func (t *table[K, V]) unlink(i uint32) {
	l := t.ring[i]
	t.ring[l.newer].older = l.older
	t.ring[l.older].newer = l.newer
}

// oldest returns the index of the least recently used entry, or 0.
func (t *table[K, V]) oldest() uint32 { return t.ring[0].newer }

// full reports whether put has to evict. The limit must not be 0.
func (t *table[K, V]) full() bool { return t.size == t.limit }

// put adds a key that is not in the table as the most recently used one.
// In a full table it takes the place of the least recently used entry.
func (t *table[K, V]) put(hash uint32, key K, value V) {
	var i uint32
	switch {
	case t.full():
		i = t.oldest()
		t.unchain(i)
		t.touch(i)
	case t.free != 0:
		i = t.free
		t.free = t.entries[i].next
		t.size++
		t.link(i)
	default:
		if len(t.entries) == cap(t.entries) {
			t.rebuild(grown(t.size, t.limit))
		}
		i = uint32(len(t.entries))
		t.entries = t.entries[:i+1]
		t.ring = t.ring[:i+1]
		t.size++
		t.link(i)
	}
	e, head := &t.entries[i], t.head(hash)
	e.key, e.value, e.hash, e.next = key, value, hash, *head
	*head = i
}

// unchain takes entry i out of its bucket.
func (t *table[K, V]) unchain(i uint32) {
	e := &t.entries[i]
	link := t.head(e.hash)
	for *link != i {
		link = &t.entries[*link].next
	}
	*link = e.next
}

// remove takes entry i out of the table, and lets go of its key and value.
func (t *table[K, V]) remove(i uint32) {
	t.unchain(i)
	t.unlink(i)
	t.entries[i] = entry[K, V]{next: t.free}
	t.free = i
	t.size--
}

// clear removes all entries and keeps the memory for those to come.
func (t *table[K, V]) clear() {
	clear(t.heads)
	clear(t.entries)
	t.entries, t.ring = t.entries[:1], t.ring[:1]
	t.ring[0] = links{}
	t.free, t.size = 0, 0
}

// rebuild moves the entries into new memory for the given number of them.
func (t *table[K, V]) rebuild(capacity int) {
	old, ring := t.entries, t.ring
	t.heads = make([]uint32, buckets(capacity))
	t.entries = make([]entry[K, V], 1, capacity+1)
	t.ring = make([]links, 1, capacity+1)
	t.free, t.size = 0, 0
	if old == nil {
		return
	}
	for i := ring[0].newer; i != 0; i = ring[i].newer {
		t.put(old[i].hash, old[i].key, old[i].value)
	}
}

// grown returns the capacity to follow a full one: twice as much, but no more
// than the limit.
func grown(capacity, limit int) int {
	if capacity >= maxEntries {
		panic("lru: more than 2147483647 entries")
	}
	capacity = int(min(max(2*uint(capacity), minCapacity), maxEntries)) // uint: 32 bits suffice
	if limit != unbounded {
		capacity = min(capacity, limit)
	}
	return capacity
}

// buckets returns how many buckets a table of the given capacity has: a power
// of two, at least 2 per entry. A table small enough for the processor's caches
// has twice as many, since there shorter chains are worth more than space.
func buckets(capacity int) int {
	n := 1 << bits.Len(2*uint(max(capacity, 1))-1)
	if capacity <= 1<<16 {
		n *= 2
	}
	return n
}
