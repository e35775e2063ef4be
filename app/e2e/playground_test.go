package e2e

import (
	"strconv"
	"strings"
)

// What the page promises by name, read.

// info is the exact line of cache_info().
func (p *page) info() string {
	p.t.Helper()
	return eval[string](p, `document.querySelector("code[data-cache-info]").textContent`)
}

// waitInfo waits for an exact line of cache_info().
func (p *page) waitInfo(want string) {
	p.t.Helper()
	waitFor(p, "cache_info()", want, p.info)
}

// counter is one of the four numbers.
func (p *page) counter(name string) string {
	p.t.Helper()
	return p.query(`[data-counter="` + name + `"]`).text()
}

// list is the cache in words, an entry a line.
func (p *page) list() string {
	p.t.Helper()
	items := on[[]string](p.find("list", "Cache entries, most recently used first"), `function() {
		return [...this.querySelectorAll("li")].map(li => li.textContent);
	}`)
	return strings.Join(items, "\n")
}

// console is all that stands in the console, but for how long it took.
func (p *page) console() string {
	p.t.Helper()
	return strings.TrimSpace(on[string](p.find("log", "Console"), `function() {
		const copy = this.cloneNode(true);
		copy.querySelectorAll(".took").forEach(e => e.remove());
		return copy.textContent;
	}`))
}

// status is the sentence that is read out.
func (p *page) status() string {
	p.t.Helper()
	return eval[string](p, `document.querySelector("[role=status]").textContent`)
}

// step and steps are where the cursor is, and how far it can go.
func (p *page) step() int  { p.t.Helper(); return p.number("[data-step]") }
func (p *page) steps() int { p.t.Helper(); return p.number("[data-steps]") }

// number reads a number that is written with separators.
func (p *page) number(selector string) int {
	p.t.Helper()
	n, err := strconv.Atoi(strings.ReplaceAll(p.query(selector).text(), ",", ""))
	if err != nil {
		p.t.Fatal(err)
	}
	return n
}

func (p *page) waitStep(want int) {
	p.t.Helper()
	waitFor(p, "step", want, p.step)
}

// What people do with it.

func (p *page) clickButton(name string) {
	p.t.Helper()
	p.find("button", name).click()
}

// startOver empties the script and sets the maxsize of the one that follows.
func (p *page) startOver(maxsize string) {
	p.t.Helper()
	p.clickButton("Start over")
	waitFor(p, "entries after Start over", "", p.list)
	p.setMaxsize(maxsize)
}

func (p *page) setMaxsize(maxsize string) {
	p.t.Helper()
	p.find("spinbutton", "maxsize value").fill(maxsize)
	waitFor(p, "maxsize", maxsize, func() string { return p.counter("maxsize") })
}

// choose switches to another function.
func (p *page) choose(function string) {
	p.t.Helper()
	radio := p.find("radio", function)
	radio.click()
	p.wait(function+" is chosen", func() bool { return on[bool](radio, `function() { return this.checked }`) })
}

// call types an argument and presses Call.
func (p *page) call(param, argument string) {
	p.t.Helper()
	p.find("spinbutton", param).fill(argument)
	p.clickButton("Call")
}

// stepBy presses the button of that name, which leads to a step.
func (p *page) stepBy(button string, step int) {
	p.t.Helper()
	p.clickButton(button)
	p.waitStep(step)
}
