package keys

import (
	"strings"

	"playground/app/markup"
	"playground/app/words"
)

// Sentence tells what to do, in words alone, and what the chosen maxsize gives.
func (p *Place) Sentence() string {
	s := p.recommendation().Says()
	if p.chosen != p.Enough() || p.shown.hopeless() {
		s += " At maxsize=" + itoa(p.chosen) + " it answers " + p.percent(p.chosen) + " of " + p.shown.whose() + " calls."
	}
	return s
}

// whose calls they are: those of an example are nobody's.
func (r result) whose() string {
	if r.example != "" {
		return "the example’s"
	}
	return "your"
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
			return s.Of(strong("No maxsize helps", words.Evict.Name)).Say(": " + plural(c.Calls(), r.whose()+" only call", "each of "+r.whose()+" "+words.Count(c.Calls())+" calls") + " is of a new key, and what is computed is never asked for again.")
		}
		return s.Of(strong("No maxsize helps much", words.Evict.Name)).Say(": even an unlimited cache would answer only ").
			Of(strong(p.percent(c.Keys()), "")).Say(" of " + r.whose() + " calls. Nearly every one is of a new key.")
	}
	size := p.Enough()
	number := markup.El("span", "data-recommended", "", "data-value", size).Say(itoa(size))
	s = s.Say("Set ").Of(markup.El("b", "data-tone", words.Hit.Name, "translate", "no").Say("maxsize=").Of(number)).
		Say(". It answers ").Of(strong(p.percent(size), "")).Say(" of " + r.whose() + " calls, ")
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
