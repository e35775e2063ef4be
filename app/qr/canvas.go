package qr

// A canvas is a code that is being drawn.
type canvas struct {
	dark  Code
	fixed [][]bool // the patterns, which hold no text and take no mask
}

// newCanvas returns a canvas with the patterns of a version, and light modules
// where the format will be.
func newCanvas(v version) *canvas {
	n := v.size()
	c := &canvas{make(Code, n), make([][]bool, n)}
	for y := range n {
		c.dark[y], c.fixed[y] = make([]bool, n), make([]bool, n)
	}
	for i := range n {
		c.set(6, i, i%2 == 0)
		c.set(i, 6, i%2 == 0)
	}
	at := v.alignments()
	for _, x := range at {
		for _, y := range at {
			if x+y > 12 && x+y != n-1 || x != 6 && y != 6 { // no finder pattern is there
				c.rings(x, y, 2)
			}
		}
	}
	c.rings(3, 3, 4)
	c.rings(n-4, 3, 4)
	c.rings(3, n-4, 4)
	c.format(0)
	if v >= 7 {
		code := int(v)<<12 | parity(int(v), 12, 0x1f25)
		for i := range 18 {
			a, b := n-11+i%3, i/3
			c.set(a, b, code>>i&1 == 1)
			c.set(b, a, code>>i&1 == 1)
		}
	}
	return c
}

// set sets a module of a pattern.
func (c *canvas) set(x, y int, dark bool) {
	if 0 <= x && x < len(c.dark) && 0 <= y && y < len(c.dark) {
		c.dark[y][x], c.fixed[y][x] = dark, true
	}
}

// rings draws squares around a centre: a finder pattern with its light border, of
// radius 4, or an alignment pattern, of radius 2.
func (c *canvas) rings(x, y, radius int) {
	for dy := -radius; dy <= radius; dy++ {
		for dx := -radius; dx <= radius; dx++ {
			ring := max(dx, -dx, dy, -dy)
			c.set(x+dx, y+dy, ring != 4 && ring != radius/2)
		}
	}
}

// format writes, twice, what a reader has to know first: the level, for which L is
// 01, and the mask.
func (c *canvas) format(mask int) {
	n := len(c.dark)
	number := 0b01<<3 | mask
	code := (number<<10 | parity(number, 10, 0x537)) ^ 0x5412
	for i := range 15 {
		dark := code>>i&1 == 1
		switch {
		case i < 6:
			c.set(8, i, dark)
		case i < 8:
			c.set(8, i+1, dark)
		case i == 8:
			c.set(7, 8, dark)
		default:
			c.set(14-i, 8, dark)
		}
		if i < 8 {
			c.set(n-1-i, 8, dark)
		} else {
			c.set(8, n-15+i, dark)
		}
	}
	c.set(8, n-8, true)
}

// parity returns the bits that are written after a number to protect it.
func parity(number, count, divisor int) int {
	rest := number
	for range count {
		rest = rest<<1 ^ rest>>(count-1)*divisor
	}
	return rest
}

// write writes bytes into the modules that are free: in columns of two, from the
// right, up and down in turn, leaving out the column of the timing pattern.
func (c *canvas) write(bytes []byte) {
	n := len(c.dark)
	at := 0
	for right := n - 1; right > 0; right -= 2 {
		if right == 6 {
			right = 5
		}
		up := (right+1)&2 == 0
		for i := range n {
			y := i
			if up {
				y = n - 1 - i
			}
			for _, x := range []int{right, right - 1} {
				if !c.fixed[y][x] && at < 8*len(bytes) {
					c.dark[y][x] = bytes[at/8]>>(7-at%8)&1 == 1
					at++
				}
			}
		}
	}
}
