package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func factorialsFirstCall() Card {
	return Card{Name: "factorials-first-call", Group: Pays, Title: "factorial’s first call gains nothing", Story: func(Measured) Story {
		const size = trace.Size(6)
		s := script("factorial", size, 10, 5, 12)
		rec := trace.Record(s)
		below := s
		below.Size--
		less := trace.Record(below)
		cold, later := rec.Results[0], rec.Results[2]
		hits, all := int(cold.Info.Hits), int(rec.Info().Hits)
		step := first(rec, cold.Last, hit)
		late := first(rec, later.First, hit)
		return shown(Story{
			Ask: say("The documentation calls ").statement(rec, 0).say(", then ").statement(rec, 1).say(", then ").statement(rec, 2).say(", here with ").size(size).
				say(". ").bold("How many hits does the first of these calls get?"),
			Guess: Guess{Kind: Choice, Options: texts(cold.Bodies, cold.Bodies/2, all, hits), Truth: 3},
			Tone:  words.Miss.Name,
			Why: Text(nil).tone(words.Miss, "").n(hits).say(": going down, it asks for each number once, so a cache cannot help, of whatever size. It pays later: ").
				call(rec, event(rec, step).Key).say(" is there at ").step(rec, step).say(", and ").call(rec, event(rec, late).Key).say(" at ").step(rec, late).
				say(" saves all below it; with ").size(below.Size).say(" there would be ").times(int(less.Info().Hits), "hit", "hits").say(" instead of ").n(all).say("."),
			Watch: watch(rec, step),
			Own:   watch(less, -1),
			Words: []string{"hits", "recursion"},
			More:  []Source{functools, talk},
		}, rec)
	}}
}
