package main

import (
	"slices"
	"strconv"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// uncached is how often the body runs without a cache for a recording's script.
type uncached struct {
	rec    *trace.Recording
	bodies string
}

func (p *page) position(int) markup.Node {
	return markup.El("span").Of(
		markup.Text("step "),
		markup.El("b", "data-step", p.play.Step).Say(words.Count(p.play.Step)),
		markup.Text(" of "),
		markup.El("b", "data-steps", p.play.Steps()).Say(words.Count(p.play.Steps())),
	)
}

func (p *page) progress(int) markup.Node {
	return markup.El("span").Say("Running: " + words.Plural(p.play.Progress(), "run", "runs") + " of the body so far.")
}

func (p *page) entries(int) markup.Node {
	st := p.play.State()
	list := markup.El("div").Of(draw.Entries(p.play.Rec, st))
	if len(st.Order) == 0 {
		list = list.Of(markup.El("p", "class", "empty").Say("The cache is empty."))
	}
	return list
}

func (p *page) sentence(int) markup.Node {
	return markup.El("p", "aria-hidden", "true").Of(spans(words.Status(p.play.Rec, p.play.Step))...)
}

func (p *page) why(int) markup.Node {
	heading, parts := words.Why(p.play.Rec, p.play.Step, p.play.Keeps)
	return markup.El("div").Of(
		markup.El("h2").Say(heading),
		markup.El("p").Of(spans(parts)...),
	)
}

// spans turns a sentence into elements: a key to be lit, a step or a maxsize to
// go to.
func spans(parts []words.Part) []markup.Node {
	nodes := make([]markup.Node, len(parts))
	for i, part := range parts {
		switch {
		case part.Key != nil:
			nodes[i] = markup.El("span", "data-key", int(*part.Key))
		case part.Step != 0:
			nodes[i] = markup.El("button", "type", "button", "class", "link", "data-to-step", part.Step)
		case part.Size != nil:
			nodes[i] = markup.El("button", "type", "button", "class", "link", "data-to-size", int(*part.Size))
		case part.Tone != "":
			nodes[i] = markup.El("b", "data-tone", part.Tone)
		default:
			nodes[i] = markup.Text(part.Text)
			continue
		}
		nodes[i] = nodes[i].Say(part.Text)
	}
	return nodes
}

func (p *page) counters(int) markup.Node {
	st := p.play.State()
	counter := func(name, text, tone string) markup.Node {
		return markup.El("div", "class", "counter").Of(
			markup.El("dd", "data-counter", name, "data-tone", tone).Say(text),
			markup.El("dt").Say(name),
		)
	}
	calls := st.Info.Hits + st.Info.Misses
	ratio := "no call yet"
	percent := 0.0
	if calls > 0 {
		percent = 100 * float64(st.Info.Hits) / float64(calls)
		ratio = "hit ratio " + strconv.FormatFloat(percent, 'f', 0, 64) + " %"
	}
	maxsize := p.play.Rec.Script.Size.String()
	return markup.El("div").Of(
		markup.El("dl", "class", "counters").Of(
			counter("hits", words.Count(st.Info.Hits), "hit"),
			counter("misses", words.Count(st.Info.Misses), "miss"),
			counter("maxsize", maxsize, ""),
			counter("currsize", words.Count(st.Info.CurrSize), ""),
		),
		markup.El("svg", "data-view", "ratio", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "role", "img", "aria-label", ratio).Of(
			markup.El("rect", "width", 100, "height", 8, "data-part", "misses"),
			markup.El("rect", "width", percent, "height", 8, "data-part", "hits"),
		),
		markup.El("p", "class", "ratio").Say(ratio),
		markup.El("p", "class", "repr").Of(markup.El("code", "data-cache-info", "").Say(st.Info.String())),
	)
}

func (p *page) bodies(int) markup.Node {
	rec := p.play.Rec
	if c := &p.views.uncached; c.rec != rec {
		// Once: for large arguments it is a sum of large numbers.
		*c = uncached{rec, "no end"}
		if n, ok := words.Uncached(rec); ok {
			c.bodies = words.Big(n)
		}
	}
	note := "without a cache → with maxsize=" + rec.Script.Size.String()
	if slices.ContainsFunc(rec.Results, func(res trace.Result) bool { return res.Outcome >= trace.OverBudget }) {
		note += ", until it was stopped"
	}
	return markup.El("p", "class", "bodies").Of(
		markup.El("b", "data-bodies", "without").Say(p.views.uncached.bodies),
		markup.El("span", "aria-hidden", "true").Say(" → "),
		markup.El("b", "data-bodies", "with").Say(words.Count(rec.Bodies())),
		markup.El("small").Say(note),
	)
}
