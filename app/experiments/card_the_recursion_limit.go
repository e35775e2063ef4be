package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func theRecursionLimit() Card {
	return Card{Name: "the-recursion-limit", Group: Pays, Title: "The recursion limit", Story: func(Measured) *Story {
		rec := record("fibonacci", trace.None, 1500)
		warm := record("fibonacci", trace.None, 500, 1000, 1500)
		fails := rec.Results[0]
		n := len(warm.Results) - 1
		begins := warm.Results[n].First + 1
		at := first(warm, begins, hit)
		options := []Text{text("Both fail."), text("Both work."), text("The long call alone fails, the steps work."), text("The steps fail, the long call alone works.")}
		truth := 0
		switch cold, steps := fails.Outcome == trace.Returned, warm.Results[n].Outcome == trace.Returned; {
		case cold && steps:
			truth = 1
		case steps:
			truth = 2
		case cold:
			truth = 3
		}
		return shown(&Story{
			Ask: text("Python allows # in one another. One program calls # at once, another calls #, # and then #: *which one works?*",
				times(trace.MaxDepth, "call", "calls"), statement(rec, 0), statement(warm, 0), statement(warm, 1), statement(warm, 2)),
			Guess: Guess{Kind: Choice, Options: options, Truth: truth},
			Tone:  words.Hit.Name,
			Why: text("#cold, the recursion goes down to the bottom and ends in a RecursionError after # with nothing stored. Warmed, it goes down only to what is there already: # answers at #.",
				tone(words.Hit, "The steps work: "), times(fails.Bodies, "miss", "misses"), call(warm, event(warm, at).Key), step(warm, at)),
			Watch: watch(warm, at),
			Own:   watch(rec, -1),
			Words: []string{"recursion", "misses"},
			More:  []Source{functools},
		}, warm)
	}}
}
