package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A stop is where Tab leads.
type stop struct {
	Name    string
	Top     float64 // on the page
	Visible bool    // the focus is to be seen
	Covered string  // by what
}

// stopped tells where the focus is.
func (p *page) stopped() stop {
	p.t.Helper()
	return eval[stop](p, `(() => {
		const e = document.activeElement;
		if (!e || e === document.body) return {Name: "", Visible: true, Covered: ""};
		const r = e.getBoundingClientRect();
		const drawn = x => { const s = getComputedStyle(x); return s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2; };
		const inner = e.querySelector("[data-lit], [data-chosen], [data-focus]");
		const x = Math.min(Math.max(r.left + r.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(r.top + r.height / 2, 0), innerHeight - 1);
		const top = document.elementFromPoint(x, y);
		const curve = e.closest("[data-slide]"); // a picture that is a slider: the keyboard's lies under it
		const on = top && (e === top || e.contains(top) || curve?.contains(top) || top.contains(e) && top.closest("label, section, dialog") !== null);
		return {
			Name: e.getAttribute("aria-label") || e.labels?.[0]?.textContent.trim() || e.textContent.trim().slice(0, 40) || e.id,
			Top: r.top + scrollY,
			Visible: e.matches(":focus-visible") && [e, e.nextElementSibling, e.parentElement, inner].some(x => x && drawn(x)),
			Covered: on ? "" : (top ? top.outerHTML.slice(0, 80) : "the edge of the window"),
		};
	})()`)
}

// walk presses Tab until the focus leaves the page, and returns the stops.
func (p *page) walk() (stops []stop) {
	p.t.Helper()
	for range 120 {
		p.press(kb.Tab)
		s := p.stopped()
		if s.Name == "" || len(stops) > 0 && s.Name == stops[0].Name && s.Top == stops[0].Top {
			return stops
		}
		stops = append(stops, s)
	}
	p.t.Fatalf("Tab never leaves the page")
	return nil
}

// Tab leads to everything, in the order in which it is read, and the focus is
// always to be seen.
func TestTabOrder(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		w     window
		order []string // some of the stops
	}{
		{"laptop", laptop, []string{"Playground", "Present", "Share", "Keyboard shortcuts", "Theme",
			"Copy as Python", "fibonacci", "maxsize in the decorator", "n", "Call", "Decrease maxsize", "maxsize value", "Increase maxsize", "None (unbounded)", "maxsize", "maxsize on the curve",
			"fibonacci(5)", "Call again", "Call 1000 times", "cache_clear()", "Start over", "n-2 first",
			"timeline", "To start", "Step back", "Play", "Step forward", "To end", "speed", "Call tree", "first time", "Console"}},
		{"phone", phone, []string{"Playground", "Share", "n", "Call", "maxsize", "Decrease maxsize", "maxsize value", "Increase maxsize",
			"timeline", "To start", "Step back", "Play", "Step forward", "To end", "speed", "Call tree", "maxsize on the curve",
			"Copy as Python", "fibonacci", "maxsize in the decorator", "Call again", "Start over", "first time", "Console"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := openAt(t, test.w, "")
			stops := p.walk()
			var names []string
			for _, s := range stops {
				names = append(names, s.Name)
				if !s.Visible && s.Name != "maxsize" { // of which the thumb shows it
					t.Errorf("the focus on %q is not to be seen", s.Name)
				}
				if s.Covered != "" {
					t.Errorf("%q is covered by %s when it has the focus", s.Name, s.Covered)
				}
			}
			next := 0
			for _, name := range names {
				if next < len(test.order) && strings.EqualFold(name, test.order[next]) {
					next++
				}
			}
			if next < len(test.order) {
				t.Errorf("Tab does not come to %q in its turn; it goes to %q", test.order[next], names)
			}
		})
	}
}

// A slider's thumb alone shows the focus: around it all, it would cover what
// stands beneath.
func TestFocusOfTheSlider(t *testing.T) {
	t.Parallel()
	p := open(t)
	slider := p.find("slider", "maxsize")
	p.tabTo("maxsize")
	at := slider.thumb(2)
	thumb := box{at.X - 16, at.Y - 16, 32, 32}
	with := p.clip(thumb)
	on[any](slider, `function() { this.blur() }`)
	if share := differing(with, p.clip(thumb)); share < 0.05 {
		t.Errorf("%.1f %% of the thumb look different with the focus", 100*share)
	}
}

// The focus goes to the next control where what had it goes away or out of use.
func TestFocusStays(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{}, "#v=1&step=60&colour=blue")
	for _, press := range []struct {
		what string
		do   func()
	}{
		{"Dismiss", func() { p.find("button", "Dismiss").focus(); p.press(kb.Enter) }},
		{"− at 1", func() {
			p.setMaxsize("1")
			p.find("button", "Decrease maxsize").focus()
			p.press(kb.Enter)
			waitFor(p, "maxsize", "0", func() string { return p.counter("maxsize") })
		}},
		{"a link of why", func() {
			p.setMaxsize("2")
			p.toRecomputed()
			on[any](p.query("[data-why]"), `function() { this.querySelector("[data-to-step]").focus() }`)
			p.press(kb.Enter)
			p.wait("the eviction", func() bool { return p.leaving() != "" })
		}},
		{"Put this line away", func() { p.find("button", "Put this line away").focus(); p.press(kb.Enter) }},
	} {
		press.do()
		eval[any](p, `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))`)
		if name := p.stopped().Name; name == "" {
			t.Errorf("after %s nothing has the focus", press.what)
		}
	}
}

// tabTo presses Tab until the focus is on the thing of that name.
func (p *page) tabTo(name string) {
	p.t.Helper()
	for range 120 {
		if strings.EqualFold(p.stopped().Name, name) {
			return
		}
		p.press(kb.Tab)
	}
	p.t.Fatalf("Tab does not lead to %q", name)
}

// The whole job by keyboard alone: another maxsize, another call, step by step.
func TestKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.tabTo("maxsize")
	p.press(kb.ArrowRight)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	p.tabTo("n")
	p.press("\b\b", "12", kb.Enter)
	p.waitInfo("CacheInfo(hits=11, misses=13, maxsize=3, currsize=3)")
	if got := p.stopped().Name; got != "n" {
		t.Errorf("after Enter the focus is on %q", got)
	}
	p.tabTo("cache_clear()")
	p.press(" ")
	p.waitInfo("CacheInfo(hits=0, misses=0, maxsize=3, currsize=0)")
	steps := p.steps()
	p.tabTo("Step back")
	p.press(kb.Enter)
	p.waitStep(steps - 1)
	p.press(" ")
	p.waitStep(steps - 2)
	p.press(kb.ArrowRight)
	p.waitStep(steps - 1)
	p.tabTo("To end")
	p.press(kb.Enter)
	p.waitStep(steps)
}

// The question mark shows the keys; Escape leads back to where one was.
func TestKeyboardShortcuts(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.find("button", "Step back").focus()
	p.press("?")
	sheet := p.find("dialog", "Keyboard shortcuts")
	if got := sheet.text(); !strings.Contains(got, "Page Up") || !strings.Contains(got, "Space") {
		t.Errorf("the sheet says %q", got)
	}
	p.press(kb.Escape)
	p.wait("the sheet is closed", func() bool { return !p.has("dialog", "Keyboard shortcuts") })
	if got := p.stopped().Name; got != "Step back" {
		t.Errorf("the focus is on %q", got)
	}
}

// The tree is one stop; arrows go from call to call, and Enter to its step.
func TestKeysOnTheTree(t *testing.T) {
	t.Parallel()
	p := open(t)
	focus := eval[bool](p, `(() => {
		const e = document.querySelector("#tree-view[tabindex], #tree-view [tabindex]");
		if (e) e.focus();
		return !!e && e === document.activeElement;
	})()`)
	if !focus {
		t.Fatal("nothing in the call tree takes the focus")
	}
	lit := func() string {
		return eval[string](p, `document.querySelector('svg[data-view="calls"] [data-call][data-lit]')?.dataset.key ?? ""`)
	}
	p.press(kb.Home)
	waitFor(p, "the call that is lit at the root", "10", lit)
	p.press(kb.ArrowRight)
	waitFor(p, "its first call", "9", lit)
	p.press(kb.ArrowRight)
	waitFor(p, "and the first of that", "8", lit)
	p.press(kb.Enter)
	p.waitStep(3) // the third call
	p.press(kb.ArrowLeft, kb.ArrowLeft, kb.Enter)
	p.waitStep(1)
	if name := fmt.Sprint(p.stopped().Name); name == "" {
		t.Error("the tree has lost the focus")
	}
}
