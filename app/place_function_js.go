//go:build function

package main

import (
	"time"

	"playground/app/function"
)

// begin makes the page that for the visitor's own function. clock tells the time
// since some moment.
func (p *page) begin(clock func() time.Duration) {
	f := function.New()
	f.Clock(clock)
	p.name, p.place, p.base, p.model, p.own = "function", f, &f.Page, f.Model, f
}
