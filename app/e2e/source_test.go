package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

const decorator = "maxsize in the decorator"

func TestScrubTheDecorator(t *testing.T) {
	t.Parallel()
	p := open(t)
	number := p.find("spinbutton", decorator)
	if got := number.text(); got != "2" {
		t.Errorf("the decorator says %q", got)
	}
	at := number.reveal()
	p.drag(at, point{at.X + 45, at.Y}, 9)
	p.wait("a larger maxsize", func() bool { return p.counter("maxsize") > "2" && len(p.counter("maxsize")) == 1 })
	waitFor(p, "the number in the decorator", p.counter("maxsize"), func() string { return p.find("spinbutton", decorator).text() })
	at = p.find("spinbutton", decorator).reveal()
	p.drag(at, point{at.X - 300, at.Y}, 9)
	p.waitInfo("CacheInfo(hits=0, misses=177, maxsize=0, currsize=0)")

	p.find("spinbutton", decorator).focus()
	for _, step := range []struct{ key, maxsize string }{
		{kb.ArrowUp, "1"}, {kb.ArrowRight, "2"}, {kb.ArrowUp, "3"}, {kb.ArrowDown, "2"}, {kb.Home, "0"}, {kb.ArrowUp, "1"},
	} {
		p.press(step.key)
		waitFor(p, "maxsize", step.maxsize, func() string { return p.counter("maxsize") })
	}
	if !p.find("spinbutton", decorator).focused() {
		t.Error("the number has lost the focus")
	}
}

// The line that runs is lit at every step.
func TestCurrentLine(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.clickButton("To start")
	p.waitStep(0)
	seen := map[string]bool{}
	for step := range 20 {
		p.stepBy("Step forward", step+1)
		lines := eval[[]string](p, `[...document.querySelectorAll('[data-view="source"] [data-now]')].map(e => e.textContent)`)
		if len(lines) != 1 {
			t.Fatalf("step %d lights the lines %q, want one", step+1, lines)
		}
		seen[lines[0]] = true
	}
	if len(seen) < 3 {
		t.Errorf("in twenty steps only these lines were lit: %v", seen)
	}
}

// With the operands swapped two slots are enough.
func TestSmallerNumberFirst(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.find("checkbox", "n-2 first").click()
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=2, currsize=2)")
	if got := p.query(`[data-view="source"]`).text(); !strings.Contains(got, "fibonacci(n-2) + fibonacci(n-1)") {
		t.Errorf("the source is %q", got)
	}
	p.find("checkbox", "n-2 first").click()
	p.waitInfo("CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)")
}
