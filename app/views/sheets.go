package views

import (
	"html"

	"playground/app/markup"
)

// A Sheet is what a dialog over the page shows. The zero Sheet shows nothing.
type Sheet struct {
	Name    string // "share", "by-hand", "keys", or "" for none
	Problem string
	Link    string // of this very view
	Answer  string // the same with its answer shown, where there is a question
	Embed   string // the same without the frame of the page
	Summary string // of the view, in a few words
	What    string // what is to be copied by hand
	Text    string // and its text
}

// Draw is the content of the dialog; copied is what was copied last.
func (s Sheet) Draw(copied string) markup.Node {
	switch s.Name {
	case "share":
		return sheet("Share this very view",
			hidden(markup.El("p", "class", "problem"), s.Problem == "").Say(s.Problem),
			copyField("Link", s.Link, copied),
			answerField(s.Answer, copied),
			hidden(copyField("Markdown", "["+s.Summary+"]("+s.Link+")", copied), s.Embed == ""),
			hidden(copyField("Embed", `<iframe src="`+html.EscapeString(s.Embed)+`" width="720" height="520" title="`+html.EscapeString(s.Summary)+`"></iframe>`, copied), s.Embed == ""),
			markup.El("p", "class", "row").Of(button("print", "Print this view"), button("worksheet", "Print a worksheet")),
		)
	case "by-hand":
		return sheet(s.What+", to be copied by hand",
			markup.El("p").Say("This browser does not let the page write to the clipboard here. Select the text and copy it."),
			markup.El("textarea", "aria-label", s.What, "readonly", "", "rows", 16, "spellcheck", "false", "translate", "no").Say(s.Text),
		)
	case "log":
		return sheet(s.What, markup.El("p").Say(s.Text), copyField("Link", s.Link, copied))
	case "keys":
		return sheet("Keyboard shortcuts", shortcuts())
	}
	return markup.El("div")
}

func sheet(heading string, body ...markup.Node) markup.Node {
	return markup.El("div").Keyed(heading).Of(
		markup.El("form", "method", "dialog", "class", "head").Of(
			markup.El("h2", "id", "sheet-heading").Say(heading),
			markup.El("button", "type", "submit").Say("Close"),
		),
	).Of(body...)
}

func answerField(link, copied string) markup.Node {
	if link == "" {
		return markup.Text("")
	}
	return copyField("Answer", link, copied)
}

func copyField(what, text, copied string) markup.Node {
	id := "share-" + what
	label := "Copy"
	if copied == what {
		label += " ✓"
	}
	return markup.El("div", "class", "copy").Of(
		markup.El("label", "for", id).Say(what),
		markup.El("input", "type", "text", "id", id, "readonly", "", "translate", "no", "value", text),
		markup.El("button", "type", "button", "data-do", "copy-field", "data-what", what, "aria-label", "Copy "+what).Say(label),
	)
}

// shortcuts lists the keys that do something, by the place where they do.
func shortcuts() markup.Node {
	list := []struct{ keys, what string }{
		{"Anywhere", ""},
		{"Tab", "to the next control"},
		{"?", "this sheet"},
		{"P", "present: large type for a room"},
		{"On the time machine", ""},
		{"Space or K", "play, pause"},
		{"← →", "a step back, a step forward"},
		{"Page Up, Page Down", "a tenth of the way"},
		{"Home, End", "to the start, to the end"},
		{"E, Shift E", "to the next eviction, to the one before"},
		{"On a maxsize: slider, curve, number in the decorator", ""},
		{"← → ↑ ↓", "one smaller, one larger"},
		{"On the call tree", ""},
		{"↑ ↓", "to the call before, to the next"},
		{"← →", "to the call that made it, to the first it made"},
		{"Home, End", "to the first call, to the last drawn"},
		{"Enter", "go to the step of that call"},
	}
	body := markup.El("tbody")
	for _, s := range list {
		if s.what == "" {
			body = body.Of(markup.El("tr").Of(markup.El("th", "scope", "colgroup", "colspan", 2).Say(s.keys)))
			continue
		}
		body = body.Of(markup.El("tr").Of(
			markup.El("th", "scope", "row").Of(markup.El("kbd").Say(s.keys)),
			markup.El("td").Say(s.what),
		))
	}
	return markup.El("table", "class", "keys").Of(body)
}
