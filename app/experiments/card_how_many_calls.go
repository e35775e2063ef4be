package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func howManyCalls() Card {
	return Card{Name: "how-many-calls", Group: Saves, Title: "How many calls?", Story: func(Measured) *Story {
		without := record("fibonacci", 0, 10)
		rec := record("fibonacci", trace.None, 10)
		at := first(rec, 0, hit)
		who := event(rec, at).Key
		return shown(&Story{
			Ask: text("Without a cache, # runs its body # times, since it computes the same numbers over and over. With a cache that keeps every result, *how often does the body run?*", statement(rec, 0), n(without.Bodies())),
			Guess: Guess{Kind: Number, Truth: rec.Bodies(), Most: without.Bodies(), Unit: "runs of the body",
				Offers: []int{without.Bodies(), without.Bodies() / 2, rec.Bodies() * 5}},
			Tone: words.Hit.Name,
			Why: text("#there are # different calls, and all others are answered from the cache, # in all. The first of those is # at #: it was computed on the way to another number, so nothing beneath it is asked for a second time.",
				tone(words.Hit, "Once for each number: "), n(rec.Keys()), times(int(rec.Info().Hits), "call", "calls"), call(rec, who), step(rec, at)),
			Watch: watch(rec, at),
			Words: []string{"body runs", "recursion"},
			More:  []Source{talk, functools},
		}, rec)
	}}
}
