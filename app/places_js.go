package main

import (
	"time"

	"playground/app/experiments"
	"playground/app/function"
	"playground/app/keys"
	"playground/app/model"
	"playground/app/programs"
)

// newPage returns the page of the place with that name, the playground where there
// is no such place. clock tells the time since some moment.
func newPage(name string, clock func() time.Duration) *page {
	p := &page{name: name}
	switch name {
	case "experiments":
		e := experiments.New(clock)
		p.place, p.base, p.cards = e, &e.Page, e
	case "function":
		f := function.New()
		f.Clock(clock)
		p.place, p.base, p.model, p.own = f, &f.Page, f.Model, f
	case "keys":
		k := keys.New()
		p.place, p.base = k, &k.Page
	default:
		m := model.New(programs.All())
		m.Clock(clock)
		p.place, p.base, p.model = m, &m.Page, m
	}
	return p
}
