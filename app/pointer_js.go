package main

import (
	"math"
	"strconv"

	"playground/app/show"
	"playground/app/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

const (
	thumb       = 20.0 // the width of a slider's thumb: its middle marks the value
	scrubPixels = 14.0 // how far the number in the decorator is dragged for one more
	slop        = 8.0  // how far a finger may go before it means something
)

// A drag turns where the pointer is into a maxsize.
type drag struct {
	to    func(x, y float64) show.Change
	x, y  float64 // where it began
	meant bool    // by a finger it is only when it goes sideways: else it scrolls
}

// onPointerDown begins to drag the curve or the number in the decorator. A finger
// that rests on them may want to scroll: the browser takes it then, and says so
// by pointercancel.
func (p *page) onPointerDown(e, t app.Value) show.Change {
	p.stir()
	p.pressed = true
	if e.Get("button").Int() != 0 {
		return 0
	}
	x, y := e.Get("clientX").Float(), e.Get("clientY").Float()
	meant := e.Get("pointerType").String() == "mouse"
	if slider, ok := closest(t, "[data-slide]:has([data-part=plot])"); ok && p.model == nil {
		return p.begun(&drag{x: x, y: y, meant: meant, to: func(x, _ float64) show.Change {
			plot := slider.Call("querySelector", `[data-part="plot"]`).Call("getBoundingClientRect")
			share := (x - plot.Get("left").Float()) / plot.Get("width").Float()
			change, _ := p.place.Do("slide", show.Input{Value: strconv.FormatFloat(share, 'f', 6, 64)})
			return change
		}}, e, slider.Call("querySelector", "input"))
	}
	if p.model == nil {
		return p.dragDot(e, t, x, y, meant)
	}
	if curve, ok := closest(t, "#curve [data-slide]"); ok {
		return p.begun(&drag{x: x, y: y, meant: meant, to: func(x, _ float64) show.Change {
			box := curve.Call("getBoundingClientRect")
			share := (x - box.Get("left").Float() - thumb/2) / (box.Get("width").Float() - thumb)
			return p.model.ResizeTo(max(0, min(share, 1)))
		}}, e, curve)
	}
	if number, ok := closest(t, "[data-scrub]"); ok {
		size := p.model.Script().Size
		if size == trace.None {
			size = p.model.Sizing().Axis
		}
		p.drag = &drag{x: x, y: y, meant: true, to: func(to, _ float64) show.Change {
			return p.model.Resize(max(0, size+trace.Size(math.Round((to-x)/scrubPixels))))
		}}
		e.Call("preventDefault")
		number.Call("focus")
	}
	return 0
}

// begun begins a drag of an element: where it is meant already, that gets the focus.
func (p *page) begun(d *drag, e, el app.Value) show.Change {
	if p.drag = d; !d.meant {
		return 0
	}
	e.Call("preventDefault")
	el.Call("focus")
	return d.to(d.x, d.y)
}

func (p *page) onPointerMove(e, t app.Value) show.Change {
	if d := p.drag; d != nil {
		x, y := e.Get("clientX").Float(), e.Get("clientY").Float()
		if dx, dy := math.Abs(x-d.x), math.Abs(y-d.y); !d.meant && max(dx, dy) > slop {
			if d.meant = dx > dy; !d.meant {
				p.drag = nil // nor is it a tap
			}
		}
		if d.meant {
			return d.to(x, y)
		}
		return 0
	}
	if p.model == nil || t.Get("id").String() != "timeline" {
		return 0
	}
	// The slider lies over the marks, so what is under the pointer is counted out.
	x := (e.Get("offsetX").Float() - thumb/2) / (t.Get("clientWidth").Float() - thumb)
	return p.model.Light(p.model.KeyAt(int(math.Round(x * float64(p.model.Position().Axis)))))
}

func (p *page) onPointerUp(e, _ app.Value) show.Change {
	d := p.drag
	p.drag, p.pressed = nil, false
	if d != nil && !d.meant && e.Get("type").String() == "pointerup" {
		return d.to(d.x, d.y) // a tap
	}
	return 0
}
