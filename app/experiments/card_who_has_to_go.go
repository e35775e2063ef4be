package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func whoHasToGo() Card {
	return Card{Name: "who-has-to-go", Group: Size, Title: "Who has to go?", Story: func(Measured) *Story {
		const slots = trace.Size(3)
		rec := record("calc_pi", slots, 1, 2, 3, 1, 4, 1, 2)
		at := first(rec, 0, trace.Event.Evicts)
		victim := event(rec, at).Victim()
		last := rec.Why(at).At
		before := rec.At(at - 1)
		by := event(rec, at).Key
		used := first(rec, 0, hit)
		oldest := event(rec, used).Key // stored first, and asked for again since

		g := Guess{Kind: Tap}
		for i := len(before.Order) - 1; i >= 0; i-- {
			who := before.Order[i]
			if who == victim {
				g.Truth = len(g.Options)
			}
			g.Options = append(g.Options, text("#", call(rec, who)))
		}
		// Not in the order of use: that would be the answer.
		g.Options, g.Truth = sorted(g.Options, g.Truth)
		ask := text("A cache with # is asked for ", size(slots))
		for i, r := range rec.Results {
			if r.First >= at {
				break
			}
			if i > 0 {
				ask = append(ask, text(", ")...)
			}
			ask = append(ask, text("#", key(rec, r.Key))...)
		}
		return shown(&Story{
			Ask:   append(ask, text(", and the last of these finds no place. *Which entry has to go?*")...),
			Guess: g,
			Tone:  words.Evict.Name,
			Why: text("## goes: it was last used at #, and every other entry was used since. # was stored before it, but the hit at # made it recent again, so storing # at # leaves it in: LRU is not first in, first out.",
				tone(words.Evict, ""), call(rec, victim), step(rec, last), call(rec, oldest), step(rec, used), call(rec, by), step(rec, at)),
			Watch: watch(rec, at),
			Words: []string{"evicted", "recently used"},
			More:  []Source{functools},
		}, rec)
	}}
}
