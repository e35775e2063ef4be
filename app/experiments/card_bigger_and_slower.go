package experiments

import (
	"playground/app/trace"
	"playground/app/words"
)

func biggerAndSlower() Card {
	return Card{Name: "bigger-and-slower", Group: Size, Title: "Bigger, and slower", Story: func(Measured) *Story {
		const few, more, most = trace.Size(5), trace.Size(6), trace.Size(9)
		s := script("stairs", few, 21)
		points := curve(s, most)
		wide := s
		wide.Size = more
		rec := trace.Record(wide)
		at := first(rec, 0, again)
		lost := rec.Why(at)
		return shown(&Story{
			Ask: text("This function asks for three others, and with # its body runs # times. *How often does it run with one more slot?*", size(few), n(points[few].Bodies)),
			Guess: Guess{Kind: Dot, Points: points, At: more, Truth: points[more].Bodies,
				Offers: []int{points[few].Bodies, points[few].Bodies / 2, points[more+1].Bodies}},
			Tone: words.Again.Name,
			Why: text("## times: more room made it worse. A hit makes its entry recent, and which calls hit changes which entries are oldest: here storing # at # throws out #, which is wanted again at #, and a miss makes three more calls; with # it is # runs.",
				tone(words.Again, ""), n(points[more].Bodies), call(rec, lost.By), step(rec, lost.At), call(rec, event(rec, at).Key), step(rec, at), size(more+1), n(points[more+1].Bodies)),
			Watch: watch(rec, at),
			Own:   playground(s, -1),
			Words: []string{"body runs", "recently used", "evicted"},
			More:  []Source{functools},
		}, rec)
	}}
}
