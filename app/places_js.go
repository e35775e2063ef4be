package main

import (
	"playground/app/link"
	"playground/app/model"
	"playground/app/show"
	"playground/app/trace"
	"playground/app/views"
)

// Each place of the site has a program of its own, built from the same packages with
// the build tag of its name (none for the playground): so nobody downloads what
// another place needs. Which one it is says the method begin, in place_….go.

// player is what the page asks of a place that shows a cache. It is an interface
// so that the programs of the other places hold nothing of it.
type player interface {
	show.Place
	Ask() model.Question
	EnterTree() show.Change
	Hide() bool
	KeyAt(step int) string
	LeaveSize() show.Change
	LeaveTree() show.Change
	Press(in string, p show.Press) (change show.Change, used bool)
	Light(key string) show.Change
	Link() link.View
	Lit() (key string, call int)
	Position() views.Position
	Recording() *trace.Recording
	Resize(size trace.Size) show.Change
	ResizeTo(share float64) show.Change
	Run(time func() bool) show.Change
	Running() bool
	Script() trace.Script
	Settle() show.Change
	Sizing() views.Sizing
	Step() int
	Steps() int
	Touch() show.Change
	Unfold(table string, open bool) show.Change
	Worksheet(yes bool) show.Change
}

// scripted is a place that shows something that can be copied as a program.
type scripted interface {
	Python() string
	Golang() string
}

// cards is what the page asks of the place with the experiments.
type cards interface {
	show.Place
	Presented() bool
	Next(by int) show.Change
	Worksheet(yes, all bool) show.Change
}

// own is what the page asks of the place for the visitor's own function.
type own interface {
	show.Place
	Box() (text string, fill bool)
	Large() bool
	Recorder() (name, text string)
}
