package main

import (
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The live page takes over from the prerendered one. On a phone that is work for
// a second, so it is done in many small tasks, between which the browser can
// answer the visitor; and nothing is seen to change: the shell stays until the
// live page is mounted behind it, and in the live page each picture of the shell
// stays in its place until the live one is drawn over it. What the visitor does in
// the meantime, shell/loader.js keeps and does when the page is live.

// shellPage is the prerendered page.
var shellPage app.Value

// breathe lets the browser do what is waiting to be done. Sleeping for a moment
// would not: on a slow machine the moment has passed before anybody sleeps.
func breathe() {
	rested := make(chan struct{})
	resume := app.FuncOf(func(app.Value, []app.Value) any {
		close(rested)
		return nil
	})
	defer resume.Release()
	app.Window().Call("setTimeout", resume)
	<-rested
}

// The page is mounted in stages, of which stage 0 is an empty frame.
const stages = 8

// from returns a part of the page once mounting has come to its stage.
func (p *page) from(stage int, part func() app.UI) app.UI {
	if p.stage < stage {
		return none()
	}
	return part()
}

// OnMount brings the page to life.
func (p *page) OnMount(ctx app.Context) {
	ctx.Async(func() { p.boot(ctx) })
}

// mount mounts the stages that are left, and then shows the live page instead of
// the shell.
func (p *page) mount(ctx app.Context) {
	for p.stage < stages {
		breathe()
		mounted := make(chan struct{})
		ctx.Dispatch(func(ctx app.Context) {
			p.stage++
			ctx.Defer(func(app.Context) {
				if p.stage == stages {
					p.takeOver()
				}
				close(mounted)
			})
		})
		<-mounted
	}
}

// takeOver moves what the shell shows in its views and its fields into those of
// the live page, and the focus if the shell has it, and removes the shell.
func (p *page) takeOver() {
	focused := ""
	if active := app.Window().Get("document").Get("activeElement"); shellPage.Call("contains", active).Bool() {
		focused = active.Get("id").String()
	}
	shellPage.Set("hidden", true) // or a browser that keeps the focus in sight scrolls past the live page
	for id := range slots() {
		view, old := app.Window().GetElementByID(id), shellPage.Call("querySelector", "#"+id)
		for old.Truthy() && old.Get("firstChild").Truthy() {
			view.Call("appendChild", old.Get("firstChild"))
		}
	}
	for _, id := range []string{"maxsize-value", "n"} {
		show(id, shellPage.Call("querySelector", "#"+id).Get("value").String())
	}
	shellPage.Call("remove")
	if live := app.Window().GetElementByID(focused); live.Truthy() {
		live.Call("focus", map[string]any{"preventScroll": true})
	}
}

func (p *page) boot(ctx app.Context) {
	p.settings.load(ctx) // first, for the shell is seen in these colours too
	p.mount(ctx)
	breathe()
	p.views.mount()
	for id, view := range p.views.slots {
		if !slices.Contains(pictures, id) {
			breathe()
			p.views.on[id].Adopt(view(p, 0))
		}
	}
	breathe()
	p.open(ctx, true)
	p.views.stale = false
	for id := range p.views.slots {
		breathe()
		p.paintOnly(id)
	}
	p.views.live = true
	if p.views.stale {
		p.paint()
	} else {
		p.paintSliders()
	}
	breathe()
	p.listen(ctx)
	p.listenForNavigation(ctx)
	p.fit()
	p.wake(ctx)
	ctx.Dispatch(func(ctx app.Context) { // redraws the controls, for what the address says
		ctx.Defer(func(app.Context) {
			app.Window().Call("playgroundLive") // in shell/loader.js
		})
	})
}
