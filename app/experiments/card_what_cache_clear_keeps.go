package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func whatCacheClearKeeps() Card {
	return Card{Name: "what-cache-clear-keeps", Group: Info, Title: "What cache_clear keeps", Story: func(Measured) Story {
		const size = trace.Size(128)
		s := script("fibonacci", size, 10).With(cleared)
		rec := trace.Record(s)
		full, empty := rec.Results[0].Info, rec.Info()
		counted, off := full, empty
		counted.CurrSize = 0
		off.MaxSize = 0
		step := len(rec.Events)
		again := trace.Record(s.With(s.Statements[0]))
		return shown(Story{
			Ask: say("After ").statement(rec, 0).say(", cache_info() says ").ran(full.String()).say(". Then ").statement(rec, 1).
				say(" is called. ").bold("What does it say now?"),
			Guess: Guess{Kind: Choice, Truth: 2, Options: []Text{
				Text(nil).ran(full.String()), Text(nil).ran(counted.String()), Text(nil).ran(empty.String()), Text(nil).ran(off.String())}},
			Tone: words.Again.Name,
			Why: Text(nil).tone(words.Again, "Everything but maxsize is gone: ").say("cache_clear() at ").step(rec, step).say(" forgets every entry and sets both counters back. ").
				say("The same call computes everything again, ").times(again.Results[2].Bodies, "run", "runs").say(" of the body, and there is no way to forget a single entry."),
			Watch: watch(rec, step),
			Own:   watch(again, -1),
			Words: []string{"hits", "misses", "maxsize"},
			More:  []Source{functools},
		}, rec)
	}}
}
