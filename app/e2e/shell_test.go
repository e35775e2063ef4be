package e2e

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdp "github.com/chromedp/cdproto/page"
)

// Without a program the page is a picture of itself: its title, the default run,
// the counters, the explanation, and a sentence that says what is missing.
func TestShell(t *testing.T) {
	t.Parallel()
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
			if got := p.query("noscript").text(); !strings.Contains(got, "allow JavaScript") {
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
	t.Parallel()
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

// In every frame until then, one whole page is to be seen, scrolled to where the
// visitor has scrolled it, and what had the focus in the shell has it afterwards.
func TestTakeOverDisturbsNobody(t *testing.T) {
	t.Parallel()
	p := newPage(t, site, phone)
	p.do(func(ctx context.Context) error {
		_, err := cdp.AddScriptToEvaluateOnNewDocument(`
			window.frames = {seen: 0, wrong: []};
			addEventListener("DOMContentLoaded", () => {
				document.getElementById("n").focus();
				scrollTo(0, 700);
				const look = () => {
					const whole = [...document.querySelectorAll("#page")].filter(e => e.checkVisibility());
					if (whole.length !== 1 || !whole[0].innerText.includes("` + opening + `") || Math.abs(scrollY - 700) > 3) {
						frames.wrong.push(whole.length + " pages, scrolled to " + scrollY + ": " + whole.map(e => e.innerText));
					}
					frames.seen++;
					if (!("live" in document.documentElement.dataset)) requestAnimationFrame(look);
				};
				requestAnimationFrame(look);
			});`).Do(ctx)
		return err
	})
	p.visit("/")
	if wrong := eval[[]string](p, "frames.wrong"); len(wrong) > 0 {
		t.Errorf("in %d frames of %d it was not so, first with %s", len(wrong), eval[int](p, "frames.seen"), wrong[0])
	}
	if seen := eval[int](p, "frames.seen"); seen < 5 {
		t.Errorf("only %d frames were seen", seen)
	}
	if got := eval[string](p, "document.activeElement.id"); got != "n" {
		t.Errorf("%q has the focus", got)
	}
}

// What is done before the page is live is not lost: it is done when it is.
func TestEarlyHands(t *testing.T) {
	t.Parallel()
	p := newPage(t, site, phone)
	p.do(func(ctx context.Context) error {
		_, err := cdp.AddScriptToEvaluateOnNewDocument(`
			addEventListener("DOMContentLoaded", () => {
				const type = (id, text) => {
					document.getElementById(id).value = text;
					document.getElementById(id).dispatchEvent(new Event("input", {bubbles: true}));
				};
				const press = (label) => document.querySelector("button[aria-label='" + label + "']").click();
				press("Increase maxsize");
				press("Increase maxsize");
				document.querySelector("input[value=factorial]").click();
				type("n", "7");
				document.querySelector("form.call button").click();
				type("n", "5");
				document.querySelector("form.call button").click();
				type("n", "6");
				window.before = document.documentElement.dataset.live;
			});`).Do(ctx)
		return err
	})
	p.visit("/")
	if eval[bool](p, `before !== undefined`) {
		t.Fatal("the page was live before anything was done")
	}
	// factorial(10), which stands there, runs the body 11 times and leaves 7 to 10
	// in the cache; so factorial(7) is a hit, and factorial(5) runs it 6 times.
	p.waitInfo("CacheInfo(hits=1, misses=17, maxsize=4, currsize=4)")
	if got := p.console(); !strings.Contains(got, "factorial(7)") || strings.Index(got, "factorial(7)") > strings.Index(got, "factorial(5)") {
		t.Errorf("the console shows %q", got)
	}
	waitFor(p, "the argument typed last", "6", func() string { return p.find("spinbutton", "n").value() })
	if got := p.find("spinbutton", "maxsize value").value(); got != "4" {
		t.Errorf("maxsize is %s", got)
	}
}

// landmarks are the places of what stands in the first screen.
func (p *page) landmarks() map[string]box {
	p.t.Helper()
	return eval[map[string]box](p, `Object.fromEntries(["#top", "#size", "#cache", "#maxsize", "#why", "#time-machine", "#tree"].map(s => {
		const r = document.querySelector(s).getBoundingClientRect();
		return [s, {X: r.x, Y: r.y, Width: r.width, Height: r.height}];
	}).filter(([, b]) => b.Y < innerHeight))`)
}

func abs(x float64) float64 { return max(x, -x) }
