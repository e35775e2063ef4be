package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func factorialsFirstCall() Card {
	return Card{Name: "factorials-first-call", Group: Pays, Title: "factorial’s first call gains nothing", Story: func(Measured) *Story {
		const slots = trace.Size(6)
		s := script("factorial", slots, 10, 5, 12)
		rec := trace.Record(s)
		below := s
		below.Size--
		less := trace.Record(below)
		cold, later := rec.Results[0], rec.Results[2]
		hits, all := int(cold.Info.Hits), int(rec.Info().Hits)
		at := first(rec, cold.Last, hit)
		late := first(rec, later.First, hit)
		return shown(&Story{
			Ask: text("The documentation calls #, then #, then #, here with #. *How many hits does the first of these calls get?*",
				statement(rec, 0), statement(rec, 1), statement(rec, 2), size(slots)),
			Guess: Guess{Kind: Choice, Options: texts(cold.Bodies, cold.Bodies/2, all, hits), Truth: 3},
			Tone:  words.Miss.Name,
			Why: text("##: going down, it asks for each number once, so a cache cannot help, of whatever size. It pays later: # is there at #, and # at # saves all below it; with # there would be # instead of #.",
				tone(words.Miss, ""), n(hits), call(rec, event(rec, at).Key), step(rec, at), call(rec, event(rec, late).Key), step(rec, late), size(below.Size), times(int(less.Info().Hits), "hit", "hits"), n(all)),
			Watch: watch(rec, at),
			Own:   watch(less, -1),
			Words: []string{"hits", "recursion"},
			More:  []Source{functools, talk},
		}, rec)
	}}
}
