package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// The first sentence is the largest text, above all panels, and says what this
// cache is good for.
func TestFirstSentence(t *testing.T) {
	t.Parallel()
	p := open(t)
	first := func() string { return p.query("[data-first-sentence]").text() }
	waitFor(p, "the first sentence", "Same answer, less work: with maxsize=2 the body of fibonacci(10) runs 64 times instead of 177.", first)
	if top := p.query(".panel").box().Y; p.query("[data-first-sentence]").box().Y > top {
		t.Error("a panel stands above it")
	}
	if larger := eval[[]string](p, `(() => {
		const size = e => parseFloat(getComputedStyle(e).fontSize), first = size(document.querySelector("[data-first-sentence]"));
		return [...document.querySelectorAll("main p, main h2, main pre, main li")].filter(e => e.checkVisibility() && size(e) >= first && !e.matches("[data-first-sentence]")).map(e => e.textContent);
	})()`); len(larger) > 0 {
		t.Errorf("as large as it are %q", larger)
	}

	// How to begin is said until somebody has begun; that moves nothing.
	const hint = `[...document.querySelectorAll("#first *")].some(e => e.childElementCount === 0 && e.textContent.includes("Drag the slider, or press Play") && e.checkVisibility({visibilityProperty: true}))`
	p.waitTrue(hint)
	before := p.find("button", "Call").box()
	p.find("slider", "maxsize").slide(3)
	waitFor(p, "the first sentence", "Same answer, less work: with maxsize=3 the body of fibonacci(10) runs 11 times instead of 177.", first)
	p.waitTrue("!" + hint)
	p.clickButton("Step back")
	p.wait("it is said how far it has come", func() bool { return strings.Contains(p.query("#first").text(), "11 runs so far.") })
	if after := p.find("button", "Call").box(); after != before {
		t.Errorf("Call was at %v and is at %v", before, after)
	}

	for fragment, want := range map[string]string{
		"#v=1&max=0&run=10":          "Caching is off",
		"#v=1&f=factorial&max=128":   "no less work",
		"#v=1&max=3&run=10,20,5x3":   "called 5 times",
		"#v=1&max=128&run=1000":      "RecursionError",
		"#v=1&run=":                  "Nothing has been called yet",
		"#v=1&max=None&run=30":       "maxsize=None",
		"#v=1&max=0&run=60&step=100": "It would take",
	} {
		p.leave()
		p.visit("/" + fragment)
		if !p.waits(func() bool { return strings.Contains(first(), want) }) {
			t.Errorf("%s: the first sentence is %q, without %q", fragment, first(), want)
		}
	}
}

// What the step did and why is one block, under the cache and above the timeline
// at every width, and its edge has the colour of the outcome.
func TestWhyBlock(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{}, "#v=1&step=60")
	for _, w := range []window{laptop, {width: 1920, height: 1080}, {width: 1024, height: 768}, {width: 768, height: 1024}, phone, narrow} {
		p.resize(w)
		p.waitLaidOut()
		eval[any](p, `scrollTo(0, 0)`)
		if w.width <= 760 { // there the timeline is in a bar at the lower edge
			if !eval[bool](p, `!!(document.querySelector("[data-why]").compareDocumentPosition(document.querySelector("#timeline-view")) & Node.DOCUMENT_POSITION_FOLLOWING)`) {
				t.Errorf("%d px: the timeline is read before why", w.width)
			}
			eval[any](p, `document.querySelector("[data-why]").scrollIntoView({block: "end"})`)
		}
		cache, why, timeline := p.query(`svg[data-view="cache"]`).box(), p.query("[data-why]").box(), p.query(`svg[data-view="timeline"]`).box()
		if why.Y < cache.Y+cache.Height || timeline.Y < why.Y+why.Height {
			t.Errorf("%d px: the cache is at %v, why at %v, the timeline at %v", w.width, cache, why, timeline)
		}
	}

	p.resize(laptop)
	edges := map[string]string{}
	for outcome, selector := range map[string]string{
		"hit":   `[data-outcome="hit"]`,
		"miss":  `[data-outcome="computed"]`,
		"again": `[data-outcome="recomputed"]`,
	} {
		p.toCall(selector)
		edges[outcome] = p.edge(outcome)
	}
	p.find("slider", "timeline").focus()
	p.press("e")
	p.wait("an eviction", func() bool { return p.leaving() != "" })
	edges["evict"] = p.edge("evict")
	line := eval[string](p, `getComputedStyle(document.querySelector("pre .line[data-now]")).borderLeftColor`)
	for outcome, edge := range edges {
		if edge == line {
			t.Errorf("the current line has the colour of %s", outcome)
		}
	}
}

// edge is the colour of the block's edge, which must be that of the meaning.
func (p *page) edge(meaning string) string {
	p.t.Helper()
	got := eval[string](p, `getComputedStyle(document.querySelector("[data-why]")).borderLeftColor`)
	want := eval[string](p, `(() => {
		const e = document.body.appendChild(document.createElement("i"));
		e.style.color = "var(--`+meaning+`)";
		const colour = getComputedStyle(e).color;
		e.remove();
		return colour;
	})()`)
	if got != want {
		p.t.Errorf("the edge for %s is %s, want %s", meaning, got, want)
	}
	return got
}

// toCall moves the cursor to the first call of the tree that a selector finds, by
// a link as somebody else would send it.
func (p *page) toCall(selector string) (key string) {
	p.t.Helper()
	type call struct{ Key, At string }
	c := eval[call](p, `(() => {
		const e = [...document.querySelectorAll('svg[data-view="calls"] [data-call]`+selector+`')].sort((a, b) => a.dataset.at - b.dataset.at)[0];
		return {Key: e.dataset.key, At: e.dataset.at};
	})()`)
	eval[any](p, `location.hash = "v=1&step=`+c.At+`"`)
	waitFor(p, "step", c.At, func() string { return p.query("[data-step]").text() })
	return c.Key
}

// The misses are split by their causes, each with a way to the first of them.
func TestMissesAreSplit(t *testing.T) {
	t.Parallel()
	p := open(t)
	split := func() string { return eval[string](p, `document.querySelector("#counters .misses").textContent`) }
	waitFor(p, "the split", "64 = 11 first time + 53 evicted too early", split)
	for _, link := range []struct{ name, outcome string }{{"evicted too early", "recomputed"}, {"first time", "computed"}} {
		p.clickButton("To end")
		p.waitStep(p.steps())
		p.query("#counters .misses").find("button", link.name).click()
		p.wait("the cursor is at the first "+link.name, func() bool {
			return eval[bool](p, `(() => {
				const now = document.querySelector('svg[data-view="calls"] [data-when="now"]');
				const of = [...document.querySelectorAll('svg[data-view="calls"] [data-outcome="`+link.outcome+`"]')];
				return !!now && of.every(e => +e.dataset.at >= +now.dataset.at) && of.includes(now);
			})()`)
		})
	}
	for fragment, want := range map[string]string{
		"#v=1&max=3&run=5,clear,5": "6 = 6 forgotten by cache_clear()",
		"#v=1&max=0&run=5":         "15 = 6 first time + 9 caching is off",
	} {
		p.leave()
		p.visit("/" + fragment)
		waitFor(p, "the split of "+fragment, want, split)
	}
}

// The curve says what its axis is, which size is as good as None, and what was not
// run to its end; it can show hit ratios instead.
func TestCurveCanBeRead(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	curve := func() string { return p.query(`svg[data-view="curve"]`).text() }
	for _, want := range []string{"body runs, log scale", "as good as None"} {
		if got := curve(); !strings.Contains(got, want) {
			t.Errorf("the curve does not say %q: %q", want, got)
		}
	}
	if h := p.query(`svg[data-view="curve"]`).box().Height; h < 150 {
		t.Errorf("the curve is %.0f px high", h)
	}
	p.find("radio", "hit ratio").click()
	p.wait("the curve shows hit ratios", func() bool { return strings.Contains(curve(), "hit ratio") && strings.Contains(curve(), "%") })
	p.find("radio", "body runs").click()
	p.wait("it shows body runs again", func() bool { return strings.Contains(curve(), "body runs") })

	p = openAt(t, window{}, "#v=1&max=3&run=90")
	p.wait("points that were not run to their end", func() bool {
		return eval[int](p, `document.querySelectorAll('svg[data-view="curve"] [data-maxsize][data-more]').length`) > 0
	})
	if !p.waits(func() bool { return strings.Contains(curve(), "would take about") && strings.Contains(curve(), "year") }) {
		t.Errorf("the curve does not say how long they would take: %q", curve())
	}
}

// Beside each result stands how long it took here; a call that is made a thousand
// times is timed without the decorator and with it.
func TestTimeIsShown(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.wait("the time of fibonacci(10)", func() bool {
		return eval[bool](p, `/\d .?s/.test(document.querySelector("#lines .took")?.textContent)`)
	})
	p.choose("factorial")
	p.clickButton("factorial(500) × 1000") // one press
	p.wait("two bars", func() bool { return eval[int](p, `document.querySelectorAll("#race [data-bar]").length`) == 2 })
	p.wait("several rounds", func() bool { return strings.Contains(p.query("#race").text(), "rounds") })
	got := p.query("#race").text()
	for _, want := range []string{"without the decorator", "with it", "Go in WebAssembly, in this browser", "times as fast"} {
		if !strings.Contains(got, want) {
			t.Errorf("the bars do not say %q: %q", want, got)
		}
	}
	// One linear axis: the longer bar is as much longer as its time is.
	type bar struct {
		Width float64
		Said  string
	}
	bars := eval[[]bar](p, `[...document.querySelectorAll("#race [data-bar]")].map(e => ({Width: +e.querySelector('[data-part=bar]').getAttribute("width"), Said: e.textContent}))`)
	if bars[0].Width < 2*bars[1].Width {
		t.Errorf("a hit is not seen to be quicker: %v", bars)
	}
}

// A class can predict: beyond the cursor nothing is shown.
func TestHideWhatComesNext(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{}, "#v=1&step=60&hide=next")
	p.unfold("The call tree")
	p.unfold("The curve")
	hidden := func() []string {
		return eval[[]string](p, `(() => {
			const seen = [];
			for (const e of document.querySelectorAll("[data-at]")) if (+e.dataset.at > +document.querySelector("[data-step]").dataset.step) seen.push(e.outerHTML.slice(0, 80));
			if (document.querySelector("#curve [data-maxsize]")) seen.push("points of the curve");
			if (document.querySelector("#curve-table tbody tr")) seen.push("the curve as a table");
			if (document.querySelector("[data-steps]")) seen.push("how many steps there are");
			for (const total of ["64 times", "177", "141"]) if (document.querySelector("main").innerText.includes(total)) seen.push(total);
			if (document.querySelector("#lines [data-out]")) seen.push("the result");
			return seen;
		})()`)
	}
	p.wait("nothing beyond the cursor is shown", func() bool { return len(hidden()) == 0 })
	if got := p.query("[data-first-sentence]").text(); !strings.Contains(got, "so far") {
		t.Errorf("the first sentence is %q", got)
	}
	if !on[bool](p.find("checkbox", "Hide what comes next"), `function() { return this.checked }`) {
		t.Error("the switch is off")
	}
	p.clickButton("Step forward")
	p.waitStep(61)
	if seen := hidden(); len(seen) > 0 {
		t.Errorf("a step later these are shown: %q", seen)
	}
	p.find("checkbox", "Hide what comes next").click()
	p.wait("everything is shown again", func() bool { return len(p.points()) == 13 && p.steps() == 141 })
	waitFor(p, "address", "#v=1&step=61", p.hash)
	p.find("checkbox", "Hide what comes next").click()
	waitFor(p, "address", "#v=1&step=61&hide=next", p.hash)
	p.clickButton("To end")
	p.wait("at the end there is nothing to hide", func() bool { return len(p.points()) == 13 && p.steps() == 141 })
}

// What shows the same everywhere is told once, until it is put away for good.
func TestTip(t *testing.T) {
	t.Parallel()
	p := open(t)
	if !p.visible("#tip .tip") {
		t.Error("it is not told")
	}
	p.clickButton("Put this line away")
	p.wait("it is gone", func() bool { return !p.visible("#tip .tip") })
	if eval[bool](p, `document.activeElement === document.body`) {
		t.Error("the focus has fallen to the body")
	}
	p.leave()
	p.visit("/")
	if p.visible("#tip .tip") {
		t.Error("it is told again on the next visit")
	}
}

// Nothing is said twice: one line of cache_info(), one list of entries, at most six
// panels with a heading.
func TestFewVoices(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{}, "#v=1&max=3&run=10,20")
	text := eval[string](p, `document.querySelector("main").innerText`)
	if n := strings.Count(text, "CacheInfo("); n != 1 {
		t.Errorf("the line of cache_info() stands there %d times", n)
	}
	if n := eval[int](p, `[...document.querySelectorAll("main h2")].filter(e => e.closest("section").checkVisibility()).length`); n > 6 {
		t.Errorf("there are %d panels", n)
	}
	listed := func() bool {
		return eval[bool](p, `(e => e.checkVisibility() && e.getBoundingClientRect().height > 30)(document.querySelector("#entries > div"))`)
	}
	if listed() {
		t.Error("the entries are listed beside the picture unasked")
	}
	list := p.find("button", "as a list")
	list.click()
	p.wait("the entries are listed", listed)
	if got := list.attr("aria-expanded"); got != "true" {
		t.Errorf("aria-expanded is %q", got)
	}
	list.click()
	p.wait("and put away", func() bool { return list.attr("aria-expanded") == "false" && !listed() })
}

// The keyboard's P presents, and Escape ends that.
func TestPresent(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{width: 1024, height: 768}, "#v=1&step=60")
	p.press("p")
	waitFor(p, "address", "#v=1&step=60&view=present", p.hash)
	p.waitLaidOutTwice()
	for what, e := range map[string]element{
		"cache": p.query(`svg[data-view="cache"]`), "why": p.query("[data-why]"), "counters": p.query(`[data-counter="currsize"]`),
		"timeline": p.query(`svg[data-view="timeline"]`), "Play": p.find("button", "Play"), "QR code": p.query(`svg[data-view="qr"]`),
	} {
		p.firstScreen(what, e, 1)
	}
	if over := eval[float64](p, `document.documentElement.scrollHeight - innerHeight`); over > 0 {
		t.Errorf("it is %.0f px higher than the screen: %q", over, eval[[]string](p, `[...document.querySelectorAll("body *")]
			.filter(e => e.getBoundingClientRect().bottom > innerHeight).map(e => e.outerHTML.slice(0, 60)).slice(-3)`))
	}
	for _, selector := range []string{"[data-why] .sentence", "[data-why] .why", ".counter dd"} {
		if size := eval[float64](p, `parseFloat(getComputedStyle(document.querySelector("`+selector+`")).fontSize)`); size < 20 {
			t.Errorf("the type of %s is %.0f px", selector, size)
		}
	}
	for _, problem := range append(p.beyond(), p.cut()...) {
		t.Error(problem)
	}
	before := p.query(`svg[data-view="qr"] path`).attr("d")
	p.press("k") // plays
	p.find("button", "Pause")
	p.press("k")
	p.press(kb.ArrowRight)
	p.wait("the code is that of another moment", func() bool { return p.query(`svg[data-view="qr"] path`).attr("d") != before })
	p.press(kb.Escape)
	p.wait("it is as usual again", func() bool { return !strings.Contains(p.hash(), "present") && p.visible("#console") })
	p.clickButton("Present")
	p.wait("the button presents as well", func() bool { return strings.Contains(p.hash(), "view=present") })
}

// waitLaidOutTwice waits until the cache is laid out for half its width, and so
// drawn twice as large.
func (p *page) waitLaidOutTwice() {
	p.t.Helper()
	p.wait("the cache is drawn for a room", func() bool {
		return eval[bool](p, `(() => {
			const svg = document.querySelector('svg[data-view="cache"]');
			return Math.abs(svg.getBoundingClientRect().width - 2 * svg.viewBox.baseVal.width) < 3;
		})()`)
	})
}
