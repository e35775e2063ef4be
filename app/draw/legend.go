package draw

import "playground/app/trace"

// Legend explains the marks of the call tree: as they are drawn, their glyphs,
// and in words.
func Legend() Node {
	ul := El("ul", "data-view", "legend")
	for _, k := range []trace.Kind{trace.Miss, trace.Hit, trace.Again} {
		const r = 6.0
		g := El("g", "data-mark", outcome(k), "data-outcome", outcome(k), "transform", at(8, 8))
		mark := El("circle", "data-part", "mark", "r", r)
		if k == trace.Again {
			mark = mark.With("pathLength", 100)
			g = g.Of(mark, El("path", "data-part", "head", "d", arrowhead(r)))
		} else {
			g = g.Of(mark)
		}
		ul = ul.Of(El("li", "data-outcome", outcome(k)).Of(
			El("svg", "data-view", "mark", "viewBox", "0 0 16 16", "width", 16, "height", 16, "aria-hidden", "true").Of(g),
			Text(" "+outcomeWords(k)),
		))
	}
	return ul
}
