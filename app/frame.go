//go:build !js

package main

import (
	"playground/app/model"
	"playground/app/programs"
	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A frame is a page as the site's HTML has it: what stands where, and what the
// views show of the opening script.
type frame struct{ place show.Place }

// newFrame returns a frame whose model has run everything, the curve too.
func newFrame() frame {
	m := model.New(programs.All())
	for m.Sweeping() {
		m.Sweep(func() bool { return true })
	}
	return frame{m}
}

// playground is the page of that name.
func (f frame) playground() app.UI {
	column := func(name string, parts ...app.UI) app.UI {
		return app.Div().Class("column").DataSet("column", name).Body(parts...)
	}
	return app.Div().ID("page").DataSet("place", "playground").Body(
		header("playground"),
		f.view("notices"),
		app.Main().Body(
			f.view("first"),
			column("left", append(append(f.programPanel(), f.sizePanel()...), f.morePanel())...),
			column("middle", f.cachePanel(), f.treePanel()),
			column("right", f.infoPanel(), f.consolePanel()),
		),
		f.view("way-out"),
		f.view("worksheet"),
		f.view("status").Class("hidden").Role("status"),
		app.Dialog().ID("sheet").Aria("labelledby", "sheet-heading").Body(f.view("sheet-view")),
	)
}

// view is the element that a view draws into, with what it draws.
func (f frame) view(id string) app.HTMLDiv {
	for _, v := range f.place.Views() {
		if v.ID == id {
			return app.Div().ID(id).Class("view").Body(app.Raw(v.Prerendered().Markup()))
		}
	}
	panic("the page has a place for a view that does not exist: " + id)
}
