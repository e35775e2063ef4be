package main

import (
	"strconv"

	"playground/app/markup"
	"playground/app/source"
	"playground/app/trace"
)

// definition is the line of the def, where the argument at this step stands.
const definition = 1

// source lists the function with the line that runs lit. The maxsize in its
// decorator can be dragged and typed at like the slider.
func (p *page) source(int) markup.Node {
	rec := p.play.Rec
	current, note := source.Current(rec, p.play.Step)
	pre := markup.El("pre", "data-view", "source", "aria-label", "the function in Python")
	for i, line := range source.Listing(rec.Program, rec.Script.Size) {
		row := markup.El("span", "class", "line")
		if i == current {
			row = row.With("data-now", "")
		}
		for _, span := range line {
			row = row.Of(p.span(span))
		}
		if i == definition && note != "" {
			row = row.Of(markup.El("span", "class", "note").Say("  # " + note))
		}
		pre = pre.Of(row.Say("\n"))
	}
	return pre
}

func (p *page) span(s source.Span) markup.Node {
	switch s.Kind {
	case source.Keyword:
		return markup.El("span", "data-syntax", "keyword").Say(s.Text)
	case source.Function:
		return markup.El("span", "data-syntax", "function").Say(s.Text)
	case source.Number:
		return markup.El("span", "data-syntax", "number").Say(s.Text)
	case source.Size:
		n := markup.El("span", "data-syntax", "size", "data-scrub", "",
			"role", "spinbutton", "tabindex", "0", "aria-label", "maxsize in the decorator",
			"aria-valuemin", 0, "aria-valuemax", maxSize, "aria-valuetext", s.Text)
		if size := p.play.Rec.Script.Size; size != trace.None {
			n = n.With("aria-valuenow", strconv.Itoa(int(size)))
		}
		return n.Keyed("size").Say(s.Text)
	}
	return markup.Text(s.Text)
}
