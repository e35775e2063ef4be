package draw

import (
	"math"
	"slices"
	"unicode/utf8"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// labels writes the number at the current point, that at the edge of the plateau,
// from where on a larger cache saves nothing, and that without a cache, in this
// order, as far as there is room. It returns where they stand, too.
func (c *curve) labels() (out []markup.Node, taken []box) {
	said := map[string]bool{}
	write := func(part string, p trace.Point, size float64, choices ...string) {
		for _, say := range choices {
			b, ok := c.spot(p, size, say, taken)
			if said[say] || !ok {
				continue
			}
			said[say] = true
			out, taken = append(out, label(part, b.x, b.y+size, size, say)), append(taken, b)
			return
		}
	}
	if p, ok := c.current(); ok && !(c.plateau >= 0 && c.Points[c.plateau].Size == p.Size) {
		write("current", p, 13, c.say(p))
	}
	if c.plateau >= 0 {
		p := c.Points[c.plateau]
		good := p.Size.String() + ": as good as None"
		write(boolean(p.Size == c.Current, "current", "plateau"), p, smallest, c.say(p)+" · "+good, good, c.say(p))
	}
	if len(c.Points) > 0 && c.Points[0].Size == 0 {
		p := c.Points[0]
		choices := []string{c.say(p) + " without", c.say(p)}
		if p.More && c.Took != "" {
			choices = append([]string{c.say(p) + " · " + c.Took, c.Took}, choices...)
		}
		write("plateau", p, smallest, choices...)
	}
	return out, taken
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

// A box is where a text stands: y is its top.
type box struct{ x, y, w, h float64 }

func (b box) meets(c box) bool {
	return b.x < c.x+c.w && c.x < b.x+b.w && b.y < c.y+c.h && c.y < b.y+b.h
}

// spot finds a place for what is to be said of a point: above it or beneath, to the
// right or to the left, where neither another text nor the curve is in the way; ok
// is false where there is none.
func (c *curve) spot(p trace.Point, size float64, say string, taken []box) (b box, ok bool) {
	w := span(utf8.RuneCountInString(say), size)
	x, y := c.x(p.Size), c.y(c.value(p))
	const apart = 8.0 // from the point, which may be the current one
	inside := func(x float64) float64 { return boundedBy(x, 2, c.width-2-w) }
	for _, y := range []float64{y - apart - size - 3, y + apart - 3} {
		for _, x := range []float64{inside(x + 5), inside(x - w - 5), inside(x + 24), inside(x - w - 24)} {
			b = box{x, y, w, size + 3}
			free := x >= 2 && x+w <= c.width-2 && y > axisName && y+b.h < curveSizes-smallest
			if free && !slices.ContainsFunc(taken, b.meets) && !c.crosses(b) {
				return b, true
			}
		}
	}
	return b, false
}

// crosses reports whether the curve runs through a box.
func (c *curve) crosses(b box) bool {
	for i := 1; i < len(c.Points); i++ {
		x, y := c.x(c.Points[i-1].Size), c.y(c.value(c.Points[i-1]))
		dx, dy := c.x(c.Points[i].Size)-x, c.y(c.value(c.Points[i]))-y
		if b.cut(x, y, dx, dy) {
			return true
		}
	}
	return false
}

// cut reports whether the line from x, y to x+dx, y+dy goes through the box.
func (b box) cut(x, y, dx, dy float64) bool {
	from, to := 0.0, 1.0 // the part of the line that may be inside
	for _, side := range [][3]float64{{x, dx, b.x}, {-x, -dx, -b.x - b.w}, {y, dy, b.y}, {-y, -dy, -b.y - b.h}} {
		at, by, least := side[0], side[1], side[2] // at + t*by is to be at least least
		switch {
		case by == 0 && at < least:
			return false
		case by > 0:
			from = max(from, (least-at)/by)
		case by < 0:
			to = min(to, (least-at)/by)
		}
	}
	return from < to
}

// ticks writes the scale: what is drawn, and a line for each round value. The
// numbers stand where the curve is not: on the right, or, of hit ratios, on the
// left; one that would touch a label is left out.
func (c *curve) ticks(labels []box) []markup.Node {
	name := "body runs, log scale"
	if c.Ratio {
		name = "hit ratio"
	}
	out := []markup.Node{label("words", c.width-2, axisName, smallest, name).With("text-anchor", "end")}
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
		w := span(len(say), smallest)
		number := box{c.width - 2 - w, y - 3 - smallest, w, smallest + 3}
		if c.Ratio {
			number.x = thumb/2 + 2
		}
		if slices.ContainsFunc(labels, number.meets) || c.crosses(number) {
			continue
		}
		out = append(out, label("size", number.x, y-3, smallest, say))
	}
	return out
}

// round are the round values between the bottom and the top.
func (c *curve) round() []float64 {
	if !c.scaled {
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
		x := boundedBy(c.x(size), w/2, c.width-w/2)
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
