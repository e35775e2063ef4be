package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func readTheCounters() Card {
	return Card{Name: "read-the-counters", Group: Info, Title: "Read the counters", Story: func(Measured) Story {
		rec := record("fibonacci", trace.None, 10, 10)
		once, misses := int(rec.Results[0].Info.Hits), int(rec.Results[0].Info.Misses)
		twice := int(rec.Results[1].Info.Hits)
		step := rec.Results[1].First + 1
		key := event(rec, step).Key
		return shown(Story{
			Ask: say("After ").statement(rec, 0).say(" with ").size(trace.None).say(", cache_info() counts ").n(misses).
				say(" misses. The same is called ").bold("once more").say(". How many hits are there then?"),
			Guess: Guess{Kind: Number, Truth: twice, Most: 2 * misses, Unit: "hits",
				Offers: []int{twice - once, misses, misses + once}},
			Tone: words.Hit.Name,
			Why: Text(nil).tone(words.Hit, "").n(once).say(" of the hits come from the first call alone, whose recursion asks for most numbers twice. The second call adds a single one, at ").
				step(rec, step).say(": ").call(rec, key).say(" is there and answers at once, so nothing beneath it is asked for: ").ran(rec.Info().String()).say("."),
			Watch: watch(rec, step),
			Words: []string{"hits", "misses"},
			More:  []Source{functools},
		}, rec)
	}}
}
