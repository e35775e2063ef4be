package main

import (
	"playground/app/dom"
	"playground/app/markup"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// views are the places that the page draws into by itself.
type views struct {
	slots    map[string]func(p *page, width int) markup.Node
	on       map[string]*dom.Canvas
	live     bool           // all are drawn: from now on a change draws all
	stale    bool           // before that, something has changed
	widths   map[string]int // that they were drawn for
	timeline app.Value      // the sliders
	size     app.Value
	lit      string  // the key that is lit
	call     int     // the call of the tree that the keyboard is on, or -1
	before   []int32 // the entries before the maxsize changed
	marks    marks
	layout   layout
	uncached uncached
	spoken   int // counts what is to be announced
}

func (v *views) mount() {
	v.slots = slots()
	v.on, v.widths = map[string]*dom.Canvas{}, map[string]int{}
	for id := range v.slots {
		v.on[id] = dom.On(id)
	}
	v.timeline = app.Window().GetElementByID("timeline")
	v.size = app.Window().GetElementByID("maxsize")
	v.measure()
}

// pictures are the views that are laid out for a width.
var pictures = []string{"cache-view", "curve", "timeline-view", "tree-view"}

// measure asks how wide the pictures can be, and reports whether that has
// changed. The answer is kept: asking between two changes of the page would have
// the browser lay it out each time.
func (v *views) measure() (changed bool) {
	for _, id := range pictures {
		if w := v.on[id].Width(); w != v.widths[id] {
			v.widths[id], changed = w, true
		}
	}
	return changed
}

// fit lays the pictures out anew whenever the room they have changes.
func (p *page) fit() {
	observer := app.Window().Get("ResizeObserver").New(app.FuncOf(func(app.Value, []app.Value) any {
		if p.views.measure() {
			p.paint()
		}
		return nil
	}))
	for _, id := range pictures {
		observer.Call("observe", app.Window().GetElementByID(id))
	}
}

// paint draws every view for the cursor as it stands.
func (p *page) paint() {
	if !p.views.live {
		p.views.stale = true
		return
	}
	for id, view := range p.views.slots {
		p.views.on[id].Draw(view(p, p.views.widths[id]))
	}
	p.paintSliders()
	if p.views.lit != "" || p.views.call >= 0 {
		p.relight()
	}
}

// paintSliders sets what go-app cannot: it sets attributes in any order, and a
// value beyond the old max would be lost.
func (p *page) paintSliders() {
	set := func(slider app.Value, most, value int, text string) {
		slider.Set("max", most)
		slider.Set("value", value)
		slider.Call("setAttribute", "aria-valuetext", text)
	}
	set(p.views.timeline, p.play.Steps(), p.play.Step, p.positionText())
	set(p.views.size, int(p.play.Axis), p.sliderValue(), p.sizeText())
}

func (p *page) paintOnly(id string) {
	p.views.on[id].Draw(p.views.slots[id](p, p.views.widths[id]))
}

func (p *page) paintCurve()    { p.paintOnly("curve"); p.paintOnly("why-view") }
func (p *page) paintProgress() { p.paintOnly("progress") }
