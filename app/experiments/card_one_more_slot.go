package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func oneMoreSlot() Card {
	return Card{Name: "one-more-slot", Group: Size, Title: "One more slot", Story: func(Measured) *Story {
		const few, more, most = trace.Size(2), trace.Size(3), trace.Size(8)
		s := script("fibonacci", few, 10)
		points := curve(s, most)
		rec := trace.Record(s)
		lost := rec.Why(first(rec, 0, again))
		at := first(rec, 0, again)
		who := event(rec, at).Key

		note := ""
		if points[more].Bodies == points[most].Bodies {
			note = ": as few as with more"
		}
		wide := s
		wide.Size = more
		return shown(&Story{
			Ask: text("With #, # runs its body # times. *How often does it run with one more slot?*", size(few), statement(rec, 0), n(rec.Bodies())),
			Guess: Guess{Kind: Dot, Points: points, At: more, Truth: points[more].Bodies, Note: note,
				Offers: []int{points[few].Bodies, points[few].Bodies / 2, points[few].Bodies / 4}},
			Tone: words.Again.Name,
			Why: text("## is no longer thrown out before it is needed. With #, storing # pushed it out at #, and at # it was computed again; a further slot keeps it, and # runs are as few as there can be: one for each number.",
				tone(words.Again, ""), call(rec, who), size(few), call(rec, lost.By), step(rec, lost.At), step(rec, at), n(points[more].Bodies)),
			Watch: watch(rec, at),
			Own:   playground(wide, -1),
			Words: []string{"body runs", "evicted"},
			More:  []Source{functools},
		}, rec)
	}}
}
