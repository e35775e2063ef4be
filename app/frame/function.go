package frame

import (
	"fmt"
	"strings"

	"playground/app/function"
	"playground/app/markup"
	"playground/app/python"
)

// own is the page for the visitor's own function: the panels of the playground, of
// an example, and what one brings above them.
func own(python string) Page {
	p := function.New()
	for p.Sweeping() {
		p.Sweep(func() bool { return true })
	}
	f := frame{p, python}
	return Page{
		Folder:      "function/",
		Program:     "function",
		Title:       "Your function in an lru_cache: every hit, miss and eviction",
		Description: "Bring your own Python functions that are decorated with functools.lru_cache, and see what each of their caches does, at any maxsize. Nothing leaves your browser.",
		Body: f.page("function", markup.El("main").Of(
			f.view("first"),
			column("left", f.bringPanel(), f.decoratedSizePanel(), f.cliffBox(), f.decoratedPanel(), f.moreBox()),
			column("middle", f.cachePanel(), f.treePanel()),
			column("right", f.infoPanel(), f.consolePanel(), panel("record-it", "Record it at home", nothing(), f.view("recorder"))),
		)),
	}
}

// bringPanel is where a function comes in: by the editor, where the site has Python, and
// by a record that was made elsewhere.
func (f frame) bringPanel() markup.Node {
	if f.python == "" {
		return panel("bring", "Your function", nothing(), f.byRecord()...).Of(f.view("found", "aria-live", "polite"))
	}
	return panel("bring", "Your function", nothing(), f.editor(), f.view("found", "aria-live", "polite"),
		markup.El("details", "id", "by-record", "class", "fold").Of(markup.El("summary").Say("Or bring what the recorder wrote")).Of(f.byRecord()...))
}

// editor is where a function is written and run. All but its look is in
// app/python/editor.js, which finds its parts by their ids and by data-python.
func (f frame) editor() markup.Node {
	does := func(what, label string, attrs ...any) markup.Node {
		return markup.El("button", append([]any{"type", "button", "data-python", what}, attrs...)...).Say(label)
	}
	short := f.python[:strings.LastIndexByte(f.python, '.')]
	examples := python.Examples()
	source := examples[0].Source
	lines := strings.Count(source, "\n") + 1
	var numbers strings.Builder
	for i := range lines {
		fmt.Fprintln(&numbers, i+1)
	}
	chips := markup.El("div", "class", "row chips", "role", "group", "aria-label", "examples").Of(markup.El("span", "class", "ratio").Say("Examples:"))
	for _, e := range examples {
		chips = chips.Of(does("example", e.Label, "data-example", e.Name))
	}
	return markup.El("div", "id", "editor").Of(
		markup.El("p", "class", "ratio", "id", "source-keys").Of(
			markup.Text("A line "), markup.El("code", "translate", "no").Say("# call: f(10)"),
			markup.Text(" calls f at the end. Nothing leaves your browser. Tab indents; Escape, then Tab, leaves.")),
		markup.El("div", "class", "code", "translate", "no").Of(
			markup.El("div", "class", "gutter", "aria-hidden", "true").Of(markup.El("pre", "id", "source-lines").Say(numbers.String())),
			markup.El("div", "id", "source-mark", "hidden", ""),
			markup.El("textarea", "id", "python-source", "aria-label", "Python source", "aria-describedby", "source-keys source-says", "rows", lines,
				"wrap", "off", "spellcheck", "false", "autocomplete", "off", "autocapitalize", "off", "autocorrect", "off").Say(source)),
		markup.El("div", "id", "source-says", "class", "problem", "role", "alert", "hidden", ""),
		markup.El("div", "class", "row").Of(
			does("run", "Run", "class", "primary", "aria-describedby", "python-state"), does("stop", "Stop", "disabled", ""),
			markup.El("span", "id", "python-state", "role", "status").Say("Python "+short+" comes with it: about 4 MB, once.")),
		markup.El("progress", "id", "python-progress", "aria-label", "loading Python", "hidden", ""),
		markup.El("details", "id", "python-output", "class", "fold", "hidden", "", "translate", "no").Of(
			markup.El("summary", "translate", "yes").Say("What Python prints"), markup.El("pre", "tabindex", 0, "aria-label", "what Python prints")),
		chips,
	)
}

// byRecord is where a record comes in.
func (f frame) byRecord() []markup.Node {
	chips := markup.El("div", "class", "row chips").Of(button("open-file", "Open a file"))
	for _, e := range function.Examples() {
		chips = chips.Of(button("example", e.Label, "data-example", e.Name))
	}
	return []markup.Node{
		markup.El("p", "class", "ratio").Say("Paste what the recorder wrote, or drop the file on the page. Nothing leaves your browser."),
		markup.El("textarea", "id", "record", "data-takes", "", "rows", 3, "spellcheck", "false",
			"autocomplete", "off", "autocapitalize", "off", "translate", "no", "aria-describedby", "found",
			"aria-label", "call record", "placeholder", "lru_cache record 1\nfunction fib maxsize=128 typed=False\n…"),
		markup.El("input", "id", "file", "type", "file", "hidden", "", "tabindex", -1, "aria-label", "a file with a call record"),
		chips,
	}
}

// decoratedSizePanel is the choice of one of the decorated functions, and its maxsize.
func (f frame) decoratedSizePanel() markup.Node {
	return panel("size", "maxsize", nothing(), f.view("functions"), f.view("sizing"))
}

// decoratedPanel is what is known of the chosen function's source.
func (f frame) decoratedPanel() markup.Node {
	return panel("program", "Decorated", f.view("copies"), f.view("source"), f.view("calling"), f.view("progress"))
}
