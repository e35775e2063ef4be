package main

import (
	"strconv"

	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// What is particular to the page of the experiments: how a dot is dragged, what
// keys do, and where the focus goes when another card comes.

// dragDot drags the dot of a prediction up and down. A finger drags it by the dot
// itself, and elsewhere in the picture only taps: it may want to scroll.
func (p *page) dragDot(e, t app.Value, _, y float64, mouse bool) show.Change {
	slider, ok := closest(t, "[data-dot]")
	if !ok || p.cards == nil {
		return 0
	}
	plot := slider.Call("querySelector", `[data-part="plot"]`)
	_, knob := closest(t, `[data-part="knob"]`)
	return p.begun(&drag{y: y, meant: mouse || knob, to: func(_, y float64) show.Change {
		box := plot.Call("getBoundingClientRect")
		share := (box.Get("bottom").Float() - y) / box.Get("height").Float()
		change, _ := p.cards.Do("share-of-dot", show.Input{Value: strconv.FormatFloat(share, 'f', 4, 64)})
		return change
	}}, e, slider)
}

// cardKey is the arrow keys' pattern of a slider for what is predicted; and, while
// a card is presented, Space reveals and the arrows go on.
func (p *page) cardKey(key string, t app.Value) (show.Change, bool) {
	do := func(what, value string) (show.Change, bool) {
		change, used := p.cards.Do(what, show.Input{Value: value})
		p.keepSettings()
		return change, used
	}
	if _, ok := closest(t, `[data-dot], #guess`); ok {
		if by := map[string]string{"ArrowUp": "1", "ArrowDown": "-1", "PageUp": "10", "PageDown": "-10"}[key]; by != "" {
			return do("nudge", by)
		}
		if _, dot := closest(t, "[data-dot]"); dot {
			if by := map[string]string{"ArrowRight": "1", "ArrowLeft": "-1", "Home": "-1000000", "End": "1000000"}[key]; by != "" {
				return do("nudge", by)
			}
		}
	}
	serving := "input, textarea, select, button:not(#present), a, summary, dialog, [data-dot], pre"
	if key == " " {
		serving += ", button"
	}
	if _, busy := closest(t, serving); busy || !p.cards.Presented() {
		return 0, false
	}
	switch key {
	case " ":
		return do("run", "")
	case "ArrowRight", "PageDown":
		return p.cards.Next(1), true
	case "ArrowLeft", "PageUp":
		return p.cards.Next(-1), true
	}
	return 0, false
}

// beginCard puts the focus on the heading of a card that was gone to, which also
// brings it into view.
func (p *page) beginCard() {
	if h := app.Window().Get("document").Call("querySelector", "#card h2"); h.Truthy() {
		h.Call("focus", map[string]any{"preventScroll": true})
		app.Window().Call("scrollTo", 0, 0)
	}
}
