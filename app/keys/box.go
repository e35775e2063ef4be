package keys

import (
	"playground/app/calls"
	"playground/app/markup"
	"playground/app/words"
)

// boxView is the box for a log. What it opens with is its content; later on, what
// is written into it is its value, and whatever else stands there was typed.
func (p *Place) boxView(int) markup.Node {
	box := markup.El("textarea", "id", "log", "aria-label", "log of keys", "aria-describedby", "found", "rows", 11,
		"spellcheck", "false", "autocomplete", "off", "autocapitalize", "off", "translate", "no", "data-takes", "",
		"placeholder", "One key a line: paste them, or drop a file anywhere on this page.")
	if p.cut != "" {
		box = box.With("data-cut", "")
	}
	if p.touched {
		return markup.El("div").Of(box.With("value", p.box))
	}
	return markup.El("div").Of(box.Say(p.box))
}

// foundView says what is shown, what was not understood, and how far the next log
// is.
func (p *Place) foundView(int) markup.Node {
	d := markup.El("div", "aria-live", "polite")
	if p.problem != "" {
		d = d.Of(markup.El("p", "class", "problem", "data-problem", "").Say(p.problem),
			markup.El("p", "class", "soft").Say("What is shown is still "+p.shown.said()+"."))
	}
	d = d.Of(p.found())
	if in := p.shown.in; in.Bad > 0 {
		const most = 3
		list := markup.El("ul", "class", "bad")
		for i, problem := range in.Problems {
			if i < most {
				list = list.Of(markup.El("li").Say(problem.Error()))
			}
		}
		d = d.Of(markup.El("p", "class", "problem", "data-bad", in.Bad).Say(words.Plural(in.Bad, "line was", "lines were")+" left out, since not understood. The first:"), list)
	}
	return d.Of(p.progress())
}

// progress tells how far the next log is, with a button that stops it.
func (p *Place) progress() markup.Node {
	row := markup.El("div", "class", "coming")
	c := p.coming
	if c == nil {
		return row.With("hidden", "")
	}
	say, done := "Reading "+c.said(), 0.0
	if c.size > 0 {
		done = float64(c.got) / float64(c.size)
	}
	if c.pass != nil {
		say, done = "Going through "+words.Plural(len(c.in.Logs[c.which].Calls), "call", "calls"), c.pass.Progress()
	}
	return row.Of(
		markup.El("progress", "max", 100, "value", int(100*done), "aria-label", say),
		markup.El("span").Say(say+" …"),
		button("stop", "Stop"),
	)
}

// optionsView asks what cannot be known for sure: which function, which column,
// whether there is a header.
func (p *Place) optionsView(int) markup.Node {
	in := p.shown.in
	d := markup.El("div", "class", "options")
	choice := func(do, label string, chosen int, names []string, values []int) markup.Node {
		list := markup.El("select", "data-do", do, "aria-label", label)
		for i, name := range names {
			o := markup.El("option", "value", values[i])
			if values[i] == chosen {
				o = o.With("selected", "")
			}
			list = list.Of(o.Say(name))
		}
		return markup.El("label", "class", "choice").Of(markup.El("span").Say(label), list).Keyed(do)
	}
	if len(in.Logs) > 1 {
		var names []string
		var values []int
		for i, l := range in.Logs {
			names, values = append(names, l.Name+", "+words.Plural(len(l.Calls), "call", "calls")), append(values, i)
		}
		d = d.Of(choice("function", "function", p.shown.which, names, values))
	}
	if len(in.Columns) > 0 {
		var names []string
		var values []int
		for i, c := range in.Columns {
			name := c.Name
			if c.Example != "" {
				name += ": " + words.Short(c.Example, 24)
			}
			names, values = append(names, words.Short(name, 40)), append(values, i+1)
		}
		d = d.Of(choice("column", "the keys are in", in.Column, names, values))
	}
	if in.Kind == calls.Table {
		box := markup.El("input", "type", "checkbox", "id", "header", "data-do", "header")
		if in.Header {
			box = box.With("checked", "")
		}
		d = d.Of(markup.El("label", "class", "check").Keyed("header").Of(box, markup.El("span").Say("the first line has names")))
	}
	if p.shown.example == "" && in.Kind != calls.Logs {
		d = d.Of(choice("kind", "read as", int(in.Kind), []string{"one key a line", "CSV", "access log"}, []int{int(calls.Keys), int(calls.Table), int(calls.Access)}))
	}
	return d
}

// sourcesView are the ways in, beside the box.
func (p *Place) sourcesView(int) markup.Node {
	row := markup.El("div", "class", "row").Of(button("open-file", "Open a file"))
	for _, e := range examples {
		row = row.Of(button("example", e.label).With("data-name", e.name))
	}
	return row.Of(button("clear-log", "Clear"))
}

// found says what is shown: how many calls, of how many keys.
func (p *Place) found() markup.Node {
	r, c := p.shown, p.shown.curve
	count := func(name string, n int) markup.Node {
		return markup.El("b", name, "", "data-value", n, "translate", "no").Say(words.Count(n))
	}
	noun := " " + plural(c.Calls(), "call", "calls")
	switch l := r.in.Logs[r.which]; {
	case l.Name != "":
		noun += " of " + l.Name
	case r.in.Kind == calls.Keys && r.in.Lines == c.Calls():
		noun = " " + plural(c.Calls(), "line", "lines")
	}
	s := markup.El("p", "class", "found")
	if r.name != "" {
		s = s.Of(markup.El("span", "translate", "no").Say(r.name), markup.Text(": "))
	}
	s = s.Of(count("data-calls", c.Calls()), markup.Text(noun+" · "), count("data-distinct", c.Keys())).
		Say(" different " + plural(c.Keys(), "key", "keys") + " · stays in this browser, never sent.")
	if r.in.Kind == calls.Table || r.in.Kind == calls.Access {
		s = s.Say(" It was read as " + r.in.Kind.String() + ".")
	}
	if r.example == "" && r.size > mostKept {
		s = s.Say(" It is larger than 100 MB, and so not kept here for your next visit.")
	}
	return s
}
