package draw

import (
	"playground/app/trace"
	"playground/app/words"
)

// A bin counts what happened in a stretch of a recording.
type bin struct{ hits, misses, again, evictions, counted int }

// lookups is how many calls there were.
func (b bin) lookups() int { return b.hits + b.misses + b.again }

// add counts the event at index i.
func (b *bin) add(rec *trace.Recording, i int) {
	e := rec.Events[i]
	switch e.Kind {
	case trace.Hit:
		b.hits++
	case trace.Miss:
		b.misses++
	case trace.Again:
		b.again++
	case trace.Skip:
		b.counted += rec.Skipped(i)
	}
	if e.Evicts() {
		b.evictions++
	}
}

// binned sorts the events into n bins of equal length. Every event is in exactly
// one, so nothing is lost, however many there are.
func binned(rec *trace.Recording, n int) []bin {
	bins := make([]bin, n)
	events := len(rec.Events)
	for i := range events {
		bins[i*n/events].add(rec, i)
	}
	return bins
}

// tellBin says in words what a bin of so many steps holds.
func tellBin(b bin, steps int) string {
	say := words.Plural(steps, "step", "steps") + ": " +
		words.Plural(b.hits, "hit", "hits") + ", " +
		words.Count(b.misses) + " computed, " +
		words.Count(b.again) + " computed again, " +
		words.Plural(b.evictions, "eviction", "evictions") + "."
	if b.counted > 0 {
		say += " " + words.Plural(b.counted, "more step was", "more steps were") + " counted, not recorded."
	}
	return say
}
