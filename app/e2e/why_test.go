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

// The link to a maxsize sets it, and then the key is not computed again.
func TestMaxsizeLink(t *testing.T) {
	p := open(t)
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	key := p.toRecomputed()
	p.query("[data-why]").find("button", "maxsize=3").click()
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	again := eval[int](p, `document.querySelectorAll('svg[data-view="calls"] [data-outcome="recomputed"][data-key="`+key+`"]').length`)
	if again != 0 {
		t.Errorf("fibonacci(%s) is computed again at maxsize 3", key)
	}
}

// The pointer on an entry, a call, a mark of the timeline or a word lights the
// same key everywhere, and nothing else.
func TestLight(t *testing.T) {
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
