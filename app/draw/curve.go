package draw

import (
	"math"
	"strconv"
	"strings"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// Curve draws how often the body runs, for every maxsize from 0 to most. It
// hangs under a slider as wide, from 0 to most, whose thumb is 20 pixels wide,
// and shares its axis: a point is right under the thumb that chooses it. Points
// that are still to come are left out. A point over its limit is drawn at the
// top as an open arrow.
func Curve(points []trace.Point, current, most trace.Size, width int) markup.Node {
	c := newCurve(points, most, width)
	svg := picture("curve", "Times the body runs, for every maxsize", c.tells(current), width, curveHeight)
	svg = svg.Of(label("words", thumb/2, 11, smallest, "times the body runs, for every maxsize"))
	svg = svg.Of(c.sizes(current)...)
	if len(points) > 1 {
		svg = svg.Of(markup.El("path", "data-part", "line", "d", c.line()))
	}
	marks := make([]markup.Node, 0, len(points)+1)
	for _, p := range points {
		marks = append(marks, c.mark(p, p.Size == current))
	}
	return svg.Of(markup.El("g", "data-part", "points").Of(marks...)).Of(c.labels(current)...)
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
		d.WriteString(markup.Num(c.x(p.Size)) + " " + markup.Num(c.y(p)))
	}
	return d.String()
}

// mark draws a point, and over its full height where it answers the pointer.
func (c curve) mark(p trace.Point, current bool) markup.Node {
	x, y := c.x(p.Size), c.y(p)
	g := markup.El("g", "data-maxsize", int(p.Size), "data-computations", p.Bodies)
	if p.More {
		g = g.With("data-more", "")
	}
	if current {
		g = g.With("data-current", "")
	}
	g = g.Keyed(strconv.Itoa(int(p.Size))).Of(
		markup.El("title").Say("maxsize "+p.Size.String()+": the body runs "+words.TimesRun(p)),
		markup.El("rect", "data-part", "column", "x", x-c.pitch/2, "y", 16, "width", c.pitch, "height", curveHeight-16),
	)
	r := c.r
	if current {
		r = 6
	}
	if p.More {
		r = max(r, 2.5)
		return g.Of(markup.El("path", "data-part", "point", "d", "M"+markup.Num(x-r-1)+" "+markup.Num(y)+"l"+markup.Num(r+1)+" "+markup.Num(-r-3)+"l"+markup.Num(r+1)+" "+markup.Num(r+3)+"z"))
	}
	return g.Of(markup.El("circle", "data-part", "point", "cx", x, "cy", y, "r", r))
}

func (c curve) tells(current trace.Size) string {
	if len(c.points) == 0 {
		return "Still being computed."
	}
	var b strings.Builder
	if i := int(current) - c.first(); current >= 0 && i >= 0 && i < len(c.points) {
		b.WriteString("With maxsize " + current.String() + " the body runs " + words.TimesRun(c.points[i]) + ". ")
	}
	if p, ok := c.plateau(); ok {
		b.WriteString("From maxsize " + p.Size.String() + " on it runs " + words.TimesRun(p) + ".")
	}
	return b.String()
}
