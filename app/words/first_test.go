package words

import (
	"math/big"
	"strings"
	"testing"

	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/trace"
)

func TestFirst(t *testing.T) {
	clear := trace.Statement{Op: trace.Clear, Times: 1}
	given := trace.NewScript(programstest.EditDistance(), 3).With(trace.Statement{
		Op: trace.Call, Args: programs.Args{programs.Str("ab"), programs.Str("it's")}, Times: 1})
	unknown := programstest.EditDistance()
	unknown.Bodies = nil
	nobody := given
	nobody.Given = &unknown
	interrupted := trace.Start(scriptOf("calc_pi", 2, 5_000_000, 6))
	interrupted.Next()
	interrupted.Stop()
	for name, test := range map[string]struct {
		rec  *trace.Recording
		want string
	}{
		"less":                {trace.Record(scriptOf("fibonacci", 3, 10)), "Same answer, less work: with maxsize=3 the body of fibonacci(10) runs 11 times instead of 177."},
		"thrashing":           {trace.Record(scriptOf("fibonacci", 2, 10)), "Same answer, less work: with maxsize=2 the body of fibonacci(10) runs 64 times instead of 177."},
		"once":                {trace.Record(scriptOf("calc_pi", 2, 5, 5)), "Same answers, less work: with maxsize=2 the body of calc_pi, called 2 times, runs 1 time instead of 2."},
		"same":                {trace.Record(scriptOf("factorial", 8, 5)), "Same answer, no less work: with maxsize=8 the body of factorial(5) runs 6 times, as often as without a cache."},
		"off":                 {trace.Record(scriptOf("fibonacci", 0, 10)), "Caching is off: with maxsize=0 the body of fibonacci(10) runs 177 times, as without a cache."},
		"None":                {trace.Record(scriptOf("fibonacci", trace.None, 60)), "Same answer, less work: with maxsize=None the body of fibonacci(60) runs 61 times instead of 5,009,461,563,921."},
		"several statements":  {trace.Record(scriptOf("fibonacci", 3, 5, cacheClear, 5)), "Same answers, less work: with maxsize=3 the body of fibonacci, called 2 times, runs 12 times instead of 30."},
		"many times":          {trace.Record(trace.Script{Program: "fibonacci", Size: 8}.With(times(1000, 5))), "Same answers, less work: with maxsize=8 the body of fibonacci(5), called 1,000 times, runs 6 times instead of 15,000."},
		"nothing called":      {trace.Record(trace.Script{Program: "fibonacci", Size: 2}), "Nothing has been called yet: press Call, and watch what the cache keeps."},
		"only cleared":        {trace.Record(trace.Script{Program: "fibonacci", Size: 2}.With(clear)), "Nothing has been called yet: press Call, and watch what the cache keeps."},
		"failed":              {trace.Record(scriptOf("factorial", 128, -1)), "No answer: with maxsize=128 factorial(-1) ended in a RecursionError, after 1,000 runs of the body."},
		"failed in the midst": {trace.Record(scriptOf("factorial", 128, 5, -1, 6)), "No answer: with maxsize=128 factorial(-1) ended in a RecursionError, after 1,000 runs of the body."},
		"too long":            {trace.Record(scriptOf("fibonacci", 0, 40)), "Stopped: with maxsize=0 fibonacci(40) takes too long, after 3,000,001 runs of the body. It would take 331,160,281."},
		"stopped by hand":     {interrupted.Recording(), "Stopped by hand: with maxsize=2 calc_pi(5_000_000) was not done, after 1 run of the body."},
		"several arguments":   {trace.Record(given), `Same answer, less work: with maxsize=3 the body of edit_distance('ab', "it's") runs 35 times instead of 61.`},
		"nobody can tell":     {trace.Record(nobody), `With maxsize=3 the body of edit_distance('ab', "it's") runs 35 times.`},
	} {
		if got := Plain(First(test.rec, len(test.rec.Events), false)); got != test.want {
			t.Errorf("%s: %q\nwant %q", name, got, test.want)
		}
		// What is said does not depend on the cursor, unless what comes next is hidden.
		if got := Plain(First(test.rec, 0, false)); got != test.want {
			t.Errorf("%s, at the start: %q", name, got)
		}
		if got := Plain(First(test.rec, len(test.rec.Events), true)); got != test.want {
			t.Errorf("%s, hidden, at the end: %q", name, got)
		}
	}
}

// More work than without a cache is never said of a cache: no catalogue function
// runs its body more often with one. Whoever counts bodies wrongly is told.
func TestFirstComparesWhatRan(t *testing.T) {
	p := programstest.EditDistance()
	bodies := p.Bodies
	p.Bodies = nil
	rec := trace.Record(trace.NewScript(p, 2).With(trace.Statement{Op: trace.Call, Args: p.Presets[0], Times: 1}))
	n := bodies(p.Presets[0])
	rec.Program.Bodies = func(programs.Args) *big.Int { return new(big.Int).SetInt64(1) }
	if got := Plain(First(rec, 0, false)); !strings.HasPrefix(got, "Same answer, more work: ") || !strings.HasSuffix(got, " instead of 1.") {
		t.Errorf("of more work it says %q (%v without a cache)", got, n)
	}
}

func TestSoFar(t *testing.T) {
	rec := trace.Record(scriptOf("fibonacci", 2, 10))
	n := len(rec.Events)
	for step, want := range map[int]string{0: "0 runs so far.", 1: "1 run so far.", n - 1: "64 runs so far.", n: ""} {
		if got := SoFar(rec, step); got != want {
			t.Errorf("step %d: %q, want %q", step, got, want)
		}
	}
	hidden := func(step int) string { return Plain(First(rec, step, true)) }
	if got, want := hidden(3), "With maxsize=2 the body ran 3 times so far. What comes next?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := hidden(1), "With maxsize=2 the body ran 1 time so far. What comes next?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
