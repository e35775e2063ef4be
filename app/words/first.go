package words

import (
	"math/big"
	"slices"

	"playground/app/trace"
)

// First is the sentence that stands above all: what this cache is good for in
// this script. With hide nothing is said of what comes after the cursor.
func First(rec *trace.Recording, step int, hide bool) []Part {
	t := &teller{rec: rec}
	calls := slices.DeleteFunc(slices.Clone(rec.Results), func(r trace.Result) bool {
		return r.Statement.Op == trace.Clear || r.Outcome == trace.NotRun
	})
	if len(calls) == 0 {
		return t.say("Nothing has been called yet: press Call, and watch what the cache keeps.").parts
	}
	if hide && step < len(rec.Events) {
		return t.soFar(step).parts
	}
	if worst, ok := ended(calls); ok {
		t.unfinished(worst)
	} else if rec.Program.Functions != nil {
		t.recorded()
	} else {
		t.compared(calls)
	}
	return t.parts
}

// SoFar is how far the script has come at a step, where that is not its end, and
// "" where it is. It goes with First.
func SoFar(rec *trace.Recording, step int) string {
	if step == len(rec.Events) {
		return ""
	}
	return Plural(rec.At(step).Bodies, "run", "runs") + " so far."
}

// soFar says what is known at a step, and nothing else.
func (t *teller) soFar(step int) *teller {
	t.say("With ").maxsize().say(" the body ran ")
	return t.say(Plural(t.rec.At(step).Bodies, "time", "times") + " so far. What comes next?")
}

// compared compares the work with that of no cache at all.
func (t *teller) compared(calls []trace.Result) {
	with := big.NewInt(int64(t.rec.Bodies()))
	without, known := Uncached(t.rec)
	answer, begin := "Same answer", "with "
	if len(calls) > 1 || calls[0].Statement.Times > 1 {
		answer = "Same answers"
	}
	switch {
	case t.rec.Script.Size == 0:
		t.say("Caching is off: ")
	case !known:
		begin = "With "
	case with.Cmp(without) < 0:
		t.say(answer + ", less work: ")
	case with.Cmp(without) == 0:
		t.say(answer + ", no less work: ")
	default:
		t.say(answer + ", more work: ")
	}
	t.say(begin).maxsize().say(" the body of ").called(calls).say(" runs ")
	t.code(Big(with))
	if with.Cmp(big.NewInt(1)) == 0 {
		t.say(" time")
	} else {
		t.say(" times")
	}
	switch {
	case !known:
	case t.rec.Script.Size == 0:
		t.say(", as without a cache")
	case with.Cmp(without) == 0:
		t.say(", as often as without a cache")
	default:
		t.say(" instead of ").code(Big(without))
	}
	t.say(".")
}

// recorded says what the cache is good for in a call record, of which nobody knows
// how often the body would run without.
func (t *teller) recorded() {
	runs, clears := t.rec.Bodies(), false
	t.say("With ").maxsize().say(" the body of ").code(t.rec.Program.Name).say(" runs " + Plural(runs, "time", "times"))
	for i := range t.rec.Events {
		if e := t.rec.Events[i]; e.Kind == trace.Cleared && e.Function() == t.rec.Program.Chosen {
			clears = true
		}
	}
	if !clears {
		t.say(", and the cache answers " + Plural(t.rec.Info().Hits, "call", "calls"))
	}
	t.say(".")
}

// called names the call that was made, or how many there were.
func (t *teller) called(calls []trace.Result) *teller {
	if len(calls) == 1 {
		st := calls[0].Statement
		t.code(st.Name(t.rec.Program) + "(" + Short(st.Args.String(), 40) + ")")
		if st.Times > 1 {
			t.say(", called " + Plural(st.Times, "time", "times") + ",")
		}
		return t
	}
	n := 0
	for _, c := range calls {
		n += c.Statement.Times
	}
	return t.code(t.rec.Program.Name).say(", called " + Plural(n, "time", "times") + ",")
}

// ended returns the first call that did not return.
func ended(calls []trace.Result) (trace.Result, bool) {
	for _, c := range calls {
		if c.Outcome != trace.Returned {
			return c, true
		}
	}
	return trace.Result{}, false
}

// unfinished says what became of a call without a result.
func (t *teller) unfinished(res trace.Result) {
	what, how := "No answer: ", " ended in a RecursionError"
	switch {
	case res.Outcome == trace.OverBudget && t.rec.Program.Functions != nil:
		t.say("Stopped: with ").maxsize().say(" this record takes too long. What is shown ends after " + Plural(t.rec.Bodies(), "run", "runs") + " of the body of ")
		t.code(t.rec.Program.Name).say(".")
		return
	case res.Outcome == trace.OverBudget:
		what, how = "Stopped: ", " takes too long"
	case res.Outcome == trace.Stopped:
		what, how = "Stopped by hand: ", " was not done"
	}
	t.say(what + "with ").maxsize().say(" ").statement(res.Statement).say(how)
	t.say(", after " + Plural(res.Bodies, "run", "runs") + " of the body.")
	if n := Needed(t.rec, res); n != "" {
		t.say(" It would take " + n + ".")
	}
}

func (t *teller) maxsize() *teller { return t.code("maxsize=" + t.rec.Script.Size.String()) }
