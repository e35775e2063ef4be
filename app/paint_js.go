package main

import (
	"playground/app/dom"
	"playground/app/model"
	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A painter draws the views of the place.
type painter struct {
	spots []*spot
	light dom.Light
	live  bool // the page does what its controls say
	rest  dom.Rest
}

// A spot is the element of a view.
type spot struct {
	show.View
	canvas *dom.Canvas
	width  int
	shown  bool
	stale  show.Change // what changed since it was drawn last
}

// mount finds the views of this page, and takes over what the HTML came with.
// Between two of them the browser can do what is waiting to be done.
func (p *painter) mount(place show.Place) {
	for _, v := range place.Views() {
		if !app.Window().GetElementByID(v.ID).Truthy() {
			continue
		}
		s := &spot{View: v, canvas: dom.On(v.ID), stale: show.Everything}
		if v.Wide == 0 {
			s.canvas.Adopt(v.Draw(0))
		}
		p.spots = append(p.spots, s)
		dom.Breathe()
	}
}

// measure asks how wide each view is, which has the browser lay the page out if
// anything has changed. The answers are kept.
func (p *painter) measure() (changed bool) {
	for _, s := range p.spots {
		w := s.canvas.Width()
		if w == s.width {
			continue
		}
		if s.Wide > 0 && w > 0 {
			s.stale = show.Everything
		}
		changed = changed || s.Wide > 0 || s.shown != (w > 0) // or a text is longer than it was
		s.width, s.shown = w, w > 0
	}
	return changed
}

// draw draws the views that a change concerns. One that is not shown is drawn
// when it is shown again; but a sheet is drawn before it is shown, and what is for
// paper alone is not shown at all. What takes long is drawn over several frames.
func (p *painter) draw(page *page, change show.Change) {
	drawn, newest, later := false, false, false
	time := show.Within(mostDrawn)
	for _, s := range p.spots {
		s.stale |= change & s.On
		if s.stale == 0 || !p.live || !s.shown && s.ID != "sheet-view" && s.ID != "worksheet" {
			continue
		}
		if s.Last && (drawn || p.rest.Asked()) && s.stale.Has(model.Recording) || page.own != nil && page.own.Large() && !time() {
			later = true
			continue
		}
		follows := s.ID == "lines" && page.model != nil && (s.stale.Has(model.Recording) || page.model.Hide())
		if s.draw(page) {
			drawn, newest = true, newest || follows
		}
	}
	p.rest.AfterFrame(later, func() { p.draw(page, 0) })
	if drawn {
		dom.Arrive()
	}
	if page.model != nil && (drawn || change.Has(show.Lit)) {
		p.light.Shine(page.model.Lit())
	}
	if newest { // when all is drawn: the browser lays the page out for it
		dom.ScrollToEnd("#lines [role=log]")
	}
}

// draw draws the view, and reports whether that changes anything. For a room it is
// laid out for half its width, and so comes out twice as large.
func (s *spot) draw(page *page) (changed bool) {
	width := s.width
	if page.place.Dress().Present {
		width /= 2
	}
	s.stale = 0
	return s.canvas.Draw(s.Draw(width))
}

// fit draws views anew whenever the room they have changes.
func (p *page) fit() {
	again := app.FuncOf(func(app.Value, []app.Value) any {
		if p.paint.measure() {
			p.paint.draw(p, 0)
		}
		return nil
	})
	if observer := app.Window().Get("ResizeObserver"); observer.Truthy() {
		o := observer.New(again)
		for _, s := range p.paint.spots {
			o.Call("observe", app.Window().GetElementByID(s.ID))
		}
		return
	}
	app.Window().Call("addEventListener", "resize", again)
	app.Window().Get("document").Call("addEventListener", "toggle", again, true)
}
