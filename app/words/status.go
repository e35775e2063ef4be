package words

import (
	"playground/app/trace"
)

// Status is the one sentence that tells what the step did, and sometimes a
// second one. Steps are from 0, before all, to the number of events.
func Status(rec *trace.Recording, step int) []Part {
	t := &teller{rec: rec}
	switch {
	case len(rec.Events) == 0:
		t.say("Nothing has been called yet. Press Call and watch what the cache keeps.")
	case step < 1:
		t.say("Before the first step: the cache is empty. Step forward, or press Play.")
	default:
		t.happened(step)
	}
	return t.parts
}

func (t *teller) happened(step int) {
	e := t.rec.Events[step-1]
	switch e.Kind {
	case trace.Hit:
		t.tone("hit", "✓ ").call(e.Key).say(" is in the cache and answers ").value(e.Key).say(".")
		if t.rec.Script.Size != trace.None {
			t.say(" It is now the most recently used.")
		}
	case trace.Miss:
		t.tone("miss", "+ ").call(e.Key).say(" was never computed: ")
		t.runs(e, "the body runs.")
	case trace.Again:
		t.tone("again", "↻ ").call(e.Key).say(t.before(step) + ": ")
		t.runs(e, "the body runs again.")
	case trace.Store:
		if e.Evicts() {
			t.tone("evict", "× ").call(e.Victim()).say(" is evicted to make room: ")
		}
		t.equals(e.Key).say(" is stored.")
	case trace.Return:
		t.call(e.Key).say(" returned ").value(e.Key).say(". With maxsize=0 it is not stored.")
	case trace.Raise, trace.Skip:
		t.ended(t.rec.Results[t.rec.Statement(step)])
	case trace.Cleared:
		t.cleared()
	}
}

// runs says what a miss leads to: normally, that the body runs.
func (t *teller) runs(e trace.Event, normally string) {
	if int(e.Depth) == trace.MaxDepth {
		normally = "the body should run, but " + Count(trace.MaxDepth) + " calls are waiting already."
	}
	t.say(normally)
}

// before says how a call went that was made before, and is not in the cache.
func (t *teller) before(step int) string {
	switch t.rec.Why(step).Cause {
	case trace.Evicted:
		return " was computed before, but evicted"
	case trace.Forgotten:
		return " was computed before cache_clear() emptied the cache"
	case trace.NeverStored:
		return " was begun before, but never returned a result to store"
	case trace.Off:
		return " was called before, but maxsize=0 keeps nothing"
	}
	return " is not in the cache"
}

func (t *teller) cleared() *teller {
	return t.say("cache_clear(): every entry is forgotten, hits and misses are back to 0.")
}

// ended tells how a statement ended of which not every step was recorded, or
// that did not return.
func (t *teller) ended(res trace.Result) {
	switch res.Outcome {
	case trace.RecursionError:
		t.tone("evict", "RecursionError").say(": maximum recursion depth exceeded. ")
		t.say(Count(trace.MaxDepth) + " calls were waiting, one inside the other: their misses count, but nothing of them is stored.")
	case trace.OverBudget:
		t.tone("evict", "Stopped: ").statement(res).say(" began " + Plural(res.Bodies, "run", "runs") + " of the body and was not done.")
		if n := needed(t.rec, res); n != nil {
			t.say(" It would take " + Big(n) + " runs in all.")
		}
	case trace.Stopped:
		t.tone("evict", "Stopped by hand: ").statement(res).say(" had begun " + Plural(res.Bodies, "run", "runs") + " of the body.")
	default:
		if res.Statement.Op == trace.Clear {
			t.cleared()
		} else {
			t.equals(res.Key).say(".")
		}
		t.say(" " + Plural(res.Skipped, "step", "steps") + " of this statement " + were(res.Skipped) + " counted, not recorded.")
	}
}

// statement names the call or calls of a statement.
func (t *teller) statement(res trace.Result) *teller {
	st := res.Statement
	t.call(res.Key)
	if st.Times > 1 {
		t.say(", called " + Plural(st.Times, "time", "times") + ",")
	}
	return t
}
