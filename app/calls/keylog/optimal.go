package keylog

import "math"

// optimal is Belady's policy: a heap of entries by their next use, the latest at
// the top. When an entry is used it gets a new place in the heap, and the old one
// stays, outdated: the use that it tells of is over. As the top is never before a
// use that is yet to come, what is outdated never gets there while an entry is in
// the cache; it is cleared away when it fills more than half the heap.
type optimal struct {
	size, used int
	present    []bool  // by key
	next       []int32 // by call: the next call of the same key
	now        int32   // the calls so far
	heap       []use
}

// use is the next use of a key.
type use struct{ at, key int32 }

// never is the next use of a key that does not come again.
const never = math.MaxInt32

func newOptimal(size, keys int, next []int32) *optimal {
	return &optimal{size: size, present: make([]bool, keys), next: next}
}

func (c *optimal) ask(key int32) (hit bool) {
	hit = c.present[key]
	if !hit {
		if c.used == c.size {
			c.present[c.heap[0].key] = false
			c.pop()
		} else {
			c.used++
		}
		c.present[key] = true
	}
	c.push(use{c.next[c.now], key})
	c.now++
	if len(c.heap) > 2*c.size+1024 {
		c.clean()
	}
	return hit
}

func (c *optimal) push(u use) {
	c.heap = append(c.heap, u)
	h, i := c.heap, len(c.heap)-1
	for ; i > 0 && h[(i-1)/2].at < u.at; i = (i - 1) / 2 {
		h[i] = h[(i-1)/2]
	}
	h[i] = u
}

func (c *optimal) pop() {
	last := len(c.heap) - 1
	u := c.heap[last]
	c.heap = c.heap[:last]
	if last > 0 {
		c.down(0, u)
	}
}

// down puts u at i or, where later uses are beneath, further down.
func (c *optimal) down(i int, u use) {
	h := c.heap
	for {
		child := 2*i + 1
		if child >= len(h) {
			break
		}
		if child+1 < len(h) && h[child+1].at > h[child].at {
			child++
		}
		if h[child].at <= u.at {
			break
		}
		h[i], i = h[child], child
	}
	h[i] = u
}

// clean leaves the places that are not outdated.
func (c *optimal) clean() {
	kept := c.heap[:0]
	for _, u := range c.heap {
		if u.at >= c.now {
			kept = append(kept, u)
		}
	}
	c.heap = kept
	for i := len(kept)/2 - 1; i >= 0; i-- {
		c.down(i, kept[i])
	}
}

// nextUses tells of each call when its key is asked for next.
func nextUses(log Log) []int32 {
	next := make([]int32, len(log.Calls))
	at := make([]int32, len(log.Keys))
	for key := range at {
		at[key] = never
	}
	for i := len(log.Calls) - 1; i >= 0; i-- {
		key := log.Calls[i]
		next[i] = at[key]
		at[key] = int32(i)
	}
	return next
}
