package frame

import (
	"playground/app/function"
	"playground/app/markup"
)

// own is the page for the visitor's own function: the panels of the playground, of
// an example, and what one brings above them.
func own() Page {
	p := function.New()
	for p.Sweeping() {
		p.Sweep(func() bool { return true })
	}
	f := frame{p}
	return Page{
		Folder:      "function/",
		Program:     "function",
		Title:       "Your function in an lru_cache: every hit, miss and eviction",
		Description: "Record the calls of your own Python functions that are decorated with functools.lru_cache, and see what each of their caches does, at any maxsize. Nothing leaves your browser.",
		Body: f.page("function", markup.El("main").Of(
			f.view("first"),
			column("left", f.bringPanel(), f.decoratedPanel(), f.sizePanel(), f.cliffBox(), f.moreBox()),
			column("middle", f.cachePanel(), f.treePanel()),
			column("right", f.infoPanel(), f.consolePanel(), panel("record-it", "Record it at home", nothing(), f.view("recorder"))),
		)),
	}
}

// bringPanel is where a record comes in.
func (f frame) bringPanel() markup.Node {
	chips := markup.El("div", "class", "row chips").Of(button("open-file", "Open a file"))
	for _, e := range function.Examples() {
		chips = chips.Of(button("example", e.Label, "data-example", e.Name))
	}
	return panel("bring", "Your function", nothing(),
		markup.El("p", "class", "ratio").Say("Paste what the recorder wrote, or drop the file on the page. Nothing leaves your browser."),
		markup.El("textarea", "id", "record", "data-takes", "", "rows", 3, "spellcheck", "false",
			"autocomplete", "off", "autocapitalize", "off", "translate", "no", "aria-describedby", "found",
			"aria-label", "call record", "placeholder", "lru_cache record 1\nfunction fib maxsize=128 typed=False\n…"),
		markup.El("input", "id", "file", "type", "file", "hidden", "", "tabindex", -1, "aria-label", "a file with a call record"),
		chips,
		f.view("found", "aria-live", "polite"),
	)
}

// decoratedPanel is what the record is of: its functions, and the source as far as
// it is known.
func (f frame) decoratedPanel() markup.Node {
	return panel("program", "Decorated", f.view("copies"), f.view("functions"), f.view("source"), f.view("calling"), f.view("progress"))
}
