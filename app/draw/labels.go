package draw

import (
	"slices"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// labels writes the number at the current point, that at the edge of the plateau,
// from where on a larger cache saves nothing, and that without a cache.
func (c curve) labels(current trace.Size) []markup.Node {
	var out []markup.Node
	var taken []box
	said := map[int]bool{}
	write := func(part string, p trace.Point, size float64) {
		n, b := c.number(part, p, size)
		if said[p.Bodies] || slices.ContainsFunc(taken, b.meets) {
			return
		}
		said[p.Bodies] = true
		out, taken = append(out, n), append(taken, b)
	}
	if i := int(current) - c.first(); current >= 0 && i >= 0 && i < len(c.points) {
		write("current", c.points[i], 13)
	}
	if p, ok := c.plateau(); ok {
		write("plateau", p, 12)
	}
	if len(c.points) > 0 && c.first() == 0 {
		write("plateau", c.points[0], 12)
	}
	return out
}

// first is the size of the first point that is known.
func (c curve) first() int {
	if len(c.points) == 0 {
		return 0
	}
	return int(c.points[0].Size)
}

// plateau is the smallest size at which the body runs as seldom as ever.
func (c curve) plateau() (trace.Point, bool) {
	if len(c.points) == 0 {
		return trace.Point{}, false
	}
	best := c.points[len(c.points)-1]
	for _, p := range c.points {
		if p.Bodies < best.Bodies && !p.More {
			best = p
		}
	}
	for _, p := range c.points {
		if p.Bodies == best.Bodies {
			return p, true
		}
	}
	return best, true
}

// A box is where a text stands.
type box struct{ x, y, w, h float64 }

func (b box) meets(c box) bool {
	return b.x < c.x+c.w && c.x < b.x+b.w && b.y < c.y+c.h && c.y < b.y+b.h
}

// number writes the count of a point above it, to the right if there is room.
func (c curve) number(part string, p trace.Point, size float64) (markup.Node, box) {
	say := words.Count(p.Bodies)
	if p.More {
		say = "> " + say
	}
	w := span(len(say), size)
	x := c.x(p.Size) + 5
	if x+w > c.width-2 {
		x = c.width - 2 - w
	}
	y := c.y(p) - 9
	return label(part, x, y, size, say), box{x - 4, y - size, w + 8, size + 4}
}

// sizes writes the axis: as many sizes as fit, and the current one among them.
func (c curve) sizes(current trace.Size) []markup.Node {
	var out []markup.Node
	var taken []box
	add := func(size trace.Size, part string) {
		say := size.String()
		w := span(len(say), smallest)
		x := min(c.x(size), c.width-w/2)
		b := box{x - w/2 - 3, curveSizes - smallest, w + 6, smallest}
		for _, t := range taken {
			if b.meets(t) {
				return
			}
		}
		taken = append(taken, b)
		out = append(out, label(part, x, curveSizes, smallest, say).With("text-anchor", "middle").Keyed(say))
	}
	if current >= 0 && current <= c.most {
		add(current, "size-current")
	}
	add(0, "size")
	add(c.most, "size")
	for size := c.every(); size < c.most; size += c.every() {
		add(size, "size")
	}
	return out
}

// every is the step between the sizes that are written.
func (c curve) every() trace.Size {
	need := span(len(c.most.String()), smallest) + 6
	for ten := trace.Size(1); ; ten *= 10 {
		for _, n := range []trace.Size{1, 2, 5} {
			if float64(n*ten)*c.pitch >= need {
				return n * ten
			}
		}
	}
}
