package e2e

import (
	"maps"
	"slices"
	"testing"
)

// An entry keeps its DOM node from the step that stores it to the one that
// evicts it, and while it is seen leaving.
func TestEntriesKeepTheirNode(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.find("slider", "maxsize").slide(3)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	p.clickButton("To start")
	p.waitStep(0)

	lived := 0
	before := map[string]bool{}
	for step := range p.steps() {
		p.stepBy("Step forward", step+1)
		// Every node that is new is marked; one that was there has its mark still.
		marked := eval[map[string]bool](p, `Object.fromEntries(
			[...document.querySelectorAll('[data-view="cache"] [data-entry]')].map(e => {
				const known = e.mark === e.dataset.key;
				e.mark = e.dataset.key;
				return [e.dataset.key, known];
			}))`)
		for key, known := range marked {
			if before[key] && !known {
				t.Errorf("step %d: the entry of %s has another node than before", step+1, key)
			}
			if known && !before[key] {
				t.Errorf("step %d: the entry of %s has the node of one that had left", step+1, key)
			}
			if known {
				lived++
			}
		}
		before = map[string]bool{}
		for _, key := range slices.Collect(maps.Keys(marked)) {
			before[key] = true
		}
	}
	if lived == 0 {
		t.Error("no entry lived for two steps")
	}
}
