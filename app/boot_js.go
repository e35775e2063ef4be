package main

import (
	"playground/app/dom"
	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The HTML that the browser was sent is the page. The program takes it over as
// it stands: it finds the elements of the views, notes what they show, and from
// then on changes only what differs. Nothing is built a second time, so nothing
// that the visitor has typed, chosen or scrolled to is lost, and nobody sees it
// happen. What was done before, shell/loader.js keeps, and does when the page is
// live.
//
// go-app replaces the first element of the body by its component. For that it
// gets an empty element; see main_js.go.

// OnMount brings the page to life.
func (p *page) OnMount(ctx app.Context) {
	p.ctx = ctx
	ctx.Async(p.boot)
}

func (p *page) boot() {
	if place, ok := p.place.(interface{ Base(address string) }); ok {
		loc := app.Window().Get("location")
		place.Base(loc.Get("origin").String() + loc.Get("pathname").String())
	}
	p.paint.mount(p.place)
	dom.Breathe()
	change := p.loadSettings() | p.visit(true)
	p.paint.measure()
	dom.Breathe()
	p.did(change)
	p.bringAlive()
	p.listen()
	if _, ok := p.place.(show.Taker); ok {
		dom.OnText(p.take)
	}
	p.listenForNavigation()
	p.fit()
	p.wake()
	app.Window().Call("playgroundLive") // in shell/loader.js
}

// bringAlive draws what differs from the HTML, view by view: on a phone all at
// once would keep the browser busy for too long.
func (p *page) bringAlive() {
	p.paint.live = true
	for _, s := range p.paint.spots {
		if s.stale == 0 || !s.shown {
			continue
		}
		s.draw(p)
		dom.Breathe()
	}
}

// OnAppUpdate tells that a new version is ready. It waits for the visitor.
func (p *page) OnAppUpdate(ctx app.Context) {
	if ctx.AppUpdateAvailable() {
		p.did(p.base.NewVersion())
	}
}

// OnAppInstallChange tells that the browser can install the page, or has.
func (p *page) OnAppInstallChange(ctx app.Context) {
	if install := app.Window().GetElementByID("install"); install.Truthy() {
		install.Set("hidden", !ctx.IsAppInstallable())
	}
}
