package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func whatCacheClearKeeps() Card {
	return Card{Name: "what-cache-clear-keeps", Group: Info, Title: "What cache_clear keeps", Story: func(Measured) *Story {
		const slots = trace.Size(128)
		s := script("fibonacci", slots, 10).With(cleared)
		rec := trace.Record(s)
		full, empty := rec.Results[0].Info, rec.Info()
		counted, off := full, empty
		counted.CurrSize = 0
		off.MaxSize = 0
		at := len(rec.Events)
		again := trace.Record(s.With(s.Statements[0]))
		return shown(&Story{
			Ask: text("After #, cache_info() says #. *What does it say after* #?", statement(rec, 0), ran(full.String()), statement(rec, 1)),
			Guess: Guess{Kind: Choice, Truth: 2, Options: []Text{
				text("#",
					ran(full.String())), text("#",
					ran(counted.String())), text("#", ran(empty.String())), text("#", ran(off.String()))}},
			Tone: words.Again.Name,
			Why: text("#cache_clear() at # forgets every entry and sets both counters back. The same call computes everything again, # of the body, and there is no way to forget a single entry.",
				tone(words.Again, "Everything but maxsize is gone: "), step(rec, at), times(again.Results[2].Bodies, "run", "runs")),
			Watch: watch(rec, at),
			Own:   watch(again, -1),
			Words: []string{"hits", "misses", "maxsize"},
			More:  []Source{functools},
		}, rec)
	}}
}
