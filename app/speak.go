package main

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// announce has the sentence read out, once the hand has rested for a moment, and
// lets the address follow.
func (p *page) announce(ctx app.Context) {
	p.follow(ctx)
	if !p.views.live {
		return // nobody has done anything yet
	}
	p.views.spoken++
	mine := p.views.spoken
	ctx.After(500*time.Millisecond, func(app.Context) {
		if mine == p.views.spoken && !p.playing {
			p.speak(p.plainStatus())
		}
	})
}

// speak has assistive technology read a sentence out.
func (p *page) speak(sentence string) {
	if el := app.Window().GetElementByID("status"); el.Truthy() {
		el.Set("textContent", sentence)
	}
}
