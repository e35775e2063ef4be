package e2e

import (
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// toRecomputed moves the cursor to the first miss that an eviction caused, and
// returns its key.
func (p *page) toRecomputed() (key string) {
	p.t.Helper()
	step := eval[int](p, `Math.min(...[...document.querySelectorAll('svg[data-view="calls"] [data-outcome="recomputed"]')].map(e => +e.dataset.at))`)
	p.find("slider", "timeline").focus()
	p.press(kb.Home)
	p.waitStep(0)
	for range step {
		p.press(kb.ArrowRight)
	}
	p.waitStep(step)
	return eval[string](p, `document.querySelector('svg[data-view="calls"] [data-at="`+strconv.Itoa(step)+`"]').dataset.key`)
}

// The link to an eviction leads to the step at which the very entry is seen
// leaving, for the key that is named.
func TestWhyLink(t *testing.T) {
	t.Parallel()
	p := open(t)
	key := p.toRecomputed()
	why := p.query("[data-why]")
	said := why.text()
	if !strings.Contains(said, "fibonacci("+key+")") {
		t.Errorf("the explanation of fibonacci(%s) is %q", key, said)
	}
	links := on[[]string](why, `function() { return [...this.querySelectorAll("button")].map(b => b.textContent) }`)
	step := 0
	for _, name := range links {
		if n, ok := strings.CutPrefix(name, "step "); ok {
			step, _ = strconv.Atoi(n)
			why.find("button", name).click()
		}
	}
	if step == 0 {
		t.Fatalf("%q names no step; its links are %q", said, links)
	}
	p.waitStep(step)
	waitFor(p, "the entry that leaves", key, p.leaving)
	stored := eval[string](p, `document.querySelector('svg[data-view="cache"] [data-entry][data-state="new"]').dataset.key`)
	if !strings.Contains(said, "storing fibonacci("+stored+")") {
		t.Errorf("at step %d fibonacci(%s) is stored; the explanation was %q", step, stored, said)
	}
}

// The link to a maxsize sets it and stays at the call, which is a hit then: what
// was promised is seen.
func TestMaxsizeLink(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	key := p.toRecomputed()
	p.query("[data-why]").find("button", "maxsize=3").click()
	waitFor(p, "maxsize", "3", func() string { return p.counter("maxsize") })
	waitFor(p, "the call at the cursor", key+" hit", func() string {
		return eval[string](p, `(e => e ? e.dataset.key + " " + e.dataset.outcome : "none")(document.querySelector('svg[data-view="calls"] [data-when="now"]'))`)
	})
	if got := p.query("[data-why] .sentence").text(); !strings.Contains(got, "fibonacci("+key+") is in the cache") {
		t.Errorf("the sentence is %q", got)
	}
}

// A change of maxsize stays at the moment: the same call, by its way from the
// prompt, in the middle of a recording and at its end.
func TestMaxsizeKeepsTheMoment(t *testing.T) {
	t.Parallel()
	p := open(t)
	now := func() string {
		return eval[string](p, `(e => e ? e.dataset.key + " at " + e.getAttribute("aria-level") : "none")(document.querySelector('svg[data-view="calls"] [data-when="now"]'))`)
	}
	p.find("slider", "timeline").focus()
	p.press(kb.Home, kb.ArrowRight, kb.ArrowRight, kb.ArrowRight)
	p.waitStep(3)
	for _, size := range []string{"3", "4", "12", "0", "2"} {
		p.setMaxsize(size)
		waitFor(p, "the call at maxsize "+size, "8 at 3", now)
		if got := p.step(); got != 3 {
			t.Errorf("at maxsize %s the cursor is at step %d", size, got)
		}
	}
	p.clickButton("To end")
	for _, size := range []string{"3", "2"} {
		p.setMaxsize(size)
		p.wait("the cursor stays at the end", func() bool { return p.step() == p.steps() && p.steps() == map[string]int{"3": 30, "2": 141}[size] })
	}
}

// The pointer on an entry, a call, a mark of the timeline or a word lights the
// same key everywhere, and nothing else.
func TestLight(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.toRecomputed()
	for _, over := range []string{
		`svg[data-view="cache"] [data-entry]`,
		`svg[data-view="calls"] [data-call]:last-child`,
		`[data-why] .why [data-key]`,
		`[data-why] .sentence [data-key]`,
		`#entries li:last-child`,
	} {
		p.settled()
		if strings.HasPrefix(over, "#entries") {
			p.clickButton("as a list")
		}
		e := p.query(over)
		key := e.attr("data-key")
		e.hover()
		waitFor(p, "what is lit, with the pointer on "+over, key, func() string {
			return eval[string](p, `[...new Set([...document.querySelectorAll("[data-lit]")].map(e => e.dataset.key))].join(" ")`)
		})
		dark := eval[[]string](p, `[...document.querySelectorAll('[data-key="`+key+`"]:not([data-lit])')].map(e => e.outerHTML.slice(0, 80))`)
		if len(dark) > 0 {
			t.Errorf("with the pointer on %s these are not lit: %q", over, dark)
		}
		for _, view := range []string{"calls", "timeline"} {
			if !eval[bool](p, `!!document.querySelector('svg[data-view="`+view+`"] [data-lit]')`) {
				t.Errorf("with the pointer on %s nothing is lit in the view %s", over, view)
			}
		}
	}
}
