package lru

import (
	"math"
	"math/bits"
)

// A table maps keys to values and keeps its entries in order of recency. It is
// the whole data structure of this package, and knows neither locks nor
// counters nor functions.
//
// The entries lie in a slice and are referred to by their index there, in two
// ways:
//
//   - A chain runs from each bucket's head to the entries whose hash falls into
//     that bucket.
//   - A ring runs from the least recently used entry to the most recently used
//     one and back, through the root, which has index 0. The root holds no key,
//     so elsewhere an index of 0 can mean "none", and no link is ever nil.
//
// Indices rather than pointers let the garbage collector pass over a table of a
// million integers without looking at it, and take half the space. And space is
// time: in a cache of many entries, a hit waits for memory more than for anything
// else. It has to look at four places, which are a head, the entry, and the two
// neighbors of the entry in the ring. Two things keep it from looking at more:
//
//   - The references of a chain are 32 bits, of which the indices need some; the
//     others, called the tag, hold the upper bits of the key's hash. An entry
//     whose tag is not that of the key searched for is not looked at.
//   - What a hit rarely needs, the rest of a chain, and what it never needs, the
//     whole hash, have a slice of their own.
//
// A hash kept for each entry lets the victim of an eviction be unchained without
// hashing or comparing its key. That is also why NaN, which equals nothing, not
// even itself, can be evicted here, while from a Go map it cannot be deleted.
type table[K comparable, V any] struct {
	heads   []uint32      // tag and index of the first entry; the length is a power of two
	index   uint32        // the bits that are the index; the others are the tag
	entries []entry[K, V] // entries[0] is the root
	chains  []chain       // parallel to entries
	free    uint32        // first of the entries removed, linked by newer
	size    int           // entries in the ring, without the root
	limit   int           // most entries that put keeps, or unbounded
}

type entry[K comparable, V any] struct {
	key          K
	newer, older uint32
	value        V
}

// A chain is an entry's part of the chain that it is in.
type chain struct {
	next uint32 // tag and index of the entry that follows
	hash uint32 // of this entry's key
}

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
	ref := *t.head(hash)
	for ref != 0 {
		i := ref & t.index
		if ref^hash <= t.index && t.entries[i].key == key { // the tags agree, and the keys
			return i
		}
		ref = t.chains[i].next
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
	entries := t.entries
	newest := entries[0].older
	if newest == i || t.limit == unbounded {
		return
	}
	e := &entries[i]
	newer, older := e.newer, e.older
	entries[newer].older = older
	entries[older].newer = newer
	e.newer, e.older = 0, newest
	entries[newest].newer = i
	entries[0].older = i
}

// link puts entry i into the ring as the most recently used one.
func (t *table[K, V]) link(i uint32) {
	newest := t.entries[0].older
	t.entries[i].newer, t.entries[i].older = 0, newest
	t.entries[newest].newer = i
	t.entries[0].older = i
}

// unlink takes entry i out of the ring.
func (t *table[K, V]) unlink(i uint32) {
	newer, older := t.entries[i].newer, t.entries[i].older
	t.entries[newer].older = older
	t.entries[older].newer = newer
}

// oldest returns the index of the least recently used entry, or 0.
func (t *table[K, V]) oldest() uint32 { return t.entries[0].newer }

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
		t.free = t.entries[i].newer
		t.size++
		t.link(i)
	default:
		if len(t.entries) == cap(t.entries) {
			t.rebuild(grown(t.size, t.limit))
		}
		i = uint32(len(t.entries))
		t.entries = t.entries[:i+1]
		t.chains = t.chains[:i+1]
		t.size++
		t.link(i)
	}
	e, head := &t.entries[i], t.head(hash)
	e.key, e.value = key, value
	t.chains[i] = chain{*head, hash}
	*head = hash&^t.index | i
}

// unchain takes entry i out of its bucket.
func (t *table[K, V]) unchain(i uint32) {
	ref := t.head(t.chains[i].hash)
	for *ref&t.index != i {
		ref = &t.chains[*ref&t.index].next
	}
	*ref = t.chains[i].next
}

// remove takes entry i out of the table, and lets go of its key and value.
func (t *table[K, V]) remove(i uint32) {
	t.unchain(i)
	t.unlink(i)
	t.entries[i] = entry[K, V]{newer: t.free}
	t.free = i
	t.size--
}

// clear removes all entries and keeps the memory for those to come.
func (t *table[K, V]) clear() {
	clear(t.heads)
	clear(t.entries)
	t.entries, t.chains = t.entries[:1], t.chains[:1]
	t.free, t.size = 0, 0
}

// rebuild moves the entries into new memory for the given number of them.
func (t *table[K, V]) rebuild(capacity int) {
	entries, chains := t.entries, t.chains
	t.heads = make([]uint32, buckets(capacity))
	t.index = 1<<bits.Len(uint(capacity)) - 1
	t.entries = make([]entry[K, V], 1, capacity+1)
	t.chains = make([]chain, 1, capacity+1)
	t.free, t.size = 0, 0
	if entries == nil {
		return
	}
	for i := entries[0].newer; i != 0; i = entries[i].newer {
		t.put(chains[i].hash, entries[i].key, entries[i].value)
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
	if capacity < 1<<16 {
		n *= 2
	}
	return n
}
