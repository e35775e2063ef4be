package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func theSecondCall() Card {
	return Card{Name: "the-second-call", Group: Saves, Title: "The second call", Story: func(Measured) Story {
		const size = trace.Size(1)
		rec := record("fibonacci", size, 10, 10)
		once, second := rec.Results[0].Bodies, rec.Results[1].Bodies
		step := rec.Results[1].First + 1
		stored := rec.Why(step).At
		return shown(Story{
			Ask: say("With a single slot, ").size(size).say(", ").statement(rec, 0).say(" runs its body ").n(once).
				say(" times: as often as without a cache. ").bold("How often does it run when the same is called again?"),
			Guess: Guess{Kind: Choice, Options: texts(once, once/2, once/once, second), Truth: 3},
			Tone:  words.Hit.Name,
			Why: Text(nil).tone(words.Hit, "The last result is there. ").call(rec, event(rec, step).Key).say(" was stored last, at ").step(rec, stored).
				say(", so it is the one that the slot still holds at ").step(rec, step).say(". Within the first call the slot never helped: by the time that a number was asked for again, another had taken its place."),
			Watch: watch(rec, step),
			Words: []string{"body runs", "maxsize"},
			More:  []Source{functools},
		}, rec)
	}}
}
