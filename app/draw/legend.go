package draw

import (
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// Legend explains the marks of the call tree: as they are drawn, their glyphs,
// and in words.
func Legend() markup.Node {
	ul := markup.El("ul", "data-view", "legend")
	for _, k := range []trace.Kind{trace.Miss, trace.Hit, trace.Again} {
		const r = 6.0
		g := markup.El("g", "data-mark", words.MeaningOf(k).Outcome, "data-outcome", words.MeaningOf(k).Outcome, "transform", at(8, 8))
		mark := markup.El("circle", "data-part", "mark", "r", r)
		if k == trace.Again {
			mark = mark.With("pathLength", 100)
			g = g.Of(mark, markup.El("path", "data-part", "head", "d", arrowhead(r)))
		} else {
			g = g.Of(mark)
		}
		ul = ul.Of(markup.El("li", "data-outcome", words.MeaningOf(k).Outcome).Of(
			markup.El("svg", "data-view", "mark", "viewBox", "0 0 16 16", "width", 16, "height", 16, "aria-hidden", "true").Of(g),
			markup.Text(" "+words.MeaningOf(k).Said()),
		))
	}
	return ul
}
