package e2e

import (
	"strings"
	"testing"
)

// The embedded view has the slider, the cache and the time machine, a way to the
// whole page, and nothing else.
func TestEmbedView(t *testing.T) {
	p := openAt(t, window{width: 720, height: 520}, "#v=1&max=3&view=embed")
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	if p.has("heading", "@lru_cache playground") || p.has("button", "Share") || p.has("log", "Console") {
		t.Error("the embedded view shows the frame of the page")
	}
	for _, selector := range []string{`svg[data-view="cache"]`, `svg[data-view="curve"]`, `[data-why]`} {
		if !on[bool](p.query(selector), `function() { return this.checkVisibility() }`) {
			t.Errorf("the embedded view does not show %s", selector)
		}
	}
	p.find("slider", "maxsize").slide(2)
	p.waitInfo(opening)
	p.stepBy("Step back", p.steps()-1)
	out := p.find("link", "Open in the lru_cache playground")
	address := on[string](out, `function() { return this.href }`)
	if !strings.HasPrefix(address, site+"/#v=1") || strings.Contains(address, "embed") {
		t.Errorf("its link leads to %s", address)
	}
	if eval[bool](p, `document.documentElement.scrollWidth > innerWidth`) {
		t.Error("the embedded view scrolls sideways")
	}
}
