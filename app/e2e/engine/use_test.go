package engine_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"playground/app/e2e/engine"
)

// opening is the line of the page as it opens.
const opening = "CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)"

// What is done on the page as it opens needs no page of its own.
func testOnePage(p *page) {
	for _, part := range []struct {
		name string
		test func(p *page)
	}{
		{"MainJob", testMainJob},
		{"Drag", testDrag},
		{"Typing", testTyping},
		{"NumbersAsWritten", testNumbersAsWritten},
		{"Keyboard", testKeyboard},
		{"CurveAndTree", testCurveAndTree},
		{"LeftWhilePlaying", testLeftWhilePlaying},
		{"Translated", testTranslated}, // after it nothing is found by its name
	} {
		p.Run(part.name, func(t *testing.T) {
			p := &page{T: t, tab: p.tab, origin: p.origin}
			t.Cleanup(func() {
				if t.Failed() {
					p.leave() // the next begins anew
				}
				p.check()
			})
			p.visit("/#v=1&max=9") // the address may not have followed yet, and is not visited twice
			p.visit("/#v=1&max=2")
			p.waitInfo(opening)
			part.test(p)
		})
	}
}

// What the page is for: another maxsize, another function, a call, step by step.
func testMainJob(p *page) {
	p.click("Increase maxsize")
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	p.click("fibonacci( 20 )")
	p.waitInfo("CacheInfo(hits=19, misses=21, maxsize=3, currsize=3)")
	p.must(p.find("factorial", "radio").Click())
	p.waitInfo("CacheInfo(hits=0, misses=11, maxsize=3, currsize=3)")
	p.click("Call again")
	p.waitInfo("CacheInfo(hits=1, misses=11, maxsize=3, currsize=3)")
	p.click("cache_clear()")
	p.waitInfo("CacheInfo(hits=0, misses=0, maxsize=3, currsize=0)")
	steps := p.textOf("[data-steps]")
	p.click("To start")
	p.waitStep("0")
	p.click("Step forward")
	p.waitStep("1")
	p.click("To end")
	p.waitStep(steps)
}

// Sliders and the curve are dragged.
func testDrag(p *page) {
	slider := p.slider("maxsize")
	p.must(p.tab.Drag(p.thumb(slider, 2), p.thumb(slider, 5), 6))
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=5, currsize=5)")
	p.waitHash("#v=1&max=5")

	p.waitTrue(`document.querySelectorAll('svg[data-view="curve"] [data-maxsize]').length === 13`)
	from, to := p.thumb(slider, 5), p.thumb(slider, 2)
	y := p.onCurve()
	p.must(p.tab.Drag(engine.Point{X: from.X, Y: y}, engine.Point{X: to.X, Y: y}, 6))
	p.waitInfo(opening)
	if got := value(p, slider); got != "2" {
		p.Errorf("the slider stands at %s", got)
	}

	timeline := p.slider("timeline")
	p.must(p.tab.Drag(p.thumb(timeline, 30), p.thumb(timeline, 10), 6))
	p.waits(func() bool { return p.textOf("[data-step]") != "30" })
	if got, slid := p.textOf("[data-step]"), value(p, timeline); got != slid {
		p.Errorf("the timeline stands at %s and shows step %s", slid, got)
	}
}

// What is typed is used as typed, and what cannot be used is refused.
func testTyping(p *page) {
	n := p.field("n")
	p.fill(n, "12"+engine.Enter)
	p.waitInfo("CacheInfo(hits=26, misses=124, maxsize=2, currsize=2)")
	size := p.field("maxsize value")
	p.must(size.Click())
	p.must(p.tab.Chord(engine.Control, "a"))
	p.must(p.tab.Press("128", 50*time.Millisecond))
	p.waitInfo("CacheInfo(hits=11, misses=13, maxsize=128, currsize=13)")
	if got := value(p, size); got != "128" {
		p.Errorf("of 128, typed, there is %q", got)
	}
	p.fill(n, "5001"+engine.Enter)
	waitFor(p, "the field's message", true, func() bool { return strings.Contains(p.textOf("#n-says"), "5,000") })
	p.waitInfo("CacheInfo(hits=11, misses=13, maxsize=128, currsize=13)")
	p.fill(n, "5"+engine.Enter)
	p.waitInfo("CacheInfo(hits=12, misses=13, maxsize=128, currsize=13)")
}

// The whole job by keyboard.
func testKeyboard(p *page) {
	p.focus(p.slider("maxsize"))
	p.press(engine.ArrowRight)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	p.focus(p.slider("maxsize on the curve"))
	p.press(engine.ArrowLeft)
	p.waitInfo(opening)
	p.focus(p.slider("timeline"))
	p.press(engine.Home)
	p.waitStep("0")
	p.press(engine.ArrowRight)
	p.waitStep("1")
	p.focus(p.find("Step forward", "button"))
	p.press(engine.Enter)
	p.waitStep("2")
	p.press(" ")
	p.waitStep("3")
	p.press("?")
	p.find("Keyboard shortcuts", "dialog")
	p.press(engine.Escape)
	p.waitTrue(`document.querySelector("dialog[open]") === null && document.activeElement.getAttribute("aria-label") === "Step forward"`)
	p.press(engine.TabKey)
	waitFor(p, "what Tab leads to", "To end", func() string { return eval[string](p, `document.activeElement.getAttribute("aria-label") ?? ""`) })
	motion := p.find("Motion", "checkbox")
	p.focus(motion)
	for _, want := range []bool{false, true} {
		p.press(" ")
		var checked bool
		p.must(motion.On(`function() { return this.checked }`, &checked))
		if checked != want {
			p.Errorf("Space has left Motion at %t", checked)
		}
	}
	p.find("Play", "button") // and nothing plays
}

// The curve is computed for every maxsize, and the tree follows.
func testCurveAndTree(p *page) {
	points := func() string {
		return eval[string](p, `[...document.querySelectorAll('svg[data-view="curve"] [data-maxsize]')]
			.sort((a, b) => a.dataset.maxsize - b.dataset.maxsize).map(e => e.dataset.computations).join(" ")`)
	}
	waitFor(p, "the curve", "177 177 64 11 11 11 11 11 11 11 11 11 11", points)
	outcomes := func() string {
		return eval[string](p, `Object.entries(Object.groupBy(document.querySelectorAll('svg[data-view="calls"] [data-call]'), e => e.dataset.outcome)).map(([k, v]) => k + ":" + v.length).sort().join(" ")`)
	}
	waitFor(p, "the tree", "computed:11 hit:13 recomputed:53", outcomes)
	p.focusTree()
	p.press(engine.Home + engine.ArrowRight + engine.ArrowRight + engine.Enter)
	p.waitStep("3") // the third call
	p.click("Increase maxsize")
	waitFor(p, "the tree at maxsize 3", "computed:11 hit:8", outcomes)
}

// A link shows what it says; back and forward lead from script to script.
func testLinks(p *page) {
	p.visit("/#v=1&f=factorial&max=4&run=6,8&step=9")
	p.waitStep("9")
	if got := value(p, p.field("maxsize value")); got != "4" {
		p.Errorf("maxsize is %s", got)
	}
	p.click("Increase maxsize")
	p.waitHash("#v=1&f=factorial&max=5&run=6,8&step=9")
	eval[any](p, "history.back()")
	waitFor(p, "maxsize after going back", "4", func() string { return p.textOf(`[data-counter="maxsize"]`) })
	eval[any](p, "history.forward()")
	waitFor(p, "maxsize after going forward", "5", func() string { return p.textOf(`[data-counter="maxsize"]`) })
	p.leave()
	p.visit("/")
	waitFor(p, "what was shown last", "5", func() string { return p.textOf(`[data-counter="maxsize"]`) })
	p.visit("/#v=1&max=-3")
	waitFor(p, "a notice", true, func() bool { return strings.Contains(p.textOf("#notices"), "cannot be") })

	// What mail and chat programs add to a link, or encode of it, is taken off.
	for i, link := range []string{
		"/#v=1&f=factorial&max=5).",
		"/#v=1&f=factorial&max=6…",
		"/#v=1&f=factorial&max=7&amp;step=3&fbclid=IwAR0",
		"/#v%3D1%26f%3Dfactorial%26max%3D8",
	} {
		p.visit(link)
		waitFor(p, "maxsize of "+link, fmt.Sprint(5+i), func() string { return p.textOf(`[data-counter="maxsize"]`) })
	}
	p.leave()
	p.visit("/%23v=1&f=factorial&max=9).") // leads to the page
	waitFor(p, "maxsize of the encoded link", "9", func() string { return p.textOf(`[data-counter="maxsize"]`) })
}
