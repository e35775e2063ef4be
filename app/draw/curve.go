package draw

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"playground/app/trace"
)

// Curve draws how often the body runs, for every maxsize from 0 to most. It
// hangs under a slider as wide, from 0 to most, whose thumb is 20 pixels wide,
// and shares its axis: a point is right under the thumb that chooses it. Points
// that are still to come are left out. A point over its limit is drawn at the
// top as an open arrow.
func Curve(points []trace.Point, current, most trace.Size, width int) Node {
	c := newCurve(points, most, width)
	svg := picture("curve", "Times the body runs, for every maxsize", c.tells(current), width, curveHeight)
	svg = svg.Of(label("words", thumb/2, 11, smallest, "times the body runs, for every maxsize"))
	svg = svg.Of(c.sizes(current)...)
	if len(points) > 1 {
		svg = svg.Of(El("path", "data-part", "line", "d", c.line()))
	}
	marks := make([]Node, 0, len(points)+1)
	for _, p := range points {
		marks = append(marks, c.mark(p, p.Size == current))
	}
	return svg.Of(El("g", "data-part", "points").Of(marks...)).Of(c.labels(current)...)
}

const (
	curveHeight = 108
	curveTop    = 38.0
	curveBottom = 84.0
	curveSizes  = 105.0 // the base line of the axis
)

type curve struct {
	points []trace.Point
	most   trace.Size
	width  float64
	pitch  float64
	r      float64
	lowest float64
	scale  float64 // of the logarithm
}

func newCurve(points []trace.Point, most trace.Size, width int) curve {
	c := curve{points: points, most: max(most, 1), width: float64(width)}
	c.pitch = (c.width - thumb) / float64(c.most)
	c.r = boundedBy(c.pitch*0.36, 1.3, 3)
	if len(points) == 0 {
		return c
	}
	lowest, highest := points[0].Bodies, points[0].Bodies
	for _, p := range points {
		lowest, highest = min(lowest, p.Bodies), max(highest, p.Bodies)
	}
	c.lowest = float64(max(1, lowest))
	// A small difference is to look small.
	c.scale = (curveBottom - curveTop) / math.Log(max(4, float64(highest)/c.lowest))
	return c
}

func (c curve) x(size trace.Size) float64 { return thumb/2 + float64(size)*c.pitch }

func (c curve) y(p trace.Point) float64 {
	return curveBottom - c.scale*math.Log(float64(max(1, p.Bodies))/c.lowest)
}

func (c curve) line() string {
	var d strings.Builder
	for i, p := range c.points {
		d.WriteString(boolean(i == 0, "M", "L"))
		d.WriteString(num(c.x(p.Size)) + " " + num(c.y(p)))
	}
	return d.String()
}

// mark draws a point, and over its full height where it answers the pointer.
func (c curve) mark(p trace.Point, current bool) Node {
	x, y := c.x(p.Size), c.y(p)
	g := El("g", "data-maxsize", int(p.Size), "data-computations", p.Bodies)
	if p.More {
		g = g.With("data-more", "")
	}
	if current {
		g = g.With("data-current", "")
	}
	g = g.Keyed(strconv.Itoa(int(p.Size))).Of(
		El("title").Say("maxsize "+p.Size.String()+": the body runs "+timesRun(p)),
		El("rect", "data-part", "column", "x", x-c.pitch/2, "y", 16, "width", c.pitch, "height", curveHeight-16),
	)
	r := c.r
	if current {
		r = 6
	}
	if p.More {
		r = max(r, 2.5)
		return g.Of(El("path", "data-part", "point", "d", "M"+num(x-r-1)+" "+num(y)+"l"+num(r+1)+" "+num(-r-3)+"l"+num(r+1)+" "+num(r+3)+"z"))
	}
	return g.Of(El("circle", "data-part", "point", "cx", x, "cy", y, "r", r))
}

// runs says how often the body runs.
func runs(p trace.Point) string {
	if p.More {
		return "more than " + Count(p.Bodies)
	}
	return Count(p.Bodies)
}

func timesRun(p trace.Point) string {
	if p.More {
		return runs(p) + " times"
	}
	return plural(p.Bodies, "time", "times")
}

// labels writes the number at the current point, that at the edge of the plateau,
// from where on a larger cache saves nothing, and that without a cache.
func (c curve) labels(current trace.Size) []Node {
	var out []Node
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
func (c curve) number(part string, p trace.Point, size float64) (Node, box) {
	say := Count(p.Bodies)
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
func (c curve) sizes(current trace.Size) []Node {
	var out []Node
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

func (c curve) tells(current trace.Size) string {
	if len(c.points) == 0 {
		return "Still being computed."
	}
	var b strings.Builder
	if i := int(current) - c.first(); current >= 0 && i >= 0 && i < len(c.points) {
		b.WriteString("With maxsize " + current.String() + " the body runs " + timesRun(c.points[i]) + ". ")
	}
	if p, ok := c.plateau(); ok {
		b.WriteString("From maxsize " + p.Size.String() + " on it runs " + timesRun(p) + ".")
	}
	return b.String()
}
