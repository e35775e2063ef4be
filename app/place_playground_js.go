//go:build !experiments && !function && !keys

package main

import (
	"time"

	"playground/app/model"
	"playground/app/programs"
)

// begin makes the page one of the playground. clock tells the time since some moment.
func (p *page) begin(clock func() time.Duration) {
	m := model.New(programs.All())
	m.Clock(clock)
	p.name, p.place, p.base, p.model = "playground", m, &m.Page, m
}
