package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func theOtherOrder() Card {
	return Card{Name: "the-other-order", Group: Size, Title: "The other order", Story: func(Measured) *Story {
		const slots = trace.Size(2)
		usual := record("fibonacci", slots, 10)
		rec := record("fibonacci-n-2-first", slots, 10)
		without := record("fibonacci", 0, 10)
		at := first(rec, 0, hit)
		who := event(rec, at).Key
		return shown(&Story{
			Ask: text("With #, # runs its body # times. *How often does it run if the last line asks for the smaller number first?*", size(slots), statement(usual, 0), n(usual.Bodies())),
			Guess: Guess{Kind: Choice, Truth: 3,
				Options: texts(without.Bodies(), usual.Bodies(), usual.Bodies()/2, rec.Bodies())},
			Tone: words.Hit.Name,
			Why: text("# was just stored when it is asked for again, at #. With the smaller number first the two results that the next sum needs are always the last two that were stored, so # is enough for # runs, one for each number.",
				call(rec, who), step(rec, at), size(slots), n(rec.Bodies())),
			Watch: watch(rec, at),
			Words: []string{"body runs", "recently used"},
			More:  []Source{functools},
		}, rec)
	}}
}
