package views

import (
	"strconv"

	"playground/app/markup"
	"playground/app/source"
	"playground/app/trace"
)

// definition is the line of the def, where the argument at this step stands.
const definition = 1

// Source lists the function with the line that runs lit. The maxsize in its
// decorator can be dragged and typed at like the slider.
func Source(rec *trace.Recording, step int) markup.Node {
	current, note := source.Current(rec, step)
	pre := markup.El("pre", "data-view", "source", "aria-label", "the function in Python", "translate", "no", "tabindex", 0)
	for i, line := range source.Listing(rec.Program, rec.Script.Size) {
		row := markup.El("span", "class", "line")
		if i == current {
			row = row.With("data-now", "")
		}
		for _, s := range line {
			row = row.Of(span(rec.Script.Size, s))
		}
		if i == definition && note != "" {
			row = row.Of(markup.El("span", "class", "note").Say("  # " + note))
		}
		pre = pre.Of(row.Say("\n"))
	}
	return pre
}

func span(size trace.Size, s source.Span) markup.Node {
	switch s.Kind {
	case source.Keyword:
		return markup.El("span", "data-syntax", "keyword").Say(s.Text)
	case source.Function:
		return markup.El("span", "data-syntax", "function").Say(s.Text)
	case source.Number:
		return markup.El("span", "data-syntax", "number").Say(s.Text)
	case source.Size:
		n := markup.El("span", "data-syntax", "size", "data-scrub", "", "data-slide", "",
			"role", "spinbutton", "tabindex", 0, "aria-label", "maxsize in the decorator",
			"aria-valuemin", 0, "aria-valuemax", int(trace.MaxSize), "aria-valuetext", s.Text)
		if size != trace.None {
			n = n.With("aria-valuenow", strconv.Itoa(int(size)))
		}
		return n.Keyed("size").Say(s.Text)
	}
	return markup.Text(s.Text)
}
