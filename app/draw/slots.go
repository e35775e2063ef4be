package draw

import (
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// empties draws the slots; the entries stand upon them.
func (c *cache) empties() markup.Node {
	g := markup.El("g", "data-part", "slots")
	if c.max == 0 {
		return c.sayOff(g)
	}
	n := c.grid.cells
	if c.grid.hidden {
		n -= overflow
	}
	if c.max == trace.None {
		n = min(n, len(c.st.Order)+1)
	}
	g.Kids = make([]markup.Node, 0, n+2)
	for i := range n {
		x, y := c.place(i)
		g.Kids = append(g.Kids, markup.El("rect",
			"data-slot", boolean(i < len(c.st.Order), "taken", "empty"),
			"x", x, "y", y, "width", c.grid.w, "height", c.grid.h, "rx", c.radius()))
	}
	if !c.grid.hidden {
		return g
	}
	more := ""
	if hidden := len(c.st.Order) - n; hidden > 0 {
		more = "+" + words.Count(hidden) + " more"
	} else if c.max != trace.None {
		more = "+" + words.Count(c.slots-n) + " empty"
	}
	if more != "" {
		x, y := c.place(n)
		g = g.Of(label("more", x+2, y+c.grid.h-3, smallest, more))
	}
	return g
}

func (c *cache) sayOff(g markup.Node) markup.Node {
	y := c.y + c.deep/2
	return g.Of(
		label("title", float64(c.width)/2, y-4, 17, "caching is off").With("text-anchor", "middle"),
		label("words", float64(c.width)/2, y+17, 12, c.fitting("maxsize=0 stores nothing: every call runs the body", "every call runs the body")).With("text-anchor", "middle"),
	)
}

func (c *cache) radius() float64 {
	if c.grid.detail == keysOnly {
		return 4
	}
	return 10
}

// shown is how many entries are drawn: the most recent ones.
func (c *cache) shown() int {
	n := len(c.st.Order)
	if c.grid.hidden && n > c.grid.cells-overflow {
		n = c.grid.cells - overflow
	}
	return n
}

// overflow is the number of cells that the count of what is not drawn takes.
const overflow = 4
