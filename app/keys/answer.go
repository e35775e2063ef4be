package keys

import (
	"strconv"

	"playground/app/calls/keylog"
	"playground/app/draw"
	"playground/app/markup"
	"playground/app/words"
)

func (p *Place) recommendationView(int) markup.Node {
	return markup.El("div").Of(p.recommendation()).Of(p.verdictsView()...)
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
