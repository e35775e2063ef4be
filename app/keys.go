package main

import (
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
		if p.play.Rec.Events[step-1].Evicts() {
			p.goTo(ctx, step)
			return
		}
	}
}
