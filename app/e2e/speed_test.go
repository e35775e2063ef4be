package e2e

import (
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

// How long a slider move takes until it is on the screen, with the processor at a
// quarter of its speed: printed, not asserted. The browser says when it has painted
// what an event changed, to eight milliseconds.
func TestSpeedOfASliderMove(t *testing.T) {
	for _, script := range []struct{ name, fragment string }{
		{"the opening script", ""},
		{"fibonacci(300) at maxsize 64", "#v=1&max=64&run=300"},
	} {
		p := openAt(t, window{}, script.fragment)
		p.wait("the whole curve", func() bool { n := len(p.points()); return n > 12 && n == p.sizes()+1 })
		p.find("slider", "maxsize").focus()
		p.do(emulation.SetCPUThrottlingRate(4).Do)
		eval[any](p, `{
			let began = 0;
			window.first = [];
			window.whole = [];
			addEventListener("keydown", () => began = performance.now(), {capture: true});
			new PerformanceObserver((list) => first.push(...list.getEntries().filter((e) => e.name === "keydown").map((e) => e.duration)))
				.observe({type: "event", durationThreshold: 16});
			new MutationObserver(() => {
				if (!document.documentElement.hasAttribute("data-drawing")) {
					requestAnimationFrame(() => setTimeout(() => whole.push(performance.now() - began)));
				}
			}).observe(document.documentElement, {attributeFilter: ["data-drawing"]});
		}`)
		for i := range 10 {
			p.press(or(i%2 == 0, kb.ArrowRight, kb.ArrowLeft))
			p.wait("the move is shown", func() bool { return eval[int](p, `Math.min(first.length, whole.length)`) == i+1 })
			p.wait("the curve is whole again", func() bool { return len(p.points()) == p.sizes()+1 })
			p.settled()
		}
		first, whole := eval[[]float64](p, `first`), eval[[]float64](p, `whole`)
		slices.Sort(first)
		slices.Sort(whole)
		t.Logf("a slider move of %s, the processor at a quarter: the first picture after %.0f ms, the timeline and the tree too after %.0f ms (medians; at most %.0f and %.0f)",
			script.name, first[5], whole[5], first[9], whole[9])
	}
}

// A long recording, 21,891 calls, scrubs.
func TestScrubALongRecording(t *testing.T) {
	p := openAt(t, window{}, "#v=1&max=0&run=20")
	p.waitInfo("CacheInfo(hits=0, misses=21891, maxsize=0, currsize=0)")
	p.wait("the curve", func() bool { return len(p.points()) == 22 })
	timeline := p.find("slider", "timeline")
	steps := p.steps()
	timeline.reveal()
	p.inSlices("dragging through "+strconv.Itoa(steps)+" steps", func() {
		p.drag(timeline.thumb(float64(steps)), timeline.thumb(0), 40)
		p.waitStep(0)
		p.drag(timeline.thumb(0), timeline.thumb(float64(steps/2)), 40)
		p.wait("the middle", func() bool { s := p.step(); return s > steps*2/5 && s < steps*3/5 })
	})
	if got, step := p.number(`[data-counter="misses"]`), p.step(); got <= step*2/5 || got >= step*3/5+20 {
		t.Errorf("at step %d of %d, %d calls have been made", step, steps, got)
	}
}
