package main

import (
	"playground/app/dom"
	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// listen hears what is done to the page. One listener on the document for each
// kind of event serves all controls and views, whenever they come: an element
// says in its data attributes what it does (data-do), stands for (data-key) or
// leads to (data-to-step, data-to-size, data-call).
func (p *page) listen() {
	on := func(event string, do func(e, target app.Value) show.Change) {
		listener := app.FuncOf(func(_ app.Value, args []app.Value) any {
			if t := args[0].Get("target"); t.Get("closest").Truthy() {
				if event == "click" {
					dom.KeepFocus(func() { p.did(do(args[0], t)) })
				} else {
					p.did(do(args[0], t))
				}
			}
			return nil
		})
		app.Window().Get("document").Call("addEventListener", event, listener, true)
	}
	on("pointerdown", p.onPointerDown)
	on("pointermove", p.onPointerMove)
	on("pointerup", p.onPointerUp)
	on("pointercancel", p.onPointerUp)
	on("keydown", p.onKey)
	on("click", p.onClick)
	on("input", p.onInput)
	on("change", p.onChange)
	on("submit", func(e, t app.Value) show.Change {
		if do := doing(t); do != "" {
			e.Call("preventDefault")
			return p.act(do, t)
		}
		return 0
	})
	on("toggle", func(_, t app.Value) show.Change {
		if table := t.Get("dataset").Get("table"); table.Truthy() && p.model != nil {
			p.paint.measure()
			return p.model.Unfold(table.String(), t.Get("open").Bool())
		}
		return 0
	})
	on("pointerover", func(_, t app.Value) show.Change { return p.light(t) })
	on("focusin", p.onFocus)
	on("focusout", func(_, t app.Value) show.Change {
		if t.Get("id").String() == "maxsize-value" && p.model != nil {
			return p.model.LeaveSize()
		}
		return 0
	})
}

// doing is what an element does by its data-do, or "".
func doing(t app.Value) string {
	if do := t.Get("dataset").Get("do"); do.Truthy() {
		return do.String()
	}
	return ""
}

// closest is the nearest element from t outwards that matches, if there is one.
func closest(t app.Value, selector string) (app.Value, bool) {
	el := t.Call("closest", selector)
	return el, el.Truthy()
}

func (p *page) onClick(e, t app.Value) show.Change {
	p.stir()
	if a, ok := closest(t, "a[href]"); ok {
		e.Call("stopPropagation") // or go-app would stay on this page, which has another program
		if p.settle(); p.keeping.Busy() && !e.Get("ctrlKey").Bool() && !e.Get("metaKey").Bool() && !e.Get("shiftKey").Bool() && !a.Get("target").Truthy() {
			e.Call("preventDefault")
			p.leave(a.Get("href").String())
		}
		return 0
	}
	if el, ok := closest(t, "button[data-do]"); ok {
		return p.act(doing(el), el)
	}
	for _, to := range [][2]string{{"[data-to-step]", "to-step"}, {"[data-to-size]", "to-size"}, {"#tree-view [data-call]", "open-call"}} {
		if el, ok := closest(t, to[0]); ok {
			return p.act(to[1], el)
		}
	}
	return 0
}

// onInput serves what says at every change what it is: sliders and text fields.
func (p *page) onInput(_, t app.Value) show.Change {
	p.stir()
	if kind := t.Get("type").String(); kind == "range" || kind == "text" || kind == "search" {
		return p.act(doing(t), t)
	}
	return 0
}

// onChange serves what is chosen: boxes, lists, one of several.
func (p *page) onChange(_, t app.Value) show.Change {
	p.stir()
	if kind := t.Get("type").String(); kind == "checkbox" || kind == "radio" || kind == "select-one" {
		return p.act(doing(t), t)
	}
	return 0
}

// onFocus lights the key that has the focus, and notes whether the tree has it.
// The tree begins at the call that the cursor is at, unless a call was pressed.
func (p *page) onFocus(_, t app.Value) show.Change {
	if p.model == nil {
		return 0
	}
	change := p.light(t)
	if _, ok := closest(t, "#tree-view"); !ok {
		return change | p.model.LeaveTree()
	}
	if p.pressed {
		return change
	}
	return change | p.model.EnterTree()
}

// light lights the key that an element stands for.
func (p *page) light(t app.Value) show.Change {
	if p.model == nil {
		return 0
	}
	if el, ok := closest(t, "[data-key]"); ok {
		return p.model.Light(el.Get("dataset").Get("key").String())
	}
	if t.Get("id").String() == "timeline" {
		return p.model.Light(p.model.KeyAt(p.model.Step()))
	}
	return p.model.Light("")
}
