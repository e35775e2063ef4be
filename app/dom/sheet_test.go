package dom

import (
	"strconv"
	"strings"
	"testing"

	"playground/app/markup"
)

// Everything that is said is on the sheet, in its order, within the margins and
// not over the picture.
func TestSheet(t *testing.T) {
	measure := func(_, text string) float64 { return 6 * float64(len(text)) }
	mark := markup.El("svg", "width", 16, "height", 16)
	for name, p := range map[string]Picture{
		"bare":   {},
		"title":  {Title: "fibonacci(10) with maxsize=3"},
		"footer": {Footer: "step 3 of 141"},
		"all": {
			Title:  "fibonacci(10) and then, much later, fibonacci(20), both with maxsize=3",
			Legend: []Sign{{mark, "a hit"}, {mark, "a miss, so the body of the function runs, and what it returns is stored"}, {markup.Node{}, "no mark"}, {mark, "last"}},
			Footer: "step 3 of 141",
		},
	} {
		for _, width := range []float64{100, 318, 618} {
			s := layOut(p, width, 90, measure)
			want := strings.Fields(p.Title)
			for _, sign := range p.Legend {
				want = append(want, strings.Fields(sign.Words)...)
			}
			want = append(want, strings.Fields(p.Footer)...)
			var got []string
			marks := 0
			for _, n := range s.around.Kids {
				x, y := number(t, n, "x"), number(t, n, "y")
				if n.Tag == "svg" {
					marks++
					if x < margin || x+markSize > s.width-margin || y < s.y+90 || y+markSize > s.height {
						t.Errorf("%s, %v wide: a mark stands at %v, %v", name, width, x, y)
					}
					continue
				}
				text := n.Kids[0].Text
				got = append(got, strings.Fields(text)...)
				if x < margin || x+measure("", text) > s.width-margin+0.1 {
					t.Errorf("%s, %v wide: %q crosses the margin", name, width, text)
				}
				if above := n.Attr("data-part") == partTitle; above && y > s.y || !above && y < s.y+90 || y > s.height {
					t.Errorf("%s, %v wide: %q stands at %v, the picture from %v to %v", name, width, text, y, s.y, s.y+90)
				}
			}
			if strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s, %v wide: says %q, want %q", name, width, got, want)
			}
			if name == "all" && marks != 3 {
				t.Errorf("%v wide: %d marks, want 3", width, marks)
			}
			if s.width < width+2*margin || s.height < 90+2*margin {
				t.Errorf("%s, %v wide: the sheet is %v by %v", name, width, s.width, s.height)
			}
		}
	}
}

func number(t *testing.T, n markup.Node, name string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(n.Attr(name), 64)
	if err != nil {
		t.Fatalf("%s: %v", n.Markup(), err)
	}
	return x
}
