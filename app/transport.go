package main

import (
	"playground/app/words"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The controls that move the cursor.

var speeds = []string{"0.5", "1", "2", "4", "8", "16", "32", "64"}

// stepsASecond is what 1× means.
const stepsASecond = 2.0

// seek moves the cursor and draws what is to be seen there.
func (p *page) seek(step int) {
	p.play.Seek(step)
	p.paint()
}

func (p *page) onTimeline(ctx app.Context, _ app.Event) {
	n, err := strconv.Atoi(ctx.JSSrc().Get("value").String())
	if err == nil {
		p.pause()
		p.seek(n)
		p.announce(ctx)
	}
}

func (p *page) goTo(ctx app.Context, step int) {
	p.pause()
	p.seek(step)
	p.announce(ctx)
}

func (p *page) onToStart(ctx app.Context, _ app.Event)     { p.goTo(ctx, 0) }
func (p *page) onStepBack(ctx app.Context, _ app.Event)    { p.goTo(ctx, p.play.Step-1) }
func (p *page) onStepForward(ctx app.Context, _ app.Event) { p.goTo(ctx, p.play.Step+1) }
func (p *page) onToEnd(ctx app.Context, _ app.Event)       { p.goTo(ctx, p.play.Steps()) }

func (p *page) onPlay(ctx app.Context, _ app.Event) {
	if p.playing {
		p.pause()
		p.announce(ctx)
		return
	}
	if p.play.Step == p.play.Steps() {
		p.seek(0)
	}
	p.playing, p.played = true, 0
	p.settings.pace(p.rate())
	p.wake(ctx)
}

func (p *page) pause() { p.playing = false }

func (p *page) onSpeed(ctx app.Context, _ app.Event) {
	p.speed = ctx.JSSrc().Get("value").String()
	p.settings.pace(p.rate())
}

// rate is how many steps a second are played.
func (p *page) rate() float64 {
	x, _ := strconv.ParseFloat(p.speed, 64)
	return x * stepsASecond
}

// advance plays on by the seconds since the last frame.
func (p *page) advance(seconds float64) {
	p.played += seconds * p.rate()
	due := int(p.played)
	if due == 0 {
		return
	}
	p.played -= float64(due)
	p.seek(p.play.Step + due)
	if p.play.Step == p.play.Steps() {
		p.pause()
	}
}

func (p *page) playName() string {
	if p.playing {
		return "Pause"
	}
	return "Play"
}

func (p *page) playLabel() string {
	if p.playing {
		return "❚❚ Pause"
	}
	return "▶ Play"
}

func (p *page) positionText() string {
	return "step " + words.Count(p.play.Step) + " of " + words.Count(p.play.Steps())
}
