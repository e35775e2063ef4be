// Package model holds what the page shows, and every way to change it.
//
// A control makes a transition: a method that changes the model and returns what
// that changed. Nothing here draws, waits, or knows of a browser; whoever calls a
// transition draws what depends on the change ([Model.Views] tells which views do), has
// it read out and follows it in the address bar.
//
// A script that is asked for runs in slices, under Run, until it is done; until
// then the recording before it stays, whole. What is drawn follows from the
// recording and the cursor alone, whatever way led there.
//
// A Model is for one goroutine.
package model

import (
	"playground/app/draw"
	"playground/app/link"
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/show"
	"playground/app/timing"
	"playground/app/trace"
	"playground/app/views"
	"time"
)

// A Change says what a transition changed.
type Change = show.Change

const (
	Recording Change = 1 << iota // another recording is shown
	Cursor                       // the cursor has moved
	Asked                        // the script that was asked for, or whether it runs
	Progress                     // how far a run is that takes a while
	Curve                        // points have come
	Fields                       // what stands in the fields
	Playing                      // whether and how fast it plays
	Timed                        // measured times have come
	Layout                       // what parts of the page are shown, and how
)

// A Model is what the page shows. Make one with New.
type Model struct {
	show.Page
	rec  *trace.Recording // what is shown
	step int              // the cursor, from 0, which stands before all, to the last event
	axis trace.Size       // the largest maxsize of the slider and of the curve

	catalogue []programs.Program
	recorded  []trace.Statement                      // of a call record: those that it came with
	source    string                                 // and the program that it was made from, "" if nobody knows
	prints    func(*trace.Recording) []views.Printed // and what a recording of it prints; nil for nothing
	script    trace.Script                           // what was asked for last
	run       *trace.Runner                          // runs script, or a beginning of it
	running   bool
	slices    int   // that it took so far
	busy      bool  // it runs long enough to say so
	want      place // where to go when it has run
	sweep     *trace.Sweep

	clock   func() time.Duration // nil: nothing is measured
	took    []time.Duration      // by statement
	printed printed
	race    *timing.Race // of the script raced, or nil
	raced   trace.Script

	playing bool
	due     float64 // the part of a step that playing has earned

	size      views.Field
	typing    bool   // the maxsize is being typed, and may not be what is meant yet
	session   int    // counts how often that has begun
	typed     string // the link to the script that was typed last
	arguments []views.Field

	lit     string  // the name of the key that is lit, "" for none
	chosen  int     // the call of the tree that the keyboard is on, or -1
	leaving []int32 // entries that another maxsize has no place for
	touched bool    // somebody has done something

	frame    link.View // of the address: how the page is shown
	base     string    // the address of the page, for links
	paper    bool      // a worksheet is to be printed
	unfolded map[string]bool

	bodies, seconds float64 // how often the body ran here, and how long that took

	code   func(address string) markup.Node // draws a QR code; nil for a record, whose address is too long for one
	marks  marks
	layout layout
	part   part
}

// Opening is the script that the page opens with: thrashing, one slot short of
// calm. Links leave out what is as in it, so changing it takes a new version of
// links.
func Opening() link.View {
	return link.View{Script: trace.Script{
		Program:    "fibonacci",
		Size:       2,
		Statements: []trace.Statement{call(programs.Ints(10))},
	}, Step: -1}
}

// New returns a model that shows the opening script of the catalogue, run to its
// end.
func New(catalogue []programs.Program) *Model {
	m := newModel(catalogue)
	m.code = draw.QR
	m.Show(Opening(), nil)
	m.Run(func() bool { return true })
	return m
}

func newModel(catalogue []programs.Program) *Model {
	return &Model{catalogue: catalogue, chosen: -1, unfolded: map[string]bool{}}
}

// Recording is what is shown.
func (m *Model) Recording() *trace.Recording { return m.rec }

// Step is the cursor, from 0 to Steps.
func (m *Model) Step() int { return m.step }

// Steps is how many steps there are.
func (m *Model) Steps() int { return len(m.rec.Events) }

// State is what is to be seen at the cursor.
func (m *Model) State() trace.State { return m.rec.At(m.step) }

// Script is what was asked for last. While it runs, what is shown is the script
// before.
func (m *Model) Script() trace.Script { return m.script }

// Program is the function of the script that was asked for.
func (m *Model) Program() programs.Program {
	p, _ := m.script.Func()
	return p
}

// Embedded reports whether the page is shown in another one.
func (m *Model) Embedded() bool { return m.frame.Embed }

// A marks is the timeline of a recording without its cursor.
type marks struct {
	rec         *trace.Recording
	width, room int
	timeline    markup.Node
}

// A layout is the tree of a top-level call, laid out.
type layout struct {
	rec          *trace.Recording
	first, width int
	seen         int
	tree         *draw.Tree
}
