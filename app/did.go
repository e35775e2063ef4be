package main

import (
	"time"

	"playground/app/model"
)

// did does all that follows from a transition of the model: it draws what depends
// on the change, has the sentence read out, lets the address bar follow, and asks
// for the next animation frame. Whatever makes a transition comes through here.
func (p *page) did(change model.Change) {
	if change == 0 {
		return
	}
	if p.model.Running() && p.began.IsZero() {
		p.began = time.Now()
		change |= p.model.Work(within(runSlice)) // nearly every run is done within a slice
	}
	if !p.model.Running() {
		p.began = time.Time{}
	}
	if change.Has(model.Layout | model.Playing) {
		p.dress()
	}
	p.paint.draw(p.model, change)
	if change.Has(model.Leaving) {
		p.settled.after(settling, func() { p.did(p.model.Settle()) })
	}
	if change.Has(model.Recording | model.Cursor) {
		p.announce()
	}
	if change.Has(model.Recording | model.Cursor | model.Layout) {
		p.follow()
	}
	p.wake()
}

const (
	// settling is how long entries take on their way out.
	settling = 450 * time.Millisecond

	// rest is how long the hand rests before the sentence is read out, and
	// resting before the address bar follows.
	rest    = 500 * time.Millisecond
	resting = 400 * time.Millisecond
)

// announce has the sentence read out when the hand has rested for a moment. What
// plays is not read out: it would never end.
func (p *page) announce() {
	if !p.paint.live {
		return // nobody has done anything yet
	}
	p.spoken.after(rest, func() {
		if !p.model.Playing() {
			p.did(p.model.SayStatus())
		}
	})
}

// What takes longer than a moment is done in slices, one an animation frame: the
// run of a long script, playing, and the curve in the background, in this order
// of importance.
const (
	runSlice = 8 * time.Millisecond

	// The curve takes a share of the time that a frame takes here: where frames
	// are slow, a few milliseconds would be little.
	leastSweep = 5 * time.Millisecond
	mostSweep  = 16 * time.Millisecond

	// patience is how long a run may take before the page says that it runs.
	patience = 200 * time.Millisecond
)

// wake asks for the next animation frame if there is anything to do in it.
func (p *page) wake() {
	if p.asked || !(p.model.Running() || p.model.Playing() || p.model.Sweeping() || p.model.Racing()) {
		return
	}
	p.asked, p.last = true, time.Now()
	nextFrame(func() {
		p.asked = false
		p.did(p.frame(time.Since(p.last)))
		p.wake()
	})
}

// frame does the work of one animation frame, passed after the one before.
func (p *page) frame(passed time.Duration) model.Change {
	m := p.model
	switch {
	case m.Running():
		change := m.Work(within(runSlice))
		if m.Running() && time.Since(p.began) > patience {
			change |= m.Busy()
		}
		return change
	case m.Playing():
		return m.Advance(passed.Seconds())
	}
	if m.Racing() {
		return m.Race(within(runSlice))
	}
	began, before := time.Now(), m.Swept()
	change := m.Sweep(within(max(leastSweep, min(passed/3, mostSweep))))
	m.Timed(m.Swept()-before, time.Since(began).Seconds())
	return change
}

// within returns a function that tells whether d has not passed yet.
func within(d time.Duration) func() bool {
	end := time.Now().Add(d)
	return func() bool { return time.Now().Before(end) }
}
