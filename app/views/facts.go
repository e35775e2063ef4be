package views

import (
	"strconv"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// Counters is what cache_info() says at a step, with the share of hits, and of
// what kinds the misses are.
func Counters(rec *trace.Recording, st trace.State) markup.Node {
	counter := func(name, text, tone string) markup.Node {
		dd := markup.El("dd", "data-counter", name, "data-tone", tone, "translate", "no")
		if len(text) > 7 {
			dd = dd.With("data-long", strconv.Itoa(len(text)))
		}
		return markup.El("div", "class", "counter").Of(dd.Say(text), markup.El("dt", "translate", "no").Say(name))
	}
	calls := st.Info.Hits + st.Info.Misses
	ratio, share := "no call yet", 0.0
	if calls > 0 {
		share = 100 * float64(st.Info.Hits) / float64(calls)
		ratio = "hit ratio " + words.Percent(st.Info.Hits, calls) + " %"
	}
	return markup.El("div").Of(
		markup.El("dl", "class", "counters").Of(
			counter("hits", words.Count(st.Info.Hits), "hit"),
			counter("misses", words.Count(st.Info.Misses), "miss"),
			counter("maxsize", rec.Script.Size.String(), ""),
			counter("currsize", words.Count(st.Info.CurrSize), ""),
		),
		markup.El("svg", "data-view", "ratio", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "role", "img", "aria-label", ratio).Of(
			markup.El("rect", "width", 100, "height", 8, "data-part", "misses"),
			markup.El("rect", "width", share, "height", 8, "data-part", "hits"),
		),
		markup.El("p", "class", "ratio").Say(ratio),
		misses(st),
		markup.El("p", "class", "repr").Of(markup.El("code", "data-cache-info", "", "translate", "no").Say(st.Info.String())),
	)
}

// misses splits the misses by their causes, each with a link to the first of
// its kind.
func misses(st trace.State) markup.Node {
	p := markup.El("p", "class", "misses")
	parts := words.Misses(st)
	if len(parts) == 0 {
		return hidden(p, true)
	}
	p = p.Of(markup.El("b", "translate", "no").Say(words.Count(st.Info.Misses)), markup.Text(" = "))
	for i, part := range parts {
		if i > 0 {
			p = p.Say(" + ")
		}
		said := markup.El("b", "data-misses", part.Kind, "data-tone", part.Tone, "translate", "no").Say(words.Count(part.Count))
		cause := markup.El("button", "type", "button", "class", "link", "data-to-step", part.First).Say(part.Said)
		if part.First == 0 {
			cause = markup.El("span").Say(part.Said)
		}
		p = p.Of(said.Keyed(part.Kind), markup.Text(" "), cause.Keyed("cause "+part.Kind))
	}
	return p
}

// Why is the block that tells what the step did and why. keeps tells which
// maxsize would have kept a key; ok is false while or where that is not known.
func Why(rec *trace.Recording, step int, keeps func(key int32) (size trace.Size, ok bool)) markup.Node {
	heading, why := words.Why(rec, step, keeps)
	return markup.El("div", "data-why", "", "data-tone", words.Tone(rec, step)).Of(
		markup.El("p", "class", "sentence").Of(spans(rec, words.Status(rec, step))...),
		markup.El("p", "class", "why").Of(markup.El("b").Say(heading), markup.Text(" ")).Of(spans(rec, why)...),
	)
}

// FirstSentence is what the page shows, in a sentence, and on the line beneath it
// how far the script has come, and how to begin; start is the address of the first
// experiment, "" for none. Once somebody has begun, that is
// not to be seen any more. The line stays, so that nothing moves under the hand.
func FirstSentence(rec *trace.Recording, parts []words.Part, soFar, start string, begun bool) markup.Node {
	hint := markup.El("span").Of(markup.El("span").Say("Drag the slider, or press Play."))
	if start != "" {
		hint = hint.Say(" ").Of(markup.El("a", "href", start).Say("Start with experiment 1 →"))
	}
	if begun {
		hint = hint.With("data-begun", "")
	}
	return markup.El("div").Of(
		markup.El("p", "data-first-sentence", "").Of(spans(rec, parts)...),
		markup.El("p", "class", "hint").Of(markup.El("span").Say(soFar), markup.Text(" "), hint),
	)
}

// spans turns a sentence into elements: a key to be lit, a step or a maxsize to
// go to.
func spans(rec *trace.Recording, parts []words.Part) []markup.Node {
	nodes := make([]markup.Node, len(parts))
	for i, part := range parts {
		switch {
		case part.Key != nil:
			nodes[i] = markup.El("span", "data-key", words.KeyName(rec, *part.Key), "translate", "no")
		case part.Step != 0:
			nodes[i] = markup.El("button", "type", "button", "class", "link", "data-to-step", part.Step)
		case part.Size != nil:
			nodes[i] = markup.El("button", "type", "button", "class", "link", "data-to-size", int(*part.Size), "translate", "no")
		case part.Tone != "":
			nodes[i] = markup.El("b", "data-tone", part.Tone)
		case part.Code:
			nodes[i] = markup.El("code", "translate", "no")
		default:
			nodes[i] = markup.Text(part.Text)
			continue
		}
		nodes[i] = nodes[i].Say(part.Text)
	}
	return nodes
}

// Progress tells how far a run is that takes a while, and stops it.
func Progress(busy bool, bodies int) markup.Node {
	row := markup.El("div", "id", "busy", "class", "row")
	if !busy {
		return row.With("hidden", "")
	}
	return row.Of(
		markup.El("span").Say("Running: "+words.Plural(bodies, "run", "runs")+" of the body so far."),
		button("stop", "Stop"),
	)
}

// CacheOrder says in which order the cache is drawn.
func CacheOrder(size trace.Size) markup.Node {
	if size == trace.None {
		return markup.El("span").Say("in the order they were stored, newest first")
	}
	return markup.El("span").Say("most recently used first")
}
