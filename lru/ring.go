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

// link puts entry i into the ring, as the next more recent one after another, or as
// the least recent one after the root.
func (r ring[K, V]) link(i, after uint32) {
	newer := r[after].newer
	r[i].newer, r[i].older = newer, after
	r[after].newer = i
	r[newer].older = i
}

// unlink takes entry i out of the ring.
func (r ring[K, V]) unlink(i uint32) {
	newer, older := r[i].newer, r[i].older
	r[newer].older = older
	r[older].newer = newer
}
