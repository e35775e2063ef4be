package e2e

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// On paper stands what is to be seen, dark on light whatever the theme, and
// nothing that is to be pressed.
func TestPrint(t *testing.T) {
	t.Parallel()
	p := openAt(t, window{dark: true}, "#v=1&step=60")
	p.onPaper()
	shown := eval[[]string](p, `[...document.querySelectorAll("button, input, select, summary, [data-view=playhead]")].filter(e => e.checkVisibility() && !e.matches(".link")).map(e => e.outerHTML.slice(0, 60))`)
	for _, e := range shown {
		t.Errorf("on paper there is %s", e)
	}
	for _, view := range []string{"cache", "timeline", "calls", "curve"} {
		if !p.visible(`svg[data-view="` + view + `"]`) {
			t.Errorf("on paper there is no %s", view)
		}
	}
	for _, text := range []string{"[data-first-sentence]", ".counter dd", `[data-view="cache"] [data-part="value"]`, "pre .line"} {
		c := eval[[]float64](p, `(() => {
			const e = document.querySelector('`+text+`'), s = getComputedStyle(e);
			return (e.matches("svg *") ? s.fill : s.color).match(/[\d.]+/g).slice(0, 3).map(Number);
		})()`)
		if ink := (colour{c[0] / 255, c[1] / 255, c[2] / 255}); contrast(ink, colour{1, 1, 1}) < 4.5 {
			t.Errorf("on paper %s is %v on white", text, c)
		}
	}
}

// A worksheet asks on one sheet, and answers on the next; before and after, the
// page is as it was.
func TestWorksheet(t *testing.T) {
	t.Parallel()
	p := open(t)
	p.wait("the curve", func() bool { return len(p.points()) == 13 })
	p.onPaper()
	eval[any](p, `window.print = () => {
		const sheets = [...document.querySelectorAll("#worksheet .paper")].filter(e => e.checkVisibility());
		window.printed = {
			Sheets: sheets.map(e => e.innerText),
			Apart: sheets.length > 0 && getComputedStyle(sheets[0]).breakAfter === "page",
			Points: sheets.map(e => e.querySelectorAll("[data-maxsize]").length),
			Outcomes: sheets.map(e => e.querySelectorAll("[data-call][data-outcome]").length),
			Page: document.querySelector("main").checkVisibility(),
		};
	}`)
	p.onScreen()
	p.clickButton("Share")
	sheet := p.find("dialog", "Share this very view")
	p.onPaper()
	on[any](sheet, `function() { this.querySelector("[data-do=worksheet]").click() }`)
	type printed struct {
		Sheets           []string
		Apart, Page      bool
		Points, Outcomes []int
	}
	p.waitTrue(`window.printed`)
	got := eval[printed](p, `window.printed`)
	if len(got.Sheets) != 2 || !got.Apart || got.Page {
		t.Fatalf("printed was %+v", got)
	}
	question, answers := got.Sheets[0], got.Sheets[1]
	if !strings.Contains(question, "How often does the body run?") || strings.Contains(question, "64") || strings.Contains(question, "177") || got.Points[0] > 0 || got.Outcomes[0] > 0 {
		t.Errorf("the questions are %q, with %d points and %d outcomes", question, got.Points[0], got.Outcomes[0])
	}
	if !strings.Contains(answers, opening) || !strings.Contains(answers, "64 times") || got.Points[1] != 13 || got.Outcomes[1] != 77 {
		t.Errorf("the answers are %q, with %d points and %d outcomes", answers, got.Points[1], got.Outcomes[1])
	}
	p.onScreen()
	p.wait("the page is as it was", func() bool { return p.visible("main") && !p.visible("#worksheet") })
}

func (p *page) onPaper()  { p.medium("print") }
func (p *page) onScreen() { p.medium("") }

func (p *page) medium(name string) {
	p.t.Helper()
	p.do(func(ctx context.Context) error { return emulation.SetEmulatedMedia().WithMedia(name).Do(ctx) })
}
