package main

import (
	"playground/app/model"
	"playground/app/show"
	"playground/app/views"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// onKey serves what has no keys of its own. A letter acts on the time machine
// alone, but for ? and P, which act where nobody types.
func (p *page) onKey(e, t app.Value) show.Change {
	p.stir()
	if e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() || e.Get("defaultPrevented").Bool() {
		return 0
	}
	key := e.Get("key").String()
	in := func(selector string) bool { _, ok := closest(t, selector); return ok }
	change, used := show.Change(0), false
	switch {
	case p.cards != nil:
		change, used = p.cardKey(key, t)
	case p.model == nil:
		if in("[data-slide] input") && (key == "PageUp" || key == "PageDown") {
			change, used = p.place.Do(key, show.Input{})
		}
	case in("[data-slide]"):
		change, used = p.sizeKey(key)
	case in("#maxsize-value"):
		if key == "ArrowUp" || key == "ArrowDown" {
			change, used = p.sizeKey(key)
		}
	case in(`input[role="spinbutton"]`):
		change, used = p.argumentKey(key, t)
	case in("#tree-view"):
		change, used = p.treeKey(key)
	case in("#time-machine"), p.model.Link().Present && in("body, #present"):
		change, used = p.timeKey(key, t, e.Get("shiftKey").Bool())
	}
	if !used && !in(`input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select, dialog`) {
		switch key {
		case "?":
			change, used = p.open(views.Sheet{Name: "keys"}), true
		case "Escape":
			if p.model != nil && p.model.Link().Present || p.cards != nil && p.cards.Presented() {
				change, used = p.place.Do("present", show.Input{})
			}
		case "p", "P":
			change, used = p.place.Do("present", show.Input{})
		}
	}
	if used {
		e.Call("preventDefault")
	}
	return change
}

// sizeKey is the arrow keys' pattern of a slider, for every other place where a
// maxsize can be set.
func (p *page) sizeKey(key string) (show.Change, bool) {
	m := p.model
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
		return m.Resize(m.Sizing().Axis), true
	}
	return 0, false
}

// argumentKey counts an argument up or down.
func (p *page) argumentKey(key string, t app.Value) (show.Change, bool) {
	by := map[string]int{"ArrowUp": 1, "ArrowDown": -1}[key]
	if by == 0 {
		return 0, false
	}
	return p.model.CountArgument(model.ArgumentIndex(t.Get("id").String()), by), true
}

var treeWays = map[string]string{
	"ArrowUp": "up", "ArrowDown": "down", "ArrowLeft": "out", "ArrowRight": "in", "Home": "first", "End": "last",
}

// treeKey is the tree pattern of the ARIA Authoring Practices. The tree is one
// stop for Tab; the arrows choose a call in it, which is lit wherever its key is
// drawn, and Enter goes to its step.
func (p *page) treeKey(key string) (show.Change, bool) {
	if _, call := p.model.Lit(); call < 0 {
		return 0, false
	}
	if key == "Enter" || key == " " {
		return p.model.OpenCall(), true
	}
	way, ok := treeWays[key]
	return p.model.Walk(way), ok
}

// timeKey is what keys do on the time machine. Where a control has keys of its
// own, they are its own: the arrows of a slider or a list, Space on a button, a
// box or a list.
func (p *page) timeKey(key string, t app.Value, shift bool) (show.Change, bool) {
	m := p.model
	slider := t.Get("type").String() == "range"
	_, field := closest(t, "input, select")
	switch key {
	case "k", "K":
		return m.Play(), true
	case "e", "E":
		return m.GoToEviction(shift), true
	case " ":
		if slider {
			return m.Play(), true
		}
	case "PageUp":
		return m.GoToShare(0.1), true
	case "PageDown":
		return m.GoToShare(-0.1), true
	case "ArrowLeft":
		if !field {
			return m.Go(m.Step() - 1), true
		}
	case "ArrowRight":
		if !field {
			return m.Go(m.Step() + 1), true
		}
	case "Home":
		if !field {
			return m.Go(0), true
		}
	case "End":
		if !field {
			return m.Go(m.Steps()), true
		}
	}
	return 0, false
}
