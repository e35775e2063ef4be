package keylog

// lfu is a heap of entries by their uses and then by age. A hit only counts: the
// entry is moved when it comes to the top, and has been used since it was put
// where it is. As uses only grow, it can only have to go down, so what is at the
// top and up to date is the least of all.
type lfu struct {
	heap   []lfuEntry
	size   int
	uses   []int32 // by key; 0 if it is not in the cache
	stored int64   // how many entries were stored so far
}

type lfuEntry struct {
	uses   int32 // when it was put here
	key    int32
	stored int64
}

func newLFU(size, keys int) *lfu {
	return &lfu{heap: make([]lfuEntry, 0, size), size: size, uses: make([]int32, keys)}
}

func (c *lfu) ask(key int32) (hit bool) {
	if c.uses[key] > 0 {
		c.uses[key]++
		return true
	}
	c.uses[key] = 1
	c.stored++
	e := lfuEntry{1, key, c.stored}
	if len(c.heap) < c.size {
		c.heap = append(c.heap, e)
		c.up(len(c.heap) - 1)
		return false
	}
	for c.heap[0].uses != c.uses[c.heap[0].key] {
		c.heap[0].uses = c.uses[c.heap[0].key]
		c.down()
	}
	c.uses[c.heap[0].key] = 0
	c.heap[0] = e
	c.down()
	return false
}

func (e lfuEntry) before(o lfuEntry) bool {
	return e.uses < o.uses || e.uses == o.uses && e.stored < o.stored
}

func (c *lfu) up(i int) {
	h := c.heap
	for e := h[i]; i > 0 && e.before(h[(i-1)/2]); i = (i - 1) / 2 {
		h[i], h[(i-1)/2] = h[(i-1)/2], e
	}
}

func (c *lfu) down() {
	h := c.heap
	e, i := h[0], 0
	for {
		child := 2*i + 1
		if child >= len(h) {
			break
		}
		if child+1 < len(h) && h[child+1].before(h[child]) {
			child++
		}
		if !h[child].before(e) {
			break
		}
		h[i], i = h[child], child
	}
	h[i] = e
}
