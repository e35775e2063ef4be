package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func theRecursionLimit() Card {
	return Card{Name: "the-recursion-limit", Group: Pays, Title: "The recursion limit", Story: func(Measured) Story {
		rec := record("fibonacci", trace.None, 1500)
		warm := record("fibonacci", trace.None, 500, 1000, 1500)
		fails := rec.Results[0]
		n := len(warm.Results) - 1
		begins := warm.Results[n].First + 1
		step := first(warm, begins, hit)
		options := []Text{say("Both fail."), say("Both work."), say("The long call alone fails, the steps work."), say("The steps fail, the long call alone works.")}
		truth := 0
		switch cold, steps := fails.Outcome == trace.Returned, warm.Results[n].Outcome == trace.Returned; {
		case cold && steps:
			truth = 1
		case steps:
			truth = 2
		case cold:
			truth = 3
		}
		return shown(Story{
			Ask: say("Python allows ").times(trace.MaxDepth, "call", "calls").say(" in one another. One program calls ").statement(rec, 0).
				say(" at once; another ").statement(warm, 0).say(", ").statement(warm, 1).say(" and then ").statement(warm, 2).say(". ").bold("Which one works?"),
			Guess: Guess{Kind: Choice, Options: options, Truth: truth},
			Tone:  words.Hit.Name,
			Why: Text(nil).tone(words.Hit, "The steps work. ").say("Cold, the recursion goes down to the bottom and ends in a RecursionError after ").times(fails.Bodies, "miss", "misses").
				say(" with nothing stored. Warmed, it goes down only to what is there already: ").call(warm, event(warm, step).Key).say(" answers at ").step(warm, step).say("."),
			Watch: watch(warm, step),
			Own:   watch(rec, -1),
			Words: []string{"recursion", "misses"},
			More:  []Source{functools},
		}, warm)
	}}
}
