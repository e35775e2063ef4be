package main

import (
	"cmp"
	"strings"
	"time"

	"playground/app/dom"
	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The address bar says what the page shows, so that a copied address, the back
// button and a reload all lead to the very same view. What was shown last is kept
// in the browser too; a link beats it.

// An address is what the address bar says.
type address struct {
	fragment string
	entry    string // what makes it a place of its own in the history
	coming   bool   // what it says is still to be shown
	rested   dom.Timer
}

// resting is how long the hand rests before the address bar follows.
const resting = 400 * time.Millisecond

// visit shows what the address says. A visit that begins with an address that says
// nothing goes on with what was shown last.
func (p *page) visit(first bool) show.Change {
	fragment := strings.TrimPrefix(app.Window().Get("location").Get("hash").String(), "#")
	var kept, text string
	k, keeps := p.place.(show.Keeper)
	if keeps && first {
		dom.Attempt(func() { p.ctx.LocalStorage().Get(p.name+"-text", &text) })
		k.Restore(text)
	}
	if fragment == "" && first {
		dom.Attempt(func() { p.ctx.LocalStorage().Get(p.storageKey(), &kept) })
	}
	change := p.place.Visit(fragment+kept, kept != "")
	if p.place.Dress().Present && app.Window().Get("innerWidth").Int() < 480 { // a link of a room, on a phone
		also, _ := p.place.Do("present", show.Input{})
		change |= also
	}
	p.address.fragment, p.address.entry = p.place.Address() // so it makes no new place
	p.address.coming = keeps && p.address.fragment == "" || p.model != nil && p.model.Running()
	if now := cmp.Or(p.address.fragment, fragment); !first && now != "" {
		dom.Attempt(func() { p.ctx.LocalStorage().Set(p.storageKey(), now) })
	}
	return change
}

// arrive notes that what the address says has run, once it has: until then there
// was no telling what its address is.
func (p *page) arrive() {
	a := &p.address
	if fragment, entry := p.place.Address(); a.coming && fragment != "" {
		a.fragment, a.entry, a.coming = fragment, entry, false
	}
}

// storageKey is the name under which the browser keeps what was shown last.
func (p *page) storageKey() string {
	if p.name == "playground" {
		return "script"
	}
	return p.name
}

// listenForNavigation follows back, forward and an address typed in.
func (p *page) listenForNavigation() {
	app.Window().Call("addEventListener", "popstate", app.FuncOf(func(app.Value, []app.Value) any {
		p.did(p.visit(false))
		if p.cards != nil {
			p.beginCard()
		}
		return nil
	}))
}

// follow has the address bar follow when the hand has rested for a moment.
func (p *page) follow() { p.address.rested.After(resting, p.settle) }

// settle writes into the address bar. What makes a place of its own is one to come
// back to; all else is the same place.
func (p *page) settle() {
	a := &p.address
	fragment, entry := p.place.Address()
	if fragment == "" || fragment == a.fragment {
		return // nothing that an address could say: the last one that fits stays
	}
	how := "replaceState"
	if entry != a.entry {
		if app.Window().Get("parent").Equal(app.Window().Get("self")) {
			how = "pushState" // not in a frame: there the history is that of the page around
		}
		dom.Attempt(func() { p.ctx.LocalStorage().Set(p.storageKey(), fragment) })
	}
	// Safari refuses a hundredth change within half a minute: the next one tells
	// as much.
	if dom.Attempt(func() { app.Window().Get("history").Call(how, nil, "", "#"+fragment) }) {
		a.fragment, a.entry = fragment, entry
	}
}

// leave goes to another page, when what the visitor has brought is kept. Nobody is
// made to wait for ever.
func (p *page) leave(to string) {
	p.settle()
	go func() {
		p.keeping.Wait(5 * time.Second)
		app.Window().Get("location").Call("assign", to)
	}()
}
