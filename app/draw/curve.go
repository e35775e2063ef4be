package draw

import (
	"math"
	"strconv"
	"strings"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// A Cost is what a script costs at every maxsize, as far as it is known.
type Cost struct {
	Points  []trace.Point // by growing maxsize, up to Most; the smallest ones may be still to come
	Most    trace.Size    // the end of the axis
	Keys    int           // the number of distinct calls: a cache that holds them all is as good as an unbounded one
	Current trace.Size    // the maxsize that is shown
	Ratio   bool          // hit ratios are drawn, not how often the body runs
	Blank   bool          // the scale alone is drawn, for somebody to draw the curve in
	Took    string        // in words, how long it would take to run what a limit ended; "" where nobody knows
}

// Curve draws the cost for every maxsize from 0 to Most: how often the body runs,
// on a logarithmic scale, or the hit ratio. It is to stand under a slider from 0 to
// Most that is as wide as the picture, with a thumb of 20 pixels: each point is
// right under the thumb that chooses it. Points that are not known yet are left out.
// A point whose run a limit ended is drawn as an arrow upwards.
func Curve(cost Cost, width int) markup.Node {
	c := newCurve(cost, width)
	svg := picture("curve", c.name(), c.tells(), width, curveHeight)
	labels, taken := c.labels()
	svg = svg.Of(c.ticks(taken)...).Of(c.sizes()...)
	if len(c.Points) > 1 {
		svg = svg.Of(markup.El("path", "data-part", "line", "d", c.line()))
	}
	marks := make([]markup.Node, 0, len(c.Points))
	for _, p := range c.Points {
		marks = append(marks, c.mark(p, p.Size == c.Current))
	}
	return svg.Of(markup.El("g", "data-part", "points").Of(marks...)).Of(labels...)
}

const (
	curveHeight = 172
	axisName    = 13.0 // the base line of what the curve draws
	curveTop    = 50.0
	curveBottom = 134.0
	curveSizes  = 153.0 // the base line of the axis
	curveFoot   = 168.0 // the base line of what it counts
)

type curve struct {
	Cost
	width   float64
	pitch   float64
	r       float64
	low     float64 // what stands at the bottom and at the top
	high    float64
	scaled  bool // there are points, which low and high are of
	plateau int  // the index of the first point from which on nothing is gained; -1 if that is not known
}

func newCurve(cost Cost, width int) curve {
	c := curve{Cost: cost, width: float64(width), plateau: -1}
	c.Most = max(c.Most, 1)
	c.pitch = (c.width - thumb) / float64(c.Most)
	c.r = boundedBy(c.pitch*0.36, 1.3, 3)
	if c.Ratio {
		c.low, c.high = 0, 1
	} else {
		c.low, c.high = math.Inf(1), 1
		for _, p := range c.Points {
			c.low, c.high = min(c.low, c.value(p)), max(c.high, c.value(p))
		}
		c.low = min(c.low, c.high)
		c.high = max(c.high, 4*c.low) // a small difference is to look small
	}
	c.scaled = len(c.Points) > 0
	if c.Blank {
		c.Points = nil
	}
	c.plateau = c.findPlateau()
	return c
}

// findPlateau finds the first point from which on nothing is gained; -1 if that
// is not known yet, as long as no point before it is.
func (c *curve) findPlateau() int {
	n := len(c.Points)
	if n == 0 || c.Points[n-1].More {
		return -1
	}
	if c.Keys > int(c.Most) && c.Points[n-1].Bodies > c.Keys {
		return -1 // beyond the axis there may be more to gain: the body has to run once a key
	}
	i := n - 1
	for i > 0 && !c.Points[i-1].More && c.value(c.Points[i-1]) == c.value(c.Points[n-1]) {
		i--
	}
	if i == 0 && c.Points[0].Size > 0 {
		return -1
	}
	return i
}

// value is what is drawn of a point.
func (c *curve) value(p trace.Point) float64 {
	if !c.Ratio {
		return float64(max(1, p.Bodies))
	}
	if p.Hits == 0 {
		return 0
	}
	return float64(p.Hits) / float64(p.Hits+p.Bodies)
}

func (c *curve) x(size trace.Size) float64 { return thumb/2 + float64(size)*c.pitch }

func (c *curve) y(value float64) float64 {
	span := curveBottom - curveTop
	if c.Ratio {
		return curveBottom - span*value
	}
	return curveBottom - span*math.Log(value/c.low)/math.Log(c.high/c.low)
}

func (c *curve) line() string {
	var d strings.Builder
	for i, p := range c.Points {
		d.WriteString(boolean(i == 0, "M", "L"))
		d.WriteString(markup.Num(c.x(p.Size)) + " " + markup.Num(c.y(c.value(p))))
	}
	return d.String()
}

// mark draws a point, and over its full height where it answers the pointer.
func (c *curve) mark(p trace.Point, current bool) markup.Node {
	x, y := c.x(p.Size), c.y(c.value(p))
	g := markup.El("g", "data-maxsize", int(p.Size), "data-computations", p.Bodies)
	if p.More {
		g = g.With("data-more", "")
	}
	if current {
		g = g.With("data-current", "")
	}
	g = g.Keyed(strconv.Itoa(int(p.Size))).Of(
		markup.El("title").Say("maxsize "+p.Size.String()+": the body runs "+words.TimesRun(p)+c.hitRatio(p)),
		markup.El("rect", "data-part", "column", "x", x-c.pitch/2, "y", 16, "width", c.pitch, "height", curveHeight-32),
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

func (c *curve) hitRatio(p trace.Point) string {
	if p.More {
		return ""
	}
	return ", hit ratio " + words.Percent(p.Hits, p.Hits+p.Bodies) + " %"
}

func (c *curve) name() string {
	if c.Ratio {
		return "The hit ratio, for every maxsize"
	}
	return "Times the body runs, for every maxsize"
}

// tells says in words what the picture shows.
func (c *curve) tells() string {
	var b strings.Builder
	if p, ok := c.current(); ok {
		b.WriteString("With maxsize " + p.Size.String() + " the body runs " + words.TimesRun(p) + c.hitRatio(p) + ". ")
	}
	if c.plateau >= 0 {
		p := c.Points[c.plateau]
		b.WriteString("From maxsize " + p.Size.String() + " on it runs " + words.TimesRun(p) + ".")
	}
	if c.Blank {
		return "Axes to draw the curve on."
	}
	if b.Len() == 0 {
		return "Still being computed."
	}
	return b.String()
}

// current is the point of the maxsize that is shown.
func (c *curve) current() (trace.Point, bool) {
	for _, p := range c.Points {
		if p.Size == c.Current {
			return p, true
		}
	}
	return trace.Point{}, false
}
