package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func theOtherOrder() Card {
	return Card{Name: "the-other-order", Group: Size, Title: "The other order", Story: func(Measured) Story {
		const size = trace.Size(2)
		usual := record("fibonacci", size, 10)
		rec := record("fibonacci-n-2-first", size, 10)
		without := record("fibonacci", 0, 10)
		step := first(rec, 0, hit)
		key := event(rec, step).Key
		return shown(Story{
			Ask: say("With ").size(size).say(", ").statement(usual, 0).say(" runs its body ").n(usual.Bodies()).
				say(" times. Now the last line asks for the ").bold("smaller number first").say(". How often does the body run?"),
			Guess: Guess{Kind: Choice, Truth: 3,
				Options: texts(without.Bodies(), usual.Bodies(), usual.Bodies()/2, rec.Bodies())},
			Tone: words.Hit.Name,
			Why: Text(nil).tone(words.Hit, "").call(rec, key).say(" was just stored when it is asked for again, at ").step(rec, step).
				say(". With the smaller number first the two results that the next sum needs are always the last two that were stored, so ").
				size(size).say(" is enough for ").n(rec.Bodies()).say(" runs, one for each number."),
			Watch: watch(rec, step),
			Words: []string{"body runs", "recently used"},
			More:  []Source{functools},
		}, rec)
	}}
}
