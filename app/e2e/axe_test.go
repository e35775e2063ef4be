package e2e

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
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
	{"128 tiles", "#v=1&max=128&run=150", nil},
	{"caching off", "#v=1&max=0&run=20", nil},
	{"unbounded, long values", "#v=1&f=factorial&max=None&run=500", nil},
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

// unfold opens a table that is folded.
func (p *page) unfold(summary string) {
	p.t.Helper()
	e := p.evaluate(summary, fmt.Sprintf(`[...document.querySelectorAll("summary")].find(s => s.textContent === %q)`, summary))
	e.click()
	p.wait(summary+" is unfolded", func() bool {
		return on[bool](e, `function() { return this.parentElement.open && !!this.parentElement.querySelector("table") }`)
	})
}

// windows are those in which everything is checked.
func windows() (list []window) {
	for _, w := range []window{laptop, phone, narrow} {
		for _, dark := range []bool{false, true} {
			w.dark = dark
			list = append(list, w)
		}
	}
	return list
}

func (w window) String() string {
	return fmt.Sprintf("%d×%d %s", w.width, w.height, or(w.dark, "dark", "light"))
}

// axe-core finds nothing wrong with any state of the page, in any window.
func TestAxe(t *testing.T) {
	script := axe(t)
	for _, s := range situations {
		t.Run(s.name, func(t *testing.T) {
			p := openAt(t, laptop, s.at)
			if s.prepare != nil {
				s.prepare(p)
			}
			eval[any](p, script)
			p.checkAxe()
		})
	}
	t.Run("without the program", func(t *testing.T) {
		p := newPage(t, site, laptop)
		p.do(emulation.SetScriptExecutionDisabled(true).Do)
		p.navigate("/")
		p.do(emulation.SetScriptExecutionDisabled(false).Do) // for axe; those of the page did not run
		eval[any](p, script)
		p.checkAxe()
	})
}

// checkAxe runs axe-core in every window and reports everything once.
func (p *page) checkAxe() {
	p.t.Helper()
	in := map[string][]string{}
	for _, w := range windows() {
		p.resize(w)
		p.settled()
		for _, violation := range p.violations() {
			in[violation] = append(in[violation], w.String())
		}
	}
	for _, violation := range slices.Sorted(maps.Keys(in)) {
		p.t.Errorf("%s [%s]", violation, strings.Join(in[violation], ", "))
	}
}

func axe(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile(filepath.Join("node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatalf("axe-core is missing: run npm ci in app/e2e (%v)", err)
	}
	return string(script) + "\n;0"
}

// violations runs axe-core, all of WCAG 2 to level AA and its best practices.
func (p *page) violations() (list []string) {
	p.t.Helper()
	type found struct {
		ID, Help string
		Nodes    []struct{ Target, FailureSummary string }
	}
	for _, f := range eval[[]found](p, `axe.run(document, {
		resultTypes: ["violations"],
		runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
	}).then(r => r.violations.map(v => ({ID: v.id, Help: v.help, Nodes: v.nodes.map(n => ({Target: n.target.join(' '), FailureSummary: n.failureSummary}))})))`) {
		for i, n := range f.Nodes {
			if i == 3 {
				list = append(list, fmt.Sprintf("%s: and %d more", f.ID, len(f.Nodes)-i))
				break
			}
			list = append(list, fmt.Sprintf("%s (%s): %s: %s", f.ID, f.Help, n.Target, strings.Join(strings.Fields(n.FailureSummary), " ")))
		}
	}
	return list
}
