package e2e

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// openCard shows an experiment.
func openCard(t *testing.T, w window, name string) *page {
	t.Helper()
	p := newPage(t, site, w)
	p.visit("/experiments/#exp=" + name)
	card, _, _ := strings.Cut(name, "&")
	p.waitCard(card)
	return p
}

func (p *page) waitCard(name string) {
	p.t.Helper()
	waitFor(p, "the cards that are shown", name, func() string {
		return eval[string](p, `[...document.querySelectorAll("#card article")].map(a => a.dataset.experiment).join(" ")`)
	})
}

// says waits for what stands in an element; "" for none.
func (p *page) says(selector, want string) {
	p.t.Helper()
	waitFor(p, selector, want, func() string {
		return eval[string](p, fmt.Sprintf(`document.querySelector(%q)?.textContent.trim() ?? ""`, selector))
	})
}

// touch taps with a finger.
func (e element) touch() {
	e.p.t.Helper()
	at := e.reveal()
	e.p.do(func(ctx context.Context) error {
		if err := input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: at.X, Y: at.Y}}).Do(ctx); err != nil {
			return err
		}
		return input.DispatchTouchEvent(input.TouchEnd, nil).Do(ctx)
	})
}

// watchIt follows the link, and checks that the playground is where it leads.
func (p *page) watchIt() {
	p.t.Helper()
	link := p.find("link", "Watch it")
	href := on[string](link, `function() { return this.hash }`)
	link.click()
	p.wait("the playground comes", func() bool {
		return eval[bool](p, `location.pathname === "/" && document.documentElement?.hasAttribute("data-live") === true`)
	})
	_, step, _ := strings.Cut(href, "step=")
	p.says("[data-step]", step)
	if got := p.hash(); got != href {
		p.t.Errorf("the playground is at %q, not at %q", got, href)
	}
}

func TestPredictByDragging(t *testing.T) {
	t.Parallel()
	p := openCard(t, laptop, "one-more-slot")
	p.says("[data-truth]", "")
	plot := p.query(`#card [data-part="plot"]`).box()
	knob := p.query(`#card [data-part="dot"]`).box().middle()
	p.drag(knob, point{knob.X, plot.Y + plot.Height/2}, 5) // halfway on a logarithmic axis to 1,000
	p.says("[data-guess]", "32")
	p.clickButton("Run")
	p.says("[data-truth]", "11")
	p.says("[data-guess]", "32")
	if !p.visible(`#card [data-part="dot"]`) || !p.visible(`#card [data-part="truth"]`) {
		t.Error("guess and truth are not in one picture")
	}
	p.watchIt()
}

func TestPredictByKeys(t *testing.T) {
	t.Parallel()
	p := openCard(t, laptop, "one-more-slot")
	on[any](p.find("slider", "Your prediction for maxsize=3"), `function() { this.focus() }`)
	p.press(kb.ArrowDown, kb.ArrowDown, kb.PageUp)
	p.says("[data-guess]", "72") // from the 64 of the point before
	p.tabTo("Run")
	p.press(kb.Enter)
	p.says("[data-truth]", "11")
	p.tabTo("Next")
	p.press(kb.Enter)
	p.waitCard("who-has-to-go")
	if !p.query("#card h2").focused() {
		t.Error("the focus is not on the heading of the next card")
	}
}

func TestPredictByTouch(t *testing.T) {
	t.Parallel()
	p := openCard(t, window{width: 360, height: 740, touch: true}, "who-has-to-go")
	p.find("radio", "A calc_pi(1)").touch()
	p.says("[data-guess]", "calc_pi(1)")
	p.find("button", "Run").touch()
	p.says("[data-truth]", "calc_pi(2)")
	p.says("[data-guess]", "calc_pi(1)")
	for _, beyond := range p.beyond() {
		t.Errorf("beyond the window: %s", beyond)
	}
	p.watchIt()
}

func TestPredictByChoice(t *testing.T) {
	t.Parallel()
	p := openCard(t, laptop, "the-other-order")
	p.find("radio", "B 64").click()
	p.says("[data-guess]", "64")
	p.clickButton("Run")
	p.says("[data-truth]", "11")
	p.watchIt()
}

func TestPredictANumber(t *testing.T) {
	t.Parallel()
	p := openCard(t, laptop, "read-the-counters")
	field := p.find("spinbutton", "Your prediction")
	field.fill("many")
	p.says("#guess-says", "That is not a whole number: hits is a whole number from 0 to 22.")
	field.fill("16")
	p.says("[data-guess]", "16")
	p.clickButton("Run")
	p.says("[data-truth]", "9")
	p.watchIt()
}

// Nothing is locked, and what was done stays on the device until it is put away.
func TestProgressOfCards(t *testing.T) {
	t.Parallel()
	p := openCard(t, laptop, "the-second-call")
	p.clickButton("Run") // without a guess
	p.says("[data-truth]", "0")
	p.says("#cards .ratio", "1 of 23 done · kept on this device")
	p.find("link", "Next").click()
	p.waitCard("one-line")
	p.visit("/")
	p.visit("/experiments/")
	p.waitCard("one-line")
	p.says("#cards .ratio", "1 of 23 done · kept on this device")
	p.clickButton("Start over")
	p.says("#cards .ratio", "0 of 23 done · kept on this device")
}

func TestKeyInspector(t *testing.T) {
	t.Parallel()
	p := openCard(t, laptop, "same-call-other-key&answer=shown")
	call := p.find("textbox", "a call")
	for _, tt := range []struct{ call, key, problem string }{
		{"f(True)", "(True,)", ""},
		{`f("1", x=1.0)`, "('1', <object object at 0x...>, 'x', 1.0)", ""},
		{"f(1, b=[2])", "", "TypeError: unhashable type: 'list'"},
		{"f(1,,)", "", "SyntaxError: invalid syntax"},
	} {
		call.fill(tt.call)
		p.says("[data-made-key]", tt.key)
		p.says("[data-key-error]", tt.problem)
	}
	call.fill("f(True)")
	p.says("[data-shared]", "shared with f(1.0)")
	p.find("checkbox", "typed").click()
	p.says("[data-made-key]", "(True, <class 'bool'>)")
}

// A room sees four choices and a code; the space bar reveals, the arrows go on.
func TestPresentCards(t *testing.T) {
	t.Parallel()
	p := openCard(t, window{width: 1024, height: 768}, "one-more-slot&view=present")
	if n := eval[int](p, `document.querySelectorAll("#card ul.options .option").length`); n != 4 {
		t.Errorf("%d choices, want 4", n)
	}
	if !p.visible(`#card svg[data-view="qr"]`) || p.visible("#panel-cards") {
		t.Error("a room sees the list, or no code")
	}
	p.press(" ")
	p.says("#card ul.options [data-true] span", "11")
	p.press(kb.ArrowRight)
	p.waitCard("who-has-to-go")
	p.press(kb.ArrowLeft)
	p.waitCard("one-more-slot")
	p.press(kb.Escape)
	p.wait("the list is there again", func() bool { return p.visible("#panel-cards") })
}

// All cards can be read before the program has come, and without it.
func TestCardsArePrerendered(t *testing.T) {
	t.Parallel()
	p := newPage(t, site, laptop)
	html := func() (s string) {
		p.visit("/experiments/")
		return eval[string](p, `fetch("./").then(r => r.text())`)
	}()
	if n := strings.Count(html, "<article "); n != 23 {
		t.Errorf("the HTML has %d cards, want 23", n)
	}
	for _, part := range []string{"Give it <b>one more slot</b>", "What decides", "TypeError: unhashable type: &#39;list&#39;"} {
		if !strings.Contains(html, part) {
			t.Errorf("the HTML does not have %q", part)
		}
	}
}

// Each kind of card, before and after, is for everybody.
func TestAxeOfCards(t *testing.T) {
	t.Parallel()
	script := axe(t)
	for _, size := range []window{laptop, phone, narrow} {
		for _, size.dark = range []bool{false, true} {
			t.Run(fmt.Sprintf("%d dark=%v", size.width, size.dark), func(t *testing.T) {
				p := newPage(t, site, size)
				p.visit("/experiments/")
				p.eval(script)
				for _, card := range []string{"one-more-slot", "who-has-to-go", "read-the-counters", "an-answer-gone-stale", "same-call-other-key", "two-threads", "somebody-changed-my-list"} {
					for _, answer := range []string{"", "&answer=shown"} {
						p.eval(`location.hash = "#exp=` + card + answer + `"`)
						p.waitCard(card)
						p.wait("the answer is as the address says", func() bool { return eval[bool](p, `!!document.querySelector("#card [data-why]")`) == (answer != "") })
						for _, v := range p.violations(everyRule) {
							t.Errorf("%s%s: %s", card, answer, v)
						}
						for _, beyond := range p.beyond() {
							t.Errorf("%s%s: beyond the window: %s", card, answer, beyond)
						}
					}
				}
			})
		}
	}
}
