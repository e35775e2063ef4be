package engine_test

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"time"

	"playground/app/e2e/engine"
)

// A page is a tab with a profile of its own, for one test.
type page struct {
	*testing.T
	tab     *engine.Tab
	origin  string
	allowed []string // parts of problems that the test means to cause
}

// each runs a test in each engine there is, at the address that the tests share.
func each(t *testing.T, test func(p *page)) {
	t.Helper()
	eachAt(t, site, test)
}

// eachAt runs a test in each engine there is, in all at the same time. Console
// errors fail it.
func eachAt(t *testing.T, origin string, test func(p *page)) {
	t.Helper()
	var engines sync.WaitGroup
	defer engines.Wait()
	run := func(name string, open func() (*engine.Tab, error)) {
		engines.Go(func() {
			t.Run(name, func(t *testing.T) {
				tab, err := open()
				if err != nil {
					t.Fatal(err)
				}
				p := &page{T: t, tab: tab, origin: origin}
				t.Cleanup(p.close)
				test(p)
			})
		})
	}
	if firefox != nil {
		run("Firefox", firefox.Tab)
	}
	if webkit != nil {
		run("WebKit", webkit.Tab)
	}
}

// close fails the test for what was seen and not allowed.
func (p *page) close() {
next:
	for _, problem := range p.tab.Problems() {
		for _, words := range p.allowed {
			if strings.Contains(problem, words) {
				continue next
			}
		}
		p.Error(problem)
	}
	p.must(p.tab.Close())
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
const patience = 20 * time.Second

func (p *page) waits(holds func() bool) bool {
	p.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if holds() {
			return true
		}
	}
	return holds()
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
	if !p.waits(func() bool {
		var err error
		found, err = p.tab.Find(name, roles...)
		p.must(err)
		return len(found) == 1
	}) {
		p.Fatalf("the page holds %d × %v %q, want one", len(found), roles, name)
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
