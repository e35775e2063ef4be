package keys

import (
	"strings"

	"playground/app/calls"
	"playground/app/calls/keylog"
	"playground/app/markup"
	"playground/app/words"
)

// Sentence tells what to do, in words alone, and what the chosen maxsize gives.
func (p *Place) Sentence() string {
	s := p.recommendation().Says()
	if p.chosen != p.Enough() || p.shown.hopeless() {
		s += " At maxsize=" + itoa(p.chosen) + " it answers " + p.percent(p.chosen) + " of your calls."
	}
	return s
}

func (p *Place) percent(size int) string {
	return words.Tenths(p.shown.curve.Hits(size), p.shown.curve.Calls()) + " %"
}

// recommendation is the sentence above the curve: which maxsize, and what it gives
// beside the default.
func (p *Place) recommendation() markup.Node {
	r, c := p.shown, p.shown.curve
	s := markup.El("p", "data-first-sentence", "")
	strong := func(text, tone string) markup.Node {
		return markup.El("b", "data-tone", tone, "translate", "no").Say(text)
	}
	if r.hopeless() {
		if c.Attainable() == 0 {
			return s.Of(strong("No maxsize helps", words.Evict.Name)).Say(": each of your " + words.Plural(c.Calls(), "call", "calls") + " is of a new key, and what is computed is never asked for again.")
		}
		return s.Of(strong("No maxsize helps much", words.Evict.Name)).Say(": even an unlimited cache would answer only ").
			Of(strong(p.percent(c.Keys()), "")).Say(" of your calls. Nearly every one is of a new key.")
	}
	size := p.Enough()
	number := markup.El("span", "data-recommended", "", "data-value", size).Say(itoa(size))
	s = s.Say("Set ").Of(markup.El("b", "data-tone", words.Hit.Name, "translate", "no").Say("maxsize=").Of(number)).
		Say(". It answers ").Of(strong(p.percent(size), "")).Say(" of your calls, ")
	switch share := words.Percent(c.Hits(size), c.Attainable()); {
	case c.Hits(size) == c.Attainable():
		s = s.Say("all that an unlimited cache would.")
	default:
		if more, ok := strings.CutPrefix(share, "> "); ok {
			share = "more than " + more
		}
		s = s.Say(share + " % of what an unlimited cache would.")
	}
	switch {
	case size == Default:
		return s.Say(" It is the default.")
	case c.Keys() <= Default:
		return s.Say(" The default 128 has room for all keys and answers ").Of(strong(p.percent(Default), "")).Say(".")
	case c.Hits(Default) < c.Hits(size):
		return s.Say(" The default 128 answers ").Of(strong(p.percent(Default), words.Again.Name)).Say(".")
	}
	return s.Say(" The default 128 answers ").Of(strong(p.percent(Default), "")).Say(".")
}

// verdicts are what the curve alone does not make plain, in sentences.
func (p *Place) verdicts() (out []string) {
	r, c := p.shown, p.shown.curve
	if r.recursive {
		out = append(out, "These look like the calls of a function that calls itself. A plain log of such a function cannot be replayed at another size: a hit spares the calls inside, so with another maxsize there would be other calls. What stands here holds for this very list of keys. To know about the function, record it (record instead of log) and bring that to Your function.")
	}
	if r.stopped {
		out = append(out, "Stopped by hand: this is about the first "+words.Plural(c.Calls(), "call", "calls")+".")
	}
	if r.in.Cut {
		out = append(out, "The log is longer than this page reads: this is about the first "+words.Plural(c.Calls(), "call", "calls")+".")
	}
	for _, v := range r.verdicts {
		switch v.Kind {
		case keylog.EveryKeyNew:
			out = append(out, "Every key is new: a cache only costs memory here.")
		case keylog.FewRepeats:
			out = append(out, "Fewer than one call in twenty is of a key that came before.")
		case keylog.OneKey:
			out = append(out, "All calls are of the same key: a single slot is enough.")
		case keylog.Runs:
			out = append(out, "Most repeats follow at once: a single slot gives nearly all there is to gain.")
		case keylog.Loop:
			out = append(out, "A loop longer than the cache: the keys come round and round, and an entry is evicted just before it is needed again. At "+
				words.Plural(v.Less, "slot", "slots")+" "+p.percent(v.Less)+", at "+words.Count(v.Size)+" "+p.percent(v.Size)+".")
		case keylog.Short:
			out = append(out, "This is a short log: fewer than 100 calls are little to decide upon.")
		}
	}
	return out
}

// found says what is shown: how many calls, of how many keys.
func (p *Place) found() markup.Node {
	r, c := p.shown, p.shown.curve
	count := func(name string, n int) markup.Node {
		return markup.El("b", name, "", "data-value", n, "translate", "no").Say(words.Count(n))
	}
	noun := " calls"
	switch l := r.in.Logs[r.which]; {
	case l.Name != "":
		noun = " calls of " + l.Name
	case r.in.Kind == calls.Keys && r.in.Lines == c.Calls():
		noun = " lines"
	}
	s := markup.El("p", "class", "found")
	if r.name != "" {
		s = s.Of(markup.El("span", "translate", "no").Say(r.name), markup.Text(": "))
	}
	s = s.Of(count("data-calls", c.Calls()), markup.Text(noun+" · "), count("data-distinct", c.Keys())).
		Say(" different keys · stays in this browser, never sent.")
	if r.in.Kind == calls.Table || r.in.Kind == calls.Access {
		s = s.Say(" It was read as " + r.in.Kind.String() + ".")
	}
	if r.example == "" && r.size > mostKept {
		s = s.Say(" It is larger than 100 MB, and so not kept here for your next visit.")
	}
	return s
}
