package e2e

import "testing"

// The newest line of the console is in sight, however many there are.
func TestConsoleFollows(t *testing.T) {
	t.Parallel()
	p := open(t)
	inSight := func() bool {
		return eval[bool](p, `(() => {
			const log = document.querySelector("#lines [role=log]").getBoundingClientRect();
			const last = [...document.querySelectorAll("#lines p")].pop().getBoundingClientRect();
			return last.top >= log.top && last.bottom <= log.bottom + 1;
		})()`)
	}
	for range 12 {
		p.clickButton("Call again")
	}
	p.waitInfo("CacheInfo(hits=25, misses=64, maxsize=2, currsize=2)")
	p.wait("there is more than fits", func() bool {
		return eval[bool](p, `(e => e.scrollHeight > e.clientHeight + 20)(document.querySelector("#lines [role=log]"))`)
	})
	p.wait("the newest line is in sight", inSight)

	// Whoever reads what was called before is not torn away by a step.
	eval[any](p, `document.querySelector("#lines [role=log]").scrollTop = 0`)
	p.clickButton("Step back")
	p.waitStep(p.steps() - 1)
	if inSight() {
		t.Error("a step has scrolled the console")
	}
	p.clickButton("cache_clear()")
	p.wait("the newest line is in sight again", inSight)
}
