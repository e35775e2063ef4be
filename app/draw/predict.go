package draw

import (
	"math"
	"strings"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// A Prediction asks how often the body runs at one maxsize, and compares the
// guess with the truth on the axes of the curve.
type Prediction struct {
	Points []trace.Point // by growing maxsize, from 0 on
	At     trace.Size    // the maxsize that is asked for: what lies there and beyond is hidden
	Guess  int           // 0 where there is none
	Shown  bool          // nothing is hidden any more
	Blank  bool          // there is no dot: it is to be filled in by hand
	Note   string        // stands behind the truth
}

// Most is the largest number that can be guessed, at the top of the axis.
func (p Prediction) Most() int {
	most := 0
	for _, point := range p.Points {
		if point.Size < p.At {
			most = max(most, point.Bodies)
		}
	}
	ten := 10
	for ten < most {
		ten *= 10
	}
	if 2*most > ten {
		ten *= 10 // there is room above, too
	}
	return ten
}

// Guessed is the number at a share of the height, from 0 to 1.
func (p Prediction) Guessed(share float64) int {
	return int(math.Round(math.Exp(boundedBy(share, 0, 1) * math.Log(float64(p.Most())))))
}

// Predict draws a prediction. The rectangle with data-part="plot" is as high as
// the axis.
func Predict(p Prediction, width int) markup.Node {
	d := predict{p, float64(width), 0}
	d.pitch = (d.width - predictLeft - predictRight) / float64(max(1, len(p.Points)-1))
	svg := picture("predict", "Times the body runs, for every maxsize", d.tells(), width, predictHeight)
	svg = svg.Of(markup.El("rect", "data-part", "plot", "x", predictLeft, "y", predictTop, "width", d.width-predictLeft-predictRight, "height", predictBottom-predictTop))
	for v := 1; v <= p.Most(); v *= 10 {
		y := d.y(v)
		svg = svg.Of(
			markup.El("path", "data-part", "tick-line", "d", "M"+markup.Num(predictLeft)+" "+markup.Num(y)+"H"+markup.Num(d.width-predictRight)),
			label("size", predictLeft-8, y+4, 13, words.Count(v)).With("text-anchor", "end"),
		)
	}
	for _, point := range p.Points {
		part := boolean(point.Size == p.At, "size-current", "size")
		svg = svg.Of(label(part, d.x(point.Size), predictBottom+20, 13, point.Size.String()).With("text-anchor", "middle"))
	}
	svg = svg.Of(
		label("words", d.width-predictRight, predictBottom+38, 13, "maxsize →").With("text-anchor", "end"),
		label("words", d.width-predictRight, predictTop-12, 13, "body runs, log scale").With("text-anchor", "end"),
	)
	svg = svg.Of(d.line()...)
	if !p.Shown {
		svg = svg.Of(d.curtain()...)
	}
	return svg.Of(d.guess()...)
}

const (
	predictLeft   = 52.0
	predictRight  = 12.0
	predictTop    = 32.0
	predictBottom = 214.0
	predictHeight = 256
)

type predict struct {
	Prediction
	width, pitch float64
}

func (d *predict) x(size trace.Size) float64 { return predictLeft + float64(size)*d.pitch }

func (d *predict) y(bodies int) float64 {
	share := math.Log(float64(max(1, bodies))) / math.Log(float64(d.Most()))
	return predictBottom - (predictBottom-predictTop)*min(share, 1.03)
}

// line draws what is known, or all of it.
func (d *predict) line() []markup.Node {
	var path strings.Builder
	var out []markup.Node
	for _, p := range d.Points {
		if p.Size >= d.At && !d.Shown {
			break
		}
		x, y := d.x(p.Size), d.y(p.Bodies)
		path.WriteString(boolean(p.Size == 0, "M", "L") + markup.Num(x) + " " + markup.Num(y))
		c := markup.El("circle", "data-part", "point", "cx", x, "cy", y, "r", 5)
		if p.Size == d.At {
			c = markup.El("circle", "data-part", "truth", "cx", x, "cy", y, "r", 8)
		}
		out = append(out, c.With("data-maxsize", int(p.Size), "data-computations", p.Bodies))
		switch {
		case p.Size == d.At:
			say := words.Count(p.Bodies) + d.Note
			at := x + 14
			if at+span(len([]rune(say)), 15) > d.width {
				say = words.Count(p.Bodies)
			}
			out = append(out, label("truth-value", at, y-12, 15, say))
		case p.Size == 0 || p.Size == d.At-1:
			n := label("value", x+8, y-8, 15, words.Count(p.Bodies))
			below := label("value", x-4, y+20, 15, words.Count(p.Bodies)).With("text-anchor", "end")
			switch {
			case d.Shown && p.Size > 0 && d.Points[d.At].Bodies > p.Bodies:
				n = below // or the line strikes through it
			case !d.Shown && p.Size > 0 && span(len(words.Count(p.Bodies)), 15) > d.pitch/2-8:
				n = below // or the curtain hides it
			}
			out = append(out, n)
		}
	}
	return append([]markup.Node{markup.El("path", "data-part", "line", "d", path.String())}, out...)
}

// curtain hides what is asked for.
func (d *predict) curtain() []markup.Node {
	x := d.x(d.At) - d.pitch/2
	wide := d.width - predictRight + 8 - x
	says := "hidden until you run it"
	if span(len(says), 13) > wide-16 {
		says = "hidden"
	}
	if d.Blank || span(len(says), 13) > wide-16 {
		says = ""
	}
	return []markup.Node{
		markup.El("rect", "data-part", "curtain", "x", x, "y", predictTop-4, "width", wide, "height", predictBottom-predictTop+8, "rx", 8),
		label("words", d.width-predictRight-8, predictBottom-12, 13, says).With("text-anchor", "end"),
	}
}

// guess draws the dot that is dragged; before there is a guess it waits at the
// last point that is known.
func (d *predict) guess() []markup.Node {
	if d.Blank || d.Guess == 0 && d.Shown {
		return nil
	}
	before := d.Points[max(0, d.At-1)]
	x, value, say := d.x(d.At), d.Guess, "you: "+words.Count(d.Guess)
	if d.Guess == 0 {
		value, say = before.Bodies, "drag me"
	}
	y := d.y(value)
	out := []markup.Node{markup.El("path", "data-part", "guess-line", "d",
		"M"+markup.Num(d.x(before.Size))+" "+markup.Num(d.y(before.Bodies))+"L"+markup.Num(x)+" "+markup.Num(y))}
	if d.Shown {
		out = append(out, markup.El("path", "data-part", "miss-line", "d",
			"M"+markup.Num(x)+" "+markup.Num(y)+"V"+markup.Num(d.y(d.Points[d.At].Bodies))))
	}
	return append(out, markup.El("g", "data-part", "knob", "transform", at(x, y)).Of(
		markup.El("circle", "data-part", "reach", "r", 26),
		markup.El("circle", "data-part", "dot", "r", 13),
		markup.El("path", "data-part", "arrows", "d", "M-4 -4l4 -5l4 5m-8 8l4 5l4 -5"),
		label("guess-value", 22, 5, 15, say),
	))
}

func (d *predict) tells() string {
	var b strings.Builder
	for _, p := range d.Points {
		if p.Size >= d.At && !d.Shown {
			break
		}
		b.WriteString("maxsize " + p.Size.String() + ": " + words.Runs(p) + ". ")
	}
	if d.Guess > 0 {
		b.WriteString("Your guess for maxsize " + d.At.String() + ": " + words.Count(d.Guess) + ".")
	}
	return b.String()
}

// A Strip compares a guessed number with the truth on one axis from 0 to Most.
type Strip struct {
	Most, Truth int
	Guess       int // negative where there is none
	Shown       bool
}

// NumberLine draws a strip.
func NumberLine(s Strip, width int) markup.Node {
	w := float64(width)
	x := func(n int) float64 { return 14 + (w-28)*float64(min(n, s.Most))/float64(max(1, s.Most)) }
	var tells strings.Builder
	svg := markup.El("g").Of(markup.El("path", "data-part", "axis", "d", "M14 48H"+markup.Num(w-14)))
	for _, n := range []int{0, s.Most / 2, s.Most} {
		svg = svg.Of(
			markup.El("path", "data-part", "axis", "d", "M"+markup.Num(x(n))+" 44v8"),
			label("size", x(n), 70, 13, words.Count(n)).With("text-anchor", boolean(n == s.Most, "end", boolean(n == 0, "start", "middle"))),
		)
	}
	mark := func(part, say string, n int, y float64) markup.Node {
		at, anchor := x(n)+14, "start"
		if x(n) > w/2 {
			at, anchor = x(n)-14, "end"
		}
		return markup.El("g").Of(
			markup.El("circle", "data-part", boolean(part == "truth", "truth", "dot"), "cx", x(n), "cy", 48, "r", boolean(part == "truth", "7", "11")),
			label(part+"-value", at, y, 15, say+words.Count(n)).With("text-anchor", anchor),
		)
	}
	if s.Guess >= 0 {
		svg = svg.Of(mark("guess", "you: ", s.Guess, 32))
		tells.WriteString("Your guess: " + words.Count(s.Guess) + ". ")
	}
	if s.Shown {
		svg = svg.Of(mark("truth", "it is ", s.Truth, 14))
		tells.WriteString("It is " + words.Count(s.Truth) + ".")
	}
	return picture("strip", "From 0 to "+words.Count(s.Most), tells.String(), width, 76).Of(svg)
}
