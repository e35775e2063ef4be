//go:build experiments

package main

import (
	"time"

	"playground/app/experiments"
)

// begin makes the page that of the experiments. clock tells the time since some
// moment.
func (p *page) begin(clock func() time.Duration) {
	e := experiments.New(clock)
	p.name, p.place, p.base, p.cards = "experiments", e, &e.Page, e
}
