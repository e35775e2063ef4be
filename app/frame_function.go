//go:build !js

package main

import (
	"playground/app/function"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A functionFrame is the page for the visitor's own function as the site's HTML has
// it: the panels of the playground, of an example, and what one brings above them.
type functionFrame struct {
	frame
	place *function.Place
}

func newFunction() functionFrame {
	p := function.New()
	for p.Sweeping() {
		p.Sweep(func() bool { return true })
	}
	return functionFrame{frame{p.Model}, p}
}

func (f functionFrame) page() app.UI {
	column := func(name string, parts ...app.UI) app.UI {
		return app.Div().Class("column").DataSet("column", name).Body(parts...)
	}
	return app.Div().ID("page").DataSet("place", "function").Body(
		header("function"),
		f.view("notices"),
		app.Main().Body(
			f.view("first"),
			column("left", append(append([]app.UI{f.bringPanel(), f.decoratedPanel()}, f.sizePanel()...), f.morePanel())...),
			column("middle", f.cachePanel(), f.treePanel()),
			column("right", f.infoPanel(), f.consolePanel(), f.recorderPanel()),
		),
		f.view("way-out"),
		f.view("worksheet"),
		f.view("status").Class("hidden").Role("status"),
		app.Dialog().ID("sheet").Aria("labelledby", "sheet-heading").Body(f.view("sheet-view")),
	)
}

// bringPanel is where a record comes in.
func (f functionFrame) bringPanel() app.UI {
	list := []app.UI{button("open-file", "Open a file")}
	for _, e := range function.Examples() {
		list = append(list, button("example", e.Label).DataSet("example", e.Name))
	}
	return panel("bring", "Your function", app.Span(),
		app.P().Class("ratio").Text("Paste what the recorder wrote, or drop the file on the page. Nothing leaves your browser."),
		app.Textarea().ID("record").DataSet("do", "record").Rows(3).Spellcheck(false).
			Attr("autocomplete", "off").Attr("autocapitalize", "off").Attr("translate", "no").Attr("aria-describedby", "found").
			Aria("label", "call record").Placeholder("lru_cache record 1\nfunction fib maxsize=128 typed=False\n…"),
		app.Input().ID("file").Type("file").Hidden(true).TabIndex(-1).Aria("label", "a file with a call record"),
		app.Div().Class("row chips").Body(list...),
		f.own("found").Aria("live", "polite"),
	)
}

// decoratedPanel is what the record is of: its functions, and the source as far as
// it is known.
func (f functionFrame) decoratedPanel() app.UI {
	return panel("program", "Decorated", f.view("copies"), f.view("functions"), f.view("source"), f.view("calling"), f.view("progress"))
}

func (f functionFrame) recorderPanel() app.UI {
	return panel("record-it", "Record it at home", app.Span(), f.own("recorder"))
}

// own is a view that the playground does not have.
func (f functionFrame) own(id string) app.HTMLDiv {
	for _, v := range f.place.Views() {
		if v.ID == id {
			return app.Div().ID(id).Class("view").Body(app.Raw(v.Prerendered().Markup()))
		}
	}
	panic("the page has a place for a view that does not exist: " + id)
}
