package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func theTalksPi() Card {
	return Card{Name: "the-talks-calc-pi", Group: Pays, Title: "The talk’s calc_pi", Story: func(Measured) Story {
		const size = trace.Size(2)
		// A thousandth of the talk's numbers, so that it takes no time. Which calls
		// hit depends on which are the same, and on nothing else.
		rec := record("calc_pi", size, 5_000, 5_000, 6_000, 6_000, 7_000, 7_000, 5_000, 7_000)
		step := first(rec, 0, again)
		lost := rec.Why(step)
		key := event(rec, step).Key
		ask := say("With ").size(size).say(", each of these calls is slow or instant: ")
		for i, r := range rec.Results {
			if i > 0 {
				ask = ask.say(", ")
			}
			ask = ask.key(rec, r.Key)
		}
		all := len(rec.Results)
		return shown(Story{
			Ask:   ask.say(" terms. ").bold("How many of them are slow?"),
			Guess: Guess{Kind: Choice, Options: texts(rec.Keys(), rec.Bodies(), rec.Bodies()+1, all), Truth: 1},
			Tone:  words.Again.Name,
			Why: Text(nil).tone(words.Again, "").n(rec.Bodies()).say(": the first call for each of ").times(rec.Keys(), "number", "numbers").say(", and ").call(rec, key).
				say(" once more. Storing ").call(rec, lost.By).say(" at ").step(rec, lost.At).say(" pushed it out, so at ").step(rec, step).
				say(" the sum is added up again; the last call is instant, since it was used after that."),
			Watch: watch(rec, step),
			Own:   playground(script("calc_pi", size, 5_000_000, 5_000_000, 6_000_000, 6_000_000, 7_000_000, 7_000_000, 5_000_000, 7_000_000), -1),
			Words: []string{"body runs", "evicted", "recently used"},
			More:  []Source{talk},
		}, rec)
	}}
}
