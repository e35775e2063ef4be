package e2e

import (
	"testing"
)

func (p *page) paper() string {
	p.t.Helper()
	return eval[string](p, `getComputedStyle(document.body).backgroundColor`)
}

// The page follows the system, until the visitor chooses; the choice is kept.
func TestTheme(t *testing.T) {
	t.Parallel()
	p := open(t)
	light := p.paper()
	p.resize(window{dark: true})
	dark := p.paper()
	if light == dark {
		t.Fatalf("light and dark have the same paper, %s", light)
	}
	p.clickButton("Theme") // light, whatever the system has
	waitFor(p, "the paper of the chosen light theme", light, p.paper)
	p.leave()
	p.visit("/")
	waitFor(p, "the paper of the next visit", light, p.paper)
	p.clickButton("Theme")
	waitFor(p, "the paper of the chosen dark theme", dark, p.paper)
	p.resize(window{})
	waitFor(p, "the paper of the chosen dark theme on a light system", dark, p.paper)
	p.clickButton("Theme")
	waitFor(p, "the paper as the system has it", light, p.paper)
}

// Where the system forces its colours, what is drawn stays to be seen.
func TestForcedColors(t *testing.T) {
	t.Parallel()
	for _, dark := range []bool{false, true} {
		p := openAt(t, window{forced: true, dark: dark}, "#v=1&step=60")
		if !eval[bool](p, `matchMedia("(forced-colors: active)").matches`) {
			t.Fatal("the browser does not force colours")
		}
		paper := p.paper()
		for _, part := range []struct{ selector, property string }{
			{`svg[data-view="cache"] [data-entry] [data-part="box"]`, "stroke"},
			{`svg[data-view="cache"] [data-entry] [data-part="value"]`, "fill"},
			{`svg[data-view="calls"] [data-call] [data-part="mark"]`, "stroke"},
			{`svg[data-view="calls"] [data-call] [data-part="key"]`, "fill"},
			{`svg[data-view="curve"] [data-part="line"]`, "stroke"},
			{`[data-playhead] path`, "stroke"},
			{`.counter dd`, "color"},
		} {
			colour := on[string](p.query(part.selector), `function(property) { return getComputedStyle(this)[property] }`, part.property)
			if colour == paper || colour == "none" {
				t.Errorf("dark=%v: the %s of %s is %s, on paper that is %s", dark, part.property, part.selector, colour, paper)
			}
		}
		chosen := p.find("radio", "fibonacci")
		other := p.find("radio", "factorial")
		look := `function() { const s = getComputedStyle(this.nextElementSibling); return [s.backgroundColor, s.color, s.outline, s.borderColor, s.textDecoration, s.boxShadow].join() }`
		if on[string](chosen, look) == on[string](other, look) {
			t.Errorf("dark=%v: the chosen function looks like the others", dark)
		}
	}
}
