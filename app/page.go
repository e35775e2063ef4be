package main

import (
	"time"

	"playground/app/model"
	"playground/app/programs"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// page is the playground: the one component of the site.
//
// What stands where is its frame (frame.go), which the site's HTML comes with.
// Whatever changes is drawn by the views of the model, each into an element of the
// frame, and what is done to the page comes back through listeners on the document
// (listen.go) as a transition of the model. What follows from one is done in one
// place (did.go). go-app runs the program in the browser, tells it of new
// versions, of installation and of storage, and writes the frame.
type page struct {
	app.Compo

	model *model.Model
	paint painter

	ctx     app.Context
	asked   bool // for the next animation frame
	began   time.Time
	last    time.Time // of the frame before
	address address
	spoken  timer
	settled timer
	awake   bool // somebody has done something: until then nothing moves
	drag    *drag
	pressed bool // a pointer is down
}

// newPage returns a page that has already run the opening script.
func newPage() *page {
	p := &page{model: model.New(programs.All())}
	began := time.Now()
	p.model.Clock(func() time.Duration { return time.Since(began) })
	return p
}

// Render returns what go-app mounts: nothing that is seen. See boot.go.
func (p *page) Render() app.UI { return app.Div().Hidden(true) }
