package main

import (
	"playground/app/show"
)

// Each place of the site has a program of its own, built from the same packages with
// the build tag of its name (none for the playground): so nobody downloads what
// another place needs. Which one it is says the method begin, in place_….go.

// cards is what the page asks of the place with the experiments.
type cards interface {
	show.Place
	Python() string
	Golang() string
	Embedded() bool
	Presented() bool
	OnPaper() bool
	Next(by int) show.Change
	Worksheet(yes, all bool) show.Change
}

// own is what the page asks of the place for the visitor's own function.
type own interface {
	show.Place
	Take(name, text string) show.Change
	Refuse(why string) show.Change
	Box() (text string, fill bool)
	Keep() (text string, unsaved bool)
	Kept(yes bool) show.Change
	Recorder() (name, text string)
	Most() int
}
