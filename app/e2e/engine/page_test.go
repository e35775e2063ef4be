package engine_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"playground/app/e2e/engine"
)

// A page is a tab in which one test visits an origin that nothing has been stored
// for yet.
type page struct {
	*testing.T
	tab     *engine.Tab
	origin  string
	allowed []string // parts of problems that the test means to cause
}

// newPage returns an empty tab. Console errors fail the test.
func newPage(t *testing.T, tab *engine.Tab) *page {
	p := &page{T: t, tab: tab, origin: anOrigin(site)}
	t.Cleanup(p.close)
	return p
}

var origins atomic.Int64

// anOrigin is an address of the server, of which no browser has heard: all names in
// localhost are this machine's.
func anOrigin(server string) string {
	return fmt.Sprintf("http://test%d.localhost%s", origins.Add(1), server[strings.LastIndex(server, ":"):])
}

// close leaves the page and checks what was seen there.
func (p *page) close() {
	p.leave()
	p.check()
}

// check fails the test for problems that it does not allow.
func (p *page) check() {
	p.Helper()
next:
	for _, problem := range p.tab.Problems() {
		for _, words := range p.allowed {
			if strings.Contains(problem, words) {
				continue next
			}
		}
		p.Error(problem)
	}
}

// sub runs a part of the test, at an origin of its own.
func (p *page) sub(name string, test func(p *page)) {
	p.Run(name, func(t *testing.T) { test(newPage(t, p.tab)) })
}

func (p *page) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

// visit goes to a path of the site and waits for the program to take over.
func (p *page) visit(path string) {
	p.Helper()
	p.must(p.tab.Navigate(p.origin + path))
	p.waitLive()
}

func (p *page) waitLive() {
	p.Helper()
	p.waitTrue(`document.documentElement.hasAttribute("data-live")`)
}

// leave goes to no page at all, so that the next visit is not one within a page.
func (p *page) leave() {
	p.Helper()
	p.must(p.tab.Navigate("about:blank"))
}

// eval evaluates an expression; a promise is waited for.
func eval[T any](p *page, expression string) (v T) {
	p.Helper()
	if err := p.tab.Eval(expression, &v); err != nil {
		p.Fatalf("%s: %v", expression, err)
	}
	return v
}

// patience is how long anything may take before a test gives up: long, because
// machines are busy, and reached only by tests that fail.
const patience = time.Minute

func (p *page) waits(holds func() bool) bool {
	p.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if holds() && !p.drawing() {
			return true
		}
	}
	return holds()
}

// drawing reports whether the timeline and the tree, which follow a frame after the
// rest, are still to be drawn. Of no page they are not.
func (p *page) drawing() (is bool) {
	return p.tab.Eval(`document.documentElement.hasAttribute("data-drawing")`, &is) == nil && is
}

func (p *page) wait(what string, holds func() bool) {
	p.Helper()
	if !p.waits(holds) {
		p.Fatalf("waited %v in vain until %s", patience, what)
	}
}

func (p *page) waitTrue(expression string) {
	p.Helper()
	var last error
	if !p.waits(func() (is bool) { last = p.tab.Eval("!!(await ("+expression+"))", &is); return is }) {
		p.Fatalf("waited %v in vain for %s %v", patience, expression, last)
	}
}

// waitFor waits until got returns want.
func waitFor[T comparable](p *page, what string, want T, got func() T) {
	p.Helper()
	var last T
	if !p.waits(func() bool { last = got(); return last == want }) {
		p.Fatalf("%s: got %v, want %v", what, last, want)
	}
}

// find returns the one thing with that name and one of these roles, and waits for
// it.
func (p *page) find(name string, roles ...string) engine.Element {
	p.Helper()
	var found []engine.Element
	var err error // one that is found may be gone before its role is told
	if !p.waits(func() bool { found, err = p.tab.Find(name, roles...); return err == nil && len(found) == 1 }) {
		p.Fatalf("the page holds %d × %v %q, want one: %v", len(found), roles, name, err)
	}
	return found[0]
}

// field finds a field for a number. WebKit calls one of type number a text box.
func (p *page) field(name string) engine.Element {
	p.Helper()
	return p.find(name, "spinbutton", "textbox")
}

func (p *page) slider(name string) engine.Element { p.Helper(); return p.find(name, "slider") }

func (p *page) click(name string) {
	p.Helper()
	if err := p.find(name, "button").Click(); err != nil {
		p.Fatalf("%s: %v", name, err)
	}
}

func (p *page) press(keys string) { p.Helper(); p.must(p.tab.Press(keys, 0)) }

// focus puts the focus on an element, as Tab does.
func (p *page) focus(e engine.Element) {
	p.Helper()
	p.must(e.On(`function() { this.focus() }`, nil))
}

func value(p *page, e engine.Element) (v string) {
	p.Helper()
	p.must(e.On(`function() { return this.value }`, &v))
	return v
}

// fill replaces what stands in a field by what is typed.
func (p *page) fill(e engine.Element, text string) {
	p.Helper()
	p.must(e.Click())
	p.must(p.tab.Chord(engine.Control, "a"))
	p.press(engine.Backspace + text)
}

// textOf is what the first element that a selector finds says.
func (p *page) textOf(selector string) string {
	p.Helper()
	quoted, _ := json.Marshal(selector)
	return strings.TrimSpace(eval[string](p, `document.querySelector(`+string(quoted)+`)?.textContent ?? ""`))
}

// waitInfo waits for an exact line of cache_info().
func (p *page) waitInfo(want string) {
	p.Helper()
	waitFor(p, "cache_info()", want, func() string { return p.textOf("code[data-cache-info]") })
}

func (p *page) waitStep(want string) {
	p.Helper()
	waitFor(p, "step", want, func() string { return p.textOf("[data-step]") })
}

func (p *page) waitHash(want string) {
	p.Helper()
	waitFor(p, "address", want, func() string { return eval[string](p, "location.hash") })
}

// thumb is where the thumb of a slider is for a value.
func (p *page) thumb(e engine.Element, value int) (at engine.Point) {
	p.Helper()
	const width = 20 // half of it is free at both ends
	p.must(e.On(`function(width, value) {
		this.scrollIntoView({block: "nearest", behavior: "instant"});
		const r = this.getBoundingClientRect(), share = (value - this.min) / (this.max - this.min);
		return {X: r.x + width / 2 + share * (r.width - width), Y: r.y + r.height / 2};
	}`, &at, width, value))
	return at
}

// onCurve scrolls to the curve and returns how far down its middle is; it is as
// wide as the slider above it.
func (p *page) onCurve() (y float64) {
	p.Helper()
	return eval[float64](p, `(() => {
		const curve = [...document.querySelectorAll('svg[data-view="curve"]')].find((e) => e.checkVisibility());
		curve.scrollIntoView({block: "nearest", behavior: "instant"});
		const r = curve.getBoundingClientRect();
		return r.y + r.height / 2;
	})()`)
}
