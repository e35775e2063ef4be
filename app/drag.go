package main

import (
	"math"

	"playground/app/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// listenForDrags lets the curve and the number in the decorator be dragged.
func (p *page) listenForDrags(ctx app.Context) {
	var drag func(x float64) trace.Size // nil while nothing is dragged
	on := func(event string, do func(e, target app.Value)) {
		app.Window().Get("document").Call("addEventListener", event, app.FuncOf(func(_ app.Value, args []app.Value) any {
			if t := args[0].Get("target"); t.Get("closest").Truthy() {
				do(args[0], t)
			}
			return nil
		}))
	}
	move := func(e app.Value) {
		size := max(0, min(drag(e.Get("clientX").Float()), trace.MaxSize))
		if size != p.play.Script().Size {
			p.resize(ctx, size)
			ctx.Dispatch(func(app.Context) {})
		}
	}
	on("pointerdown", func(e, t app.Value) {
		if e.Get("button").Int() != 0 {
			return
		}
		if curve := t.Call("closest", "#curve"); curve.Truthy() {
			drag = func(x float64) trace.Size {
				box := curve.Call("getBoundingClientRect")
				share := (x - box.Get("left").Float() - thumb/2) / (box.Get("width").Float() - thumb)
				return trace.Size(math.Round(max(0, min(share, 1)) * float64(p.play.Axis)))
			}
			move(e)
			e.Call("preventDefault")
			curve.Call("focus")
			return
		}
		if t.Call("closest", "[data-scrub]").Truthy() {
			from, size := e.Get("clientX").Float(), p.play.Script().Size
			if size == trace.None {
				size = p.play.Axis
			}
			drag = func(x float64) trace.Size { return size + trace.Size(math.Round((x-from)/scrubPixels)) }
			e.Call("preventDefault")
			t.Call("closest", "[data-scrub]").Call("focus")
		}
	})
	on("pointermove", func(e, _ app.Value) {
		if drag != nil {
			move(e)
		}
	})
	stop := func(_, _ app.Value) { drag = nil }
	on("pointerup", stop)
	on("pointercancel", stop)
}

const (
	thumb       = 20.0 // the width of a slider's thumb: its middle marks the value
	scrubPixels = 14.0 // how far the number in the decorator is dragged for one more
)
