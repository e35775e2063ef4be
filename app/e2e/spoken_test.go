package e2e

import (
	"strings"
	"testing"
)

// Every picture has a name and a sentence that tells what it shows now, or is
// hidden from those who would have nothing of it.
func TestPicturesHaveWords(t *testing.T) {
	t.Parallel()
	for _, at := range []string{"#v=1&step=60", "#v=1&max=0", "#v=1&max=None&run=100", "#v=1&run="} {
		p := openAt(t, window{}, at)
		silent := eval[[]string](p, `[...document.querySelectorAll("svg")].filter(e => e.checkVisibility() && !e.closest("[aria-hidden=true]"))
			.filter(e => !(e.getAttribute("role") && e.getAttribute("aria-label") && (e.querySelector("desc")?.textContent || e.matches('[data-view="ratio"]'))))
			.map(e => e.outerHTML.slice(0, 120))`)
		for _, svg := range silent {
			t.Errorf("%s: without words: %s", at, svg)
		}
	}
	p := open(t)
	tells := func(view string) string { return p.query(`svg[data-view="` + view + `"] desc`).text() }
	before := map[string]string{}
	for _, view := range []string{"cache", "calls", "curve"} {
		before[view] = tells(view)
	}
	p.find("slider", "maxsize").slide(3)
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	for view, was := range before {
		if now := tells(view); now == was {
			t.Errorf("what the picture %s tells is the same at maxsize 2 and 3: %q", view, now)
		}
	}
}

// Every picture has a twin in words with the same content.
func TestTables(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	rows := func(id string) []string {
		return eval[[]string](p, `[...document.querySelectorAll("#`+id+` tbody tr")].map(r => [...r.cells].map(c => c.textContent).join(" | "))`)
	}
	p.unfold("The curve")
	if got := rows("curve-table"); len(got) != 13 || got[2] != "2 | 64" || got[3] != "3 | 11" {
		t.Errorf("the table of the curve is %q", got)
	}
	p.unfold("The call tree")
	calls := rows("tree-table")
	again := strings.Count(strings.Join(calls, "\n"), "computed again")
	if len(calls) != 77 || again != 53 {
		t.Errorf("the table of the tree has %d calls, %d of them computed again; want 77 and 53", len(calls), again)
	}
	p.unfold("The timeline")
	if got := rows("timeline-table"); len(got) != 1 || got[0] != "fibonacci(10) | 13 | 11 | 53 | 62 | 0" {
		t.Errorf("the table of the timeline is %q", got)
	}
	p.find("slider", "maxsize").slide(3)
	p.wait("the tables follow", func() bool { return len(rows("tree-table")) == 19 })
}

// One sentence is read out for an action, not one for every value passed.
func TestOneSentenceAnAction(t *testing.T) {
	t.Parallel()
	p := open(t)
	eval[any](p, `{
		window.said = [];
		new MutationObserver(() => said.push(document.querySelector("[role=status]").textContent))
			.observe(document.querySelector("[role=status]"), {childList: true, characterData: true, subtree: true});
	}`)
	said := func() []string { return eval[[]string](p, `said`) }
	// At once, so that a slow machine does not rest between two of them.
	eval[any](p, `{
		const slider = document.querySelector("#timeline");
		for (let i = 0; i < 10; i++) {
			slider.value--;
			slider.dispatchEvent(new Event("input", {bubbles: true}));
		}
	}`)
	p.wait("what is read out is what is shown", func() bool { return len(said()) > 0 && p.status() == p.query("[data-why] .sentence").text() })
	if got := said(); len(got) != 1 {
		t.Errorf("ten quick steps were told as %q", got)
	}
}

// The page reads well alone: one main part, one first heading, a heading for
// every region.
func TestLandmarks(t *testing.T) {
	t.Parallel()
	p := open(t)
	for _, region := range []string{"Program", "Call", "More calls", "maxsize", "Work for every maxsize", "Cache", "Call tree", "cache_info()", "Console"} {
		p.find("region", region)
	}
	// In a frame another heading takes the place of the header.
	for _, fragment := range []string{"", "#v=1&view=embed"} {
		p := openAt(t, window{}, fragment)
		if n := eval[int](p, `(shown => 10 * shown("main") + shown("h1"))(
			tag => [...document.querySelectorAll(tag)].filter(e => e.checkVisibility()).length)`); n != 11 {
			t.Errorf("%s: the page has %d main parts and %d first headings", fragment, n/10, n%10)
		}
	}
}
