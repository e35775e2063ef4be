package draw_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/views"
)

func TestCacheGolden(t *testing.T) {
	all := scenes()
	for _, test := range []struct {
		scene string
		step  int // from the end where negative
		width int
	}{
		{"empty", 0, 330}, {"thrash", -1, 615}, {"thrash", -1, 330}, {"thrash", 103, 615}, {"calm", 25, 330},
		{"cards", -1, 615}, {"values", 70, 615}, {"tiles", -1, 615}, {"tiles", -1, 290}, {"tiles", 120, 900},
		{"thousand", -1, 615}, {"off", 15, 330}, {"none", 20, 615}, {"none-many", -1, 330}, {"factorial", 900, 615},
		{"too-deep", 1000, 330}, {"too-deep", -1, 330}, {"calc_pi", -1, 615}, {"calc_pi", -1, 290},
	} {
		rec := all[test.scene]
		step := test.step
		if step < 0 {
			step = len(rec.Events)
		}
		name := fmt.Sprintf("cache-%s-%d-%d.svg", test.scene, step, test.width)
		golden(t, name, draw.Cache(rec, rec.At(step), test.width))
	}
}

// What must hold of every picture of a cache, at every step and width.
func TestCache(t *testing.T) {
	for name, rec := range scenes() {
		t.Run(name, func(t *testing.T) {
			for _, width := range widths {
				height := ""
				for _, step := range steps(rec) {
					st := rec.At(step)
					svg := draw.Cache(rec, st, width)
					checkMarkup(t, svg)
					checkEntries(t, svg, st, rec.Script.Size)
					checkFrames(t, svg, st)
					if h := svg.Attr("height"); height == "" {
						height = h
					} else if h != height {
						t.Fatalf("width %d: at step %d it is %s high, before it was %s", width, step, h, height)
					}
				}
			}
		})
	}
}

// checkEntries: every slot that is drawn is within the picture and apart from the
// others; entries stand on the slots of their rank, sorted by key.
func checkEntries(t *testing.T, svg markup.Node, st trace.State, size trace.Size) {
	t.Helper()
	var boxes []rectangle
	slots := all(svg, "data-slot")
	for _, s := range slots {
		boxes = append(boxes, rectangle{parse(s.Attr("x")), parse(s.Attr("y")), parse(s.Attr("width")), parse(s.Attr("height"))})
	}
	if door := part(svg, "door"); door.Tag != "" {
		boxes = append(boxes, rectangle{parse(door.Attr("x")), parse(door.Attr("y")), parse(door.Attr("width")), parse(door.Attr("height"))})
	}
	checkApart(t, svg, boxes)
	if len(slots) > 300 {
		t.Fatalf("%d slots are drawn", len(slots))
	}

	entries := all(svg, "data-entry")
	last, leaving := -1<<31, 0
	for _, e := range entries {
		key, _ := strconv.Atoi(e.Attr("data-key"))
		if key <= last {
			t.Fatalf("step %d: entry %d stands behind %d", st.Step, key, last)
		}
		last = key
		if e.Attr("data-state") == "leaving" {
			leaving++
			if slices.Contains(st.Order, int32(key)) {
				t.Fatalf("step %d: %d leaves and is in the cache", st.Step, key)
			}
			continue
		}
		rank := slices.Index(st.Order, int32(key))
		if rank < 0 {
			t.Fatalf("step %d: %d is not in the cache", st.Step, key)
		}
		rank = len(st.Order) - 1 - rank
		slot := boxes[rank]
		if e.x != slot.x || e.y != slot.y {
			t.Fatalf("step %d: %d, number %d, is at %v %v, its slot at %v", st.Step, key, rank, e.x, e.y, slot)
		}
	}
	if shown := len(entries) - leaving; shown != len(st.Order) && shown < 90 {
		t.Fatalf("step %d: %d of %d entries are drawn", st.Step, shown, len(st.Order))
	}
	if evicted := len(st.Gone) > 0 && st.Gone[0].Step == st.Step; evicted != (leaving == 1) {
		t.Fatalf("step %d: %d entries leave", st.Step, leaving)
	}
	if next := all(svg, "data-next"); len(next) > 1 || len(next) == 1 && len(st.Order) != int(size) {
		t.Fatalf("step %d: %d are next to go, of %d", st.Step, len(next), len(st.Order))
	}
}

// checkFrames: the waiting calls stand side by side, the innermost one is there
// and marked.
func checkFrames(t *testing.T, svg markup.Node, st trace.State) {
	t.Helper()
	var boxes []rectangle
	frames := all(svg, "data-frame")
	for _, f := range frames {
		r := f.Kids[1]
		boxes = append(boxes, rectangle{f.x, f.y, parse(r.Attr("width")), parse(r.Attr("height"))})
	}
	checkApart(t, svg, boxes)
	inner := all(svg, "data-inner")
	if (len(st.Stack) > 0) != (len(inner) == 1) {
		t.Fatalf("step %d: %d innermost calls of %d", st.Step, len(inner), len(st.Stack))
	}
	if n := len(st.Stack); n > 0 && inner[0].Attr("data-key") != strconv.Itoa(int(st.Stack[n-1].Key)) {
		t.Fatalf("step %d: the innermost call is %d", st.Step, st.Stack[n-1].Key)
	}
	if len(frames) < len(st.Stack) && len(frames) < 2 {
		t.Fatalf("step %d: only %d of %d calls are drawn", st.Step, len(frames), len(st.Stack))
	}
}

type rectangle struct{ x, y, w, h float64 }

// checkApart: nothing overlaps and nothing stands out.
func checkApart(t *testing.T, svg markup.Node, boxes []rectangle) {
	t.Helper()
	width, height := parse(svg.Attr("width")), parse(svg.Attr("height"))
	const round = 0.11 // coordinates are rounded
	for i, a := range boxes {
		if a.x < 0 || a.y < 0 || a.x+a.w > width+round || a.y+a.h > height+round {
			t.Fatalf("%v stands out of %v by %v", a, width, height)
		}
		for _, b := range boxes[:i] {
			if a.x+round < b.x+b.w && b.x+round < a.x+a.w && a.y+round < b.y+b.h && b.y+round < a.y+a.h {
				t.Fatalf("%v and %v overlap, %v wide", a, b, width)
			}
		}
	}
}

// An entry is the same element with the same parts while it lives, so that only
// attributes change.
func TestEntriesLast(t *testing.T) {
	rec := scenes()["thrash"]
	shapes := map[string]string{}
	for step := range len(rec.Events) + 1 {
		for _, e := range all(draw.Cache(rec, rec.At(step), 615), "data-entry") {
			shape := ""
			for _, k := range e.Kids[:5] {
				shape += k.Tag + " " + k.Attr("data-part") + ","
			}
			if was, ok := shapes[e.Key]; ok && was != shape {
				t.Fatalf("step %d: entry %s is %s, was %s", step, e.Key, shape, was)
			}
			shapes[e.Key] = shape
		}
	}
}

func TestCacheLeaving(t *testing.T) {
	rec := scenes()["thrash"]
	st := rec.At(len(rec.Events))
	svg := draw.Cache(rec, st, 615, 1, 2, 10, 2)
	var got []string
	for _, e := range all(svg, "data-entry") {
		got = append(got, e.Key+" "+e.Attr("data-state"))
	}
	want := "1 leaving,2 leaving,6 leaving,8 idle,10 new"
	if s := strings.Join(got, ","); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

func TestEntries(t *testing.T) {
	rec := scenes()["calm"]
	golden(t, "entries-calm.html", views.Entries(rec, rec.At(len(rec.Events)), false))
	var got []string
	for _, li := range views.Entries(rec, rec.At(len(rec.Events)), false).Kids[0].Kids {
		got = append(got, li.Kids[0].Text)
	}
	want := []string{"fibonacci(10) = 55", "fibonacci(8) = 21", "fibonacci(9) = 34"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for name, rec := range scenes() {
		for _, step := range steps(rec) {
			list := views.Entries(rec, rec.At(step), false).Kids[0]
			checkMarkup(t, list)
			if n := len(list.Kids); n > 201 {
				t.Fatalf("%s: %d items", name, n)
			}
		}
	}
}
