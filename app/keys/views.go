package keys

import (
	"strconv"

	"playground/app/calls"
	"playground/app/calls/keylog"
	"playground/app/draw"
	"playground/app/markup"
	"playground/app/show"
	"playground/app/words"
)

// Views are all that is drawn, in the order of the page.
func (p *Place) Views() []show.View {
	return append(p.PageViews(), []show.View{
		{ID: "log-box", On: Box, Draw: p.boxView},
		{ID: "found", On: Result | Coming, Draw: p.foundView},
		{ID: "log-options", On: Result, Draw: p.optionsView},
		{ID: "sources", Draw: p.sourcesView},
		{ID: "recommendation", On: Result, Draw: p.recommendationView},
		{ID: "ratios", On: Result | Size | Lines, Wide: 584, Draw: p.ratiosView},
		{ID: "choosing", On: Result | Size | Field, Draw: p.choosingView},
		{ID: "taking", On: Result | Size | show.Sheet, Draw: p.takingView},
		{ID: "misses", On: Result | Size, Draw: p.missesView},
		{ID: "hottest", On: Result, Draw: p.hottestView},
		{ID: "policies", On: Result | Lines, Draw: p.policiesView},
		{ID: "ratios-table", On: Result | Lines, Draw: p.tableView},
	}...)
}

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

func (p *Place) recommendationView(int) markup.Node {
	d := markup.El("div").Of(p.recommendation())
	for _, v := range p.verdicts() {
		d = d.Of(markup.El("p", "class", "verdict", "data-verdict", "").Say(v))
	}
	return d
}

// ratiosView is the curve, and over it the slider that the keyboard moves. Its own
// axis is not logarithmic, so the pointer is served by the page.
func (p *Place) ratiosView(width int) markup.Node {
	c := p.shown.curve
	r := draw.Ratios{Curve: c, Chosen: p.chosen, Default: Default}
	if !p.shown.hopeless() {
		r.Enough = p.Enough()
	}
	for _, l := range p.lines {
		if l.on && l.sweep != nil {
			r.Lines = append(r.Lines, draw.Line{Name: l.policy.String(), Dashes: draw.Dashes(l.policy), Points: l.sweep.Points()})
		}
	}
	return markup.El("div", "class", "ratios", "data-slide", "").Of(
		r.Draw(width),
		markup.El("input", "type", "range", "id", "maxsize", "data-do", "size", "aria-label", "maxsize",
			"min", 1, "max", max(1, c.Keys()), "step", 1, "value", p.chosen,
			"aria-valuetext", itoa(p.chosen)+": "+p.percent(p.chosen)+" of the calls are hits"),
	)
}

// choosingView says what the chosen maxsize gives, and lets it be typed.
func (p *Place) choosingView(int) markup.Node {
	c := p.shown.curve
	ratio := func(name string, size int) markup.Node {
		return markup.El("b", name, "", "data-value", strconv.FormatFloat(c.Ratio(size), 'f', 6, 64), "translate", "no").Say(p.percent(size))
	}
	field := markup.El("input", "type", "text", "id", "maxsize-value", "data-do", "type-size", "aria-label", "maxsize value",
		"role", "spinbutton", "inputmode", "numeric", "autocomplete", "off", "aria-valuemin", 1, "aria-valuemax", max(1, c.Keys()),
		"aria-invalid", strconv.FormatBool(p.field.Problem != ""), "aria-describedby", "maxsize-value-says", "value", p.field.Text)
	if p.field.Problem == "" {
		field = field.With("aria-valuenow", p.chosen)
	}
	says := markup.El("p", "id", "maxsize-value-says", "class", "problem", "aria-live", "polite").Say(p.field.Problem)
	if p.field.Problem == "" {
		says = says.With("hidden", "")
	}
	enough := markup.El("select", "data-do", "part", "aria-label", "enough of what is attainable")
	for _, part := range []int{50, 75, 80, 90, 95, 98, 99, 100} {
		o := markup.El("option", "value", part)
		if part == p.part {
			o = o.With("selected", "")
		}
		enough = enough.Of(o.Say(itoa(part) + " %"))
	}
	return markup.El("div").Of(
		markup.El("div", "class", "choosing").Of(
			markup.El("label").Of(markup.El("span").Say("maxsize "), field),
			markup.El("p").Say("answers ").Of(ratio("data-ratio", p.chosen)).Say(" of "+words.Plural(c.Calls(), "call", "calls")+"; no cache more than ").Of(ratio("data-ceiling", c.Keys())).Say("."),
			markup.El("label").Of(markup.El("span").Say("Enough is "), enough, markup.El("span").Say(" of that")),
		),
		says,
	)
}

// takingView are the ways to take along what was found: the decorator with the chosen
// maxsize, and the curve.
func (p *Place) takingView(int) markup.Node {
	line := "@lru_cache(maxsize=" + itoa(p.chosen) + ")"
	label := "Copy " + line
	if p.WasCopied() == line {
		label += " ✓"
	}
	d := markup.El("div", "class", "row").Of(
		markup.El("button", "type", "button", "class", "primary", "data-do", "copy", "data-what", line, "data-text", line).Say(label))
	d = d.Of(button("watch", "Watch it in the playground"))
	if size := p.Enough(); size != p.chosen && !p.shown.hopeless() {
		d = d.Of(markup.El("button", "type", "button", "data-do", "to-size", "data-to-size", size).Say("Back to " + itoa(size)).Keyed("back"))
	}
	for _, format := range []string{"SVG", "PNG", "CSV"} {
		d = d.Of(button("save", format).With("data-view", "ratios", "data-format", format, "data-name", "the curve", "aria-label", "Save the curve as "+format).Keyed(format))
	}
	return d
}

// missesView splits the misses at the chosen size.
func (p *Place) missesView(int) markup.Node {
	c := p.shown.curve
	first, early := c.Misses(p.chosen)
	share := 0
	if first+early > 0 {
		share = int(100*float64(first)/float64(first+early) + 0.5)
	}
	row := func(kind string, n int, m words.Meaning, said string) []markup.Node {
		return []markup.Node{
			markup.El("dt", "data-misses", kind, "data-value", n, "data-tone", m.Name, "translate", "no").Say(words.Count(n)),
			markup.El("dd").Say(m.Glyph + " " + said),
		}
	}
	advice := "more slots help"
	if early == 0 {
		advice = "none, so more slots help nothing"
	}
	name := words.Count(first) + " first time, " + words.Count(early) + " evicted too early"
	return markup.El("div").Of(
		markup.El("h2", "id", "misses-heading").Say("Why "+itoa(p.chosen)+" misses"),
		markup.El("p", "class", "big", "translate", "no").Say(words.Count(first+early)),
		markup.El("p", "class", "soft").Say(plural(first+early, "miss", "misses")+" of "+words.Plural(c.Calls(), "call", "calls")),
		markup.El("svg", "data-view", "split", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "role", "img", "aria-label", name).Of(
			markup.El("rect", "data-part", "early", "width", 100, "height", 10),
			markup.El("rect", "data-part", "first", "width", share, "height", 10),
		),
		markup.El("dl", "class", "counts").Of(row("first", first, words.Miss, "first time: no cache can help")...).
			Of(row("early", early, words.Again, "was there, evicted too early: "+advice)...),
	)
}

// hottestShown is how many of the hottest keys are listed.
const hottestShown = 6

func (p *Place) hottestView(int) markup.Node {
	r := p.shown
	d := markup.El("dl", "class", "counts").Of(
		markup.El("dt", "data-once", "", "translate", "no").Say(words.Count(r.once)),
		markup.El("dd").Say(plural(r.once, "key is", "keys are")+" asked for only once"),
	)
	for _, h := range r.hottest {
		key := r.log().Keys[h.Key]
		name := markup.El("span", "class", "key", "translate", "no").Say(words.Short(key, 40))
		if len(key) > 40 {
			name = name.With("title", words.Short(key, 500))
		}
		d = d.Of(markup.El("dt", "translate", "no").Say(words.Count(h.Calls)), markup.El("dd", "data-hottest", "").Say(plural(h.Calls, "call", "calls")+" for ").Of(name))
	}
	return markup.El("div").Of(d)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

var about = map[keylog.Policy]string{
	keylog.FIFO:    "evicts what was stored first",
	keylog.LFU:     "evicts what was used least often; of equals, what was stored first",
	keylog.SIEVE:   "as FIFO, but spares what was used since it looked last",
	keylog.Optimal: "knows the future, and evicts what is needed last",
}

// policiesView switches the lines of other policies on and off.
func (p *Place) policiesView(int) markup.Node {
	sizes := p.shown.sizes()
	list := markup.El("ul", "class", "policies")
	running := false
	for _, l := range p.lines {
		name := l.policy.String()
		box := markup.El("input", "type", "checkbox", "id", "policy-"+itoa(int(l.policy)), "data-do", "policy", "data-policy", name, "aria-label", name)
		if l.on {
			box = box.With("checked", "")
		}
		note := about[l.policy]
		if n := len(points(l)); l.on && n < len(sizes) {
			note = words.Count(n) + " of " + words.Plural(len(sizes), "size", "sizes") + " so far"
			if l.stopped {
				note = "stopped after " + words.Count(n) + " of " + words.Plural(len(sizes), "size", "sizes")
			}
		}
		running = running || l.running()
		sample := markup.El("svg", "data-view", "sample", "viewBox", "0 0 30 6", "width", 30, "height", 6, "aria-hidden", "true").
			Of(markup.El("path", "data-part", "policy", "data-policy", name, "stroke-dasharray", draw.Dashes(l.policy), "d", "M0 3h30"))
		list = list.Of(markup.El("li").Of(markup.El("label", "class", "check").Of(box, sample, markup.El("b").Say(name)), markup.El("span", "class", "soft").Say(note)))
	}
	stop := button("stop", "Stop").With("aria-label", "Stop the other policies")
	if !running {
		stop = stop.With("hidden", "")
	}
	said := "Each is run at " + words.Plural(len(sizes), "size", "sizes") + ", evenly on the axis"
	for i, size := range sizes {
		switch {
		case i == 0:
			said += ": "
		default:
			said += ", "
		}
		said += itoa(size)
	}
	return markup.El("div").Of(list, stop, markup.El("p", "class", "soft sizes").Say(said+"."))
}

func points(l *line) []keylog.Point {
	if l.sweep == nil {
		return nil
	}
	return l.sweep.Points()
}

// tableView lists what is drawn, at the sizes at which other policies are run.
func (p *Place) tableView(int) markup.Node {
	c := p.shown.curve
	head := markup.El("tr").Of(markup.El("th", "scope", "col").Say("maxsize"), markup.El("th", "scope", "col").Say(keylog.LRU.String()))
	var others []map[int]int
	for _, l := range p.lines {
		if !l.on {
			continue
		}
		head = head.Of(markup.El("th", "scope", "col").Say(l.policy.String()))
		hits := map[int]int{}
		for _, at := range points(l) {
			hits[at.Size] = at.Hits
		}
		others = append(others, hits)
	}
	body := markup.El("tbody")
	for _, size := range p.shown.sizes() {
		tr := markup.El("tr").Of(markup.El("th", "scope", "row").Say(words.Count(size)), markup.El("td").Say(p.percent(size)))
		for _, hits := range others {
			say := "…"
			if n, ok := hits[size]; ok {
				say = words.Tenths(n, c.Calls()) + " %"
			}
			tr = tr.Of(markup.El("td").Say(say))
		}
		body = body.Of(tr)
	}
	return markup.El("table").Of(markup.El("caption").Say("Hit ratios at some sizes"), markup.El("thead").Of(head), body)
}

func button(do, label string) markup.Node {
	return markup.El("button", "type", "button", "data-do", do).Say(label)
}
