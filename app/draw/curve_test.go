package draw_test

import (
	"fmt"
	"math"
	"testing"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/views"
)

func sweep(rec *trace.Recording, most trace.Size) []trace.Point {
	w := trace.NewSweep(rec.Script, most)
	for w.Next() {
	}
	return w.Points()
}

func TestCurveGolden(t *testing.T) {
	all := scenes()
	thrash := sweep(all["thrash"], 12)
	golden(t, "curve-thrash-2-318.svg", draw.Curve(draw.Cost{Points: thrash, Current: 2, Most: 12, Keys: int(12)}, 318))
	golden(t, "curve-thrash-half-290.svg", draw.Curve(draw.Cost{Points: thrash[5:], Current: 2, Most: 12, Keys: int(12)}, 290))
	golden(t, "curve-thrash-none-290.svg", draw.Curve(draw.Cost{Points: thrash, Current: trace.None, Most: 12, Keys: int(12)}, 290))
	golden(t, "curve-tiles-318.svg", draw.Curve(draw.Cost{Points: sweep(all["tiles"], 128), Current: 128, Most: 128, Keys: int(128)}, 318))
	golden(t, "curve-pending-318.svg", draw.Curve(draw.Cost{Points: nil, Current: 2, Most: 12, Keys: int(12)}, 318))
	golden(t, "curve-table.html", views.CurveTable(thrash))
}

func TestCurve(t *testing.T) {
	points := map[string][]trace.Point{
		"thrash":    sweep(record("fibonacci", 2, 10), 12),
		"long":      sweep(record("fibonacci", 2, 60), 60),
		"flat":      sweep(record("factorial", 2, 10), 12),
		"one":       sweep(record("calc_pi", 2, 1000), 12),
		"longest":   sweep(record("factorial", 128, 200), 128),
		"statement": sweep(record("fibonacci", 2, 5, 9, 3, 12), 13),
	}
	for name, points := range points {
		most := trace.Size(len(points) - 1)
		for _, width := range []int{270, 290, 318, 330, 600} {
			for current := trace.None; current <= most; current++ {
				svg := draw.Curve(draw.Cost{Points: points, Current: current, Most: most, Keys: int(most)}, width)
				checkMarkup(t, svg)
				checkLabels(t, svg)
				marks := all(svg, "data-maxsize")
				if len(marks) != len(points) {
					t.Fatalf("%s: %d marks for %d points", name, len(marks), len(points))
				}
				for i, m := range marks {
					want := fmt.Sprint(points[i].Bodies)
					if got := m.Attr("data-computations"); got != want {
						t.Fatalf("%s: %s times at %d, want %s", name, got, i, want)
					}
					// Right under the middle of the slider's thumb.
					column := part(m.Node, "column")
					x := parse(column.Attr("x")) + parse(column.Attr("width"))/2
					if under := 10 + float64(i)/float64(most)*(float64(width)-20); math.Abs(x-under) > 0.11 {
						t.Fatalf("%s: point %d at %v, the thumb at %v", name, i, x, under)
					}
				}
			}
		}
	}
}

// checkLabels: texts are within the picture and do not overlap.
func checkLabels(t *testing.T, svg markup.Node) {
	t.Helper()
	var boxes []rectangle
	for _, l := range all(svg, "data-part") {
		if l.Tag != "text" {
			continue
		}
		size := parse(l.Attr("font-size"))
		w := 0.61 * size * float64(len(l.Kids[0].Text))
		if l.Attr("data-part") == "words" {
			w *= 0.5 // it stands above, to the left
		}
		x := l.x
		if l.Attr("text-anchor") == "middle" {
			x -= w / 2
		}
		boxes = append(boxes, rectangle{x, l.y - size*0.75, w, size * 0.75})
	}
	checkApart(t, svg, boxes)
}
