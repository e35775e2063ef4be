package e2e

import "time"

// wait waits until a condition holds; what says it for people.
func (p *page) wait(what string, holds func() bool) {
	p.t.Helper()
	if !p.waits(holds) {
		p.t.Fatalf("waited %v in vain until %s", patience, what)
	}
}

// waitFor waits until got returns want.
func waitFor[T comparable](p *page, what string, want T, got func() T) {
	p.t.Helper()
	var last T
	if !p.waits(func() bool { last = got(); return last == want }) {
		p.t.Fatalf("%s: got %v, want %v", what, last, want)
	}
}

// waits reports whether the condition came to hold in time.
func (p *page) waits(holds func() bool) bool {
	p.t.Helper()
	before := p.waiting
	p.waiting = true
	defer func() { p.waiting = before }()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
		if holds() && p.isDrawn() {
			return true
		}
	}
	return holds()
}

// isDrawn reports whether all that has changed is drawn: the timeline and the tree
// follow a frame after the rest.
func (p *page) isDrawn() bool {
	p.t.Helper()
	return eval[bool](p, `!document.documentElement.hasAttribute("data-drawing")`)
}

// waitTrue waits until an expression is true; a promise is waited for.
func (p *page) waitTrue(expression string) {
	p.t.Helper()
	p.wait(expression, func() bool { return eval[bool](p, "(async () => !!(await ("+expression+")))()") })
}

// settled waits until nothing moves on the page any more: a click meets what it
// aims at.
func (p *page) settled() {
	p.t.Helper()
	p.wait("nothing moves on the page", func() bool {
		return eval[bool](p, `document.getAnimations().every(a => a.playState !== "running")`)
	})
}
