package draw

import (
	"math"
	"strconv"
	"strings"

	"playground/app/calls/keylog"
	"playground/app/markup"
	"playground/app/words"
)

// Ratios is what a log of keys gives at every maxsize, and what stands out in it.
type Ratios struct {
	Curve   keylog.Curve
	Chosen  int    // the maxsize that is looked at
	Enough  int    // that which is recommended; 0 for none
	Default int    // that of lru_cache, if nothing is said
	Lines   []Line // what other policies give
}

// A Line is what another policy gives, at the sizes that it was run with.
type Line struct {
	Name   string
	Dashes string // tells it from the others; see [Dashes]
	Points []keylog.Point
}

// Draw draws the hit ratio for every maxsize from 1 to the number of different
// keys, on a logarithmic axis, with the ceiling that no size passes. It is exact
// to the pixel: of sizes that fall on the same one, one is drawn.
func (r Ratios) Draw(width int) markup.Node {
	p := newPlot(r, width)
	svg := picture("ratios", "The hit ratio, for every maxsize", r.tells(), width, int(p.height))
	svg = svg.Of(markup.El("rect", "data-part", "plot", "x", p.left, "y", p.top, "width", p.right-p.left, "height", p.bottom-p.top))
	svg = svg.Of(p.scale()...).Of(p.legend()...)
	for _, l := range r.Lines {
		svg = svg.Of(markup.El("path", "data-part", "policy", "data-policy", l.Name, "stroke-dasharray", l.Dashes, "d", p.points(l.Points)).Keyed(l.Name))
	}
	svg = svg.Of(p.ceiling()...)
	svg = svg.Of(markup.El("path", "data-part", "line", "d", p.line()).Keyed("line"))
	return svg.Of(p.marks()...).Of(p.sizes()...)
}

// Dashes are those of the line of another policy: dots, dashes, dashes and dots, and
// dashes that are much longer, so that colour need not tell the lines apart.
func Dashes(policy keylog.Policy) string {
	return map[keylog.Policy]string{keylog.FIFO: "2 3", keylog.LFU: "6 4", keylog.SIEVE: "10 3 2 3", keylog.Optimal: "18 4"}[policy]
}

func (r Ratios) tells() string {
	c := r.Curve
	s := "With maxsize " + words.Count(r.Chosen) + ", " + percent(c, r.Chosen) + " of the calls are hits."
	return s + " No maxsize gives more than " + percent(c, c.Keys()) + "."
}

func percent(c keylog.Curve, size int) string {
	return words.Tenths(c.Hits(size), c.Calls()) + " %"
}

// A plot is the picture in the making.
type plot struct {
	Ratios
	width, height            float64
	left, right, top, bottom float64
	axis                     float64 // the logarithm of the size at its end
	taken                    []box   // where labels stand
}

func newPlot(r Ratios, width int) *plot {
	p := &plot{Ratios: r, width: float64(width), height: 300, left: 46, top: 14}
	if width < 420 {
		p.height = 250
	}
	if len(r.Lines) > 0 {
		p.top += 18 * math.Ceil(float64(len(r.Lines)+1)/float64(p.perRow()))
		p.height += p.top - 14
	}
	p.right, p.bottom = p.width-10, p.height-40
	p.axis = math.Log(float64(max(2, r.Curve.Keys())))
	return p
}

func (p *plot) x(size int) float64 {
	return p.left + (p.right-p.left)*math.Log(float64(max(1, size)))/p.axis
}

func (p *plot) y(ratio float64) float64 { return p.bottom - (p.bottom-p.top)*ratio }

// SizeAt is the maxsize at a share of the axis, from 0 to 1, of a log with so many
// different keys.
func SizeAt(share float64, keys int) int {
	size := math.Exp(max(0, min(share, 1)) * math.Log(float64(max(2, keys))))
	return max(1, min(int(size+0.5), keys))
}

// line is the curve: a point for every pixel across, or for every size where those
// are farther apart.
func (p *plot) line() string {
	var b strings.Builder
	keys, last := p.Curve.Keys(), 0
	for x := 0.0; x <= p.right-p.left+0.5; x++ {
		for size := max(last+1, SizeAt(x/(p.right-p.left), keys)); size > last; size = last {
			if p.x(size) > p.left+x+0.5 || size > keys {
				break
			}
			move(&b, last == 0, p.x(size), p.y(p.Curve.Ratio(size)))
			last = size
		}
	}
	if last < keys {
		move(&b, last == 0, p.x(keys), p.y(p.Curve.Ratio(keys)))
	}
	return b.String()
}

func (p *plot) points(points []keylog.Point) string {
	var b strings.Builder
	for i, at := range points {
		move(&b, i == 0, p.x(at.Size), p.y(float64(at.Hits)/float64(max(1, p.Curve.Calls()))))
	}
	return b.String()
}

func move(b *strings.Builder, first bool, x, y float64) {
	b.WriteString(boolean(first, "M", "L"))
	b.WriteString(markup.Num(x) + " " + markup.Num(y))
}

// scale writes the hit ratios at the left, each with a line.
func (p *plot) scale() (out []markup.Node) {
	for quarter := range 5 {
		y := p.y(float64(quarter) / 4)
		out = append(out,
			markup.El("path", "data-part", "tick-line", "d", "M"+markup.Num(p.left)+" "+markup.Num(y)+"H"+markup.Num(p.right)),
			label("size", p.left-6, y+4, smallest, strconv.Itoa(25*quarter)+" %").With("text-anchor", "end"))
	}
	return out
}

// perRow is how many lines are explained in a row of the legend.
func (p *plot) perRow() int { return max(1, int((p.width-10)/130)) }

// legend tells which line is which, in the picture itself, so that one that is
// saved has it too.
func (p *plot) legend() (out []markup.Node) {
	if len(p.Lines) == 0 {
		return nil
	}
	entries := append([]Line{{Name: keylog.LRU.String()}}, p.Lines...)
	for i, l := range entries {
		x, y := 4+130*float64(i%p.perRow()), 10+18*float64(i/p.perRow())
		sample := markup.El("path", "data-part", boolean(i == 0, "line", "policy"), "data-policy", l.Name, "d", "M"+markup.Num(x)+" "+markup.Num(y)+"h26")
		if l.Dashes != "" {
			sample = sample.With("stroke-dasharray", l.Dashes)
		}
		out = append(out, sample.Keyed("sample "+l.Name), label("key", x+31, y+4, smallest, l.Name).Keyed("name "+l.Name))
	}
	return out
}

// ceiling is the line that no size passes.
func (p *plot) ceiling() []markup.Node {
	c := p.Curve
	y := p.y(c.Ceiling())
	room := (p.right - p.left - 8) / spaced
	say := percent(c, c.Keys()) + ": the most possible"
	if longer := percent(c, c.Keys()) + ": the most any cache can give"; span(len(longer), smallest) < room {
		say = longer
	}
	if long := percent(c, c.Keys()) + ": the most any cache can give (" + words.Plural(c.Keys(), "key is new once)", "keys are new once)"); span(len(long), smallest) < room {
		say = long
	}
	at := box{p.left + 8, y - 19, span(len(say), smallest), 15}
	if at.y < p.top-12 {
		at.y = y + 4
	}
	p.taken = append(p.taken, at)
	return []markup.Node{
		markup.El("path", "data-part", "ceiling", "d", "M"+markup.Num(p.left)+" "+markup.Num(y)+"H"+markup.Num(p.right)).Keyed("ceiling"),
		label("most", at.x, at.y+12, smallest, say).Keyed("most"),
	}
}
