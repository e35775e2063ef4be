package function

import (
	"playground/app/calls"
	"playground/app/markup"
	"playground/app/show"
	"playground/app/words"
)

// Views are those of the playground, and what is said of the record.
func (p *Place) Views() []show.View {
	return append(p.Model.Views(),
		show.View{ID: "found", On: Brought, Draw: func(int) markup.Node { return p.tells.draw() }},
		show.View{ID: "recorder", On: show.Sheet, Draw: func(int) markup.Node { return recorder(p.WasCopied()) }},
	)
}

func (t Tells) draw() markup.Node {
	d := markup.El("div")
	switch {
	case t.Reading:
		d = d.Of(markup.El("p", "class", "ratio").Keyed("reading").Say("Reading: " + words.Percent(int(t.Share*1000), 1000) + " %"))
	case t.Problem != "":
		d = d.Of(markup.El("p", "class", "problem", "role", "alert", "id", "record-says").Keyed("problem").Say(t.Problem + " What was shown before stays."))
	}
	p := markup.El("p", "data-found", "").Keyed("found")
	switch t.From {
	case "":
	case Examples()[0].Name, Examples()[1].Name:
		p = p.Of(markup.El("b").Say("An example: "))
	default:
		p = p.Of(markup.El("b", "translate", "no").Say(t.From + ": "))
	}
	d = d.Of(p.Say(t.Found[0]))
	for i, s := range t.Found[1:] {
		d = d.Of(markup.El("p", "class", "warning").Keyed("warning " + words.Count(i)).Say(s))
	}
	kept := markup.El("p", "class", "ratio").Keyed("kept")
	if !t.Kept {
		return d.Of(kept.With("hidden", ""))
	}
	return d.Of(kept.Say("Kept in this browser for when you come back. ").Of(
		markup.El("button", "type", "button", "class", "link", "data-do", "forget").Say("Forget it")))
}

// recorder tells how to record at home.
func recorder(copied string) markup.Node {
	label := "Copy the recorder"
	if copied == RecorderName {
		label += " ✓"
	}
	li := func(parts ...markup.Node) markup.Node { return markup.El("li").Of(parts...) }
	code := func(text string) markup.Node { return markup.El("code", "translate", "no").Say(text) }
	return markup.El("div").Of(
		markup.El("ol").Of(
			li(markup.Text("Save the recorder beside your program: Python 3.8 or newer, standard library alone."),
				markup.El("span", "class", "row").Of(
					markup.El("button", "type", "button", "data-do", "copy-recorder", "aria-label", "Copy the recorder").Say(label),
					markup.El("button", "type", "button", "data-do", "save-recorder").Say("Save "+RecorderName),
				)),
			li(markup.Text("Import it in place of lru_cache: "), code("from recorder import record as lru_cache")),
			li(markup.Text("Run your program once. It computes each key once, and writes "), code("lru_cache-record.txt"), markup.Text(".")),
			li(markup.Text("Paste that text here, drop the file on the page, or open it.")),
		),
		markup.El("details", "class", "fold").Of(
			markup.El("summary").Say("See the recorder"),
			markup.El("pre", "class", "recorder", "translate", "no", "tabindex", 0, "aria-label", "the recorder in Python").Say(calls.Recorder()),
		),
	)
}

// RecorderName is the name of the recorder as a file.
const RecorderName = "recorder.py"
