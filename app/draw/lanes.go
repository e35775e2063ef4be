package draw

import "playground/app/markup"

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
