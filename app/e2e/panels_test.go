package e2e

import (
	"fmt"
	"testing"
)

// Nothing sticks out of the panel that it is in.
func TestPanelsHoldWhatIsInThem(t *testing.T) {
	t.Parallel()
	for _, touch := range []bool{false, true} {
		p := open(t)
		for _, width := range []int64{320, 360, 412, 600, 768, 820, 1024, 1180, 1366, 1920} {
			p.resize(window{width: width, height: 800, touch: touch})
			p.waitLaidOut()
			for _, problem := range p.sticksOut() {
				t.Errorf("%d px, touch=%v: %s", width, touch, problem)
			}
		}
	}
}

// sticksOut names what ends beyond the right edge of its panel and cannot be
// scrolled to.
func (p *page) sticksOut() []string {
	p.t.Helper()
	return eval[[]string](p, `[...document.querySelectorAll(".panel")].filter(panel => panel.checkVisibility()).flatMap(panel => {
		const edge = panel.getBoundingClientRect().right + 0.5;
		return [...panel.querySelectorAll("*")]
			.filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest(".hidden, pre, #time-machine, svg *") && e.getBoundingClientRect().right > edge)
			.filter(e => { for (let at = e; at !== panel; at = at.parentElement) if (getComputedStyle(at).overflowX !== "visible") return false; return true; })
			.slice(0, 2).map(e => "#" + panel.id + ": " + e.outerHTML.slice(0, 90));
	})`)
}

// A room sees all of what is presented on one screen, whatever its shape. On a
// phone, a link of a presented page opens the page as usual.
func TestPresentedOnOneScreen(t *testing.T) {
	t.Parallel()
	const at = "#v=1&max=3&run=10&step=20&view=present"
	for _, size := range [][2]int64{{1024, 768}, {1280, 720}, {1366, 768}, {1920, 1080}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			p := openAt(t, window{width: size[0], height: size[1]}, at)
			for what, e := range map[string]element{
				"cache": p.query(`svg[data-view="cache"]`), "why": p.query("[data-why]"), "counters": p.query(`[data-counter="currsize"]`),
				"timeline": p.query(`svg[data-view="timeline"]`), "Play": p.find("button", "Play"), "QR code": p.query("#qr svg"),
			} {
				p.firstScreen(what, e, 1)
			}
		})
	}
	p := openAt(t, phone, at)
	if eval[bool](p, `document.documentElement.hasAttribute("data-present")`) {
		t.Error("a phone presents to a room")
	}
	waitFor(p, "step", 20, p.step)
	p.firstScreen("slider", p.find("slider", "maxsize"), 1)
}
