package words

import (
	"slices"

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
		if t.rec.Size(e.Key) != trace.None {
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
	case trace.Failed:
		t.call(e.Key).tone("evict", " raised ").value(e.Key).say(". Nothing is stored.")
	case trace.Raise, trace.Skip:
		t.ended(t.rec.Results[t.rec.Statement(step)])
	case trace.Cleared:
		t.cleared(e)
	}
}

// runs says what a miss leads to: normally, that the body runs.
func (t *teller) runs(e trace.Event, normally string) {
	if int(e.Depth) == t.rec.MaxDepth() {
		normally = "the body should run, but " + Count(t.rec.MaxDepth()) + " calls are waiting already."
	}
	t.say(normally)
}

// before says how a call went that was made before, and is not in the cache.
func (t *teller) before(step int) string {
	switch t.rec.Why(step).Cause {
	case trace.Evicted:
		return " was computed before, but evicted"
	case trace.Forgotten:
		if t.rec.Events[t.rec.Why(step).At-1].Fresh() {
			return " was computed before, but the cache is a new one"
		}
		return " was computed before cache_clear() emptied the cache"
	case trace.NeverStored:
		if t.raisedBefore(step) {
			return " raised an exception before, and nothing was stored"
		}
		return " was begun before, but never returned a result to store"
	case trace.Off:
		return " was called before, but maxsize=0 keeps nothing"
	}
	return " is not in the cache"
}

// raisedBefore reports whether what a miss was called for before ended with an
// exception.
func (t *teller) raisedBefore(step int) bool {
	at := t.rec.Why(step).At
	return at > 0 && t.rec.Events[at-1].Kind == trace.Failed
}

func (t *teller) cleared(e trace.Event) *teller {
	if functions := t.rec.Program.Functions; functions != nil {
		t.code(functions[e.Function()].Name)
		if e.Fresh() {
			return t.say(" is decorated anew, as the function around it runs again: it has a new cache, with nothing in it.")
		}
		return t.say(".cache_clear(): every entry of its cache is forgotten, its hits and misses are back to 0.")
	}
	return t.say("cache_clear(): every entry is forgotten, hits and misses are back to 0.")
}

// ended tells how a statement ended of which not every step was recorded, or
// that did not return.
func (t *teller) ended(res trace.Result) {
	switch res.Outcome {
	case trace.RecursionError:
		t.tone("evict", "RecursionError").say(": maximum recursion depth exceeded. ")
		t.say(Count(t.rec.MaxDepth()) + " calls were waiting, one inside the other: their misses count, but nothing of them is stored.")
	case trace.OverBudget:
		t.tone("evict", "Stopped: ").statement(res.Statement).say(" began " + Plural(res.Bodies, "run", "runs") + " of the body and was not done.")
		if n := needed(t.rec, res); n != nil {
			t.say(" It would take " + Big(n) + " runs in all.")
		}
	case trace.Stopped:
		t.tone("evict", "Stopped by hand: ").statement(res.Statement).say(" had begun " + Plural(res.Bodies, "run", "runs") + " of the body.")
	default:
		if res.Statement.Op == trace.Clear {
			t.cleared(trace.Event{})
		} else {
			t.statement(res.Statement)
			if res.Value != nil && res.Statement.Op == trace.Call {
				t.say(" = " + t.short(res.Value))
			}
			t.say(".")
		}
		t.say(" " + Plural(res.Skipped, "step", "steps") + " of this statement " + were(res.Skipped) + " counted, not recorded.")
	}
}

// statement names the call or calls of a statement.
func (t *teller) statement(st trace.Statement) *teller {
	if st.Op == trace.Rest {
		return t.say("the rest of the record")
	}
	t.code(st.Name(t.rec.Program) + "(" + Short(st.Args.String(), 60) + ")")
	if st.Times > 1 {
		t.say(", called " + Plural(st.Times, "time", "times") + ",")
	}
	return t
}

// Ending says how a statement ended that did not return, as the console shows it;
// "" for one that did.
func Ending(rec *trace.Recording, res trace.Result) string {
	switch res.Outcome {
	case trace.RecursionError:
		return "RecursionError: maximum recursion depth exceeded"
	case trace.OverBudget:
		text := "Stopped after " + Plural(res.Bodies, "run", "runs") + " of the body."
		if n := Needed(rec, res); n != "" {
			text += " It would take " + n + " at maxsize=" + rec.Script.Size.String() + "."
		}
		return text
	case trace.NotRun:
		if slices.ContainsFunc(rec.Results, func(r trace.Result) bool { return r.Outcome == trace.Stopped }) {
			return "not run: an earlier call was stopped by hand"
		}
		return "not run: an earlier call took too long"
	case trace.Stopped:
		return "KeyboardInterrupt: stopped by hand after " + Plural(res.Bodies, "run", "runs") + " of the body"
	}
	return ""
}

// Tone is the name of the meaning of a step, "" where it has none.
func Tone(rec *trace.Recording, step int) string {
	if step < 1 || step > len(rec.Events) {
		return ""
	}
	switch e := rec.Events[step-1]; {
	case e.Lookup():
		return MeaningOf(e.Kind).Name
	case e.Evicts():
		return Evict.Name
	}
	return ""
}
