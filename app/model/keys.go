package model

import "playground/app/show"

// Press does what a key means in a part of the page, and reports whether it means
// anything: "slide" is every place but the slider itself where a maxsize can be set
// like with one, "size" its field, "argument" the field of an argument, "tree" the
// call tree, and "time" the time machine.
func (m *Model) Press(in string, p show.Press) (change Change, used bool) {
	switch in {
	case "slide":
		return m.pressSize(p.Key)
	case "size":
		if p.Key == "ArrowUp" || p.Key == "ArrowDown" {
			return m.pressSize(p.Key)
		}
	case "argument":
		if by := map[string]int{"ArrowUp": 1, "ArrowDown": -1}[p.Key]; by != 0 {
			return m.CountArgument(ArgumentIndex(p.ID), by), true
		}
	case "tree":
		return m.pressTree(p.Key)
	case "time":
		return m.pressTime(p)
	}
	return 0, false
}

// pressSize is the arrow keys' pattern of a slider.
func (m *Model) pressSize(key string) (Change, bool) {
	switch key {
	case "ArrowRight", "ArrowUp":
		return m.ResizeBy(1), true
	case "ArrowLeft", "ArrowDown":
		return m.ResizeBy(-1), true
	case "PageUp":
		return m.ResizeBy(10), true
	case "PageDown":
		return m.ResizeBy(-10), true
	case "Home":
		return m.Resize(0), true
	case "End":
		return m.Resize(m.axis), true
	}
	return 0, false
}

// pressTree is the tree pattern of the ARIA Authoring Practices. The tree is one
// stop for Tab; the arrows choose a call in it, which is lit wherever its key is
// drawn, and Enter goes to its step.
func (m *Model) pressTree(key string) (Change, bool) {
	if m.chosen < 0 {
		return 0, false
	}
	if key == "Enter" || key == " " {
		return m.OpenCall(), true
	}
	way, ok := map[string]string{
		"ArrowUp": "up", "ArrowDown": "down", "ArrowLeft": "out", "ArrowRight": "in", "Home": "first", "End": "last",
	}[key]
	return m.Walk(way), ok
}

// pressTime is what keys do on the time machine. Where a control has keys of its
// own, they are its own: the arrows of a slider or a list, Space on a button, a box
// or a list.
func (m *Model) pressTime(p show.Press) (Change, bool) {
	switch p.Key {
	case "k", "K":
		return m.Play(), true
	case "e", "E":
		return m.GoToEviction(p.Shift), true
	case "PageUp":
		return m.GoToShare(0.1), true
	case "PageDown":
		return m.GoToShare(-0.1), true
	case " ":
		if p.Slider {
			return m.Play(), true
		}
		return 0, false
	}
	to, ok := map[string]int{
		"ArrowLeft": m.step - 1, "ArrowRight": m.step + 1, "Home": 0, "End": m.Steps(),
	}[p.Key]
	if !ok || p.Field {
		return 0, false
	}
	return m.Go(to), true
}
