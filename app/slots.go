package main

import (
	"playground/app/markup"
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// slots are the views' names, and how to draw each in a given width.
func slots() map[string]func(p *page, width int) markup.Node {
	return map[string]func(p *page, width int) markup.Node{
		"curve":          (*page).curve,
		"source":         (*page).source,
		"cache-order":    (*page).cacheOrder,
		"cache-view":     (*page).cache,
		"sentence":       (*page).sentence,
		"timeline-view":  (*page).timeline,
		"position":       (*page).position,
		"progress":       (*page).progress,
		"tree-caption":   (*page).treeCaption,
		"tree-view":      (*page).tree,
		"counters":       (*page).counters,
		"bodies-view":    (*page).bodies,
		"why-view":       (*page).why,
		"entries-view":   (*page).entries,
		"lines":          (*page).lines,
		"curve-table":    (*page).curveTable,
		"timeline-table": (*page).timelineTable,
		"tree-table":     (*page).treeTable,
	}
}

// slot is the element of a view. In the browser go-app leaves it to the view.
func slot(id string) app.HTMLDiv {
	el := app.Div().ID(id).Class("view")
	if app.IsServer {
		el.Body(app.Raw(shell(id).Markup()))
	}
	return el
}

// shell is what a view shows of the opening script before the program has come:
// a picture laid out for a desktop, and one for a phone, of which style.css
// shows one.
func shell(id string) markup.Node {
	p := newPage()
	p.play.Sweep(func() bool { return true })
	view := slots()[id]
	if !slices.Contains(pictures, id) {
		return view(p, 0)
	}
	wide := shellWidth
	if id == "curve" {
		wide = shellWidthCurve
	}
	return markup.El("div").Of(
		markup.El("div", "data-shell", "wide").Of(view(p, wide)),
		markup.El("div", "data-shell", "narrow").Of(view(p, shellWidthNarrow)),
	)
}

// The widths that the pictures have at 1366 and at 360 pixels.
const (
	shellWidth       = 618
	shellWidthCurve  = 316
	shellWidthNarrow = 318
)
