package draw

import (
	"playground/app/markup"
	"playground/app/words"
)

// A Bar is one measurement: its median, and how far it scatters, all in the same
// unit.
type Bar struct {
	Name              string
	Median, Low, High float64
	Said              string // the median, as it is to be read
	Meaning           words.Meaning
}

// Bars draws measurements as bars on one linear axis that begins at 0: twice as
// long is twice as much. A thin line at its end tells from where to where a
// measurement scatters.
func Bars(name, tells string, bars []Bar, width int) markup.Node {
	most := 0.0
	for _, b := range bars {
		most = max(most, b.High)
	}
	svg := picture("bars", name, tells, width, barHeight*len(bars))
	scale := (float64(width) - 4) / max(most, 1e-12)
	for i, b := range bars {
		y := float64(i * barHeight)
		svg = svg.Of(markup.El("g", "data-bar", b.Meaning.Name, "transform", at(0, y)).Of(
			label("words", 0, 12, smallest, b.Name),
			label("value", float64(width), 12, smallest+1, b.Said).With("text-anchor", "end"),
			markup.El("rect", "data-part", "bar", "y", 18, "width", max(1, b.Median*scale), "height", 12, "rx", 2),
			markup.El("path", "data-part", "spread", "d", "M"+markup.Num(b.Low*scale)+" 24H"+markup.Num(b.High*scale)),
		))
	}
	return svg
}

const barHeight = 38
