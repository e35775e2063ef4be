package experiments

import "playground/app/words"

func aFailingCall() Card {
	return Card{Name: "a-failing-call", Group: NotFor, Title: "A failing call", Story: func(Measured) *Story {
		rec := record("factorial", lru128, -1, -1)
		once, twice := rec.Results[0].Info, rec.Results[1].Info
		at := rec.Results[1].First + 1
		misses := int(once.Misses)
		return shown(&Story{
			Ask: text("# never comes to its end: it raises a RecursionError after #. *What happens when it is called again?*", call(rec, 0), times(misses, "miss", "misses")),
			Guess: Guess{Kind: Choice, Truth: 3, Options: []Text{
				text("The cache remembers the error and raises it at once."),
				text("It returns ^None^."),
				text("One more miss, then the error."),
				text("# more, then the error.", times(int(twice.Misses-once.Misses), "miss", "misses")),
			}},
			Tone: words.Again.Name,
			Why: text("#only what a call returns is stored, and these did not return, so at # nothing is there: #. A call that fails for a moment may work the next time; one that fails every time costs its full price every time.",
				tone(words.Again, "Everything again: "), step(rec, at), ran(twice.String())),
			Watch: watch(rec, at),
			Words: []string{"misses", "recursion"},
			More:  []Source{functools},
		}, rec)
	}}
}
