package e2e

import (
	"fmt"
	"testing"
)

// beyond names what makes the page scroll sideways.
func (p *page) beyond() []string {
	p.t.Helper()
	return eval[[]string](p, `(() => {
		const root = document.documentElement;
		if (root.scrollWidth <= root.clientWidth) return [];
		return ["the page scrolls sideways", ...[...document.querySelectorAll("body *")]
			.filter(e => e.checkVisibility() && e.getBoundingClientRect().right + scrollX > root.clientWidth + 1)
			.slice(0, 3).map(e => "too wide: " + e.outerHTML.slice(0, 90))];
	})()`)
}

// smallText names text of less than 12 px, in the pictures too.
func (p *page) smallText() []string {
	p.t.Helper()
	return eval[[]string](p, `(() => {
		const found = new Set();
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let n; n = walk.nextNode();) {
			const e = n.parentElement;
			if (!n.data.trim() || e.closest("title, desc, noscript, .hidden") || !e.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
			const scale = e.ownerSVGElement ? e.getScreenCTM().a : 1;
			const size = parseFloat(getComputedStyle(e).fontSize) * scale;
			if (size < 11.95) found.add("too small: " + n.data.trim().slice(0, 30) + ", " + size.toFixed(1) + " px");
		}
		return [...found].slice(0, 5);
	})()`)
}

// firstScreen fails unless the element lies in the first screen, whole or by a
// share of its height.
func (p *page) firstScreen(what string, e element, share float64) {
	p.t.Helper()
	b, height := e.box(), eval[float64](p, `innerHeight`)
	seen := min(b.Y+b.Height, height) - max(b.Y, 0)
	if b.Height == 0 || seen < share*b.Height-0.5 || b.X < 0 {
		p.t.Errorf("%s: %.0f of its %.0f px are in the first screen of %.0f (from %.0f on)", what, max(seen, 0), b.Height, height, b.Y)
	}
}

// A phone's first screen holds the slider, the cache, the sentence and the step
// buttons.
func TestFirstScreenOfAPhone(t *testing.T) {
	t.Parallel()
	for _, touch := range []bool{false, true} {
		t.Run(fmt.Sprintf("touch=%v", touch), func(t *testing.T) {
			w := phone
			w.touch = touch
			p := openAt(t, w, "#v=1&step=60")
			p.firstScreen("slider", p.find("slider", "maxsize"), 1)
			p.firstScreen("cache", p.query(`svg[data-view="cache"]`), 1)
			bar := p.query("#time-machine").box().Y
			for what, e := range map[string]element{"the cache": p.query(`svg[data-view="cache"]`), "why": p.query("[data-why]")} {
				if b := e.box(); b.Y+b.Height > bar+0.5 {
					t.Errorf("%s ends at %.0f, and the bar at the lower edge begins at %.0f", what, b.Y+b.Height, bar)
				}
			}
			call, slider, smaller := p.find("button", "Call"), p.find("slider", "maxsize"), p.find("button", "Decrease maxsize")
			p.firstScreen("Call", call, 1)
			if c, s, d := call.box(), slider.box(), smaller.box(); s.Y < c.Y || d.Y < s.Y || d.Y-(s.Y+s.Height) > 12 {
				t.Errorf("Call is at %v, the slider at %v, − at %v", c, s, d)
			}

			// Pressing Call moves nothing under the finger.
			before := fmt.Sprint(call.box(), slider.box(), p.find("button", "Play").box())
			call.click()
			p.waitInfo("CacheInfo(hits=14, misses=64, maxsize=2, currsize=2)")
			p.settled()
			if after := fmt.Sprint(call.box(), slider.box(), p.find("button", "Play").box()); after != before {
				t.Errorf("Call, the slider and Play were at %s, and are at %s", before, after)
			}
			for _, name := range []string{"To start", "Step back", "Play", "Step forward", "To end"} {
				p.firstScreen(name, p.find("button", name), 1)
			}
		})
	}
}

// A laptop's first screen holds all that, the counters, and the root of the tree.
func TestFirstScreenOfALaptop(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.firstScreen("slider", p.find("slider", "maxsize"), 1)
	p.firstScreen("curve", p.query(`svg[data-view="curve"]`), 1)
	p.firstScreen("cache", p.query(`svg[data-view="cache"]`), 1)
	p.firstScreen("counters", p.query(`[data-counter="currsize"]`), 1)
	p.firstScreen("timeline", p.query(`svg[data-view="timeline"]`), 1)
	p.firstScreen("Play", p.find("button", "Play"), 1)
	p.firstScreen("the tree's root", p.query(`svg[data-view="calls"] [data-call="0"] [data-part="mark"]`), 1)
}

// So does that of a projector, with the source.
func TestFirstScreenOfAProjector(t *testing.T) {
	t.Parallel()
	for _, at := range []string{"", "#v=1&step=60", "#v=1&max=3"} {
		p := openAt(t, window{width: 1024, height: 768}, at)
		for what, selector := range map[string]string{
			"cache": `svg[data-view="cache"]`, "counters": `[data-counter="currsize"]`, "why": "[data-why]",
			"timeline": `svg[data-view="timeline"]`, "source": `pre[data-view="source"]`,
		} {
			p.firstScreen(what, p.query(selector), 1)
		}
	}
}

// Stepping moves nothing under the hand, however much there is to say of a step.
func TestStepsMoveNothing(t *testing.T) {
	t.Parallel()
	for _, w := range []window{laptop, {width: 1024, height: 768}, {width: 1920, height: 1080}, phone} {
		p := openAt(t, w, "#v=1&step=40")
		forward := p.find("button", "Step forward")
		before := forward.box()
		for step := 41; step <= 70; step++ {
			p.stepBy("Step forward", step)
			if at := forward.box(); at != before {
				t.Errorf("%d px: at step %d the button has moved from %v to %v", w.width, step, before, at)
				break
			}
		}
	}
}

// On a large screen the type grows, and the page fills it.
func TestLargeScreen(t *testing.T) {
	t.Parallel()
	p := open(t)
	size := func() float64 {
		return eval[float64](p, `parseFloat(getComputedStyle(document.querySelector("[data-why] .sentence")).fontSize)`)
	}
	before := size()
	p.resize(window{width: 1920, height: 1080})
	p.waitLaidOut()
	if after := size(); after <= before {
		t.Errorf("the type is %.1f px, and was %.1f px on a laptop", after, before)
	}
	if main := p.query("main").box(); main.Width < 1800 {
		t.Errorf("the page is %.0f px wide", main.Width)
	}
	if tree := p.query(`svg[data-view="calls"]`).box(); tree.Y+0.6*tree.Height > 1080 {
		t.Errorf("the tree begins at %.0f px", tree.Y)
	}
	for what, selector := range map[string]string{"code": `pre[data-view="source"]`} {
		if size := eval[float64](p, `parseFloat(getComputedStyle(document.querySelector('`+selector+`')).fontSize)`); size < 14 {
			t.Errorf("the type of the %s is %.1f px", what, size)
		}
	}
}

// Headless browsers hide scrollbars that take room on a desktop: nothing on the
// first view needs one.
func TestNoScrollbars(t *testing.T) {
	t.Parallel()
	for _, w := range []window{laptop, {width: 1920, height: 1080}} {
		p := openAt(t, w, "")
		for _, problem := range p.cut() {
			t.Errorf("%d px: %s", w.width, problem)
		}
	}
}

// Pictures are laid out for the room they have, not shrunk to it.
func TestPicturesAreLaidOut(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, w := range []window{laptop, phone, narrow, {width: 1920, height: 1080}} {
		p.resize(w)
		p.waitLaidOut()
	}
}

// waitLaidOut waits until every picture that is shown is drawn as wide as it is.
func (p *page) waitLaidOut() {
	p.t.Helper()
	p.wait("the pictures are laid out for this window", func() bool {
		return eval[bool](p, `["cache", "calls", "curve", "timeline"].every(view => {
			const svg = document.querySelector('svg[data-view="' + view + '"]');
			return !svg.checkVisibility() || Math.abs(svg.getBoundingClientRect().width - svg.viewBox.baseVal.width) < 1.5;
		})`)
	})
}
