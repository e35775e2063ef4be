package main

import (
	"math"
	"strconv"

	"playground/app/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// listenForKeys serves what has no keys of its own: the time machine's buttons,
// the curve, the number in the decorator. A letter acts on the time machine
// alone.
func (p *page) listenForKeys(ctx app.Context) {
	app.Window().Get("document").Call("addEventListener", "keydown", app.FuncOf(func(_ app.Value, args []app.Value) any {
		e := args[0]
		if e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() || e.Get("defaultPrevented").Bool() {
			return nil
		}
		t, key := e.Get("target"), e.Get("key").String()
		if !t.Get("closest").Truthy() {
			return nil
		}
		in := func(selector string) bool { return t.Call("closest", selector).Truthy() }
		var used bool
		switch {
		case in("[data-scrub], #curve"):
			used = p.sizeKey(ctx, key)
		case in("#tree-view"):
			used = p.treeKey(ctx, key)
		case in("#time-machine"):
			used = p.timeKey(ctx, key, in("input, select"), e.Get("shiftKey").Bool())
		}
		if used {
			e.Call("preventDefault")
			ctx.Dispatch(func(app.Context) {})
		}
		return nil
	}))
}

// sizeKey is the arrow keys' pattern of a slider, for every other place where a
// maxsize can be set.
func (p *page) sizeKey(ctx app.Context, key string) bool {
	size, most := p.play.Script().Size, trace.MaxSize
	if size == trace.None {
		size = p.play.Axis
	}
	switch key {
	case "ArrowRight", "ArrowUp":
		size++
	case "ArrowLeft", "ArrowDown":
		size--
	case "PageUp":
		size += 10
	case "PageDown":
		size -= 10
	case "Home":
		size = 0
	case "End":
		size = p.play.Axis
	default:
		return false
	}
	p.resize(ctx, max(0, min(size, most)))
	return true
}

// timeKey is what keys do on the time machine. In a slider or a list the arrows
// are the browser's own.
func (p *page) timeKey(ctx app.Context, key string, field, shift bool) bool {
	switch key {
	case "k", "K":
		p.onPlay(ctx, app.Event{})
	case "e", "E":
		p.nextEviction(ctx, shift)
	case "?":
		p.onKeys(ctx, app.Event{})
	case " ":
		if !field {
			return false // a button's own key
		}
		p.onPlay(ctx, app.Event{})
	case "ArrowLeft", "ArrowRight", "Home", "End":
		if field {
			return false
		}
		p.goTo(ctx, map[string]int{
			"ArrowLeft": p.play.Step - 1, "ArrowRight": p.play.Step + 1, "Home": 0, "End": p.play.Steps(),
		}[key])
	default:
		return false
	}
	return true
}

// nextEviction goes to the next step that evicts, or to the one before.
func (p *page) nextEviction(ctx app.Context, back bool) {
	by := 1
	if back {
		by = -1
	}
	for step := p.play.Step + by; step >= 1 && step <= p.play.Steps(); step += by {
		if p.play.Rec.Events[step-1].Evicts {
			p.goTo(ctx, step)
			return
		}
	}
}

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

// curveSlot is the curve as a slider of its own for the keyboard.
func (p *page) curveSlot() app.UI {
	return slot("curve").
		Role("slider").TabIndex(0).
		Aria("label", "maxsize on the curve").
		Aria("valuemin", "0").Aria("valuemax", strconv.Itoa(int(p.play.Axis))).
		Aria("valuenow", strconv.Itoa(p.sliderValue())).
		Aria("valuetext", p.curveText())
}

// curveText is the value of the point under the slider in words.
func (p *page) curveText() string {
	text := p.sizeText()
	size := p.play.Script().Size
	for _, pt := range p.play.Points() {
		if pt.Size != size {
			continue
		}
		if pt.More {
			return text + ": the body runs more than " + strconv.Itoa(pt.Bodies) + " times"
		}
		return text + ": the body runs " + strconv.Itoa(pt.Bodies) + " times"
	}
	return text
}
