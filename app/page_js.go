package main

import (
	"time"

	"playground/app/dom"
	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// page is a page of the site: the one component of each.
//
// What stands where is its frame (package frame), which the site's HTML comes with.
// Whatever changes is drawn by the views of the place that it shows, each into an
// element of the frame, and what is done to the page comes back through listeners
// on the document (listen.go) as a transition of the place. What follows from one
// is done in one function (did.go). go-app runs the program in the browser, tells
// it of new versions and of installation, and keeps what is stored.
type page struct {
	app.Compo

	name  string // of the place
	place show.Place
	base  *show.Page    // what the place has in common with all others
	model player        // of a place that shows a cache, else nil
	cards cards         // of that with the experiments, else nil
	own   own           // of that for the visitor's own function, else nil
	kept  show.Settings // what the browser keeps of the visitor's
	paint painter

	ctx     app.Context
	asked   bool // for the next animation frame
	last    time.Time
	address address
	spoken  dom.Timer
	settled dom.Timer
	awake   bool // somebody has done something: until then nothing moves
	drag    *drag
	pressed bool       // a pointer is down
	texts   int        // how many the visitor has brought
	keeping show.Queue // of what the browser is to keep
}

// Render returns what go-app mounts: nothing that is seen. See boot.go.
func (p *page) Render() app.UI { return app.Div().Hidden(true) }
