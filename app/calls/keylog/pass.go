package keylog

import "math/bits"

// A Pass goes through a log once and finds the stack distance of every call.
//
//	pass := keylog.NewPass(log)
//	for pass.Step(10_000) {
//		// look at the clock, show pass.Progress(), or give up
//	}
//	curve := pass.Curve()
//
// Each call takes time logarithmic in the number of different keys.
type Pass struct {
	log      Log
	done     int
	distance []int   // how many calls had it; those with distance d are hits from maxsize d up
	counts   []int32 // by key, its calls
	seen     int     // different keys so far
	order    recency
}

// NewPass prepares to go through log.
func NewPass(log Log) *Pass {
	keys := len(log.Keys)
	return &Pass{
		log:      log,
		distance: make([]int, keys+1),
		counts:   make([]int32, keys),
		order:    newRecency(keys),
	}
}

// Step goes on for the given number of calls and reports whether any are left.
func (p *Pass) Step(calls int) (more bool) {
	end := min(p.done+calls, len(p.log.Calls))
	for _, key := range p.log.Calls[p.done:end] {
		if p.counts[key] == 0 {
			p.seen++
		} else {
			p.distance[p.seen-p.order.upTo(key)+1]++
		}
		p.counts[key]++
		p.order.use(key)
	}
	p.done = end
	return end < len(p.log.Calls)
}

// Progress returns the part that is done, from 0 to 1.
func (p *Pass) Progress() float64 {
	if len(p.log.Calls) == 0 {
		return 1
	}
	return float64(p.done) / float64(len(p.log.Calls))
}

// Curve returns the curve of the calls gone through so far.
func (p *Pass) Curve() Curve {
	c := Curve{calls: p.done, hits: make([]int, p.seen+1)}
	for m := 1; m <= p.seen; m++ {
		c.hits[m] = c.hits[m-1] + p.distance[m]
	}
	return c
}

// recency is the order in which keys were last used: a row of places, each used
// once, from left to right. A key is at the place of its last use, and a place
// that its key has left is empty. When no place is left, the keys close up.
//
// How many keys there are up to some place is found by a Fenwick tree over the
// counts of 64 places each, and by counting bits within the 64. (P. M. Fenwick: A
// new data structure for cumulative frequency tables, Software: Practice and
// Experience 24, 1994.)
type recency struct {
	place []int32  // by key, 1 or more; 0 if it was not used yet
	key   []int32  // by place
	taken []uint64 // a bit for each place
	tree  []int32  // tree[i] is the sum of the i&-i words that end with word i-1
	next  int32    // the next place, from 0
}

func newRecency(keys int) recency {
	words := max(2*keys, 1024)/64 + 1
	return recency{
		place: make([]int32, keys),
		key:   make([]int32, 64*words),
		taken: make([]uint64, words),
		tree:  make([]int32, words+1),
	}
}

// upTo returns how many keys were last used when key was, or before.
func (r *recency) upTo(key int32) int {
	at := uint32(r.place[key] - 1)
	word := at / 64
	n := bits.OnesCount64(r.taken[word] << (63 - at%64))
	for i := word; i > 0; i &= i - 1 {
		n += int(r.tree[i])
	}
	return n
}

// use moves a key to the end.
func (r *recency) use(key int32) {
	if int(r.next) == len(r.key) {
		r.closeUp()
	}
	if old := r.place[key]; old > 0 {
		r.flip(uint32(old-1), -1)
	}
	r.flip(uint32(r.next), 1)
	r.key[r.next] = key
	r.next++
	r.place[key] = r.next
}

func (r *recency) flip(at uint32, by int32) {
	r.taken[at/64] ^= 1 << (at % 64)
	for i := at/64 + 1; int(i) < len(r.tree); i += i & -i {
		r.tree[i] += by
	}
}

// closeUp moves all keys to the first places, in the same order. At least half
// the places are empty then, so it is done once in as many uses as there are keys.
func (r *recency) closeUp() {
	n := int32(0)
	for word, taken := range r.taken {
		for ; taken != 0; taken &= taken - 1 {
			key := r.key[64*word+bits.TrailingZeros64(taken)]
			r.key[n] = key
			n++
			r.place[key] = n
		}
	}
	r.next = n
	clear(r.taken)
	clear(r.tree)
	for word := range r.taken {
		full := min(max(int(n)-64*word, 0), 64)
		r.taken[word] = ^uint64(0) >> (64 - full) // a shift by 64 gives 0
		i := word + 1
		r.tree[i] += int32(full)
		if up := i + i&-i; up < len(r.tree) {
			r.tree[up] += r.tree[i]
		}
	}
}
