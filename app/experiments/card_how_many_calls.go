package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func howManyCalls() Card {
	return Card{Name: "how-many-calls", Group: Saves, Title: "How many calls?", Story: func(Measured) Story {
		without := record("fibonacci", 0, 10)
		rec := record("fibonacci", trace.None, 10)
		step := first(rec, 0, hit)
		key := event(rec, step).Key
		return shown(Story{
			Ask: say("Without a cache, ").statement(rec, 0).say(" runs its body ").n(without.Bodies()).
				say(" times, since it computes the same numbers over and over. With a cache that keeps every result, ").
				bold("how often does the body run?"),
			Guess: Guess{Kind: Number, Truth: rec.Bodies(), Most: without.Bodies(), Unit: "runs of the body",
				Offers: []int{without.Bodies(), without.Bodies() / 2, rec.Bodies() * 5}},
			Tone: words.Hit.Name,
			Why: Text(nil).tone(words.Hit, "Once for each number. ").say("There are ").n(rec.Keys()).say(" different calls, and each is computed once; all others are answered, ").
				times(int(rec.Info().Hits), "call", "calls").say(" in all. The first is ").call(rec, key).say(" at ").step(rec, step).
				say(": it was computed on the way to another number, so nothing beneath it is asked for a second time."),
			Watch: watch(rec, step),
			Words: []string{"body runs", "recursion"},
			More:  []Source{talk, functools},
		}, rec)
	}}
}
