package model_test

import (
	"testing"

	"playground/app/model"
	"playground/app/show"
)

// What a key does depends on where it is pressed.
func TestPress(t *testing.T) {
	at := func(m *model.Model) [3]int {
		_, call := m.Lit()
		return [3]int{int(m.Script().Size), m.Step(), call}
	}
	for _, test := range []struct {
		in    string
		press show.Press
		used  bool
		want  [3]int // maxsize, step, chosen call; it begins at 2, 100, -1
	}{
		{"slide", show.Press{Key: "ArrowUp"}, true, [3]int{3, -1, -1}},
		{"slide", show.Press{Key: "Home"}, true, [3]int{0, -1, -1}},
		{"slide", show.Press{Key: "k"}, false, [3]int{2, 100, -1}},
		{"size", show.Press{Key: "ArrowDown"}, true, [3]int{1, -1, -1}},
		{"size", show.Press{Key: "ArrowLeft"}, false, [3]int{2, 100, -1}}, // moves the caret
		{"time", show.Press{Key: "ArrowLeft"}, true, [3]int{2, 99, -1}},
		{"time", show.Press{Key: "ArrowLeft", Field: true}, false, [3]int{2, 100, -1}},
		{"time", show.Press{Key: " ", Field: true}, false, [3]int{2, 100, -1}}, // ticks a box, opens a list
		{"time", show.Press{Key: "End"}, true, [3]int{2, 141, -1}},
		{"time", show.Press{Key: "PageUp", Field: true}, true, [3]int{2, 114, -1}},
		{"tree", show.Press{Key: "ArrowDown"}, false, [3]int{2, 100, -1}}, // the keyboard is not on it
		{"elsewhere", show.Press{Key: "k"}, false, [3]int{2, 100, -1}},
	} {
		m := settled(fresh())
		m.Go(100)
		_, used := m.Press(test.in, test.press)
		settled(m)
		got := at(m)
		if test.want[1] < 0 {
			got[1] = -1 // another maxsize has other steps
		}
		if used != test.used || got != test.want {
			t.Errorf("%s, %+v: used %t, %v; want %t, %v", test.in, test.press, used, got, test.used, test.want)
		}
	}
	m := settled(fresh())
	m.EnterTree()
	m.Press("tree", show.Press{Key: "Home"})
	if _, call := m.Lit(); call != 0 {
		t.Errorf("Home in the tree leads to call %d", call)
	}
	m.Press("slide", show.Press{Key: "ArrowRight"}) // the tree is another then
	settled(m)
	m.Press("tree", show.Press{Key: "Home"})
	m.Press("tree", show.Press{Key: "ArrowRight"})
	if _, call := m.Lit(); call != 1 {
		t.Errorf("Home and an arrow in the tree of another maxsize lead to call %d", call)
	}
	m.Press("time", show.Press{Key: " ", Slider: true})
	if !m.Playing() {
		t.Error("Space on the timeline does not play")
	}
}
