package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func theSecondCall() Card {
	return Card{Name: "the-second-call", Group: Saves, Title: "The second call", Story: func(Measured) *Story {
		const slots = trace.Size(1)
		rec := record("fibonacci", slots, 10, 10)
		once, second := rec.Results[0].Bodies, rec.Results[1].Bodies
		at := rec.Results[1].First + 1
		stored := rec.Why(at).At
		return shown(&Story{
			Ask:   text("With a single slot, #, # runs its body # times: as often as without a cache. *How often does it run when the same is called again?*", size(slots), statement(rec, 0), n(once)),
			Guess: Guess{Kind: Choice, Options: texts(once, once/2, justOne, second), Truth: 3},
			Tone:  words.Hit.Name,
			Why: text("## was stored at #, after all others, so it is what the slot still holds at #. Within the first call the slot never helped: by the time that a number was asked for again, another had taken its place.",
				tone(words.Hit, "The last result is there: "), call(rec, event(rec, at).Key), step(rec, stored), step(rec, at)),
			Watch: watch(rec, at),
			Words: []string{"body runs", "maxsize"},
			More:  []Source{functools},
		}, rec)
	}}
}
