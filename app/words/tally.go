package words

import "playground/app/trace"

// A Tally counts what happened in a stretch of a recording. The zero value has
// counted nothing.
type Tally struct {
	Steps                          int
	Hits, Misses, Again, Evictions int
	Counted                        int // steps that were counted and not recorded
}

// TallyOf counts the events from first up to, and without, last.
func TallyOf(rec *trace.Recording, first, last int) Tally {
	var t Tally
	for i := first; i < last; i++ {
		t.Add(rec, i)
	}
	return t
}

// Add counts the event at index i.
func (t *Tally) Add(rec *trace.Recording, i int) {
	e := rec.Events[i]
	t.Steps++
	switch e.Kind {
	case trace.Hit:
		t.Hits++
	case trace.Miss:
		t.Misses++
	case trace.Again:
		t.Again++
	case trace.Skip:
		t.Counted += rec.Skipped(i)
	}
	if e.Evicts() {
		t.Evictions++
	}
}

// Lookups is how many calls there were.
func (t Tally) Lookups() int { return t.Hits + t.Misses + t.Again }

// Said is the tally in a sentence.
func (t Tally) Said() string {
	say := Plural(t.Steps, "step", "steps") + ": " +
		Plural(t.Hits, "hit", "hits") + ", " +
		Count(t.Misses) + " computed, " +
		Count(t.Again) + " computed again, " +
		Plural(t.Evictions, "eviction", "evictions") + "."
	if t.Counted > 0 {
		say += " " + Plural(t.Counted, "more step was", "more steps were") + " counted, not recorded."
	}
	return say
}
