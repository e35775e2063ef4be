package model_test

import (
	"testing"

	"playground/app/model"
)

// What a key does depends on where it is pressed.
func TestPress(t *testing.T) {
	at := func(m *model.Model) [3]int {
		_, call := m.Lit()
		return [3]int{int(m.Script().Size), m.Step(), call}
	}
	for _, test := range []struct {
		in    string
		press model.Press
		used  bool
		want  [3]int // maxsize, step, chosen call; it begins at 2, 100, -1
	}{
		{"slide", model.Press{Key: "ArrowUp"}, true, [3]int{3, -1, -1}},
		{"slide", model.Press{Key: "Home"}, true, [3]int{0, -1, -1}},
		{"slide", model.Press{Key: "k"}, false, [3]int{2, 100, -1}},
		{"size", model.Press{Key: "ArrowDown"}, true, [3]int{1, -1, -1}},
		{"size", model.Press{Key: "ArrowLeft"}, false, [3]int{2, 100, -1}}, // moves the caret
		{"time", model.Press{Key: "ArrowLeft"}, true, [3]int{2, 99, -1}},
		{"time", model.Press{Key: "ArrowLeft", Field: true}, false, [3]int{2, 100, -1}},
		{"time", model.Press{Key: " ", Field: true}, false, [3]int{2, 100, -1}}, // ticks a box, opens a list
		{"time", model.Press{Key: "End"}, true, [3]int{2, 141, -1}},
		{"time", model.Press{Key: "PageUp", Field: true}, true, [3]int{2, 114, -1}},
		{"tree", model.Press{Key: "ArrowDown"}, false, [3]int{2, 100, -1}}, // the keyboard is not on it
		{"elsewhere", model.Press{Key: "k"}, false, [3]int{2, 100, -1}},
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
	m.Press("tree", model.Press{Key: "Home"})
	if _, call := m.Lit(); call != 0 {
		t.Errorf("Home in the tree leads to call %d", call)
	}
	m.Press("time", model.Press{Key: " ", Slider: true})
	if !m.Playing() {
		t.Error("Space on the timeline does not play")
	}
}
