package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// Without a program the page is a picture of itself: its title, the default run,
// the counters, the explanation, and a sentence that says what is missing.
func TestShell(t *testing.T) {
	for name, w := range map[string]window{"laptop": laptop, "phone": phone} {
		t.Run(name, func(t *testing.T) {
			p := newPage(t, site, w)
			p.do(emulation.SetScriptExecutionDisabled(true).Do)
			p.navigate("/")
			p.find("heading", "@lru_cache playground")
			if got := p.info(); got != opening {
				t.Errorf("it says %s", got)
			}
			for counter, want := range map[string]string{"hits": "13", "misses": "64", "maxsize": "2", "currsize": "2"} {
				if got := p.counter(counter); got != want {
					t.Errorf("%s is %s", counter, got)
				}
			}
			if got := p.list(); got != "fibonacci(10) = 55\nfibonacci(8) = 21" {
				t.Errorf("the entries are %q", got)
			}
			for _, view := range []string{"cache", "calls", "curve", "timeline"} {
				visible := eval[int](p, `[...document.querySelectorAll('svg[data-view="`+view+`"]')].filter(e => e.checkVisibility()).length`)
				if visible != 1 {
					t.Errorf("%d pictures %q are to be seen, want one", visible, view)
				}
			}
			if got := p.query("noscript").text(); !strings.Contains(got, "JavaScript") {
				t.Errorf("what is missing is %q", got)
			}
			if eval[bool](p, `document.documentElement.scrollWidth > innerWidth`) {
				t.Error("the shell scrolls sideways")
			}
		})
	}
}

// The live page takes over without a jump: what is in the first screen is where
// the shell had it.
func TestTakeOver(t *testing.T) {
	for name, w := range map[string]window{"laptop": laptop, "phone": phone} {
		t.Run(name, func(t *testing.T) {
			p := newPage(t, site, w)
			p.visit("/")
			p.waitInfo(opening)
			p.settled()
			live := p.landmarks()
			bare := newPage(t, site, w)
			bare.do(emulation.SetScriptExecutionDisabled(true).Do)
			bare.navigate("/")
			for name, shell := range bare.landmarks() {
				l := live[name]
				if abs(l.X-shell.X) > 3 || abs(l.Y-shell.Y) > 3 || abs(l.Width-shell.Width) > 3 || abs(l.Height-shell.Height) > 3 {
					t.Errorf("%s is at %v in the shell and at %v in the live page", name, shell, l)
				}
			}
		})
	}
}

// landmarks are the places of what stands in the first screen.
func (p *page) landmarks() map[string]box {
	p.t.Helper()
	return eval[map[string]box](p, `Object.fromEntries(["#top", "#size", "#cache", "#maxsize", "#sentence", "#time-machine", "#tree"].map(s => {
		const r = document.querySelector(s).getBoundingClientRect();
		return [s, {X: r.x, Y: r.y, Width: r.width, Height: r.height}];
	}).filter(([, b]) => b.Y < innerHeight))`)
}

func abs(x float64) float64 { return max(x, -x) }
