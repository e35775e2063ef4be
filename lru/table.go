package lru

// A table maps keys to values and keeps its entries in order of recency. It has
// room for a fixed number of them, and knows neither locks nor counters nor
// functions; a [store] puts a larger table in the place of one that is full.
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
	groups   []group
	entries  ring[K, V] // after the root, the places of one group after the other
	passed   []counts   // parallel to groups: entries that found no place there
	away     []uint8    // parallel to entries: how many groups an entry is from home, 0 for a free place
	size     int        // entries in the ring, without the root
	capacity int        // most entries, for speed; there are places for half as many again, or more
}

// stuck is where passed and away end. A count of those who passed that has got
// there stays, as it is not known by how much it is too little; and an entry that
// is as far away no longer takes itself off all the counts. Both only make some
// searches longer, and take hundreds of keys of nearly the same hash.
const stuck = 255

// newTable returns an empty table with three places for every two entries. With
// fewer, more entries would be away from home, which costs most when they are
// evicted; with more, they would lie further apart, which costs most when they are
// hit. Not so in a small table, all of which is close to the processor: there it has
// two places for each entry, which takes a seventh off an eviction.
func newTable[K comparable, V any](capacity int) table[K, V] {
	const small = 4096
	n := uint(capacity) // uint: 32 bits suffice
	room := n / 2
	if n <= small {
		room = n
	}
	groups := (n+room)/places + 1
	return table[K, V]{
		groups:   make([]group, groups),
		entries:  make(ring[K, V], 1+groups*places),
		passed:   make([]counts, groups),
		away:     make([]uint8, 1+groups*places),
		capacity: capacity,
	}
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

// hasPlace reports whether there is a free place.
func (t *table[K, V]) hasPlace() bool { return t.size < len(t.entries)-1 }

// put adds a key that is not in the table as the most recently used one, and returns
// its index. There must be a place.
func (t *table[K, V]) put(hash uint32, key K, value V) uint32 {
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
	if away != 0 { // for most it is 0, and in a large table each store may be waited for
		t.away[i] = away
	}
	e := &t.entries[i]
	e.key, e.value = key, value
	t.entries.link(i)
	return i
}

// remove takes entry i out of the table, and lets go of its key and value.
func (t *table[K, V]) remove(i uint32) {
	t.entries.unlink(i)
	t.entries[i] = entry[K, V]{}
	t.size--
	g := (i - 1) / places
	tag := t.groups[g].cut((i - 1) % places)
	if away := t.away[i]; away != 0 {
		t.away[i] = 0
		for range away {
			g = t.before(g)
			if n := &t.passed[g][kind(tag)]; *n != stuck {
				*n--
			}
		}
	}
}

// clear removes all entries and keeps the memory for those to come.
func (t *table[K, V]) clear() {
	clear(t.groups)
	clear(t.passed)
	clear(t.entries)
	clear(t.away)
	t.size = 0
}
