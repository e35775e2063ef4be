package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// The embedded view has the slider, the cache and the time machine, a way to the
// whole page, and nothing else.
func TestEmbedView(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{width: 720, height: 520}, "#v=1&max=3&view=embed")
	waitFor(p, "entries", "fibonacci(10) = 55\nfibonacci(8) = 21\nfibonacci(9) = 34", p.list)
	if p.has("heading", "@lru_cache playground") || p.has("button", "Share") || p.has("log", "Console") {
		t.Error("the embedded view shows the frame of the page")
	}
	p.find("heading", "fibonacci with lru_cache")
	p.find("slider", "maxsize").slide(2)
	waitFor(p, "entries", "fibonacci(10) = 55\nfibonacci(8) = 21", p.list)
	p.stepBy("Step back", p.steps()-1)
	out := p.find("link", "Open in the lru_cache playground")
	address := on[string](out, `function() { return this.href }`)
	if !strings.HasPrefix(address, site+"/#v=1") || strings.Contains(address, "embed") {
		t.Errorf("its link leads to %s", address)
	}
}

// show= chooses what else is shown; whatever it is, nothing is cut and nothing is
// empty, in a narrow frame and in a wide one.
func TestPartsOfAnEmbed(t *testing.T) {
	t.Parallel()
	parts := map[string]string{"code": "#program", "tree": "#tree", "curve": "#cliff", "counters": "#info", "why": "[data-why]"}
	tests := []string{"", "code", "tree", "curve", "counters", "why", "tree,why", "code,tree,curve,counters,why"}
	p := openAt(t, window{width: 720, height: 520}, "#v=1&view=embed")
	for _, show := range tests {
		chosen := show
		fragment := "v=1&step=60&view=embed&show=" + show
		if show == "" {
			chosen, fragment = "curve,why", "v=1&step=60&view=embed" // what an embedded view shows unasked
		}
		eval[any](p, fmt.Sprintf("location.hash = %q", fragment))
		for part, selector := range parts {
			want := strings.Contains(","+chosen+",", ","+part+",")
			if !p.waits(func() bool { return p.visible(selector) == want }) {
				t.Errorf("show=%s: that %s is shown should be %v", show, part, want)
			}
		}
		for _, width := range []int64{320, 360, 420, 500, 600, 699, 700, 760, 761, 820, 900} {
			p.resize(window{width: width, height: 520})
			p.waitLaidOut()
			p.settled()
			for _, problem := range append(p.beyond(), p.cut()...) {
				t.Errorf("show=%s, %d px: %s", show, width, problem)
			}
		}
	}
}

func (p *page) visible(selector string) bool {
	p.t.Helper()
	return on[bool](p.query(selector), `function() { return this.checkVisibility() }`)
}

// cut names what is not to be seen whole: what reaches beyond its panel or the
// window, what has to be scrolled sideways, and panels with nothing in them.
func (p *page) cut() []string {
	p.t.Helper()
	return eval[[]string](p, `(() => {
		const found = [];
		const name = e => (e.getAttribute("aria-label") || e.textContent || e.id || e.outerHTML).trim().slice(0, 40);
		for (const panel of document.querySelectorAll(".panel")) {
			if (!panel.checkVisibility()) continue;
			const box = panel.getBoundingClientRect();
			if (panel.innerText.trim() === "" && !panel.querySelector("svg, input")) found.push("nothing in " + panel.id);
			for (const e of panel.querySelectorAll("*")) {
				if (e.closest(".hidden, title, desc, .timeline input") || !e.checkVisibility() || e.matches("svg *:not(text)")) continue;
				const r = e.getBoundingClientRect();
				if (r.width > 0 && (r.right > box.right + 1 || r.left < box.left - 1)) found.push("beyond " + panel.id + ": " + name(e));
				if (!e.matches("svg, svg *, input") && getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1) found.push("to be scrolled sideways: " + name(e));
			}
		}
		return [...new Set(found)].slice(0, 4);
	})()`)
}
