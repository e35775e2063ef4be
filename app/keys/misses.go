package keys

import (
	"playground/app/markup"
	"playground/app/words"
)

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
		markup.El("h2", "id", "misses-heading").Say("Why maxsize="+itoa(p.chosen)+" misses"),
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
