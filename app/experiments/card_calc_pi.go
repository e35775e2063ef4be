package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func theTalksPi() Card {
	return Card{Name: "the-talks-calc-pi", Group: Pays, Title: "The talk’s calc_pi", Story: func(Measured) *Story {
		const slots = trace.Size(2)
		// A thousandth of the talk's numbers, so that it takes no time. Which calls
		// hit depends on which are the same, and on nothing else.
		rec := record("calc_pi", slots, 5_000, 5_000, 6_000, 6_000, 7_000, 7_000, 5_000, 7_000)
		at := first(rec, 0, again)
		lost := rec.Why(at)
		who := event(rec, at).Key
		ask := text("With #, each of these calls is slow or instant: ", size(slots))
		for i, r := range rec.Results {
			if i > 0 {
				ask = append(ask, text(", ")...)
			}
			ask = append(ask, text("#", key(rec, r.Key))...)
		}
		all := len(rec.Results)
		return shown(&Story{
			Ask:   append(ask, text(" terms. *How many of them are slow?*")...),
			Guess: Guess{Kind: Choice, Options: texts(rec.Keys(), rec.Bodies(), rec.Bodies()+1, all), Truth: 1},
			Tone:  words.Again.Name,
			Why: text("##: the first call for each of #, and # once more. Storing # at # pushed it out, so at # the sum is added up again; the last call is instant, since it was used after that.",
				tone(words.Again, ""), n(rec.Bodies()), times(rec.Keys(), "number", "numbers"), call(rec, who), call(rec, lost.By), step(rec, lost.At), step(rec, at)),
			Watch: watch(rec, at),
			Own:   playground(script("calc_pi", slots, 5_000_000, 5_000_000, 6_000_000, 6_000_000, 7_000_000, 7_000_000, 5_000_000, 7_000_000), -1),
			Words: []string{"body runs", "evicted", "recently used"},
			More:  []Source{talk},
		}, rec)
	}}
}
