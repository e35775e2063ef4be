package draw

import (
	"playground/app/markup"
	"playground/app/words"
)

// Legend explains the four meanings: as they are drawn, their glyphs, and in
// words.
func Legend() markup.Node {
	ul := markup.El("ul", "data-view", "legend")
	for _, m := range words.Meanings() {
		ul = ul.Of(markup.El("li", "data-meaning", m.Name).Of(Sign(m), markup.Text(" "+m.Said())))
	}
	return ul
}

// Sign is the mark of a meaning in an svg element of 16 by 16: that of a call in
// the tree, or, of an eviction, that in the timeline.
func Sign(m words.Meaning) markup.Node {
	const r = 6.0
	g := markup.El("g", "data-mark", m.Name, "transform", at(8, 8))
	switch m {
	case words.Evict:
		g = g.Of(markup.El("rect", "x", -6, "y", -2, "width", 12, "height", 4, "rx", 1.5))
	case words.Again:
		g = g.With("data-outcome", m.Outcome).Of(
			markup.El("circle", "data-part", "mark", "r", r, "pathLength", 100),
			markup.El("path", "data-part", "head", "d", arrowhead(r)))
	default:
		g = g.With("data-outcome", m.Outcome).Of(markup.El("circle", "data-part", "mark", "r", r))
	}
	return markup.El("svg", "data-view", "mark", "viewBox", "0 0 16 16", "width", 16, "height", 16, "aria-hidden", "true").Of(g)
}
