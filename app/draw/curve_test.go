package draw_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

func sweep(rec *trace.Recording, most trace.Size) []trace.Point {
	w := trace.NewSweep(rec.Script, most)
	for w.Next() {
	}
	return w.Points()
}

// Small pictures, to be looked at.
func TestCurveGolden(t *testing.T) {
	points := sweep(record("fibonacci", 2, 5), 7)
	cost := draw.Cost{Points: points, Current: 2, Most: 7, Keys: 6}
	golden(t, "curve-318.svg", draw.Curve(cost, 318))
	cost.Ratio, cost.Current = true, trace.None
	golden(t, "curve-ratio-290.svg", draw.Curve(cost, 290))
	golden(t, "curve-half-290.svg", draw.Curve(draw.Cost{Points: points[3:], Current: 2, Most: 7, Keys: 6}, 290))
	golden(t, "curve-pending-318.svg", draw.Curve(draw.Cost{Current: 2, Most: 7, Keys: 6}, 318))
}

// At every width and maxsize, of body runs and of hit ratios, whole or still to
// come in part: each point is under the thumb that chooses it, nothing that is said
// leaves the picture, touches another thing that is said, or stands in the curve.
func TestCurve(t *testing.T) {
	recordings := scenes()
	for name, rec := range map[string]*trace.Recording{
		"statement": record("fibonacci", 2, 5, 9, 3, 12),
		"no hits":   record("calc_pi", 2, 1000, 2000, 3000),
	} {
		recordings[name] = rec
	}
	for _, name := range []string{"too-deep", "none-many", "thousand", "cards", "one", "tiles", "values"} {
		delete(recordings, name) // as another one, or long to run
	}
	for name, rec := range recordings {
		most := trace.Size(max(12, min(rec.Keys(), 128)))
		points := sweep(rec, most)
		if name == "thrash" { // as if limits had ended it
			points[0].More, points[1].More, points[0].Bodies = true, true, 600_000
		}
		for _, width := range []int{250, 270, 318, 420, 600} {
			sizes := []trace.Size{trace.None, 0, 2, 3, most / 2, most, most + 1}
			if len(points) > 60 {
				sizes = []trace.Size{trace.None, 2, most} // long to draw, and much alike
			}
			for _, current := range sizes {
				for _, ratio := range []bool{false, true} {
					for _, from := range []int{0, 1, len(points) / 2} {
						cost := draw.Cost{Points: points[from:], Current: current, Most: most, Keys: rec.Keys(), Ratio: ratio, Took: "would take about 1.2 million years"}
						svg := draw.Curve(cost, width)
						where := fmt.Sprintf("%s, maxsize %s, ratio %t, from %d, %d wide", name, current, ratio, from, width)
						checkMarkup(t, svg)
						checkCurve(t, where, svg, cost, width)
					}
				}
			}
		}
	}
}

func checkCurve(t *testing.T, where string, svg markup.Node, cost draw.Cost, width int) {
	t.Helper()
	marks := all(svg, "data-maxsize")
	if len(marks) != len(cost.Points) {
		t.Fatalf("%s: %d marks for %d points", where, len(marks), len(cost.Points))
	}
	for i, m := range marks {
		p := cost.Points[i]
		if got, want := m.Attr("data-computations"), fmt.Sprint(p.Bodies); got != want || m.Attr("data-maxsize") != fmt.Sprint(int(p.Size)) {
			t.Fatalf("%s: %s times at %s, want %s at %s", where, got, m.Attr("data-maxsize"), want, p.Size)
		}
		// Right under the middle of the slider's thumb.
		column := part(m.Node, "column")
		x := parse(column.Attr("x")) + parse(column.Attr("width"))/2
		if under := 10 + float64(p.Size)/float64(cost.Most)*(float64(width)-20); math.Abs(x-under) > 0.11 {
			t.Fatalf("%s: point %d at %v, the thumb at %v", where, i, x, under)
		}
	}
	line := vertices(part(svg, "line").Attr("d"))
	all := texts(svg, 0, 0)
	for i, s := range all {
		if s.x < -0.11 || s.x+s.w > float64(width)+0.11 || s.y < 0 || s.y+s.h > parse(svg.Attr("height")) {
			t.Fatalf("%s: %q at %v leaves the picture", where, s.text, s.rectangle)
		}
		for _, other := range all[:i] {
			if s.meets(other.rectangle) {
				t.Fatalf("%s: %q and %q overlap", where, s.text, other.text)
			}
		}
		for k := 1; k < len(line); k++ {
			if line[k][0] < s.x || line[k-1][0] > s.x+s.w {
				continue
			}
			for f := 0.0; f <= 1; f += 0.02 { // some places on the way from one point to the next
				x, y := line[k-1][0]+f*(line[k][0]-line[k-1][0]), line[k-1][1]+f*(line[k][1]-line[k-1][1])
				if s.x+0.2 < x && x < s.x+s.w-0.2 && s.y+0.2 < y && y < s.y+s.h-0.2 {
					t.Fatalf("%s: the curve runs through %q", where, s.text)
				}
			}
		}
	}
}

func (a rectangle) meets(b rectangle) bool {
	const round = 0.11
	return a.x+round < b.x+b.w && b.x+round < a.x+a.w && a.y+round < b.y+b.h && b.y+round < a.y+a.h
}

// vertices are the points of a path of straight lines.
func vertices(d string) (list [][2]float64) {
	for _, p := range strings.FieldsFunc(d, func(r rune) bool { return r == 'M' || r == 'L' }) {
		x, y, _ := strings.Cut(p, " ")
		list = append(list, [2]float64{parse(x), parse(y)})
	}
	return list
}

// The current maxsize always says what it costs, where it is on the axis.
func TestCurveSaysTheCurrentCost(t *testing.T) {
	rec := scenes()["thrash"]
	points := sweep(rec, 12)
	for _, ratio := range []bool{false, true} {
		for _, p := range points {
			svg := draw.Curve(draw.Cost{Points: points, Current: p.Size, Most: 12, Keys: rec.Keys(), Ratio: ratio}, 318)
			want := words.Count(p.Bodies)
			if ratio {
				want = words.Percent(p.Hits, p.Hits+p.Bodies) + " %"
			}
			said := part(svg, "current").Says()
			if said != want && !strings.HasPrefix(said, want+" · ") && said != "" || said == "" && p.Size != 3 {
				t.Errorf("ratio %t, maxsize %s: it says %q, want %s", ratio, p.Size, said, want)
			}
		}
	}
}

// Where there are more keys than the axis has sizes, a larger cache may still save
// something: a size is as good as None only if the body runs once a key there.
func TestNothingIsClaimedBeyondTheAxis(t *testing.T) {
	var points []trace.Point
	for size := trace.Size(0); size <= 12; size++ {
		points = append(points, trace.Point{Size: size, Bodies: 40 + 30*max(0, 5-int(size))})
	}
	for keys, claims := range map[int]bool{12: true, 30: false, 40: true} {
		svg := draw.Curve(draw.Cost{Points: points, Current: 2, Most: 12, Keys: keys}, 318)
		if got := strings.Contains(svg.Markup(), "5: as good as None"); got != claims {
			t.Errorf("with %d keys, of which the body runs 40 times at best, it claims %t", keys, got)
		}
	}
}

// Where a limit ended the run without a cache, the curve says how long it would take,
// on slow machines too, where that is a longer text, and says of the point nothing else.
func TestHowLongItWouldTake(t *testing.T) {
	points := sweep(record("fibonacci", 3, 20), 20)
	points[0].More, points[0].Bodies = true, 600_000
	for _, took := range []string{"would take about 9 years", "would take about 12,000 years", "would take about 1.2 million years"} {
		for _, width := range []int{318, 420, 600} {
			svg := draw.Curve(draw.Cost{Points: points, Current: 3, Most: 20, Keys: 21, Took: took}, width)
			var said []string
			for _, s := range texts(svg, 0, 0) {
				if strings.Contains(s.text, "600,000") || strings.Contains(s.text, took) {
					said = append(said, s.text)
				}
			}
			if len(said) != 1 || !strings.HasSuffix(said[0], took) {
				t.Errorf("%s, %d wide: the curve says %q", took, width, said)
			}
		}
	}
}

// A curve that somebody is to draw has the scale of the true one, and nothing of it
// besides.
func TestBlankCurve(t *testing.T) {
	cost := draw.Cost{Points: sweep(record("fibonacci", 2, 10), 12), Current: 2, Most: 12, Keys: 11}
	whole := draw.Curve(cost, 400).Markup()
	cost.Blank = true
	blank := draw.Curve(cost, 400).Markup()
	for _, number := range []string{">20<", ">50<", ">100<", ">12<"} {
		if !strings.Contains(blank, number) || !strings.Contains(whole, number) {
			t.Errorf("an axis lacks %s", number)
		}
	}
	for _, of := range []string{`data-part="line"`, "<circle", "177 without", ">64<", "as good as"} {
		if strings.Contains(blank, of) || !strings.Contains(whole, of) {
			t.Errorf("the blank one has %s, or the whole one has not", of)
		}
	}
}
