package draw

import "playground/app/trace"

// tell says what a step did.
func tell(rec *trace.Recording, step int) string {
	e := rec.Events[step-1]
	say := "step " + Count(step) + ": "
	switch {
	case e.Kind == trace.Hit:
		return say + "✓ hit " + Call(rec, e.Key)
	case e.Kind == trace.Miss:
		return say + "+ computes " + Call(rec, e.Key)
	case e.Kind == trace.Again:
		return say + "↻ computes " + Call(rec, e.Key) + " again"
	case e.Evicts:
		return say + "× evicts " + Call(rec, e.Victim) + ", to store " + Call(rec, e.Key)
	case e.Kind == trace.Cleared:
		return say + "cache_clear()"
	case e.Kind == trace.Raise:
		return say + "the call ends early"
	case e.Kind == trace.Skip:
		return say + Plural(rec.Skipped(step-1), "step was", "steps were") + " counted, not recorded"
	}
	return say + "stores " + Call(rec, e.Key)
}

func tellBin(b bin, steps int) string {
	say := Plural(steps, "step", "steps") + ": " +
		Plural(b.hits, "hit", "hits") + ", " +
		Count(b.misses) + " computed, " +
		Count(b.again) + " computed again, " +
		Plural(b.evictions, "eviction", "evictions") + "."
	if b.counted > 0 {
		say += " " + Plural(b.counted, "more step was", "more steps were") + " counted, not recorded."
	}
	return say
}
