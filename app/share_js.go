package main

import (
	"playground/app/dom"
	"playground/app/draw"
	"playground/app/show"
	"playground/app/views"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// open shows a sheet: a modal dialog. The browser keeps the focus in it and
// closes it with Escape.
func (p *page) open(s views.Sheet) show.Change {
	change := p.base.Open(s)
	p.paint.draw(p, change)
	dialog := app.Window().GetElementByID("sheet")
	if dialog.Truthy() && !dialog.Get("open").Bool() {
		dom.Attempt(func() { dialog.Call("showModal") })
	}
	return change
}

// copy puts text on the clipboard. Where the browser does not let it (a page
// that came without https may not), the text is shown, to be copied by hand.
func (p *page) copy(what, text string) show.Change {
	byHand := func() { p.did(p.open(views.Sheet{Name: "by-hand", What: what, Text: text})) }
	clipboard := app.Window().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		byHand()
		return 0
	}
	var ok, no app.Func
	release := func() { ok.Release(); no.Release() }
	ok = app.FuncOf(func(app.Value, []app.Value) any {
		release()
		p.did(p.base.Copied(what) | p.base.Say("Copied to the clipboard: "+what+"."))
		return nil
	})
	no = app.FuncOf(func(app.Value, []app.Value) any {
		release()
		byHand()
		return nil
	})
	if !dom.Attempt(func() { clipboard.Call("writeText", text).Call("then", ok, no) }) {
		release()
		byHand()
	}
	return 0
}

// print hands the page to the printer, or a worksheet of it.
func (p *page) print(worksheet bool) {
	app.Window().GetElementByID("sheet").Call("close")
	prepare := func(yes bool) show.Change { return p.model.Worksheet(yes && worksheet) }
	if p.cards != nil {
		prepare = func(yes bool) show.Change { return p.cards.Worksheet(yes, yes && !worksheet) }
	}
	p.did(prepare(true))
	dom.Attempt(func() { app.Window().Call("print") })
	p.did(prepare(false))
}

// fold folds the menu that a button is in, and puts the focus on what unfolds it.
func fold(button app.Value) {
	if menu, ok := closest(button, "details"); ok && menu.Get("open").Bool() {
		menu.Set("open", false)
		menu.Call("querySelector", "summary").Call("focus")
	}
}

// save hands a picture to the visitor as a file, or what it is drawn from.
func (p *page) save(view, format, name string) {
	done := func(err error) {
		if err != nil {
			p.did(p.base.Notice("Not saved: " + err.Error() + "."))
			return
		}
		p.did(p.base.Say("Saved " + name + " as " + format + "."))
	}
	place := p.place.(show.Pictured)
	pic := place.Picture(view)
	what := dom.Picture{File: "lru_cache-" + view, Selector: pic.Selector, Title: pic.Title, Footer: pic.Footer}
	for _, m := range pic.Legend {
		what.Legend = append(what.Legend, dom.Sign{Mark: draw.Sign(m), Words: m.Word})
	}
	switch format {
	case "PNG":
		dom.SavePNG(what, done)
	case "SVG":
		dom.SaveSVG(what, done)
	case "CSV":
		dom.SaveText(what.File+".csv", "text/csv", place.CSV(view))
		done(nil)
	}
}
