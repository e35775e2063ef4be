package main

import (
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The live page takes over from the prerendered one. On a phone that is work for
// a second, so it is done in many small tasks, between which the browser can
// answer the visitor; and nothing is seen to change, because each picture of the
// shell stays in its place until the live one is drawn over it.

// shellPage is the prerendered page, which go-app replaces when it mounts.
var shellPage app.Value

// breathe lets the browser do what is waiting to be done.
func breathe() { time.Sleep(time.Millisecond) }

// OnMount brings the page to life.
func (p *page) OnMount(ctx app.Context) {
	for id := range slots() {
		p.views.inherit(id)
	}
	ctx.Async(func() { p.boot(ctx) })
}

func (p *page) boot(ctx app.Context) {
	breathe()
	p.settings.load(ctx)
	breathe()
	p.views.mount()
	breathe()
	for id, view := range p.views.slots {
		if !slices.Contains(pictures, id) {
			p.views.on[id].Adopt(view(p, 0))
		}
	}
	breathe()
	p.open(ctx, true)
	for id := range p.views.slots {
		breathe()
		p.paintOnly(id)
	}
	breathe()
	p.views.live = true
	p.paint()
	breathe()
	p.listen(ctx)
	p.listenForNavigation(ctx)
	p.fit()
	p.wake(ctx)
	ctx.Dispatch(func(ctx app.Context) { // redraws the controls, for what the address says
		ctx.Defer(func(app.Context) {
			app.Window().Get("document").Get("documentElement").Call("setAttribute", "data-live", "")
		})
	})
}

// inherit moves what the shell shows in a view into the view.
func (v *views) inherit(id string) {
	if !shellPage.Truthy() {
		return
	}
	old := shellPage.Call("querySelector", "#"+id)
	for old.Truthy() && old.Get("firstChild").Truthy() {
		app.Window().GetElementByID(id).Call("appendChild", old.Get("firstChild"))
	}
}
