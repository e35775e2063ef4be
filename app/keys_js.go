package main

import (
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
	default:
		_, field := closest(t, "input, select")
		press := show.Press{
			Key: key, Shift: e.Get("shiftKey").Bool(), Field: field,
			Slider: t.Get("type").String() == "range", ID: t.Get("id").String(),
		}
		for _, part := range []struct{ selector, name string }{
			{"[data-slide]", "slide"}, {"#maxsize-value", "size"}, {`input[role="spinbutton"]`, "argument"},
			{"#tree-view", "tree"}, {"#time-machine", "time"},
		} {
			if in(part.selector) {
				change, used = p.model.Press(part.name, press)
				break
			}
		}
		if !used && p.model.Link().Present && in("body, #present") {
			change, used = p.model.Press("time", press)
		}
	}
	if !used && !in(`input:not([type="range"], [type="checkbox"], [type="radio"]), textarea, select, dialog`) {
		switch key {
		case "?":
			change, used = p.open(views.Sheet{Name: "keys"}), true
		case "Escape":
			if p.place.Dress().Present {
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
