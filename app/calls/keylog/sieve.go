package keylog

// sieve is a list from the newest entry to the oldest, and a hand that goes from
// the oldest to the newest and round again. Entries have the numbers of their
// keys, and 0 is the end of the list, so key k is entry k+1.
type sieve struct {
	size, free     int
	newer, older   []int32
	newest, oldest int32
	hand           int32 // where to look next; 0 for the oldest
	state          []sieveState
}

type sieveState uint8

const (
	absent sieveState = iota
	present
	visited // since the hand was there
)

func newSieve(size, keys int) *sieve {
	return &sieve{
		size: size, free: size,
		newer: make([]int32, keys+1),
		older: make([]int32, keys+1),
		state: make([]sieveState, keys+1),
	}
}

func (c *sieve) ask(key int32) (hit bool) {
	e := key + 1
	if c.state[e] != absent {
		c.state[e] = visited
		return true
	}
	if c.free == 0 {
		c.evict()
	} else {
		c.free--
	}
	c.state[e] = present
	c.older[e], c.newer[e] = c.newest, 0
	if c.newest != 0 {
		c.newer[c.newest] = e
	} else {
		c.oldest = e
	}
	c.newest = e
	return false
}

func (c *sieve) evict() {
	e := c.hand
	for {
		if e == 0 {
			e = c.oldest
		}
		if c.state[e] != visited {
			break
		}
		c.state[e] = present
		e = c.newer[e]
	}
	c.hand = c.newer[e]
	c.state[e] = absent
	if c.older[e] != 0 {
		c.newer[c.older[e]] = c.newer[e]
	} else {
		c.oldest = c.newer[e]
	}
	if c.newer[e] != 0 {
		c.older[c.newer[e]] = c.older[e]
	} else {
		c.newest = c.older[e]
	}
}
