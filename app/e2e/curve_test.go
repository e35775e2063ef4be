package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// points are the body runs for every maxsize from 0 on, as the curve has them.
func (p *page) points() []int {
	p.t.Helper()
	return eval[[]int](p, `[...document.querySelectorAll('svg[data-view="curve"] [data-maxsize]')]
		.sort((a, b) => a.dataset.maxsize - b.dataset.maxsize)
		.map((e, i) => +e.dataset.maxsize === i ? +e.dataset.computations : -1)`)
}

func TestCurve(t *testing.T) {
	t.Parallel()
	p := open(t)
	want := "[177 177 64 11 11 11 11 11 11 11 11 11 11]"
	waitFor(p, "the curve of fibonacci(10)", want, func() string { return fmt.Sprint(p.points()) })
	p.find("slider", "maxsize").slide(7)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=7, currsize=7)")
	waitFor(p, "the curve after the slider moved", want, func() string { return fmt.Sprint(p.points()) })
}

// Whatever function is called, the curve is computed for it.
func TestCurveOfFactorial(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{}, "#v=1&f=factorial&run=10")
	waitFor(p, "the curve of factorial(10)", "[11 11 11 11 11 11 11 11 11 11 11 11 11]", func() string { return fmt.Sprint(p.points()) })
}

// The curve stands right under the slider, and dragging on it is dragging the
// slider.
func TestDragOnTheCurve(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	slider, curve := p.find("slider", "maxsize"), p.query(`svg[data-view="curve"]`)
	for _, size := range []float64{0, 6, 12} {
		point := p.query(fmt.Sprintf(`svg[data-view="curve"] [data-maxsize="%v"]`, size)).box().middle()
		if at := slider.thumb(size); at.X-point.X > 2 || point.X-at.X > 2 {
			t.Errorf("the thumb for %v is at %.1f, the point of the curve at %.1f", size, at.X, point.X)
		}
	}

	y := curve.reveal().Y
	from, to := slider.thumb(2), slider.thumb(5)
	p.drag(point{from.X, y}, point{to.X, y}, 6)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=5, currsize=5)")
	if got := slider.value(); got != "5" {
		t.Errorf("the slider stands at %s", got)
	}
	p.drag(point{to.X, y}, point{from.X, y}, 6)
	p.waitInfo("CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)")
}

func TestKeysOnTheCurve(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.find("slider", "maxsize on the curve").focus()
	for _, step := range []struct{ key, maxsize string }{
		{kb.ArrowRight, "3"}, {kb.ArrowUp, "4"}, {kb.ArrowLeft, "3"}, {kb.ArrowDown, "2"}, {kb.Home, "0"}, {kb.End, "12"},
	} {
		p.press(step.key)
		waitFor(p, "maxsize", step.maxsize, func() string { return p.counter("maxsize") })
	}
	if got := p.find("slider", "maxsize on the curve").attr("aria-valuenow"); got != "12" {
		t.Errorf("its value is %q", got)
	}
}
