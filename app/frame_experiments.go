//go:build !js

package main

import (
	"playground/app/experiments"
	"playground/app/markup"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// An experimentsFrame is the page of the experiments as the site's HTML has it:
// every card, to be read. The live page shows one of them.
type experimentsFrame struct{ place *experiments.Place }

func newExperiments() experimentsFrame { return experimentsFrame{experiments.New(nil)} }

func (f experimentsFrame) page() app.UI {
	panel := func(id, heading string, body ...app.UI) app.UI {
		head := app.H2().ID(id + "-heading").Text(heading)
		return app.Section().ID("panel-"+id).Class("panel").Aria("labelledby", id+"-heading").Body(append([]app.UI{head}, body...)...)
	}
	return app.Div().ID("page").DataSet("place", "experiments").Body(
		header("experiments"),
		f.view("notices"),
		app.Main().Body(
			panel("cards", "Experiments", f.view("cards"), credits()),
			app.Div().ID("stage").Class("panel").Body(
				app.Div().ID("card").Class("view").Body(app.Raw(f.place.Prerendered().Markup())),
			),
			app.Div().Class("column").DataSet("column", "right").Body(
				panel("program", "The program", f.view("program")),
				panel("terms", "Words used here", f.view("terms")),
				panel("teach", "For a class", app.P().Body(
					button("print", "Print this card"), button("worksheet", "Print all cards"),
				)),
			),
		),
		f.view("way-out"),
		f.view("worksheet"),
		f.view("status").Class("hidden").Role("status"),
		app.Dialog().ID("sheet").Aria("labelledby", "sheet-heading").Body(f.view("sheet-view")),
	)
}

func (f experimentsFrame) view(id string) app.HTMLDiv {
	for _, v := range f.place.Views() {
		if v.ID == id {
			return app.Div().ID(id).Class("view").Body(app.Raw(v.Draw(0).Markup()))
		}
	}
	panic("the page has a place for a view that does not exist: " + id)
}

// credits names what the experiments are made after.
func credits() app.UI {
	d := markup.El("details", "class", "fold credits").Of(
		markup.El("summary").Say("Where these come from"),
		experiments.Credits(),
	)
	return app.Raw(d.Markup())
}
