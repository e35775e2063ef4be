package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func aLoopTooLong() Card {
	return Card{Name: "a-loop-too-long", Group: Size, Title: "A loop one key too long", Story: func(Measured) Story {
		const size, rounds, keys = trace.Size(3), 5, 4
		var calls []int
		for range rounds {
			for k := range keys {
				calls = append(calls, k+1)
			}
		}
		rec := record("calc_pi", size, calls...)
		wide := record("calc_pi", size+1, calls...)
		hits, enough := int(rec.Info().Hits), int(wide.Info().Hits)
		step := first(rec, 0, again)
		key := event(rec, step).Key
		lost := rec.Why(step)
		ask := Text(nil).times(keys, "key", "keys").say(" are asked for in a circle, ").times(rounds, "time", "times").say(" around: ")
		for k := range keys {
			ask = ask.call(rec, int32(k)).say(", ")
		}
		return shown(Story{
			Ask:   ask.say("and again. There are ").size(size).say(" slots, one too few. ").bold("How many of the ").n(len(calls)).bold(" calls are hits?"),
			Guess: Guess{Kind: Number, Truth: hits, Most: len(calls), Unit: "hits", Offers: []int{enough, enough / 2, len(calls) / keys}},
			Tone:  words.Evict.Name,
			Why: Text(nil).tone(words.Evict, "None: ").say("what is asked for next was always evicted just before. ").call(rec, key).say(" made room for ").call(rec, lost.By).
				say(" at ").step(rec, lost.At).say(" and was wanted at ").step(rec, step).say("; with ").size(size + 1).say(" there are ").
				n(enough).say(" hits, all but the first round."),
			Watch: watch(rec, step),
			Own:   watch(wide, -1),
			Words: []string{"hits", "evicted", "recently used"},
			More:  []Source{functools},
		}, rec)
	}}
}
