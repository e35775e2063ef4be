package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
)

// A thumb that scrolls the page from the curve changes nothing; one that taps or
// draws it sideways sets maxsize.
func TestThumbOnTheCurve(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{width: 360, height: 740, touch: true}, "#v=1&max=9")
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	curve := p.query("#curve [data-slide]")
	curve.reveal()
	b := curve.box()
	middle := func(share float64) (x, y float64) { return b.X + share*b.Width, b.Y + b.Height/2 }
	top := func() float64 { return eval[float64](p, `scrollY`) }

	x, y := middle(0.35)
	before := top()
	p.do(input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: x, Y: y}}).Do)
	for up := 15.0; up <= 150; up += 15 {
		p.do(input.DispatchTouchEvent(input.TouchMove, []*input.TouchPoint{{X: x, Y: y - up}}).Do)
	}
	p.do(input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}).Do)
	p.wait("the page has scrolled", func() bool { return top() > before+50 })
	if got := p.number(`[data-counter="maxsize"]`); got != 9 {
		t.Errorf("scrolling over the curve set maxsize to %d", got)
	}

	curve.reveal()
	b = curve.box()
	x, y = middle(0.35)
	p.do(input.SynthesizeTapGesture(x, y).WithGestureSourceType(input.GestureTouch).Do)
	p.wait("a tap sets maxsize", func() bool { return p.number(`[data-counter="maxsize"]`) == 4 })
	b = curve.box()
	from, _ := middle(0.35)
	to, y := middle(0.6)
	p.do(input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: from, Y: y}}).Do)
	for share := 0.2; share <= 1; share += 0.2 {
		p.do(input.DispatchTouchEvent(input.TouchMove, []*input.TouchPoint{{X: from + (to-from)*share, Y: y}}).Do)
	}
	p.do(input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}).Do)
	waitFor(p, "maxsize after a drag", 7, func() int { return p.number(`[data-counter="maxsize"]`) })
}

// A finger of 24 px hits the call that it is nearest to, though its circle is
// smaller.
func TestFingerInTheTree(t *testing.T) {
	t.Parallel()
	for _, w := range []window{laptop, {width: 360, height: 740, touch: true}} {
		p := openAt(t, w, "")
		p.query(`svg[data-view="calls"]`).reveal()
		missed := eval[[]string](p, `(() => {
			const calls = [...document.querySelectorAll("[data-call]")].map(g => {
				const {left, right, top, bottom} = g.querySelector("[data-part=mark]").getBoundingClientRect();
				return {g, x: (left + right) / 2, y: (top + bottom) / 2};
			});
			const missed = [];
			for (const {g, x, y} of calls) {
				for (const [dx, dy] of [[0, 0], [10.5, 0], [-10.5, 0], [0, 10.5], [0, -10.5]]) {
					scrollTo(0, 0);
					const px = x + dx, py = y + dy;
					const at = Math.min(...calls.filter(c => c.g !== g).map(c => Math.hypot(c.x - px, c.y - py)));
					if (at < Math.hypot(dx, dy) + 1) continue; // nearer to another
					g.scrollIntoView({block: "center"});
					const mark = g.querySelector("[data-part=mark]").getBoundingClientRect();
					const hit = document.elementFromPoint((mark.left + mark.right) / 2 + dx, (mark.top + mark.bottom) / 2 + dy);
					if (hit?.closest("[data-call]") !== g) missed.push(g.dataset.call + " at " + dx + ", " + dy + ": " + hit?.outerHTML.slice(0, 60));
				}
			}
			return missed;
		})()`)
		for _, m := range missed {
			t.Errorf("%v: the finger misses call %s", w, m)
		}
		if near := eval[float64](p, `(() => {
			const at = [...document.querySelectorAll("[data-call] [data-part=mark]")].map(e => e.getBoundingClientRect()).map(r => [(r.left + r.right) / 2, (r.top + r.bottom) / 2]);
			return Math.min(...at.flatMap(([x, y], i) => at.slice(i + 1).map(([u, v]) => Math.hypot(u - x, v - y))));
		})()`); near < 22 {
			t.Errorf("%v: two calls stand %.1f px apart", w, near)
		}
	}
}
