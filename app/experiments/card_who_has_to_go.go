package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func whoHasToGo() Card {
	return Card{Name: "who-has-to-go", Group: Size, Title: "Who has to go?", Story: func(Measured) Story {
		const size = trace.Size(3)
		rec := record("calc_pi", size, 1, 2, 3, 1, 4, 1, 2)
		step := first(rec, 0, trace.Event.Evicts)
		victim := event(rec, step).Victim()
		last := rec.Why(step).At
		before := rec.At(step - 1)
		by := event(rec, step).Key
		used := first(rec, 0, hit)
		oldest := event(rec, used).Key // stored first, and asked for again since

		g := Guess{Kind: Tap}
		for i := len(before.Order) - 1; i >= 0; i-- {
			key := before.Order[i]
			if key == victim {
				g.Truth = len(g.Options)
			}
			g.Options = append(g.Options, Text(nil).call(rec, key))
		}
		// Not in the order of use: that would be the answer.
		g.Options, g.Truth = sorted(g.Options, g.Truth)
		ask := say("A cache with ").size(size).say(" is asked for ")
		for i, r := range rec.Results {
			if r.First >= step {
				break
			}
			if i > 0 {
				ask = ask.say(", ")
			}
			ask = ask.key(rec, r.Key)
		}
		return shown(Story{
			Ask:   ask.say(". The last of these has no place. ").bold("Which entry has to go?").say(" Tap it."),
			Guess: g,
			Tone:  words.Evict.Name,
			Why: Text(nil).tone(words.Evict, "").call(rec, victim).say(" goes: it was last used at ").step(rec, last).
				say(", and every other entry was used since. ").call(rec, oldest).say(" was stored before it, but the hit at ").
				step(rec, used).say(" made it recent again, so storing ").call(rec, by).say(" at ").step(rec, step).say(" leaves it in: LRU is not first in, first out."),
			Watch: watch(rec, step),
			Words: []string{"evicted", "recently used"},
			More:  []Source{functools},
		}, rec)
	}}
}
