package draw_test

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// Small pictures, to be looked at. What must hold of all of them is tested below.
func TestCacheGolden(t *testing.T) {
	all := scenes()
	for _, test := range []struct {
		scene string
		step  int
		width int
	}{
		{"empty", 0, 330}, {"calm", 25, 330}, {"thrash", 103, 330}, {"off", 15, 290}, {"none", 6, 615}, {"calc_pi", 7, 290}, {"words", 17, 330},
	} {
		rec := all[test.scene]
		name := fmt.Sprintf("cache-%s-%d-%d.svg", test.scene, test.step, test.width)
		golden(t, name, draw.Cache(rec, rec.At(test.step), test.width))
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
					checkEntries(t, svg, rec, st)
					checkFrames(t, svg, rec, st)
					checkTexts(t, svg)
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
func checkEntries(t *testing.T, svg markup.Node, rec *trace.Recording, st trace.State) {
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
		key, err := strconv.Atoi(e.Key)
		if err != nil || e.Attr("data-key") != words.KeyName(rec, int32(key)) {
			t.Fatalf("step %d: entry %q is called %q", st.Step, e.Key, e.Attr("data-key"))
		}
		if want := rec.Call(int32(key)) + " = "; !strings.HasPrefix(e.Kids[0].Says(), want) {
			t.Fatalf("step %d: the title is %q, and not %s…", st.Step, e.Kids[0].Says(), want)
		}
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
	size := rec.Script.Size
	if next := all(svg, "data-next"); len(next) > 1 || len(next) == 1 && len(st.Order) != int(size) {
		t.Fatalf("step %d: %d are next to go, of %d", st.Step, len(next), len(st.Order))
	}
}

// checkFrames: the waiting calls stand side by side, the innermost one is there
// and marked.
func checkFrames(t *testing.T, svg markup.Node, rec *trace.Recording, st trace.State) {
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
	if n := len(st.Stack); n > 0 && inner[0].Attr("data-key") != words.KeyName(rec, st.Stack[n-1].Key) {
		t.Fatalf("step %d: the innermost call is %d", st.Step, st.Stack[n-1].Key)
	}
	if len(frames) < len(st.Stack) && len(frames) < 2 {
		t.Fatalf("step %d: only %d of %d calls are drawn", st.Step, len(frames), len(st.Stack))
	}
}

// checkTexts: nothing that is said leaves the picture or the box that it is in, and
// no two things are said in one place. Of an entry that leaves its call is shown.
func checkTexts(t *testing.T, svg markup.Node) {
	t.Helper()
	const round = 0.11
	for _, boxed := range slices.Concat(all(svg, "data-entry"), all(svg, "data-frame")) {
		rect := boxed.Kids[1]
		w, h := parse(rect.Attr("width")), parse(rect.Attr("height"))
		leaving := boxed.Attr("data-state") == "leaving"
		if leaving {
			sx, sy, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(rect.Attr("transform"), "scale("), ")"), ",")
			w, h = w*parse(sx), h*parse(sy)
		}
		for _, k := range boxed.Kids {
			for _, s := range texts(k, 0, 0) {
				if leaving && s.part != "key" && s.part != "glyph" {
					continue
				}
				if s.x < -round || s.x+s.w > w+round || s.y < -round || s.y+s.h > h+round {
					t.Fatalf("%s wide: %q, at %v, leaves its box of %.1f by %.1f", svg.Attr("width"), s.text, s.rectangle, w, h)
				}
			}
		}
	}
	door := part(svg, "door")
	x, w := parse(door.Attr("x")), parse(door.Attr("width"))
	for _, gone := range all(svg, "data-gone") {
		for _, s := range texts(gone.Node, 0, 0) { // a door is not moved, its places are
			if s.x < x || s.x+s.w > x+w+round {
				t.Fatalf("%s wide: %q leaves the door", svg.Attr("width"), s.text)
			}
		}
	}
	checkDoor(t, svg)
	var boxes []rectangle
	for _, s := range shownTexts(svg) {
		boxes = append(boxes, s.rectangle)
	}
	checkApart(t, svg, boxes)
}

// checkDoor: the lines in the door do not touch.
func checkDoor(t *testing.T, svg markup.Node) {
	t.Helper()
	const line = 12.5 // letters of 12 units and a little air
	var before said
	lines := texts(part(svg, "exit"), 0, 0)
	slices.SortFunc(lines, func(a, b said) int { return cmp.Compare(a.y+a.h, b.y+b.h) })
	for _, s := range lines {
		if gap := s.y + s.h - before.y - before.h; gap > 0.1 && gap < line { // at 0 it is the same line
			t.Fatalf("%s wide: %q and %q are %.1f apart in the door", svg.Attr("width"), before.text, s.text, gap)
		}
		before = s
	}
}

// shownTexts are the texts of a cache, but for those of an entry that leaves which
// the style sheet hides.
func shownTexts(svg markup.Node) (list []said) {
	for _, k := range svg.Kids {
		if k.Attr("data-part") != "entries" {
			list = append(list, texts(k, 0, 0)...)
			continue
		}
		leaving := 0
		for _, e := range k.Kids {
			if e.Attr("data-state") != "leaving" {
				list = append(list, texts(e, 0, 0)...)
				continue
			}
			if leaving++; leaving <= 3 { // more than three stand upon each other
				for _, s := range texts(e, 0, 0) {
					if s.part == "key" || s.part == "glyph" {
						list = append(list, s)
					}
				}
			}
		}
	}
	return list
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
	// Keys are numbered by first call, the deepest last: key k is fibonacci(10-k)
	// but for the last two.
	svg := draw.Cache(rec, st, 615, 10, 8, 0, 8)
	var got []string
	for _, e := range all(svg, "data-entry") {
		got = append(got, e.Attr("data-key")+" "+e.Attr("data-state"))
	}
	want := "10 new,8 idle,6 leaving,2 leaving,0 leaving"
	if s := strings.Join(got, ","); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}
