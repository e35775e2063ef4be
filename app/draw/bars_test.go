package draw_test

import (
	"math"
	"testing"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/words"
)

// Bars stand on one axis from 0: twice as long is twice as much. None leaves the
// picture, and neither does what is written or how far it scatters.
func TestBars(t *testing.T) {
	bars := []draw.Bar{
		{Name: "without the decorator", Median: 0.4, Low: 0.3, High: 0.8, Said: "400 ms", Meaning: words.Again},
		{Name: "with it", Median: 0.2, Low: 0.1, High: 0.25, Said: "200 ms", Meaning: words.Hit},
		{Name: "hardly anything", Median: 0, Low: 0, High: 0, Said: "< 0.1 ms", Meaning: words.Hit},
	}
	for _, width := range []int{250, 266, 600} {
		svg := draw.Bars("Time of fibonacci(20)", "in words", bars, width)
		checkMarkup(t, svg)
		drawn := all(svg, "data-bar")
		if len(drawn) != len(bars) {
			t.Fatalf("%d bars of %d", len(drawn), len(bars))
		}
		long := parse(part(drawn[0].Node, "bar").Attr("width"))
		if half := parse(part(drawn[1].Node, "bar").Attr("width")); math.Abs(long-2*half) > 0.3 {
			t.Errorf("%d wide: half of %v is drawn as %v", width, long, half)
		}
		if least := parse(part(drawn[2].Node, "bar").Attr("width")); least != 1 {
			t.Errorf("%d wide: nothing is drawn as %v", width, least)
		}
		if spread := part(drawn[0].Node, "spread").Attr("d"); spread != "M"+num(3.0/8*float64(width-4))+" 24H"+num(float64(width-4)) {
			t.Errorf("%d wide: it scatters by %s", width, spread)
		}
		var boxes []rectangle
		for _, s := range texts(svg, 0, 0) {
			boxes = append(boxes, s.rectangle)
		}
		for _, b := range drawn {
			rect := part(b.Node, "bar")
			boxes = append(boxes, rectangle{b.x, b.y + parse(rect.Attr("y")), parse(rect.Attr("width")), parse(rect.Attr("height"))})
		}
		checkApart(t, svg, boxes)
	}
	// Where all is nothing, nothing is divided by it.
	checkMarkup(t, draw.Bars("Time", "", []draw.Bar{{Name: "nothing"}}, 266))
}

func num(x float64) string { return markup.Num(x) }
