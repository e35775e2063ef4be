package e2e

import (
	"fmt"
	"strings"
	"testing"

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

// watchIt follows the link, and checks that it leads to its step in the playground,
// or in the place of recorded functions.
func (p *page) watchIt(follow func(link element)) {
	p.t.Helper()
	link := p.find("link", "Watch it")
	path, href := on[string](link, `function() { return this.pathname }`), on[string](link, `function() { return this.hash }`)
	follow(link)
	p.wait("the playground comes", func() bool {
		return eval[bool](p, fmt.Sprintf(`location.pathname === %q && document.documentElement?.hasAttribute("data-live") === true`, path))
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
	p.watchIt(element.click)
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

func TestPredictByChoice(t *testing.T) {
	t.Parallel()
	p := openCard(t, laptop, "the-other-order")
	p.find("radio", "B 64").click()
	p.says("[data-guess]", "64")
	p.clickButton("Run")
	p.says("[data-truth]", "11")
	p.watchIt(element.click)
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
	p.watchIt(element.click)
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

// Each card is seen whole by a room, its answer too, and has its choices.
func TestEveryCardFitsARoom(t *testing.T) {
	t.Parallel()
	p := openCard(t, window{width: 1024, height: 768}, "how-many-calls&view=present")
	for i := 1; ; i++ {
		name := eval[string](p, `document.querySelector("#card article").dataset.experiment`)
		if n := eval[int](p, `document.querySelectorAll("#card .options .option .letter").length`); n < 3 {
			t.Errorf("%s has %d choices with letters", name, n)
		}
		p.press(" ")
		p.wait("the answer", func() bool { return eval[bool](p, `!!document.querySelector("#card [data-why]")`) })
		if below := eval[float64](p, `document.querySelector("#card .act").getBoundingClientRect().bottom - innerHeight`); below > 0 {
			t.Errorf("%s: its end is %.0f px below the screen", name, below)
		}
		for _, beyond := range p.beyond() {
			t.Errorf("%s: beyond the window: %s", name, beyond)
		}
		if i == 23 {
			break
		}
		p.press(kb.ArrowRight)
		p.wait("the next card", func() bool {
			return eval[string](p, `document.querySelector("#card article").dataset.experiment`) != name
		})
	}
	if name := eval[string](p, `document.querySelector("#card article").dataset.experiment`); name != "two-threads" {
		t.Errorf("the last card is %s", name)
	}
}

// In a frame of another page there is the card alone, and what leads out of it opens
// apart from that page.
func TestEmbedOfACard(t *testing.T) {
	t.Parallel()
	for _, width := range []int64{720, 360} {
		p := openCard(t, window{width: width, height: 520}, "who-has-to-go&view=embed")
		for _, part := range []string{"#top", "#panel-cards", "#panel-program"} {
			if p.visible(part) {
				t.Errorf("in a frame there is %s", part)
			}
		}
		p.find("heading", "An experiment with lru_cache")
		p.find("radio", "C calc_pi(3)").click()
		p.clickButton("Run")
		p.says("[data-truth]", "calc_pi(2)")
		for _, beyond := range p.beyond() {
			t.Errorf("beyond the frame: %s", beyond)
		}
		p.eval(axe(t))
		for _, v := range p.violations(everyRule) {
			t.Error(v)
		}
		out := eval[[]string](p, `[...document.querySelectorAll("#card a")].filter(a => a.pathname !== location.pathname).map(a => a.textContent + ": " + a.target)`)
		if len(out) < 3 {
			t.Errorf("only %d links lead out", len(out))
		}
		for _, link := range out {
			if !strings.HasSuffix(link, ": _blank") {
				t.Errorf("in the frame opens %s", link)
			}
		}
		if href := on[string](p.find("link", "Open in the lru_cache playground"), `function() { return this.href }`); href != site+"/experiments/#exp=who-has-to-go" {
			t.Errorf("the way out leads to %s", href)
		}
	}
}

// What is no function of the playground is watched as a call record.
func TestWatchARecord(t *testing.T) {
	t.Parallel()
	for card, found := range map[string]string{
		"a-list":                   "2 calls of total, 1 different key",
		"an-answer-gone-stale":     "4 calls of now, 1 different key",
		"somebody-changed-my-list": "2 calls of team, 1 different key",
		"same-call-other-key":      "4 calls of f, 3 different keys",
		"a-method":                 "3 calls of Circle.area, 3 different keys",
		"one-line":                 "2 calls of slow, 1 different key",
		"two-threads":              "2 calls of slow, 1 different key",
	} {
		t.Run(card, func(t *testing.T) {
			t.Parallel()
			p := openCard(t, laptop, card)
			p.clickButton("Run")
			p.watchIt(element.click)
			p.waitFound("From this link: " + found)
			p.eval(`history.back()`) // a page that the browser has kept whole sends no response to wait for
			p.waitCard(card)
		})
	}
}

// After one visit the cards go on without network, and lead to the other places that
// were visited.
func TestCardsOffline(t *testing.T) {
	t.Parallel()
	s := startOwn(t)
	p := newPage(t, s.url, window{})
	for i, place := range []string{"/", "/function/", "/experiments/"} {
		p.visit(place)
		p.waitKept()
		p.wait("its program is kept", func() bool {
			return eval[int](p, `caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(c => c.keys()))))
				.then(all => all.flat().filter(request => request.url.endsWith(".wasm")).length)`) == i+1
		})
	}
	s.stop()
	p.watch.allow("worker.js") // the browser looks for a new version
	p.leave()
	p.visit("/experiments/#exp=who-has-to-go")
	p.waitCard("who-has-to-go")
	p.find("radio", "B calc_pi(2)").click()
	p.clickButton("Run")
	p.says("[data-truth]", "calc_pi(2)")
	p.watchIt(element.click)
	p.leave()
	p.visit("/experiments/#exp=a-list&answer=shown")
	p.waitCard("a-list")
	p.watchIt(element.click)
}

// On paper each question has its blank, and the answers begin on a page of their own.
func TestWorksheetOfCards(t *testing.T) {
	t.Parallel()
	p := newPage(t, site, window{dark: true})
	p.visit("/experiments/#exp=one-more-slot")
	p.waitCard("one-more-slot")
	for button, want := range map[string]int{"Print this card": 1, "Print all cards": 23} {
		eval[any](p, `window.printed = null; window.print = () => {
			const sheets = [...document.querySelectorAll("#worksheet .paper")].filter(e => e.checkVisibility());
			window.printed = {
				Asked: sheets.map(e => e.querySelectorAll(".asked").length),
				Blanks: sheets[0].querySelectorAll(".options, svg").length,
				Apart: getComputedStyle(sheets[0]).breakAfter === "page" && getComputedStyle(sheets[1]).breakAfter === "auto",
				Page: document.querySelector("main").checkVisibility(),
				Ink: getComputedStyle(sheets[0].querySelector("h3")).color,
				Pressed: sheets.flatMap(e => [...e.querySelectorAll("button, input, [data-part=dot]")]).length,
			};
		}; 0`)
		b := p.find("button", button)
		p.onPaper()
		on[any](b, `function() { this.click() }`)
		p.waitTrue(`window.printed`)
		got := eval[struct {
			Asked       []int
			Blanks      int
			Apart, Page bool
			Ink         string
			Pressed     int
		}](p, `window.printed`)
		if len(got.Asked) != 2 || got.Asked[0] != want || got.Asked[1] != want || got.Blanks < want || !got.Apart || got.Page || got.Ink != "rgb(0, 0, 0)" || got.Pressed > 0 {
			t.Errorf("%s: printed was %+v", button, got)
		}
		p.onScreen()
		p.wait("the page is as it was", func() bool { return p.visible("main") && !p.visible("#worksheet") })
	}
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
	for _, part := range []string{"<b>How often does it run with one more slot?</b>", "What decides", "TypeError: unhashable type: &#39;list&#39;"} {
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
