package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Three questions are asked of every control of the playground: is what it does
// spoken, is it in the address, does a reload bring it back? What a control says of
// itself (checked, pressed, a value) is not said a second time.
func TestEveryControl(t *testing.T) {
	t.Parallel()
	keys := func(keys ...string) func(element) {
		return func(e element) {
			e.focus()
			e.p.press(keys...)
		}
	}
	p := open(t)
	for _, c := range []struct {
		role, name string
		use        func(element)
		spoken     bool // in the status line; else by the control
		address    bool // what it does; else the browser keeps it for this visitor
	}{
		{"button", "Put this line away", element.click, false, false},
		{"button", "evicted too early", element.click, true, true},
		{"button", "first time", element.click, true, true},
		{"slider", "maxsize", keys(kb.ArrowRight), true, true},
		{"button", "Increase maxsize", element.click, true, true},
		{"button", "Decrease maxsize", element.click, true, true},
		{"spinbutton", "maxsize value", keys(kb.ArrowUp), true, true},
		{"spinbutton", "maxsize in the decorator", keys(kb.ArrowDown), true, true},
		{"slider", "maxsize on the curve", keys(kb.ArrowRight), true, true},
		{"button", "fibonacci( 5 )", element.click, true, true},
		{"button", "Call", element.click, true, true},
		{"button", "Call again", element.click, true, true},
		{"button", "cache_clear()", element.click, true, true},
		{"checkbox", "None (unbounded)", element.click, true, true},
		{"checkbox", "n-2 first", element.click, true, true},
		{"button", "Step back", element.click, true, true},
		{"button", "To start", element.click, true, true},
		{"button", "Step forward", element.click, true, true},
		{"slider", "timeline", keys(kb.PageDown), true, true},
		{"button", "To end", element.click, true, true},
		{"radio", "hit ratio", element.click, false, false},
		{"button", "as a list", element.click, false, false},
		{"checkbox", "Motion", element.click, false, false},
		{"combobox", "speed", keys(kb.ArrowDown), false, false},
		{"button", "Theme", element.click, false, false},
		{"radio", "factorial", element.click, true, true},
		{"button", "Call 1000 times", element.click, true, true},
		{"button", "Start over", element.click, true, true},
		{"checkbox", "Hide what comes next", element.click, false, true},
		{"button", "Present", element.click, false, true},
	} {
		e := p.find(c.role, c.name)
		says := func() string {
			return on[string](e, `function() {
				return [this.isConnected, this.checked, this.value, this.ariaPressed, this.ariaExpanded, this.title].join();
			}`)
		}
		hash, shown, said, state := p.hash(), p.shown(), p.status(), says()
		c.use(e)
		p.wait(c.name+" does something", func() bool { return p.shown() != shown })
		if c.spoken {
			p.wait("it is said what "+c.name+" does", func() bool { return p.status() != said })
		} else if says() == state {
			t.Errorf("neither %s nor the status line says what it does", c.name)
		}
		if c.address {
			p.wait("the address follows "+c.name, func() bool { return p.hash() != hash })
		}
		shown = p.shown()
		p.do(chromedp.Reload().Do)
		p.waitLive()
		waitFor(p, "what is shown after "+c.name+" and a reload", shown, p.shown)
	}
}

// shown is what the page shows: where the recording is, and how its controls stand.
func (p *page) shown() string {
	p.t.Helper()
	return eval[string](p, `JSON.stringify([
		...["[data-cache-info]", "[data-step]"].map(s => document.querySelector(s).textContent),
		...["#lines code", "[data-counter]"].map(s => [...document.querySelectorAll(s)].map(e => e.textContent)),
		...["checkbox", "radio"].map(type => [...document.querySelectorAll("input[type=" + type + "]")].map(e => e.checked)),
		document.getElementById("speed").value,
		[...document.querySelectorAll("[aria-pressed], [aria-expanded]")].map(e => [e.ariaPressed, e.ariaExpanded]),
		getComputedStyle(document.documentElement).colorScheme,
		!!document.querySelector("#tip button")?.checkVisibility(),
	])`)
}
