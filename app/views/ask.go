package views

import (
	"playground/app/markup"
	"playground/app/words"
)

// An Answer is what came of asking CPython whether it says the same.
type Answer struct {
	Kind     string // "", "loading", "running", "says", "problem"
	Version  string // of CPython: 3.14
	Percent  int    // that has been loaded
	Here     string // what the page says at the end of the script
	There    string // what CPython says
	Problem  string
	AtTheEnd bool   // what the page shows is that, too
	Guess    bool   // it does not do the same each time, so no two runs agree
	Report   string // what is to be told to whoever keeps the page
}

// Ask is the button with which CPython is asked, or what came of it. Able tells that
// there is something to ask.
func Ask(a Answer, able bool) markup.Node {
	d := markup.El("div", "class", "ask")
	ask := button("ask", "Ask CPython")
	stop := button("stop-asking", "Stop")
	code := func(line string) markup.Node {
		return markup.El("code", "translate", "no").Say(line)
	}
	switch {
	case !able:
		return d.With("hidden", "")
	case a.Kind == "loading":
		return d.Of(
			markup.El("p", "class", "ratio").Say("Python comes with it: about 4 MB, once."),
			markup.El("span", "class", "row").Of(
				markup.El("progress", "aria-label", "loading Python", "max", 100, "value", a.Percent),
				markup.El("span").Say(words.Count(a.Percent)+" %"), stop))
	case a.Kind == "running":
		return d.Of(markup.El("span", "class", "row").Of(markup.El("span").Say("CPython "+a.Version+" runs it."), stop))
	case a.Kind == "problem":
		return d.Of(markup.El("p", "class", "problem").Say(a.Problem), ask)
	case a.Kind == "says" && a.Here == a.There:
		says := "CPython " + a.Version + " says the same: "
		if !a.AtTheEnd {
			says = "At the end, CPython " + a.Version + " says the same: "
		}
		return d.Of(markup.El("p", "class", "same").Of(markup.Text(says), code(a.There).With("data-python-says", "")))
	case a.Kind == "says":
		note := markup.El("p").Say("One of the two is wrong. Please report it to whoever keeps this page:")
		report := button("copy", "Copy the report").With("data-what", "the report", "data-text", a.Report)
		if a.Guess {
			note, report = markup.El("p").Say("It does not do the same each time, so both may be right."), ask
		}
		return d.Of(
			markup.El("p", "class", "problem").Say("CPython "+a.Version+" says otherwise."),
			markup.El("p").Of(markup.Text("here: "), code(a.Here)),
			markup.El("p").Of(markup.Text("CPython: "), code(a.There).With("data-python-says", "")),
			note, report)
	}
	return d.Of(ask)
}
