package draw

import "playground/app/markup"

// A Name is a name of a program, and the object that it stands for.
type Name struct {
	Name, Object string // no Object: nobody knows yet
	Apart        bool   // it has an object of its own, or else one is shared by all
}

// Objects draws names with an arrow each to its object.
func Objects(names []Name, width int) markup.Node {
	const row = 46
	w := float64(width)
	left, right := min(150, w*0.3), w*0.5
	tells := ""
	svg := picture("objects", "Which names stand for which objects", "", width, row*len(names)+4)
	svg.Kids = nil
	middle := float64(row*len(names)) / 2
	drawn := false
	for i, n := range names {
		y := float64(i*row) + row/2
		svg = svg.Of(
			markup.El("rect", "data-part", "name", "x", 2, "y", y-16, "width", left, "height", 32, "rx", 6),
			label("key", left/2, y+5, 14, n.Name).With("text-anchor", "middle"),
		)
		if n.Object == "" {
			svg = svg.Of(label("words", left+16, y+5, 14, "→ ?"))
			tells += n.Name + ": not known yet. "
			continue
		}
		to := middle
		if n.Apart {
			to = y
		}
		svg = svg.Of(
			markup.El("path", "data-part", "arrow", "d", "M"+markup.Num(left+4)+" "+markup.Num(y)+"L"+markup.Num(right-6)+" "+markup.Num(to)),
			markup.El("circle", "data-part", "tip", "cx", right-5, "cy", to, "r", 4),
		)
		if n.Apart || !drawn {
			drawn = true
			svg = svg.Of(
				markup.El("rect", "data-part", "object", "x", right, "y", to-19, "width", w-right-4, "height", 38, "rx", 8),
				label("value", right+(w-right)/2, to+5, 14, n.Object).With("text-anchor", "middle"),
			)
		}
		tells += n.Name + " stands for " + n.Object
		if !n.Apart {
			tells += ", one object for all"
		}
		tells += ". "
	}
	return svg.Of(markup.El("desc").Say(tells))
}

// A Lane is one thread: from when to when its body ran, counted in what happened
// one after the other.
type Lane struct{ From, To int }

// Lanes draws threads beneath one another on one axis of time. Those of so many
// that are not known are empty.
func Lanes(lanes []Lane, of, width int) markup.Node {
	const row, left = 44, 84.0
	w := float64(width)
	x := func(moment int) float64 { return left + (w-left-8)*float64(moment-1)/4 }
	svg := picture("lanes", "When each thread computes", "", width, row*of+18)
	svg.Kids = nil
	tells := ""
	for i := range of {
		y := float64(i * row)
		name := "thread " + string(rune('A'+i))
		svg = svg.Of(
			markup.El("rect", "data-part", "lane", "x", left, "y", y+4, "width", w-left-4, "height", row-8, "rx", 6),
			label("key", 0, y+row/2+5, 14, name),
		)
		if i >= len(lanes) {
			svg = svg.Of(label("words", left+12, y+row/2+5, 14, "?"))
			continue
		}
		l := lanes[i]
		svg = svg.Of(
			markup.El("rect", "data-part", "busy", "x", x(l.From), "y", y+8, "width", x(l.To)-x(l.From)+(w-left)/8, "height", row-16, "rx", 6),
			label("value", x(l.From)+10, y+row/2+5, 14, "+ computes"),
		)
		tells += name + " computes from moment " + string(rune('0'+l.From)) + " to " + string(rune('0'+l.To)) + ". "
	}
	return svg.Of(
		label("words", w-4, float64(row*of)+14, 13, "time →").With("text-anchor", "end"),
		markup.El("desc").Say(tells),
	)
}
