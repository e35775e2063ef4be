//go:build !js

package keys

import "playground/app/markup"

// Frame is what stands where on the page, with what the views show.
func (p *Place) Frame() markup.Node {
	el := markup.El
	view := func(id string) markup.Node {
		for _, v := range p.Views() {
			if v.ID == id {
				return el("div", "id", id, "class", "view").Of(v.Prerendered())
			}
		}
		panic("the page has a place for a view that does not exist: " + id)
	}
	panel := func(id, heading string, body ...markup.Node) markup.Node {
		return el("section", "id", id, "class", "panel", "aria-labelledby", id+"-heading").
			Of(el("h2", "id", id+"-heading").Say(heading)).Of(body...)
	}
	return el("main").Of(
		panel("your-log", "A log, one key a line",
			view("log-box"), view("found"), view("log-options"),
			view("sources"),
			el("input", "type", "file", "id", "file", "hidden", "", "aria-label", "file with a log of keys"),
			el("p", "class", "soft").Say("One key a line, a column of CSV, an access log, or what recorder.py wrote: paste it, drop it anywhere on this page, or open a file.")),
		el("section", "id", "answer", "class", "panel", "aria-label", "Which maxsize").Of(
			view("recommendation"), view("ratios"), view("choosing"),
			view("taking"),
			el("details", "id", "ratios-fold", "class", "fold").Of(
				el("summary", "aria-label", "The curve as a table").Say("as a table"),
				view("ratios-table").With("tabindex", 0, "role", "group", "aria-label", "The curve as a table"))),
		el("div", "class", "column", "data-column", "right").Of(
			el("section", "id", "misses-panel", "class", "panel", "aria-labelledby", "misses-heading").Of(view("misses")),
			panel("look", "Look at these keys", view("hottest")),
			panel("others", "Other policies", view("policies"))),
	)
}
