package main

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// What takes longer than a moment is done in slices, one an animation frame: the
// run of a long script, playing, and the curve in the background, in this order
// of importance.
const (
	runSlice   = 8 * time.Millisecond
	sweepSlice = 5 * time.Millisecond

	// patience is how long a run may take before the page says that it runs.
	patience = 200 * time.Millisecond
)

// start begins the run of a changed script. What is done within a slice, as
// nearly all are, is drawn at once.
func (p *page) start(ctx app.Context) {
	p.busy, p.began = false, time.Now()
	p.play.Work(within(runSlice))
	p.paint()
	p.wake(ctx)
	p.announce(ctx)
}

// wake asks for the next animation frame if there is anything to do in it.
func (p *page) wake(ctx app.Context) {
	if p.asked || !(p.play.Running() || p.playing || p.play.Sweeping()) {
		return
	}
	since := time.Now()
	var onFrame app.Func
	onFrame = app.FuncOf(func(app.Value, []app.Value) any {
		onFrame.Release()
		p.asked = false
		p.nextFrame(ctx, time.Since(since))
		p.wake(ctx)
		return nil
	})
	p.asked = true
	app.Window().Call("requestAnimationFrame", onFrame)
}

func (p *page) nextFrame(ctx app.Context, passed time.Duration) {
	switch {
	case p.play.Running():
		if p.play.Work(within(runSlice)) {
			p.busy = false
			p.paint()
			p.announce(ctx)
			ctx.Dispatch(func(app.Context) {}) // redraws the controls
			return
		}
		if !p.busy && time.Since(p.began) > patience {
			p.busy = true
			ctx.Dispatch(func(app.Context) {})
		}
		p.paintProgress()
	case p.playing:
		p.advance(passed.Seconds())
		if !p.playing {
			p.settings.pace(0)
			p.announce(ctx)
			ctx.Dispatch(func(app.Context) {})
		}
	case p.play.Sweep(within(sweepSlice)):
		p.paintCurve()
	}
}

// within returns a function that tells whether d has not passed yet.
func within(d time.Duration) func() bool {
	end := time.Now().Add(d)
	return func() bool { return time.Now().Before(end) }
}
