package e2e

import (
	"fmt"
	"testing"
)

// targets are all that can be clicked and is smaller than so many pixels. A label
// belongs to its control; a link in a sentence is as tall as the sentence, and so
// is the number in the decorator. The calls of the tree and the points of the
// curve lead nowhere that a slider does not.
func (p *page) targets(least int) []string {
	p.t.Helper()
	return eval[[]string](p, fmt.Sprintf(`(() => {
		const small = new Set();
		const open = document.querySelector("dialog:modal") ?? document; // what is behind it cannot be clicked
		for (const e of open.querySelectorAll("a[href], button, input, select, textarea, summary, [role=slider], [role=spinbutton]")) {
			if (!e.checkVisibility() || e.disabled || e.closest("p") || e.matches("[data-scrub]")) continue;
			let {left, top, right, bottom} = e.getBoundingClientRect();
			for (const label of e.labels ?? []) {
				const r = label.getBoundingClientRect();
				left = Math.min(left, r.left); top = Math.min(top, r.top); right = Math.max(right, r.right); bottom = Math.max(bottom, r.bottom);
			}
			if (right - left < %[1]d - 0.5 || bottom - top < %[1]d - 0.5) {
				small.add((e.getAttribute("aria-label") || e.labels?.[0]?.textContent || e.textContent || e.id) + " " + (right - left).toFixed(0) + "×" + (bottom - top).toFixed(0));
			}
		}
		return [...small];
	})()`, least))
}

func TestTargets(t *testing.T) {
	t.Parallel()
	tests := []struct {
		window
		least int
	}{
		{laptop, 24}, {phone, 24}, {narrow, 24},
		{window{width: 360, height: 740, touch: true}, 44},
		{window{width: 1024, height: 768, touch: true}, 44},
	}
	for _, test := range tests {
		t.Run(fmt.Sprintf("%v touch=%v", test.window, test.touch), func(t *testing.T) {
			p := openAt(t, test.window, "#hello") // with a message above
			for _, small := range p.targets(test.least) {
				t.Errorf("less than %d px: %s", test.least, small)
			}
			p.clickButton("Share")
			p.find("dialog", "Share this very view")
			for _, small := range p.targets(test.least) {
				t.Errorf("Share is open, less than %d px: %s", test.least, small)
			}
		})
	}
}
