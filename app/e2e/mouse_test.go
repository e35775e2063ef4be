package e2e

import (
	"context"
	"math"

	"github.com/chromedp/cdproto/input"
)

type point struct{ X, Y float64 }

type box struct{ X, Y, Width, Height float64 }

func (b box) middle() point { return point{b.X + b.Width/2, b.Y + b.Height/2} }

// box is where the element is in the window.
func (e element) box() box {
	e.p.t.Helper()
	return on[box](e, `function() {
		const r = this.getBoundingClientRect();
		return {X: r.x, Y: r.y, Width: r.width, Height: r.height};
	}`)
}

// reveal scrolls the element into view and returns its middle, at which it must
// be on top, once what moves it has come to rest.
func (e element) reveal() point {
	e.p.t.Helper()
	var at struct {
		point
		Over string
	}
	if !e.p.waits(func() bool {
		at = on[struct {
			point
			Over string
		}](e, `function() {
			this.scrollIntoView({block: "nearest", inline: "nearest", behavior: "instant"});
			const r = this.getBoundingClientRect(), X = r.x + r.width / 2, Y = r.y + r.height / 2;
			const top = document.elementFromPoint(X, Y);
			if (top === null) return {X, Y, Over: "nothing: it is out of the window"};
			return {X, Y, Over: this === top || this.contains(top) || top.contains(this) && this.matches("svg *") ? "" : top.outerHTML.slice(0, 120)};
		}`)
		return at.Over == ""
	}) {
		e.p.t.Fatalf("the middle of %s is covered by %s", e.what, at.Over)
	}
	return at.point
}

// click clicks into the middle.
func (e element) click() {
	e.p.t.Helper()
	at := e.reveal()
	e.p.mouse(input.MouseMoved, at)
	e.p.mouse(input.MousePressed, at)
	e.p.mouse(input.MouseReleased, at)
}

// hover moves the mouse onto the middle.
func (e element) hover() {
	e.p.t.Helper()
	e.p.mouse(input.MouseMoved, e.reveal())
}

// drag presses the button at one point and releases it at another, in as many
// moves.
func (p *page) drag(from, to point, moves int) {
	p.t.Helper()
	p.mouse(input.MouseMoved, from)
	p.mouse(input.MousePressed, from)
	for i := 1; i <= moves; i++ {
		share := float64(i) / float64(moves)
		p.mouse(input.MouseMoved, point{from.X + (to.X-from.X)*share, from.Y + (to.Y-from.Y)*share})
	}
	p.mouse(input.MouseReleased, to)
}

func (p *page) mouse(kind input.MouseType, at point) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		event := input.DispatchMouseEvent(kind, at.X, at.Y)
		switch kind {
		case input.MouseMoved:
			event = event.WithButton(input.None)
			if p.pressed {
				event = event.WithButton(input.Left).WithButtons(1)
			}
		default:
			p.pressed = kind == input.MousePressed
			event = event.WithButton(input.Left).WithClickCount(1)
		}
		return event.Do(ctx)
	})
}

// slide drags a native slider's thumb from where it is to a value.
func (e element) slide(value int) {
	e.p.t.Helper()
	e.reveal()
	e.p.drag(e.thumb(math.NaN()), e.thumb(float64(value)), 4)
}

// thumb is where the thumb of a slider is for a value; NaN is its own.
func (e element) thumb(value float64) point {
	e.p.t.Helper()
	b := e.box()
	now := on[struct{ Min, Max, Value float64 }](e, `function() {
		return {Min: +this.min, Max: +this.max, Value: +this.value};
	}`)
	if math.IsNaN(value) {
		value = now.Value
	}
	const thumb = 20 // its width: half of it is free at both ends
	share := (value - now.Min) / (now.Max - now.Min)
	return point{b.X + thumb/2 + share*(b.Width-thumb), b.Y + b.Height/2}
}
