package draw

import (
	"playground/app/trace"
	"playground/app/words"
)

// binned sorts the first events into n bins of equal length. Every event is in
// exactly one, so nothing is lost, however many there are.
func binned(rec *trace.Recording, events, n int) []words.Tally {
	bins := make([]words.Tally, n)
	for i := range events {
		bins[i*n/events].Add(rec, i)
	}
	return bins
}
