package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func oneMoreSlot() Card {
	return Card{Name: "one-more-slot", Group: Size, Title: "One more slot", Story: func(Measured) Story {
		const few, more, most = trace.Size(2), trace.Size(3), trace.Size(8)
		s := script("fibonacci", few, 10)
		points := curve(s, most)
		rec := trace.Record(s)
		lost := rec.Why(first(rec, 0, again))
		step := first(rec, 0, again)
		key := event(rec, step).Key

		note := ""
		if points[more].Bodies == points[most].Bodies {
			note = ": as few as with more"
		}
		wide := s
		wide.Size = more
		return shown(Story{
			Ask: say("With ").size(few).say(", ").statement(rec, 0).say(" runs its body ").n(rec.Bodies()).
				say(" times. Give it ").bold("one more slot").say(". How often does the body run now?"),
			Guess: Guess{Kind: Dot, Points: points, At: more, Truth: points[more].Bodies, Note: note,
				Offers: []int{points[few].Bodies, points[few].Bodies / 2, points[few].Bodies / 4}},
			Tone: words.Again.Name,
			Why: Text(nil).tone(words.Again, "").call(rec, key).say(" is no longer thrown out before it is needed. With ").size(few).
				say(", storing ").call(rec, lost.By).say(" pushed it out at ").step(rec, lost.At).
				say(", and at ").step(rec, step).say(" it was computed again; a further slot keeps it, and ").n(points[more].Bodies).
				say(" runs are as few as there can be: one for each number."),
			Watch: watch(rec, step),
			Own:   playground(wide, -1),
			Words: []string{"body runs", "evicted"},
			More:  []Source{functools},
		}, rec)
	}}
}
