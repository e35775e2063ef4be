package lru

import "math"

// A table maps keys to values and keeps its entries in order of recency. It is
// the whole data structure of this package, and knows neither locks nor
// counters nor functions.
//
// The entries lie in one slice. Where in it an entry lies is chosen by the hash
// of its key: its home is a group of eight places, and it takes a free one there,
// or, if there is none, in the next group that has one. Then it stays until it is
// removed. The order of recency, a [ring], refers to the entries by their index.
//
// Indices rather than pointers let the garbage collector pass over a table of a
// million integers without looking at it, and take half the space. And in a cache
// of many entries a hit waits for memory more than for anything else. It has to
// look at four places: the tags of the group, which are few enough to be near the
// processor at all times, the entry, and its two neighbors in the ring. Only one
// of them, the entry, has to be waited for; meanwhile the processor is ahead at
// the next calls, since there is next to nothing here that it cannot foresee.
//
// Entries that have no place at home are counted by each group that they passed:
// a search has to go on only where the count is not 0. As each entry knows how far
// it is from home, its removal needs neither its hash nor its key. So nothing is
// left behind by what was removed, to be tidied up sometime, and NaN, which equals
// nothing, not even itself, can be evicted, while from a Go map it cannot be
// deleted. The counts are those of F14, Facebook's hash table.
type table[K comparable, V any] struct {
	hasher[K]
	groups   []group
	entries  ring[K, V] // after the root, the places of one group after the other
	passed   []counts   // parallel to groups: entries that found no place there
	away     []uint8    // parallel to entries: how many groups an entry is from home
	size     int        // entries in the ring, without the root
	capacity int        // most entries for which there is memory
	limit    int        // most entries that put keeps, or unbounded
}

// maxEntries is the most that the indices are used for, on any machine.
const maxEntries = math.MaxInt32

// minCapacity is that of an empty table, so that a small one need not grow.
const minCapacity = 8

// stuck is where passed and away end. A count of those who passed that has got
// there stays, as it is not known by how much it is too little; and an entry that
// is as far away no longer takes itself off all the counts. Both only make some
// searches longer, and take hundreds of keys of nearly the same hash.
const stuck = math.MaxUint8

func newTable[K comparable, V any](limit int, h hasher[K]) table[K, V] {
	t := table[K, V]{limit: limit, hasher: h}
	t.rebuild(grown(0, limit))
	return t
}

// find returns the index of the entry with the given key, or 0.
// The hash must be that of the key.
func (t *table[K, V]) find(hash uint32, key K) uint32 {
	tag, home := tagOf(hash), t.home(hash)
	for g := home; ; {
		for m := t.groups[g].match(tag); m != 0; m = m.rest() {
			if i := index(g, m.first()); t.entries[i].key == key {
				return i
			}
		}
		if t.passed[g][kind(tag)] == 0 {
			return 0
		}
		if g = t.after(g); g == home {
			return 0
		}
	}
}

// get returns the value for the given key and whether there is one, and makes its
// entry the most recently used one.
func (t *table[K, V]) get(hash uint32, key K) (value V, ok bool) {
	i := t.find(hash, key)
	if i == 0 {
		return value, false
	}
	value = t.entries[i].value
	t.touch(i)
	return value, true
}

// home returns the group where an entry with the given hash belongs. The upper
// bits of the hash decide, its lowest byte is the tag.
func (t *table[K, V]) home(hash uint32) uint32 {
	return uint32(uint64(hash) * uint64(len(t.groups)) >> 32)
}

// after and before return the neighbors of group g, going round at the ends.
func (t *table[K, V]) after(g uint32) uint32 {
	if g++; g == uint32(len(t.groups)) {
		return 0
	}
	return g
}

func (t *table[K, V]) before(g uint32) uint32 {
	if g == 0 {
		g = uint32(len(t.groups))
	}
	return g - 1
}

// index returns the index of the entry in a place of group g.
func index(g, place uint32) uint32 { return 1 + g*places + place }

// touch makes entry i the most recently used one. Without a limit nothing is
// ever evicted, and so no recency is kept.
func (t *table[K, V]) touch(i uint32) {
	if t.limit != unbounded {
		t.entries.touch(i)
	}
}

// full reports whether put has to evict. The limit must not be 0.
func (t *table[K, V]) full() bool { return t.size == t.limit }

// put adds a key that is not in the table as the most recently used one.
// In a full table it removes the least recently used entry.
func (t *table[K, V]) put(hash uint32, key K, value V) {
	if t.full() {
		t.remove(t.entries.oldest())
	} else if t.size == t.capacity {
		t.rebuild(grown(t.size, t.limit))
	}
	t.size++
	away := uint8(0)
	tag, g := tagOf(hash), t.home(hash)
	free := t.groups[g].match(0)
	for free == 0 {
		if n := &t.passed[g][kind(tag)]; *n != stuck {
			*n++
		}
		if away != stuck {
			away++
		}
		g = t.after(g)
		free = t.groups[g].match(0)
	}
	place := free.first()
	t.groups[g].set(place, tag)
	i := index(g, place)
	t.away[i] = away
	e := &t.entries[i]
	e.key, e.value = key, value
	t.entries.link(i)
}

// remove takes entry i out of the table, and lets go of its key and value.
func (t *table[K, V]) remove(i uint32) {
	t.entries.unlink(i)
	t.entries[i] = entry[K, V]{}
	t.size--
	g := (i - 1) / places
	tag := t.groups[g].cut((i - 1) % places)
	for range t.away[i] {
		g = t.before(g)
		if n := &t.passed[g][kind(tag)]; *n != stuck {
			*n--
		}
	}
}

// clear removes all entries and keeps the memory for those to come.
func (t *table[K, V]) clear() {
	clear(t.groups)
	clear(t.passed)
	clear(t.entries)
	t.size = 0
}

// rebuild moves the entries into new memory for the given number of them.
func (t *table[K, V]) rebuild(capacity int) {
	entries := t.entries
	groups := groupsFor(capacity)
	t.groups = make([]group, groups)
	t.passed = make([]counts, groups)
	t.entries = make(ring[K, V], 1+groups*places)
	t.away = make([]uint8, 1+groups*places)
	t.size, t.capacity = 0, capacity
	if entries == nil {
		return
	}
	for i := entries.oldest(); i != 0; i = entries[i].newer {
		t.put(t.sum(entries[i].key), entries[i].key, entries[i].value)
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

// groupsFor returns how many groups a table of the given capacity has: enough for
// three places for every two entries. With fewer, more entries would be away from
// home, which costs most when they are evicted; with more, they would lie further
// apart, which costs most when they are hit.
func groupsFor(capacity int) int {
	n := uint(capacity) // uint: 32 bits suffice
	return int((n+n/2)/places) + 1
}
