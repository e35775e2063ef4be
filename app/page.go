package main

import (
	"time"

	"playground/app/player"
	"playground/app/programs"
	"playground/app/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// page is the playground: the one component of the site.
//
// go-app draws its frame and its controls, which change when a control is used.
// What shows the player (the pictures, the counters, the sentences) stands in
// views, which a [dom.Canvas] each draws into whenever the cursor moves.
type page struct {
	app.Compo

	play  *player.Player
	views views
	stage int // of mounting

	argument field // what stands in "n"
	size     field // what stands in "maxsize value"

	playing  bool
	speed    string  // of playing, as its option is called
	played   float64 // the part of a step that is due, by the clock
	busy     bool    // the run takes long enough to say so
	began    time.Time
	asked    bool // for the next frame
	settings settings

	notice                  string // above the page, until it is put away
	copied                  copied
	sheet                   string // the dialog that was opened last
	newVersion, installable bool
	embed                   bool   // without the frame of the page
	address                 string // what the address bar says
	stored                  string // the script in it
	followed                int    // counts what the address bar is to follow
}

// opening is the script that the page opens with: thrashing, one slot short of
// calm. Links leave out what is as in it, so changing it takes a new version of
// links.
func opening() trace.Script {
	return trace.Script{
		Program:    "fibonacci",
		Size:       2,
		Statements: []trace.Statement{{Op: trace.Call, Args: programs.Ints(10), Times: 1}},
	}
}

// newPage returns a page that has already run the opening script. On the server
// it is whole from the beginning.
func newPage() *page {
	p := &page{play: player.New(opening()), speed: "1", views: views{call: -1}}
	if app.IsServer {
		p.stage = stages
	}
	p.fillFields()
	return p
}

// Render returns the frame of the page and its controls.
func (p *page) Render() app.UI {
	column := func(name string, parts ...app.UI) app.UI {
		return app.Div().Class("column").DataSet("column", name).Body(parts...)
	}
	return app.Div().ID("page").DataSet("embed", p.embed).Hidden(p.stage < stages).Body(
		p.from(1, p.header),
		p.from(1, p.noticeRow),
		app.Main().Body(
			column("size", p.from(2, p.sizePanel), p.from(2, p.wayOut)),
			column("middle", p.from(3, p.cachePanel), p.from(4, p.treePanel)),
			column("program", p.from(5, p.programPanel), p.from(6, p.consolePanel)),
			column("right",
				p.from(6, p.infoPanel), p.from(6, p.bodiesPanel), p.from(6, p.whyPanel),
				p.from(7, p.entriesPanel), p.from(7, p.tablesPanel),
			),
		),
		p.from(7, p.live),
		p.from(8, p.shareDialog),
		p.from(8, p.byHandDialog),
		p.from(8, p.keysDialog),
	)
}

// panel is a part of the page with its heading; aside stands at the heading's
// right.
func panel(id, heading string, aside app.UI, body ...app.UI) app.UI {
	head := app.Header().Class("head").Body(app.H2().ID(id+"-heading").Text(heading), aside)
	return app.Section().ID(id).Class("panel").
		Aria("labelledby", id+"-heading").
		Body(append([]app.UI{head}, body...)...)
}

// none is an element for where nothing is to stand.
func none() app.UI { return app.Span() }
