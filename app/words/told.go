package words

import "playground/app/trace"

// Told says what a step did.
func Told(rec *trace.Recording, step int) string {
	e := rec.Events[step-1]
	say := "step " + Count(step) + ": "
	switch {
	case e.Kind == trace.Hit:
		return say + Hit.Glyph + " hit " + rec.Call(e.Key)
	case e.Kind == trace.Miss:
		return say + Miss.Glyph + " computes " + rec.Call(e.Key)
	case e.Kind == trace.Again:
		return say + Again.Glyph + " computes " + rec.Call(e.Key) + " again"
	case e.Evicts():
		return say + Evict.Glyph + " evicts " + rec.Call(e.Victim()) + ", to store " + rec.Call(e.Key)
	case e.Kind == trace.Failed:
		return say + rec.Call(e.Key) + " raised"
	case e.Fresh():
		return say + "a new cache for " + rec.Program.Functions[e.Function()].Name
	case e.Kind == trace.Cleared:
		return say + "cache_clear()"
	case e.Kind == trace.Raise:
		return say + "the call ends early"
	case e.Kind == trace.Skip:
		return say + Plural(rec.Skipped(step-1), "step was", "steps were") + " counted, not recorded"
	}
	return say + "stores " + rec.Call(e.Key)
}
