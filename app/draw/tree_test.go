package draw_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"playground/app/draw"
	"playground/app/markup"
)

// Small pictures, to be looked at.
func TestTreeGolden(t *testing.T) {
	all := scenes()
	all["small"] = record("fibonacci", 2, 4)
	for _, test := range []struct {
		scene         string
		step          int
		width, height int
	}{
		{"small", 9, 330, 240}, {"calc_pi", 7, 330, 240}, {"empty", 0, 330, 240},
	} {
		rec := all[test.scene]
		tree := draw.NewTree(rec, rec.Tree(test.step, 500), test.width, test.height)
		golden(t, fmt.Sprintf("tree-%s-%d-%d.svg", test.scene, test.step, test.width), tree.Draw(rec.At(test.step), len(rec.Events)))
	}
}

// Calls are drawn apart from each other, within the picture, and large enough; no
// call moves while the cursor does.
func TestTree(t *testing.T) {
	all := scenes()
	all["large"] = record("fibonacci", 0, 18)
	all["large and deep"] = record("fibonacci", 2, 40)
	for name, rec := range all {
		t.Run(name, func(t *testing.T) {
			for _, width := range widths {
				for _, height := range []int{160, 256} {
					n := len(rec.Events)
					tree := draw.NewTree(rec, rec.Tree(n, 500), width, height)
					end := tree.Draw(rec.At(n), len(rec.Events))
					checkMarkup(t, end)
					checkCalls(t, end)
					if tree.Height() > height {
						t.Fatalf("%d wide: %d high, of %d", width, tree.Height(), height)
					}
					var places []string
					for _, c := range tree.Draw(rec.At(n/2), len(rec.Events)).Kids[1].Kids {
						places = append(places, c.Key+c.Attr("transform"))
					}
					var after []string
					for _, c := range end.Kids[1].Kids {
						after = append(after, c.Key+c.Attr("transform"))
					}
					if !slices.Equal(places, after) {
						t.Fatal("calls move")
					}
				}
			}
		})
	}
}

func checkCalls(t *testing.T, svg markup.Node) {
	t.Helper()
	width, height := parse(svg.Attr("width")), parse(svg.Attr("height"))
	calls := all(svg, "data-call")
	for i, a := range calls {
		r := parse(part(a.Node, "mark").Attr("r"))
		if r < 3 {
			t.Fatalf("a radius of %v", r)
		}
		if a.x-r < 0 || a.x+r > width || a.y-r < 0 || a.y+r > height {
			t.Fatalf("%v wide: call %d at %v %v with radius %v stands out", width, i, a.x, a.y, r)
		}
		for _, b := range calls[:i] {
			if math.Hypot(a.x-b.x, a.y-b.y) < 2*r {
				t.Fatalf("%v wide: calls %s and %s overlap", width, a.Key, b.Key)
			}
		}
	}
}

func TestTreeWhen(t *testing.T) {
	rec := scenes()["thrash"]
	tree := draw.NewTree(rec, rec.Tree(103, 500), 615, 256)
	outcomes := map[string]int{}
	for _, c := range all(tree.Draw(rec.At(0), len(rec.Events)), "data-call") {
		outcomes[c.Attr("data-outcome")]++
		if c.Attr("data-when") != "future" {
			t.Errorf("call %s is %s before the first step", c.Key, c.Attr("data-when"))
		}
	}
	if got := fmt.Sprint(outcomes); got != "map[computed:11 hit:13 recomputed:53]" {
		t.Errorf("outcomes: %s", got)
	}
	for step := range len(rec.Events) + 1 {
		st := rec.At(step)
		now, waiting := 0, 0
		for _, c := range all(tree.Draw(st, len(rec.Events)), "data-call") {
			switch c.Attr("data-when") {
			case "now":
				now++
			case "waiting":
				waiting++
			}
		}
		// The call that is made is on the stack too; one that returns is not.
		stack := len(st.Stack)
		if step > 0 && rec.Events[step-1].Missed() {
			stack--
		}
		if step > 0 && now != 1 || waiting != stack {
			t.Fatalf("step %d: %d now, %d waiting, %d on the stack", step, now, waiting, stack)
		}
	}
}
