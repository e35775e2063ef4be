package draw

import (
	"math"
	"slices"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// labels writes the number at the current point, that at the edge of the plateau,
// from where on a larger cache saves nothing, and that without a cache.
func (c *curve) labels() []markup.Node {
	var out []markup.Node
	var taken []box
	said := map[string]bool{}
	write := func(part string, p trace.Point, size float64, choices ...string) {
		for _, say := range choices {
			n, b := c.number(part, p, size, say)
			if said[say] || slices.ContainsFunc(taken, b.meets) {
				continue
			}
			said[say] = true
			out, taken = append(out, n), append(taken, b)
			return
		}
	}
	if p, ok := c.current(); ok && !(c.plateau >= 0 && c.Points[c.plateau].Size == p.Size) {
		write("current", p, 13, c.say(p))
	}
	if c.plateau >= 0 {
		p := c.Points[c.plateau]
		good := p.Size.String() + ": no gain beyond"
		if c.Keys <= int(c.Most) {
			good = p.Size.String() + ": as good as None"
		}
		write(boolean(p.Size == c.Current, "current", "plateau"), p, 12, c.say(p)+" · "+good, good, c.say(p))
	}
	if len(c.Points) > 0 && c.Points[0].Size == 0 {
		p := c.Points[0]
		if p.More && c.Took != "" {
			write("plateau", p, 12, c.say(p)+" · "+c.Took, c.say(p))
		}
		write("plateau", p, 12, c.say(p)+" without", c.say(p))
	}
	return out
}

// say is the value of a point.
func (c *curve) say(p trace.Point) string {
	switch {
	case p.More:
		return "> " + words.Count(p.Bodies)
	case c.Ratio:
		return words.Percent(p.Hits, p.Hits+p.Bodies) + " %"
	}
	return words.Count(p.Bodies)
}

// A box is where a text stands.
type box struct{ x, y, w, h float64 }

func (b box) meets(c box) bool {
	return b.x < c.x+c.w && c.x < b.x+b.w && b.y < c.y+c.h && c.y < b.y+b.h
}

// number writes what is to be said of a point above it, to the right if there is
// room.
func (c *curve) number(part string, p trace.Point, size float64, say string) (markup.Node, box) {
	w := span(len([]rune(say)), size)
	x := c.x(p.Size) + 5
	if x+w > c.width-2 {
		x = max(2, c.width-2-w)
	}
	y := c.y(c.value(p)) - 9
	return label(part, x, y, size, say), box{x - 4, y - size, w + 8, size + 4}
}

// ticks writes the scale: what is drawn, and a line for each round value. The
// numbers stand where the curve is not: on the right, or, of hit ratios, on the
// left.
func (c *curve) ticks() []markup.Node {
	name := "body runs, log scale"
	if c.Ratio {
		name = "hit ratio"
	}
	out := []markup.Node{label("words", c.width-2, 13, smallest, name).With("text-anchor", "end")}
	last := math.Inf(1)
	for _, v := range c.round() {
		y := c.y(v)
		if math.Abs(last-y) < 16 {
			continue
		}
		last = y
		say := words.Count(int(v))
		if c.Ratio {
			say = words.Percent(int(v*100), 100) + " %"
		}
		out = append(out, markup.El("path", "data-part", "tick-line", "d", "M"+markup.Num(thumb/2)+" "+markup.Num(y)+"H"+markup.Num(c.width-thumb/2)))
		if c.Ratio {
			out = append(out, label("size", thumb/2+2, y-3, smallest, say))
		} else {
			out = append(out, label("size", c.width-2, y-3, smallest, say).With("text-anchor", "end"))
		}
	}
	return out
}

// round are the round values between the bottom and the top.
func (c *curve) round() []float64 {
	if len(c.Points) == 0 {
		return nil
	}
	if c.Ratio {
		return []float64{0.5, 1}
	}
	var list []float64
	factors := []float64{1}
	if c.high/c.low < 30 {
		factors = []float64{1, 2, 5}
	}
	for ten := 1.0; ten <= c.high; ten *= 10 {
		for _, f := range factors {
			if v := ten * f; v > c.low && v <= c.high {
				list = append(list, v)
			}
		}
	}
	return list
}

// sizes writes the axis: as many sizes as fit, and the current one among them.
func (c *curve) sizes() []markup.Node {
	out := []markup.Node{label("words", c.width-2, curveFoot, smallest, "maxsize →").With("text-anchor", "end")}
	var taken []box
	add := func(size trace.Size, part string) {
		say := size.String()
		w := span(len(say), smallest)
		x := min(c.x(size), c.width-w/2)
		b := box{x - w/2 - 3, curveSizes - smallest, w + 6, smallest}
		if slices.ContainsFunc(taken, b.meets) {
			return
		}
		taken = append(taken, b)
		out = append(out, label(part, x, curveSizes, smallest, say).With("text-anchor", "middle").Keyed(say))
	}
	if c.Current >= 0 && c.Current <= c.Most {
		add(c.Current, "size-current")
	}
	if c.plateau >= 0 {
		add(c.Points[c.plateau].Size, "size")
	}
	add(0, "size")
	add(c.Most, "size")
	for size := c.every(); size < c.Most; size += c.every() {
		add(size, "size")
	}
	return out
}

// every is the step between the sizes that are written.
func (c *curve) every() trace.Size {
	need := span(len(c.Most.String()), smallest) + 6
	for ten := trace.Size(1); ; ten *= 10 {
		for _, n := range []trace.Size{1, 2, 5} {
			if float64(n*ten)*c.pitch >= need {
				return n * ten
			}
		}
	}
}
