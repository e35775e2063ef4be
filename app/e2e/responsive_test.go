package e2e

import (
	"strings"
	"testing"
)

// At maxsize 0 fibonacci(90) would run its body 9,320,093,220,751,060,617 times.
// Meanwhile the page lives: what it does comes in slices.
func TestHopelessCall(t *testing.T) {
	p := open(t)
	p.startOver("0")
	p.inSlices("fibonacci(90) at maxsize 0", func() {
		p.call("n", "90")
		p.wait("the page gives up", func() bool { return strings.Contains(p.console(), "9.3 × 10¹⁸") })
	})
	p.call("n", "5")
	p.wait("the next call works", func() bool { return strings.Contains(p.console(), "fibonacci(5)5") })
}

func TestStop(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.startOver("0")
	p.call("n", "90")
	eval[any](p, `window.said = ""; new MutationObserver(() => window.said += document.querySelector("[role=status]").textContent)
		.observe(document.querySelector("[role=status]"), {childList: true, characterData: true, subtree: true})`)
	p.clickButton("Stop")
	p.wait("it is spoken", func() bool { return strings.Contains(eval[string](p, `window.said`), "Stopped by hand") })
	waitFor(p, "address", "#v=1&max=0&run=90", p.hash)
	p.wait("the console says so", func() bool { return strings.Contains(p.console(), "KeyboardInterrupt") })
	p.call("n", "5")
	p.wait("the next call works", func() bool { return strings.Contains(p.console(), "fibonacci(5)5") })
}

// A curve of a hundred points and more is computed in the background.
func TestCurveInTheBackground(t *testing.T) {
	p := open(t)
	p.startOver("128")
	p.inSlices("the curve of fibonacci(150)", func() {
		p.call("n", "150")
		p.wait("the whole curve", func() bool {
			return eval[int](p, `document.querySelectorAll('[data-view="curve"] [data-maxsize]').length`) == 129
		})
	})
}

// inSlices does something that takes a while, and tells how long the page left the
// browser without a frame at most. How long that may be depends on the machine, and
// is not asserted; but it must be far from the whole time.
func (p *page) inSlices(what string, do func()) {
	p.t.Helper()
	eval[any](p, `{
		let last = performance.now();
		window.slices = {Longest: 0, Began: last, Running: true, Frames: 0};
		const frame = now => {
			slices.Longest = Math.max(slices.Longest, now - last);
			slices.Whole = now - slices.Began;
			slices.Frames++;
			last = now;
			if (slices.Running) requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	}`)
	do()
	got := eval[struct {
		Longest, Whole float64
		Frames         int
	}](p, `(slices.Running = false, slices)`)
	p.t.Logf("%s: %.0f ms, %d frames, at most %.0f ms between two", what, got.Whole, got.Frames, got.Longest)
	if got.Frames < 10 || got.Longest > got.Whole/2 {
		p.t.Errorf("%s: the page is dead for %.0f ms of %.0f, with %d frames", what, got.Longest, got.Whole, got.Frames)
	}
}

// At the lower edge of a phone the names of the places stand apart, whole.
func TestNamesOfPlacesApart(t *testing.T) {
	t.Parallel()
	p := newPage(t, site, narrow)
	for _, place := range []string{"/", "/experiments/", "/function/", "/keys/"} {
		p.visit(place)
		for _, w := range []window{narrow, phone} {
			p.resize(w)
			p.settled()
			edges := eval[[]float64](p, `[...document.querySelectorAll("#places a")].flatMap(a => {
				const text = document.createRange();
				text.selectNodeContents(a);
				const box = text.getBoundingClientRect();
				return [box.left, box.right];
			})`)
			if len(edges) != 8 || edges[0] < 0 || edges[7] > float64(w.width) {
				t.Errorf("%s, %d px: the names are from %v on", place, w.width, edges)
			}
			for i := 2; i < len(edges); i += 2 {
				if edges[i]-edges[i-1] < 4 {
					t.Errorf("%s, %d px: name %d begins %.1f px after the one before it", place, w.width, i/2+1, edges[i]-edges[i-1])
				}
			}
		}
	}
}

// The program of a card stands line beneath line.
func TestProgramOfACard(t *testing.T) {
	t.Parallel()
	p := openCard(t, phone, "one-line")
	if !eval[bool](p, `(() => {
		const lines = [...document.querySelectorAll("#card-source .line")].map(e => e.getBoundingClientRect());
		return lines.length > 10 && lines.every((b, i) => i === 0 || b.left === lines[i-1].left && b.top >= lines[i-1].bottom - 1);
	})()`) {
		t.Error("its lines stand beside each other")
	}
}
