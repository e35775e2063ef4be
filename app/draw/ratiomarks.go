package draw

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"playground/app/markup"
)

// marks are the sizes that stand out: that which is chosen, that which is
// recommended, and the default. One that is two of them is marked once.
func (p *plot) marks() (out []markup.Node) {
	type mark struct {
		part string
		size int
		note string
	}
	var marks []mark
	add := func(m mark) {
		if m.size < 1 || m.size > p.Curve.Keys() || slices.ContainsFunc(marks, func(o mark) bool { return o.size == m.size }) {
			return
		}
		marks = append(marks, m)
	}
	note := ""
	if p.Chosen == p.Default {
		note = " (default)"
	}
	add(mark{"chosen", p.Chosen, note})
	add(mark{"enough", p.Enough, ""})
	add(mark{"default", p.Default, " (default)"})
	for i := len(marks) - 1; i >= 0; i-- { // the chosen one is drawn over the others
		m := marks[i]
		part := m.part
		if m.size == p.Enough && m.part == "chosen" {
			part = "chosen enough"
		}
		x, y := p.x(m.size), p.y(p.Curve.Ratio(m.size))
		r := 5.0
		if m.part == "chosen" {
			r = 8
		}
		out = append(out, markup.El("g", "data-mark", part, "data-maxsize", m.size).Keyed(m.part).Of(
			markup.El("path", "data-part", "drop", "d", "M"+markup.Num(x)+" "+markup.Num(y)+"V"+markup.Num(p.bottom)),
			markup.El("circle", "data-part", "point", "cx", x, "cy", y, "r", r)))
	}
	for _, m := range marks {
		say := strconv.Itoa(m.size) + m.note + ": " + percent(p.Curve, m.size)
		if b, ok := p.spot(p.x(m.size), p.y(p.Curve.Ratio(m.size)), say); ok {
			p.taken = append(p.taken, b)
			part := m.part
			if m.size == p.Enough {
				part = "enough"
			}
			out = append(out, label("say-"+part, b.x, b.y+13, 13, say).Keyed("say "+m.part))
		}
	}
	return out
}

// spot finds a place for what is said of a point: beneath it to the right or above
// it to the left, where there is no curve, since that only rises; or farther off.
func (p *plot) spot(x, y float64, say string) (b box, ok bool) {
	w, h := span(utf8.RuneCountInString(say), 13), 17.0
	right, left, end := x+10, x-w-10, min(x+10, p.width-2-w)
	for _, at := range [][2]float64{
		{right, 8}, {left, -24}, {end, 14}, {left, 8}, {left, -8}, {right, 30}, {end, 34}, {left, -44},
		{right, 54}, {end, 54}, {left, 30}, {left, -64}, {end, 74}, {p.left + 4, -24}, {p.left + 4, -44}, {p.left + 4, -64},
	} {
		b = box{at[0], y + at[1], w, h}
		inside := b.x >= p.left && b.x+w <= p.width-2 && b.y >= p.top-14 && b.y+h <= p.bottom-2
		if inside && !slices.ContainsFunc(p.taken, b.meets) && !p.under(b) {
			return b, true
		}
	}
	return b, false
}

// under reports whether the curve runs through a box.
func (p *plot) under(b box) bool {
	share := func(x float64) float64 { return (x - p.left) / (p.right - p.left) }
	keys := p.Curve.Keys()
	low, high := p.y(p.Curve.Ratio(SizeAt(share(b.x), keys))), p.y(p.Curve.Ratio(SizeAt(share(b.x+b.w), keys)))
	return b.y < low+2 && high-2 < b.y+b.h
}

// sizes writes the axis: the sizes that stand out, its ends, and as many round
// ones as there is room for.
func (p *plot) sizes() (out []markup.Node) {
	var taken []box
	base := p.bottom + 17
	add := func(size int, part string) {
		say := strconv.Itoa(size)
		w := span(len(say), smallest)
		x := boundedBy(p.x(size), w/2, p.width-w/2)
		b := box{x - w/2 - 4, base - smallest, w + 8, smallest}
		if size < 1 || size > max(2, p.Curve.Keys()) || slices.ContainsFunc(taken, b.meets) {
			return
		}
		taken = append(taken, b)
		out = append(out, label(part, x, base, smallest, say).With("text-anchor", "middle").Keyed("size "+say))
	}
	add(p.Chosen, "size-current")
	add(p.Enough, "size-current")
	add(p.Default, "size-current")
	add(1, "size")
	add(p.Curve.Keys(), "size")
	for _, digit := range []int{1, 3, 2, 5} {
		for size := digit; size <= p.Curve.Keys(); size *= 10 {
			add(size, "size")
		}
	}
	return append(out, label("words", p.right, p.height-4, smallest, "maxsize, log scale →").With("text-anchor", "end"))
}
