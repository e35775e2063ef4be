package e2e

import (
	"slices"
	"strconv"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"
)

// How long a slider move takes until it is on the screen, with the processor at a
// quarter of its speed: printed, not asserted.
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
			window.moves = [];
			addEventListener("keydown", () => began = performance.now(), {capture: true});
			new MutationObserver(() => {
				const drawn = performance.now() - began;
				requestAnimationFrame(() => setTimeout(() => moves.push({drawn, shown: performance.now() - began})));
			}).observe(document.querySelector("code[data-cache-info]"), {characterData: true, childList: true, subtree: true});
		}`)
		type move struct{ Drawn, Shown float64 }
		var moves []move
		for i := range 10 {
			p.press(or(i%2 == 0, kb.ArrowRight, kb.ArrowLeft))
			p.wait("the move is shown", func() bool {
				moves = eval[[]move](p, `moves`)
				return len(moves) == i+1
			})
			p.wait("the curve is whole again", func() bool { return len(p.points()) == p.sizes()+1 })
			p.settled()
		}
		var drawn, shown []float64
		for _, m := range moves {
			drawn, shown = append(drawn, m.Drawn), append(shown, m.Shown)
		}
		slices.Sort(drawn)
		slices.Sort(shown)
		t.Logf("a slider move of %s, the processor at a quarter: drawn after %.0f ms, on the screen after %.0f ms (medians; at most %.0f and %.0f)",
			script.name, drawn[5], shown[5], drawn[9], shown[9])
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
