package keys

import (
	"playground/app/calls/keylog"
	"playground/app/markup"
	"playground/app/words"
)

// verdictsView says what the curve alone does not make plain, in sentences.
func (p *Place) verdictsView() (list []markup.Node) {
	verdict := markup.El("p", "class", "verdict", "data-verdict", "")
	if p.shown.recursive {
		list = append(list, verdict.Say("These look like the calls of a function that calls itself. A plain log of such a function cannot be replayed at another size: a hit spares the calls inside, so with another maxsize there would be other calls. What stands here holds for this very list of keys. To know about the function, ").
			Of(markup.El("a", "href", "../function/#record-it").Say("record it")).
			Say(", with record in place of log, and bring that to Your function."))
	}
	for _, v := range p.verdicts() {
		list = append(list, verdict.Say(v))
	}
	return list
}

// verdicts are those that are sentences and nothing more.
func (p *Place) verdicts() (out []string) {
	r, c := p.shown, p.shown.curve
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
