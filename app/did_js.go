package main

import (
	"time"

	"playground/app/dom"
	"playground/app/show"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// did does all that follows from a transition of the place: it draws what depends
// on the change, has the sentence read out, lets the address bar follow, and asks
// for the next animation frame. Whatever makes a transition comes through here.
func (p *page) did(change show.Change) {
	if change == 0 {
		return
	}
	if m := p.model; m != nil && m.Running() {
		change |= m.Run(show.Within(slice)) // nearly every run is done within a slice
	}
	p.arrive()
	if change.Has(show.Dressed) {
		p.dress()
	}
	p.paint.draw(p, change)
	if p.own != nil && change.Has(show.Brought) {
		if text, fill := p.own.Box(); fill { // as if it had been pasted there
			app.Window().GetElementByID("record").Set("value", text)
		}
	}
	if change.Has(show.Leaving) {
		p.settled.After(settling, func() { p.did(p.model.Settle()) })
	}
	if change.Has(show.Shown) {
		p.announce()
	}
	if change.Has(show.Shown | show.Dressed) {
		if k, ok := p.place.(show.Keeper); ok {
			if kept, changed := k.Keep(); changed {
				p.keep(kept)
			}
		}
		p.follow()
	}
	if t, ok := p.place.(show.Taker); ok {
		if from := t.Again(); from != nil {
			p.again(from)
		}
	}
	p.wake()
}

const (
	// settling is how long entries take on their way out.
	settling = 450 * time.Millisecond

	// rest is how long the hand rests before the sentence is read out.
	rest = 500 * time.Millisecond
)

// announce has the sentence read out when the hand has rested for a moment. What
// plays is not read out: it would never end.
func (p *page) announce() {
	if !p.paint.live {
		return // nobody has done anything yet
	}
	p.spoken.After(rest, func() {
		if p.place.Motion() == 0 {
			p.did(p.base.Say(p.place.Sentence()))
		}
	})
}

// What takes longer than a moment is done in slices, one an animation frame. Where
// frames are slow, a slice is a share of one: a few milliseconds would be little.
const (
	slice     = 8 * time.Millisecond
	mostSlice = 16 * time.Millisecond
	mostDrawn = 40 * time.Millisecond // of what takes long to draw
)

// wake asks for the next animation frame if there is anything to do in it.
func (p *page) wake() {
	if p.asked || !p.place.Waiting() {
		return
	}
	p.asked, p.last = true, time.Now()
	dom.NextFrame(func() {
		p.asked = false
		passed := time.Since(p.last)
		p.did(p.place.Work(show.Within(max(slice, min(passed/3, mostSlice))), passed.Seconds()))
		p.wake()
	})
}
