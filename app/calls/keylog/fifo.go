package keylog

// fifo is a ring: the next to go is the next to be overwritten.
type fifo struct {
	ring    []int32
	oldest  int
	present []bool // by key
}

func (c *fifo) ask(key int32) (hit bool) {
	if c.present[key] {
		return true
	}
	c.present[key] = true
	if len(c.ring) < cap(c.ring) {
		c.ring = append(c.ring, key)
		return false
	}
	c.present[c.ring[c.oldest]] = false
	c.ring[c.oldest] = key
	if c.oldest++; c.oldest == len(c.ring) {
		c.oldest = 0
	}
	return false
}
