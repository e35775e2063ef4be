package main

import (
	"slices"
	"strconv"

	"playground/app/draw"
	"playground/app/trace"
	"playground/app/words"
)

// uncached is how often the body runs without a cache for a recording's script.
type uncached struct {
	rec    *trace.Recording
	bodies string
}

func (p *page) position(int) draw.Node {
	return draw.El("span").Of(
		draw.Text("step "),
		draw.El("b", "data-step", p.play.Step).Say(draw.Count(p.play.Step)),
		draw.Text(" of "),
		draw.El("b", "data-steps", p.play.Steps()).Say(draw.Count(p.play.Steps())),
	)
}

func (p *page) progress(int) draw.Node {
	return draw.El("span").Say("Running: " + draw.Plural(p.play.Progress(), "run", "runs") + " of the body so far.")
}

func (p *page) entries(int) draw.Node {
	st := p.play.State()
	list := draw.El("div").Of(draw.Entries(p.play.Rec, st))
	if len(st.Order) == 0 {
		list = list.Of(draw.El("p", "class", "empty").Say("The cache is empty."))
	}
	return list
}

func (p *page) sentence(int) draw.Node {
	return draw.El("p", "aria-hidden", "true").Of(spans(words.Status(p.play.Rec, p.play.Step))...)
}

func (p *page) why(int) draw.Node {
	heading, parts := words.Why(p.play.Rec, p.play.Step, p.play.Keeps)
	return draw.El("div").Of(
		draw.El("h2").Say(heading),
		draw.El("p").Of(spans(parts)...),
	)
}

// spans turns a sentence into elements: a key to be lit, a step or a maxsize to
// go to.
func spans(parts []words.Part) []draw.Node {
	nodes := make([]draw.Node, len(parts))
	for i, part := range parts {
		switch {
		case part.Key != nil:
			nodes[i] = draw.El("span", "data-key", int(*part.Key))
		case part.Step != 0:
			nodes[i] = draw.El("button", "type", "button", "class", "link", "data-to-step", part.Step)
		case part.Size != nil:
			nodes[i] = draw.El("button", "type", "button", "class", "link", "data-to-size", int(*part.Size))
		case part.Tone != "":
			nodes[i] = draw.El("b", "data-tone", part.Tone)
		default:
			nodes[i] = draw.Text(part.Text)
			continue
		}
		nodes[i] = nodes[i].Say(part.Text)
	}
	return nodes
}

func (p *page) counters(int) draw.Node {
	st := p.play.State()
	counter := func(name, text, tone string) draw.Node {
		return draw.El("div", "class", "counter").Of(
			draw.El("dd", "data-counter", name, "data-tone", tone).Say(text),
			draw.El("dt").Say(name),
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
	return draw.El("div").Of(
		draw.El("dl", "class", "counters").Of(
			counter("hits", draw.Count(st.Info.Hits), "hit"),
			counter("misses", draw.Count(st.Info.Misses), "miss"),
			counter("maxsize", maxsize, ""),
			counter("currsize", draw.Count(st.Info.CurrSize), ""),
		),
		draw.El("svg", "data-view", "ratio", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "role", "img", "aria-label", ratio).Of(
			draw.El("rect", "width", 100, "height", 8, "data-part", "misses"),
			draw.El("rect", "width", percent, "height", 8, "data-part", "hits"),
		),
		draw.El("p", "class", "ratio").Say(ratio),
		draw.El("p", "class", "repr").Of(draw.El("code", "data-cache-info", "").Say(st.Info.String())),
	)
}

func (p *page) bodies(int) draw.Node {
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
	return draw.El("p", "class", "bodies").Of(
		draw.El("b", "data-bodies", "without").Say(p.views.uncached.bodies),
		draw.El("span", "aria-hidden", "true").Say(" → "),
		draw.El("b", "data-bodies", "with").Say(draw.Count(rec.Bodies())),
		draw.El("small").Say(note),
	)
}
