package e2e

import (
	"testing"
)

// moving counts what moves, frame by frame, for so long.
func (p *page) moving(do string) int {
	p.t.Helper()
	return eval[int](p, `new Promise(done => {
		let most = 0;
		const began = performance.now();
		const frame = () => {
			most = Math.max(most, document.getAnimations().filter(a => a.playState === "running" && a.effect.getComputedTiming().endTime > 1).length);
			performance.now() - began < 600 ? requestAnimationFrame(frame) : done(most);
		};
		`+do+`;
		requestAnimationFrame(frame);
	})`)
}

const stepBack = `document.querySelector('[aria-label="Step back"]').click()`

// Motion explains a step, unless the visitor asked for none.
func TestMotion(t *testing.T) {
	t.Parallel()
	p := open(t)
	if n := p.moving(stepBack); n == 0 {
		t.Error("a step moves nothing")
	}
	p.find("checkbox", "Motion").click()
	p.wait("motion is off", func() bool { return eval[string](p, `document.documentElement.dataset.motion ?? ""`) == "off" })
	if n := p.moving(stepBack); n > 0 {
		t.Errorf("with motion switched off %d things move", n)
	}
	p.leave()
	p.visit("/")
	p.wait("the switch is as it was left", func() bool { return !eval[bool](p, `document.getElementById("motion").checked`) })

	still := openAt(t, window{still: true}, "")
	if n := still.moving(stepBack); n > 0 {
		t.Errorf("with prefers-reduced-motion %d things move", n)
	}
}

// Nothing moves by itself on load.
func TestStillOnLoad(t *testing.T) {
	t.Parallel()
	p := newPage(t, site, window{})
	p.navigate("/")
	if n := p.moving(""); n > 0 {
		t.Errorf("%d things move while the page loads", n)
	}
	p.waitLive()
	if n := p.moving(""); n > 0 {
		t.Errorf("%d things move by themselves on the live page", n)
	}
}
