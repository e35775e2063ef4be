package e2e

import (
	"strings"
	"testing"
	"time"
)

// most is the longest that the page may take between two animation frames,
// whatever is asked of it.
const most = 250 * time.Millisecond

// At maxsize 0 fibonacci(90) would run its body 9,320,093,220,751,060,617 times.
func TestHopelessCall(t *testing.T) {
	// A machine that does something else for a moment makes a gap that is not the
	// page's: one try of three must be free of any.
	for try := range 3 {
		p := open(t)
		p.startOver("0")
		gap := p.largestGap(func() {
			p.call("n", "90")
			p.wait("the page gives up", func() bool { return strings.Contains(p.console(), "9.3 × 10¹⁸") })
		})
		t.Logf("fibonacci(90) at maxsize 0: the largest gap between two frames is %v", gap)

		p.call("n", "5")
		p.wait("the next call works", func() bool { return strings.Contains(p.console(), "fibonacci(5)5") })
		if gap <= most {
			return
		}
		if try == 2 {
			t.Errorf("the largest gap is more than %v each time", most)
		}
	}
}

func TestStop(t *testing.T) {
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
	for try := range 3 {
		p := open(t)
		p.startOver("128")
		gap := p.largestGap(func() {
			p.call("n", "150")
			p.wait("the whole curve", func() bool {
				return eval[int](p, `document.querySelectorAll('[data-view="curve"] [data-maxsize]').length`) == 129
			})
		})
		t.Logf("the curve of fibonacci(150): the largest gap between two frames is %v", gap)
		if gap <= most {
			return
		}
		if try == 2 {
			t.Errorf("the largest gap is more than %v each time", most)
		}
	}
}

// largestGap is the longest time between two animation frames while do is done.
func (p *page) largestGap(do func()) time.Duration {
	p.t.Helper()
	eval[any](p, `{
		let last = performance.now();
		window.largestGap = 0;
		window.measuring = true;
		const frame = now => {
			window.largestGap = Math.max(window.largestGap, now - last);
			last = now;
			if (window.measuring) requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	}`)
	do()
	ms := eval[float64](p, `window.measuring = false, window.largestGap`)
	return time.Duration(ms * float64(time.Millisecond)).Round(100 * time.Microsecond)
}
