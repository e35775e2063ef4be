package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func aLoopTooLong() Card {
	return Card{Name: "a-loop-too-long", Group: Size, Title: "A loop one key too long", Story: func(Measured) *Story {
		const slots, rounds, keys = trace.Size(3), 5, 4
		var calls []int
		for range rounds {
			for k := range keys {
				calls = append(calls, k+1)
			}
		}
		rec := record("calc_pi", slots, calls...)
		wide := record("calc_pi", slots+1, calls...)
		hits, enough := int(rec.Info().Hits), int(wide.Info().Hits)
		at := first(rec, 0, again)
		who := event(rec, at).Key
		lost := rec.Why(at)
		ask := text("# are asked for in a circle, # around: ", times(keys, "key", "keys"), times(rounds, "time", "times"))
		for k := range keys {
			ask = append(ask, text("#, ", call(rec, int32(k)))...)
		}
		return shown(&Story{
			Ask:   append(ask, text("and again. With #, one slot too few, *how many of the *#* calls are hits?*", size(slots), n(len(calls)))...),
			Guess: Guess{Kind: Number, Truth: hits, Most: len(calls), Unit: "hits", Offers: []int{enough, enough / 2, len(calls) / keys}},
			Tone:  words.Evict.Name,
			Why: text("#what is asked for next was always evicted just before, as # made room for # at # and was wanted at #. With # there are # hits, all but the first round.",
				tone(words.Evict, "None: "), call(rec, who), call(rec, lost.By), step(rec, lost.At), step(rec, at), size(slots+1), n(enough)),
			Watch: watch(rec, at),
			Own:   watch(wide, -1),
			Words: []string{"hits", "evicted", "recently used"},
			More:  []Source{functools},
		}, rec)
	}}
}
