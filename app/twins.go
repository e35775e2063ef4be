package main

import (
	"playground/app/draw"
	"playground/app/markup"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// twin is the same content as a picture's, as a table, to be unfolded. A folded
// one is not drawn.
func (p *page) twin(id, title string) app.UI {
	return app.Details().ID(id+"-twin").Class("twin").On("toggle", p.onTwinToggled).Body(
		app.Summary().Text(title),
		slot(id).TabIndex(0).Role("group").Aria("label", title+" as a table"), // it scrolls, and so must the keyboard
	)
}

func (p *page) onTwinToggled(app.Context, app.Event) { p.paint() }

func unfolded(id string) bool {
	el := app.Window().GetElementByID(id + "-twin")
	return el.Truthy() && el.Get("open").Bool()
}

func (p *page) curveTable(int) markup.Node {
	if !unfolded("curve-table") {
		return markup.El("div")
	}
	return draw.CurveTable(p.play.Points())
}

func (p *page) timelineTable(int) markup.Node {
	if !unfolded("timeline-table") {
		return markup.El("div")
	}
	return draw.TimelineTable(p.play.Rec)
}

func (p *page) treeTable(int) markup.Node {
	if !unfolded("tree-table") {
		return markup.El("div")
	}
	return draw.CallsTable(p.play.Rec, p.play.Tree(), p.play.Step)
}
