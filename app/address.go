package main

import (
	"strings"
	"time"

	"playground/app/link"
	"playground/app/words"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The address bar says what the page shows, so that a copied address, the back
// button and a reload all lead to the very same view. The last script is kept in
// the browser too; a link beats it.

const scriptKey = "script"

// view is what is shown, as a link says it. The cursor is left out at the end.
func (p *page) view() link.View {
	v := link.View{Script: p.play.Rec.Script, Step: p.play.Step, Embed: p.embed}
	if p.play.Step == p.play.Steps() {
		v.Step = -1
	}
	return v
}

func openingView() link.View { return link.View{Script: opening(), Step: -1} }

// open shows what the address says, and the opening script where it says nothing
// or what cannot be shown. A visit that begins with an address that says nothing
// goes on with what was shown last.
func (p *page) open(ctx app.Context, visit bool) {
	fragment := strings.TrimPrefix(app.Window().Get("location").Get("hash").String(), "#")
	p.address = fragment
	if fragment == "" {
		p.address, _ = link.Encode(openingView(), openingView())
	}
	if fragment == "" && visit {
		ctx.LocalStorage().Get(scriptKey, &fragment)
	}
	v, notices := link.Decode(fragment, openingView())
	p.notice = ""
	if len(notices) > 0 {
		p.notice = "Not all of this could be read. " + strings.Join(notices, " ")
	}
	p.embed = v.Embed
	p.pause()
	p.play.Load(v.Script, v.Step)
	p.fillFields()
	p.stored, _ = link.Encode(link.View{Script: v.Script, Step: -1}, openingView()) // so it makes no new place
	p.start(ctx)
}

// listenForNavigation follows back, forward and an address typed in.
func (p *page) listenForNavigation(ctx app.Context) {
	app.Window().Call("addEventListener", "popstate", app.FuncOf(func(app.Value, []app.Value) any {
		p.open(ctx, false)
		ctx.Dispatch(func(app.Context) {})
		return nil
	}))
}

// follow writes into the address bar, once the hand has rested for a moment. A
// new script is a new place to come back to; a moved cursor is the same place.
func (p *page) follow(ctx app.Context) {
	p.followed++
	mine := p.followed
	ctx.After(400*time.Millisecond, func(ctx app.Context) {
		if mine != p.followed || p.play.Running() {
			return
		}
		fragment, err := link.Encode(p.view(), openingView())
		if err != nil || fragment == p.address {
			return // too long for an address: the last one that fits stays
		}
		how := "replaceState"
		if script := p.scriptAddress(); script != p.stored && !p.embed {
			// Not when embedded: there the history is that of the page around.
			how = "pushState"
			p.stored = script
			ctx.LocalStorage().Set(scriptKey, script)
		}
		p.address = fragment
		app.Window().Get("history").Call(how, nil, "", "#"+fragment)
	})
}

// scriptAddress is the link to the script alone.
func (p *page) scriptAddress() string {
	s, _ := link.Encode(link.View{Script: p.play.Rec.Script, Step: -1}, openingView())
	return s
}

// sharedURL is the whole address of what is shown.
func (p *page) sharedURL(embed bool) (string, error) {
	v := p.view()
	v.Embed = embed
	fragment, err := link.Encode(v, openingView())
	loc := app.Window().Get("location")
	if !loc.Truthy() {
		return "", err
	}
	return loc.Get("origin").String() + loc.Get("pathname").String() + "#" + fragment, err
}

// summary says in a few words what is shown, for the text of a link.
func (p *page) summary() string {
	rec := p.play.Rec
	text := "lru_cache(maxsize=" + rec.Script.Size.String() + ")"
	if n := len(rec.Script.Statements); n > 0 {
		text = rec.Script.Statements[n-1].Python(rec.Program.Name) + " with " + text
	}
	return text + ", step by step"
}

// plainStatus is the sentence that is read out.
func (p *page) plainStatus() string {
	return words.Plain(words.Status(p.play.Rec, p.play.Step))
}
