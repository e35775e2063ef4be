//go:build !js

package main

import (
	"playground/app/draw"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The panels of the frame, in the order of the page.

// places are the pages of the site that the header leads to.
var places = []struct{ name, folder, glyph, label string }{
	{"playground", "", "▦", "Playground"},
	{"experiments", "experiments/", "?", "Experiments"},
	{"function", "function/", "ƒ", "Your function"},
	{"keys", "keys/", "≡", "Your keys"},
}

// links lead from a place to every other.
func links(place string) []app.UI {
	root := "../"
	if place == places[0].name {
		root = "./"
	}
	var list []app.UI
	for _, p := range places {
		a := app.A().Href(root+p.folder).DataSet("glyph", p.glyph).Text(p.label)
		if p.name == place {
			a = a.Href("./").Aria("current", "page")
		}
		list = append(list, a)
	}
	return list
}

// header is the same in every place, but for which one is the current.
func header(place string) app.UI {
	return app.Header().ID("top").Body(
		app.Raw(`<svg id="logo" viewBox="0 0 28 28" aria-hidden="true"><rect x="1" y="9" width="12" height="16" rx="3"></rect><rect x="8" y="6" width="12" height="16" rx="3"></rect><rect x="15" y="3" width="12" height="16" rx="3"></rect></svg>`),
		app.H1().Attr("translate", "no").Text("@lru_cache playground"),
		app.Nav().ID("places").Aria("label", "Places").Body(
			links(place)...,
		),
		app.Div().Class("actions").Body(
			button("install", "Install").ID("install").Hidden(true),
			button("present", "Present").ID("present"),
			button("share", "Share"),
			button("keys", "?").Aria("label", "Keyboard shortcuts").Title("Keyboard shortcuts"),
			button("theme", "").ID("theme").Aria("label", "Theme"),
		),
	)
}

// The program is in two boxes, of which a phone shows the call first and the
// function further down.
func (f frame) programPanel() []app.UI {
	return []app.UI{
		panel("program", "Program", f.view("copies"), f.view("functions"), f.view("source")),
		app.Section().ID("call").Class("panel").Aria("label", "Call").Body(f.view("calling"), f.view("progress")),
	}
}

func (f frame) morePanel() app.UI {
	return app.Section().ID("more").Class("panel").Aria("label", "More calls").Body(f.view("calls"))
}

// The curve shares its axis with the slider above it.
func (f frame) sizePanel() []app.UI {
	return []app.UI{
		panel("size", "maxsize", app.Span(), f.view("sizing")),
		app.Section().ID("cliff").Class("panel").Aria("label", "Work for every maxsize").Body(
			f.view("curve"),
			app.Div().Class("row under").Body(f.table("curve-table", "The curve"), save("curve", "Save", "the curve")),
		),
	}
}

func (f frame) cachePanel() app.UI {
	aside := app.Span().Class("aside").Body(
		f.view("cache-order"), button("list", "as a list").Class("link").ID("list"), save("cache", "Save", "the cache"))
	return panel("cache", "Cache", aside,
		f.view("cache-view"),
		f.view("why"),
		app.Div().ID("time-machine").Role("group").Aria("label", "Time machine").Body(
			f.view("summary"),
			f.view("timeline-view"),
			f.view("transport"),
		),
		app.Div().Class("row under").Body(
			app.Raw(draw.Legend().Markup()),
			f.table("timeline-table", "The timeline"),
			save("timeline", "Save", "the timeline"),
		),
		f.view("tip"),
		f.view("entries"),
	)
}

func (f frame) treePanel() app.UI {
	return panel("tree", "Call tree", app.Span().Class("aside").Body(f.view("tree-caption"), save("calls", "Save", "the call tree")),
		f.view("tree-view"),
		f.table("tree-table", "The call tree"),
	)
}

func (f frame) infoPanel() app.UI {
	return panel("info", "cache_info()", app.Span(), f.view("counters"), f.view("qr"))
}

func (f frame) consolePanel() app.UI {
	return panel("console", "Console", app.Span(), f.view("lines"), f.view("race"))
}

// panel is a part of the page with its heading; aside stands at the heading's
// right.
func panel(id, heading string, aside app.UI, body ...app.UI) app.UI {
	head := app.Header().Class("head").Body(app.H2().ID(id+"-heading").Text(heading), aside)
	return app.Section().ID(id).Class("panel").
		Aria("labelledby", id+"-heading").
		Body(append([]app.UI{head}, body...)...)
}

// table is what a picture shows, as a table to be unfolded.
func (f frame) table(id, title string) app.UI {
	return app.Details().ID(id+"-fold").Class("fold").DataSet("table", id).Body(
		app.Summary().Text("as a table").Aria("label", title+" as a table"),
		f.view(id).TabIndex(0).Role("group").Aria("label", title+" as a table"), // it scrolls, and so must the keyboard
	)
}

// save is a menu that saves a picture; view is its data-view.
func save(view, label, name string) app.UI {
	as := func(format string) app.UI {
		return button("save", format).DataSet("view", view).DataSet("format", format).
			DataSet("name", name).Aria("label", "Save "+name+" as "+format)
	}
	return app.Details().Class("save").Body(
		app.Summary().Aria("label", "Save "+name).Text(label),
		app.Span().Body(as("SVG"), as("PNG")),
	)
}

// button is a button that does something when it is pressed; see act.go.
func button(do, label string) app.HTMLButton {
	return app.Button().Type("button").DataSet("do", do).Text(label)
}
