package main

import (
	"playground/app/dom"
	"playground/app/model"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A painter draws the views of the model that stand on this page.
type painter struct {
	places []*place
	live   bool // the page does what its controls say
}

// A place is the element of a view.
type place struct {
	model.View
	canvas *dom.Canvas
	width  int
	shown  bool
	stale  model.Change // what changed since it was drawn last
}

// mount finds the views of this page, and takes over what the HTML came with.
// Between two of them the browser can do what is waiting to be done.
func (p *painter) mount(m *model.Model) {
	for _, v := range model.Views() {
		if !app.Window().GetElementByID(v.ID).Truthy() {
			continue
		}
		pl := &place{View: v, canvas: dom.On(v.ID), stale: model.Everything}
		if v.Wide == 0 {
			pl.canvas.Adopt(v.Draw(m, 0))
		}
		p.places = append(p.places, pl)
		breathe()
	}
}

// measure asks how wide each view is, which has the browser lay the page out if
// anything has changed. The answers are kept.
func (p *painter) measure() (changed bool) {
	for _, pl := range p.places {
		w := pl.canvas.Width()
		if w == pl.width {
			continue
		}
		if pl.Wide > 0 && w > 0 {
			pl.stale = model.Everything
		}
		pl.width, pl.shown, changed = w, w > 0, true
	}
	return changed
}

// draw draws the views that a change concerns. One that is not shown is drawn
// when it is shown again.
func (p *painter) draw(m *model.Model, change model.Change) {
	drawn := false
	for _, pl := range p.places {
		pl.stale |= change & pl.On
		if pl.stale == 0 || !p.live || !pl.shown && pl.ID != "sheet-view" {
			continue
		}
		pl.draw(m)
		drawn = true
	}
	if drawn || change.Has(model.Lit) {
		p.light(m)
	}
}

// draw draws the view. For a room it is laid out for half its width, and so comes
// out twice as large.
func (pl *place) draw(m *model.Model) {
	width := pl.width
	if m.Link().Present {
		width /= 2
	}
	pl.canvas.Draw(pl.Draw(m, width))
	pl.stale = 0
}

// light lights one key wherever it is drawn, and marks the call that the
// keyboard is on.
func (p *painter) light(m *model.Model) {
	key, call := m.Lit()
	each("[data-active]", func(el app.Value) { el.Call("removeAttribute", "data-active") })
	each("[data-lit]", func(el app.Value) { el.Call("removeAttribute", "data-lit") })
	if call >= 0 {
		each(`[data-call="`+itoa(call)+`"]`, func(el app.Value) { el.Call("setAttribute", "data-active", "") })
	}
	if key != "" {
		each(`[data-key="`+app.Window().Get("CSS").Call("escape", key).String()+`"]`, func(el app.Value) { el.Call("setAttribute", "data-lit", "") })
	}
}

func each(selector string, do func(el app.Value)) {
	list := app.Window().Get("document").Call("querySelectorAll", selector)
	for i := range list.Length() {
		do(list.Index(i))
	}
}

// fit draws views anew whenever the room they have changes.
func (p *page) fit() {
	again := app.FuncOf(func(app.Value, []app.Value) any {
		if p.paint.measure() {
			p.paint.draw(p.model, 0)
		}
		return nil
	})
	if observer := app.Window().Get("ResizeObserver"); observer.Truthy() {
		o := observer.New(again)
		for _, pl := range p.paint.places {
			o.Call("observe", app.Window().GetElementByID(pl.ID))
		}
		return
	}
	app.Window().Call("addEventListener", "resize", again)
	app.Window().Get("document").Call("addEventListener", "toggle", again, true)
}
