package experiments

import "playground/app/words"

func aFailingCall() Card {
	return Card{Name: "a-failing-call", Group: NotFor, Title: "A failing call", Story: func(Measured) Story {
		rec := record("factorial", lru128, -1, -1)
		once, twice := rec.Results[0].Info, rec.Results[1].Info
		step := rec.Results[1].First + 1
		misses := int(once.Misses)
		return shown(Story{
			Ask: Text(nil).call(rec, 0).say(" never comes to its end: it raises a RecursionError after ").times(misses, "miss", "misses").
				say(". ").bold("What happens when it is called again?"),
			Guess: Guess{Kind: Choice, Truth: 3, Options: []Text{
				say("The cache remembers the error and raises it at once."),
				say("It returns ").code("None").say("."),
				say("One more miss, then the error."),
				Text(nil).times(int(twice.Misses-once.Misses), "miss", "misses").say(" more, then the error."),
			}},
			Tone: words.Again.Name,
			Why: Text(nil).tone(words.Again, "Everything again: ").say("only what a call returns is stored, and these did not return, so at ").step(rec, step).
				say(" nothing is there: ").ran(twice.String()).say(". A call that fails for a moment may work the next time; one that fails every time costs its full price every time."),
			Watch: watch(rec, step),
			Words: []string{"misses", "recursion"},
			More:  []Source{functools},
		}, rec)
	}}
}
