package lru

// A ring is the entries of a table in order of recency: from the root, which has
// index 0, by newer from the least recently used entry to the most recently used
// one and back to the root, and by older the other way. The root holds no key, so
// elsewhere an index of 0 can mean "none", and no link is ever nil.
type ring[K comparable, V any] []entry[K, V]

type entry[K comparable, V any] struct {
	key          K
	newer, older uint32
	value        V
}

// oldest returns the index of the least recently used entry, or 0.
func (r ring[K, V]) oldest() uint32 { return r[0].newer }

// newest returns the index of the most recently used entry, or 0.
func (r ring[K, V]) newest() uint32 { return r[0].older }

// touch makes entry i the most recently used one. It is unlink and link in one,
// with nothing to do for an entry that is the most recent already.
func (r ring[K, V]) touch(i uint32) {
	newest := r[0].older
	if newest == i {
		return
	}
	e := &r[i]
	newer, older := e.newer, e.older
	r[newer].older = older
	r[older].newer = newer
	e.newer, e.older = 0, newest
	r[newest].newer = i
	r[0].older = i
}

// link puts entry i into the ring as the most recently used one.
func (r ring[K, V]) link(i uint32) {
	newest := r[0].older
	r[i].newer, r[i].older = 0, newest
	r[newest].newer = i
	r[0].older = i
}

// age makes entry i the least recently used one.
func (r ring[K, V]) age(i uint32) {
	r.unlink(i)
	oldest := r[0].newer
	r[i].newer, r[i].older = oldest, 0
	r[oldest].older = i
	r[0].newer = i
}

// unlink takes entry i out of the ring.
func (r ring[K, V]) unlink(i uint32) {
	newer, older := r[i].newer, r[i].older
	r[newer].older = older
	r[older].newer = newer
}
