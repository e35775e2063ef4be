package main

import (
	"math"
	"strconv"

	"playground/app/draw"
	"playground/app/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// listen hears what happens in the views. They are not go-app's, so one listener
// on the document serves all that they ever hold: an element says in its data
// attributes what it stands for (data-key) or leads to (data-to-step, data-at of
// a call, data-to-size).
func (p *page) listen(ctx app.Context) {
	doc := app.Window().Get("document")
	on := func(event string, do func(target app.Value)) {
		doc.Call("addEventListener", event, app.FuncOf(func(_ app.Value, args []app.Value) any {
			if t := args[0].Get("target"); t.Get("closest").Truthy() {
				do(t)
			}
			return nil
		}))
	}
	on("click", func(t app.Value) {
		step, ok := number(t, "toStep", "[data-to-step]")
		if !ok {
			step, ok = number(t, "at", "[data-call][data-at]")
		}
		if ok {
			p.goTo(ctx, step)
			ctx.Dispatch(func(app.Context) {})
		}
		if size, ok := number(t, "toSize", "[data-to-size]"); ok {
			p.resize(ctx, trace.Size(size))
			ctx.Dispatch(func(app.Context) {})
		}
	})
	on("pointerdown", func(app.Value) { p.settings.wake() })
	on("keydown", func(app.Value) { p.settings.wake() })
	light := func(t app.Value) {
		key := ""
		if el := t.Call("closest", "[data-key]"); el.Truthy() {
			key = el.Get("dataset").Get("key").String()
		} else if t.Get("id").String() == "timeline" {
			key = p.keyAt(p.play.Step)
		}
		p.light(key)
	}
	on("pointerover", light)
	on("focusin", light)
	on("focusin", func(t app.Value) { p.onTree(t.Call("closest", "#tree-view").Truthy()) })
	p.views.timeline.Call("addEventListener", "pointermove", app.FuncOf(func(_ app.Value, args []app.Value) any {
		// The slider lies over the marks, so what is under the pointer is counted out.
		x := (args[0].Get("offsetX").Float() - thumb/2) / (p.views.timeline.Get("clientWidth").Float() - thumb)
		p.light(p.keyAt(int(math.Round(x * float64(p.play.Steps())))))
		return nil
	}))
	p.listenForKeys(ctx)
	p.listenForDrags(ctx)
}

// number reads a data attribute of the first element matching selector from t
// outwards.
func number(t app.Value, data, selector string) (int, bool) {
	el := t.Call("closest", selector)
	if !el.Truthy() {
		return 0, false
	}
	n, err := strconv.Atoi(el.Get("dataset").Get(data).String())
	return n, err == nil
}

// keyAt is the key that a step is about, as its data-key; "" where it is about
// none.
func (p *page) keyAt(step int) string {
	if step < 1 || step > p.play.Steps() {
		return ""
	}
	e := p.play.Rec.Events[step-1]
	if !e.Lookup() && e.Kind != trace.Store && e.Kind != trace.Return {
		return ""
	}
	return strconv.Itoa(int(e.Key))
}

// light lights a key wherever it is drawn; "" puts all lights out.
func (p *page) light(key string) {
	if key == p.views.lit {
		return
	}
	p.views.lit = key
	p.relight()
}

func (p *page) relight() {
	doc := app.Window().Get("document")
	each := func(selector string, do func(el app.Value)) {
		list := doc.Call("querySelectorAll", selector)
		for i := range list.Length() {
			do(list.Index(i))
		}
	}
	each("[data-active]", func(el app.Value) { el.Call("removeAttribute", "data-active") })
	if p.views.call >= 0 {
		each("#"+draw.CallID(p.views.call), func(el app.Value) { el.Call("setAttribute", "data-active", "") })
	}
	each("[data-lit]", func(el app.Value) { el.Call("removeAttribute", "data-lit") })
	if p.views.lit != "" {
		each(`[data-key="`+p.views.lit+`"]`, func(el app.Value) { el.Call("setAttribute", "data-lit", "") })
	}
}
