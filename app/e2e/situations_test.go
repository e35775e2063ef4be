package e2e

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// A situation is a state of the page that is checked in every window.
type situation struct {
	name    string
	at      string // the fragment
	prepare func(p *page)
}

var situations = []situation{
	{name: "first view"},
	{"thrashing, mid-step", "#v=1&step=60", nil},
	{"128 tiles", "#v=1&f=factorial&max=128&run=150", nil},
	{"caching off", "#v=1&max=0&run=20", nil},
	{"unbounded, long values", "#v=1&f=factorial&max=None&run=150", nil},
	{"nothing called", "#v=1&run=", nil},
	{"error in the console", "#v=1&max=128&run=1000", nil},
	{"a bad link, bad fields", "#hello", func(p *page) {
		p.find("spinbutton", "n").fill("-9999")
		p.clickButton("Call")
		p.find("spinbutton", "maxsize value").paste("-1")
		p.wait("two messages", func() bool { return eval[int](p, `document.querySelectorAll("[aria-invalid=true]").length`) == 2 })
	}},
	{"tables unfolded", "#v=1&max=3", func(p *page) {
		for _, name := range []string{"The curve", "The timeline", "The call tree"} {
			p.unfold(name)
		}
	}},
	{"Share open", "", func(p *page) { p.clickButton("Share"); p.find("dialog", "Share this very view") }},
	{"Keyboard shortcuts open", "", func(p *page) { p.clickButton("Keyboard shortcuts"); p.find("dialog", "Keyboard shortcuts") }},
	{"copying by hand", "", func(p *page) {
		eval[any](p, `Object.defineProperty(navigator, "clipboard", {value: undefined})`)
		p.clickButton("Copy as Python")
		p.find("dialog", "Python, to be copied by hand")
	}},
	{"embedded", "#v=1&view=embed", nil},
}

// unfold shows a picture as a table.
func (p *page) unfold(picture string) {
	p.t.Helper()
	e := p.summary(picture + " as a table")
	e.click()
	p.wait(picture+" is a table", func() bool {
		return on[bool](e, `function() { return this.parentElement.open && !!this.parentElement.querySelector("table") }`)
	})
}

// summary is what unfolds something, by its name.
func (p *page) summary(name string) element {
	p.t.Helper()
	return p.evaluate(name, fmt.Sprintf(`[...document.querySelectorAll("summary")].find(s => s.getAttribute("aria-label") === %q)`, name))
}

// A look is a window, and what is checked in it beside the layout.
type look struct {
	window
	axe string // the rules of axe-core
}

// Whether the page is light or dark matters to the rules about colours alone.
var looks = []look{
	{laptop, everyRule},
	{window{width: 1366, height: 768, dark: true}, colourRules},
	{phone, everyRule},
	{window{width: 360, height: 740, dark: true}, colourRules},
	{narrow, everyRule},
	{window{width: 320, height: 640, dark: true}, colourRules},
	{window{width: 683, height: 384}, ""}, // a laptop at 200 % zoom
	{window{width: 1024, height: 768}, ""},
	{window{width: 1181, height: 800}, ""}, // the narrowest with three columns
	{window{width: 1920, height: 1080}, ""},
}

func (w window) String() string {
	return fmt.Sprintf("%d×%d %s", w.width, w.height, or(w.dark, "dark", "light"))
}

// In whatever state the page is and through whatever window it is seen, axe-core
// finds nothing wrong, nothing scrolls sideways, and no text is too small.
func TestEverySituation(t *testing.T) {
	t.Parallel()
	script := axe(t)
	for _, s := range situations {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel() // most of the time the browser computes, in a process a page
			p := openAt(t, laptop, s.at)
			if s.prepare != nil {
				s.prepare(p)
			}
			p.check(script, nil)
		})
	}
	t.Run("without the program", func(t *testing.T) {
		t.Parallel()
		p := newPage(t, site, laptop)
		p.do(emulation.SetScriptExecutionDisabled(true).Do)
		p.navigate("/")
		p.do(emulation.SetScriptExecutionDisabled(false).Do) // for axe; those of the page did not run
		// A program alone can lay the pictures out for any width; these are for two.
		p.check(script, []window{laptop, phone})
	})
}

// check looks at the page through every window and reports everything once. The
// pictures are laid out for the windows laid, or for whatever window it is.
func (p *page) check(axe string, laid []window) {
	p.t.Helper()
	eval[any](p, axe)
	in := map[string][]string{}
	for _, l := range looks {
		p.resize(l.window)
		if laid == nil {
			p.waitLaidOut()
		}
		p.settled()
		found := p.beyond()
		if laid == nil || slices.Contains(laid, l.window) {
			found = append(found, p.smallText()...)
		}
		if l.axe != "" {
			found = append(found, p.violations(l.axe)...)
		}
		for _, f := range found {
			in[f] = append(in[f], l.String())
		}
	}
	for _, f := range slices.Sorted(maps.Keys(in)) {
		p.t.Errorf("%s [%s]", f, strings.Join(in[f], ", "))
	}
}
