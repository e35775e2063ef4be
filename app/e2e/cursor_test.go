package e2e

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// Stepping back gives the very states that stepping forward gave.
func TestBackAndForth(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{}, "#v=1&run=7,clear,5")
	p.clickButton("To start")
	p.waitStep(0)
	steps := p.steps()
	states := []string{p.state()}
	forward := p.find("button", "Step forward")
	for step := range steps {
		forward.click()
		p.waitStep(step + 1)
		states = append(states, p.state())
		if states[step] == states[step+1] {
			t.Errorf("step %d changes nothing to be seen", step+1)
		}
	}
	back := p.find("button", "Step back")
	for step := steps - 1; step >= 0; step-- {
		back.click()
		p.waitStep(step)
		if got := p.state(); got != states[step] {
			t.Fatalf("going back, step %d differs: %s", step, difference(got, states[step]))
		}
	}
	p.clickButton("To end")
	p.waitStep(steps)
	if got := p.state(); got != states[steps] {
		t.Errorf("the end differs: %s", difference(got, states[steps]))
	}
}

// state is all that follows from the cursor: elements, one a line, with what they
// say, where they are and what else their attributes tell, whatever the way that
// led there has written first.
func (p *page) state() string {
	p.t.Helper()
	return eval[string](p, `(() => {
		const lines = [];
		const add = (node, depth) => {
			if (node.nodeType === Node.TEXT_NODE) { lines.push(" ".repeat(depth) + node.data); return; }
			const attributes = [...node.attributes].filter(a => a.name !== "style" && a.name !== "transform").map(a => a.name + "=" + a.value).sort();
			const place = (node.style.transform || node.getAttribute("transform") || "").replace(/px|\s/g, "");
			lines.push(" ".repeat(depth) + [node.localName, ...attributes, place].join(" "));
			node.childNodes.forEach(child => add(child, depth + 1));
		};
		for (const part of ['svg[data-view="cache"]', 'svg[data-view="calls"]', "#counters", "#entries", "#why", "#source", "#summary"]) {
			add(document.querySelector(part), 0);
		}
		return lines.join("\n");
	})()`)
}

// difference is the first line that differs.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("%q, and not %q", g[i], w[i])
		}
	}
	return fmt.Sprintf("%d elements, and not %d", len(g), len(w))
}

func TestKeysOnTheTimeline(t *testing.T) {
	t.Parallel()
	p := open(t)
	steps := p.steps()
	timeline := p.find("slider", "timeline").focus()
	for _, step := range []struct {
		key  string
		name string
		want int
	}{
		{kb.Home, "Home", 0}, {kb.ArrowRight, "right", 1}, {kb.ArrowUp, "up", 2}, {kb.ArrowLeft, "left", 1},
		{kb.ArrowDown, "down", 0}, {kb.End, "End", steps}, {kb.ArrowLeft, "left", steps - 1},
	} {
		p.press(step.key)
		p.waitStep(step.want)
		if got := timeline.value(); got != strconv.Itoa(step.want) {
			t.Errorf("after %s the slider stands at %s, the page at %d", step.name, got, step.want)
		}
	}
	p.press(kb.PageDown)
	p.wait("Page Down goes back by more than a step", func() bool { return p.step() < steps-5 })
	low := p.step()
	p.press(kb.PageUp)
	p.wait("Page Up goes on by more than a step", func() bool { return p.step() > low+5 })
}

// A letter acts on the time machine, and nowhere else.
func TestLettersOnTheTimeMachine(t *testing.T) {
	t.Parallel()
	p := open(t)
	steps := p.steps()
	p.find("slider", "timeline").focus()
	p.pressShift("E")
	p.wait("the eviction before", func() bool { return p.step() < steps && p.leaving() != "" })
	last := p.step()
	p.pressShift("E")
	p.wait("the eviction before that", func() bool { return p.step() < last && p.leaving() != "" })
	p.press("e")
	p.waitStep(last)
	p.press(kb.Home)
	p.waitStep(0)
	p.press("k")
	p.find("button", "Pause")
	p.press("k")
	p.find("button", "Play")

	p.press(kb.Home)
	p.waitStep(0)
	p.find("slider", "maxsize").focus()
	p.press("e", "k", " ")
	p.find("button", "Play")
	if got := p.step(); got != 0 {
		t.Errorf("letters on the maxsize slider moved the cursor to step %d", got)
	}
}

// leaving are the keys of the entries that are seen leaving.
func (p *page) leaving() string {
	p.t.Helper()
	return eval[string](p, `[...document.querySelectorAll('svg[data-view="cache"] [data-entry][data-state="leaving"]')].map(e => e.dataset.key).join(" ")`)
}

func TestPlay(t *testing.T) {
	t.Parallel()
	p := open(t)
	steps := p.steps()
	p.clickButton("Play") // at the end it begins anew
	p.wait("it plays", func() bool { s := p.step(); return s > 0 && s < steps })
	p.clickButton("Pause")
	p.find("button", "Play")
	at := p.step()
	eval[any](p, `new Promise(done => setTimeout(done, 1200))`) // more than two steps take at 1×
	if got := p.step(); got != at {
		t.Errorf("paused at step %d, it is at step %d a second later", at, got)
	}

	p.find("combobox", "speed").focus()
	p.press("6") // of 64×
	waitFor(p, "speed", "64", func() string { return p.find("combobox", "speed").value() })
	p.clickButton("Play")
	p.waitStep(steps)
	p.find("button", "Play")
}

// Whatever else is done pauses it.
func TestPlayIsInterrupted(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, other := range []struct {
		what string
		do   func()
	}{
		{"a step", func() { p.clickButton("Step back") }},
		{"the end", func() { p.clickButton("To end") }},
		{"the timeline", func() { p.find("slider", "timeline").click() }},
		{"the maxsize", func() { p.find("slider", "maxsize").slide(3) }},
		{"a call", func() { p.clickButton("Call") }},
		{"Start over", func() { p.clickButton("Start over") }},
	} {
		p.clickButton("To start")
		p.waitStep(0)
		p.clickButton("Play")
		p.find("button", "Pause")
		other.do()
		if !p.waits(func() bool { return p.has("button", "Play") }) {
			t.Errorf("%s does not pause it", other.what)
		}
	}
}
