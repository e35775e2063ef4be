package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func biggerAndSlower() Card {
	return Card{Name: "bigger-and-slower", Group: Size, Title: "Bigger, and slower", Story: func(Measured) Story {
		const few, more, most = trace.Size(5), trace.Size(6), trace.Size(9)
		s := script("stairs", few, 21)
		points := curve(s, most)
		wide := s
		wide.Size = more
		rec := trace.Record(wide)
		step := first(rec, 0, again)
		lost := rec.Why(step)
		return shown(Story{
			Ask: say("This function asks for three others. With ").size(few).say(" the body runs ").n(points[few].Bodies).
				say(" times. ").bold("How often with one more slot?"),
			Guess: Guess{Kind: Dot, Points: points, At: more, Truth: points[more].Bodies,
				Offers: []int{points[few].Bodies, points[few].Bodies / 2, points[more+1].Bodies}},
			Tone: words.Again.Name,
			Why: Text(nil).tone(words.Again, "").n(points[more].Bodies).say(" times: more room made it worse. A hit makes its entry recent, and which calls hit changes which entries are oldest: here storing ").
				call(rec, lost.By).say(" at ").step(rec, lost.At).say(" throws out ").call(rec, event(rec, step).Key).say(", which is wanted again at ").step(rec, step).
				say(", and a miss makes three more calls; with ").size(more + 1).say(" it is ").n(points[more+1].Bodies).say(" runs."),
			Watch: watch(rec, step),
			Own:   playground(s, -1),
			Words: []string{"body runs", "recently used", "evicted"},
			More:  []Source{functools},
		}, rec)
	}}
}
