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
	Presented() bool
	Next(by int) show.Change
	Worksheet(yes, all bool) show.Change
}

// own is what the page asks of the place for the visitor's own function.
type own interface {
	show.Place
	Box() (text string, fill bool)
	Recorder() (name, text string)
}
