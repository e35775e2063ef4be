package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func readTheCounters() Card {
	return Card{Name: "read-the-counters", Group: Info, Title: "Read the counters", Story: func(Measured) *Story {
		rec := record("fibonacci", trace.None, 10, 10)
		once, misses := int(rec.Results[0].Info.Hits), int(rec.Results[0].Info.Misses)
		twice := int(rec.Results[1].Info.Hits)
		at := rec.Results[1].First + 1
		who := event(rec, at).Key
		return shown(&Story{
			Ask: text("After # with #, cache_info() counts # misses. *How many hits are there when the same is called once more?*", statement(rec, 0), size(trace.None), n(misses)),
			Guess: Guess{Kind: Number, Truth: twice, Most: 2 * misses, Unit: "hits",
				Offers: []int{twice - once, misses, misses + once}},
			Tone: words.Hit.Name,
			Why: text("# of the hits come from the first call alone, whose recursion asks for most numbers twice. The second call adds a single one, at #: # is there and answers at once, so nothing beneath it is asked for: #.",
				n(once), step(rec, at), call(rec, who), ran(rec.Info().String())),
			Watch: watch(rec, at),
			Words: []string{"hits", "misses"},
			More:  []Source{functools},
		}, rec)
	}}
}
