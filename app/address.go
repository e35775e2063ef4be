package main

import (
	"strings"

	"playground/app/link"
	"playground/app/model"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The address bar says what the page shows, so that a copied address, the back
// button and a reload all lead to the very same view. The last script is kept in
// the browser too; a link beats it.

const scriptKey = "script"

// An address is what the address bar says.
type address struct {
	fragment string
	script   string // the link to the script alone
	typed    bool   // it has a place in the history that typing a maxsize has made
	rested   timer
}

// show shows what the address says, and the opening script where it says nothing
// or what cannot be shown. A visit that begins with an address that says nothing
// goes on with what was shown last.
func (p *page) show(visit bool) model.Change {
	fragment := strings.TrimPrefix(app.Window().Get("location").Get("hash").String(), "#")
	stored := false
	if fragment == "" && visit {
		attempt(func() { p.ctx.LocalStorage().Get(scriptKey, &fragment) })
		stored = fragment != ""
	}
	v, notices := link.Decode(fragment, model.Opening())
	if len(notices) > 0 {
		what := "Not all of this link could be read."
		if stored {
			what = "Not all of what was shown last could be read again."
		}
		notices = append([]string{what}, notices...)
	}
	p.address.fragment, _ = link.Encode(v, model.Opening())
	p.address.script = scriptLink(v) // so it makes no new place
	return p.model.Show(v, notices)
}

// listenForNavigation follows back, forward and an address typed in.
func (p *page) listenForNavigation() {
	app.Window().Call("addEventListener", "popstate", app.FuncOf(func(app.Value, []app.Value) any {
		p.did(p.show(false))
		return nil
	}))
}

// follow writes into the address bar, when the hand has rested for a moment. A
// new script is a new place to come back to; a moved cursor is the same place,
// and so is a maxsize that is still being typed.
func (p *page) follow() {
	p.address.rested.after(resting, func() {
		a := &p.address
		v := p.model.Link()
		fragment, err := link.Encode(v, model.Opening())
		if err != nil || fragment == a.fragment || p.model.Running() || p.model.Playing() {
			return // too long for an address: the last one that fits stays
		}
		how := "replaceState"
		if script := scriptLink(v); script != a.script {
			if !v.Embed && !(a.typed && p.model.Typing()) {
				how = "pushState" // not when embedded: there the history is that of the page around
			}
			a.script, a.typed = script, p.model.Typing()
			attempt(func() { p.ctx.LocalStorage().Set(scriptKey, script) })
		}
		// Safari refuses a hundredth change within half a minute: the next one tells
		// as much.
		if attempt(func() { app.Window().Get("history").Call(how, nil, "", "#"+fragment) }) {
			a.fragment = fragment
		}
	})
}

// scriptLink is the link to the script alone.
func scriptLink(v link.View) string {
	s, _ := link.Encode(link.View{Script: v.Script, Step: -1}, model.Opening())
	return s
}
