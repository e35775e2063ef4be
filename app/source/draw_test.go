package source

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/trace"
)

// seed draws the scripts. Another one draws others, all of which must pass too.
const seed = 4

const drawn = 150

const recursionError = "RecursionError: maximum recursion depth exceeded"

// A sample is a script that was run, and what a copy of it must print.
type sample struct {
	name string
	rec  *trace.Recording
	want []string
	// exact tells whether the last line, the CacheInfo, is to be printed as well.
	// It is not where a statement was stopped.
	exact bool
}

// samples returns written scripts, which are there whatever the seed, and drawn
// ones.
func samples(t *testing.T) []sample {
	t.Helper()
	t.Logf("scripts drawn with seed %d", seed)
	return allSamples()
}

// allSamples runs all the scripts, once for all the tests.
var allSamples = sync.OnceValue(func() (all []sample) {
	for _, s := range written() {
		all = append(all, newSample(fmt.Sprintf("%02d written", len(all)), trace.Record(s), true))
	}
	all = append(all, stopped()...)
	r := rand.New(rand.NewPCG(seed, seed))
	for n := 0; n < drawn; {
		if rec := recordShort(draw(r)); rec != nil {
			all = append(all, newSample(fmt.Sprintf("%03d drawn", len(all)), rec, true))
			n++
		}
	}
	return all
})

func newSample(name string, rec *trace.Recording, exact bool) sample {
	s := sample{rec: rec, exact: exact}
	s.name = fmt.Sprintf("%s %s at %s", name, rec.Script.Program, rec.Script.Size)
	for _, res := range rec.Results {
		switch {
		case res.Outcome == trace.RecursionError:
			s.want = append(s.want, recursionError)
		case res.Outcome == trace.Returned && res.Statement.Op == trace.Call:
			s.want = append(s.want, res.Value.String())
		}
	}
	s.want = append(s.want, rec.Info().String())
	return s
}

// recordShort runs a script; nil if that takes so long that Python would be
// waited for.
func recordShort(s trace.Script) *trace.Recording {
	run := trace.Start(s)
	for run.Next() {
		if len(run.Recording().Events) > 30_000 {
			run.Stop()
			return nil
		}
	}
	return run.Recording()
}

// draw makes up a script: what it costs is not looked at.
func draw(r *rand.Rand) trace.Script {
	if r.IntN(8) == 0 {
		return drawWords(r)
	}
	s := trace.Script{
		Program: pick(r, "fibonacci", "fibonacci-n-2-first", "factorial", "factorial", "calc_pi"),
		Size:    pick(r, 0, 1, 2, 3, 4, 5, 16, 128, 128, 1000, trace.MaxSize, trace.None, trace.None),
	}
	args := []func() int{
		func() int { return r.IntN(25) },
		func() int { return r.IntN(60) },
		func() int { return -1 - r.IntN(1000) },
		func() int { return r.IntN(5001) },
		// Where limits are: 499 and 500 with Python's own one up to 3.12.
		func() int { return pick(r, 498, 499, 500, 997, 998, 999, 1000, 1500, 1996, 1997, 1998) },
	}
	if s.Program == "calc_pi" {
		args = []func() int{func() int { return r.IntN(4) }, func() int { return r.IntN(50_000) }}
	}
	arg := pick(r, args...)
	if s.Program != "calc_pi" && r.IntN(4) == 0 {
		// Warmed in steps: deeper than any single call can go.
		by := 100 + r.IntN(1000)
		for n := r.IntN(by); n <= 5000 && len(s.Statements) < 60; n += by {
			s = s.With(call(1, programs.Int(n)))
		}
	}
	for range 1 + r.IntN(7) {
		switch r.IntN(8) {
		case 0:
			s = s.With(trace.Statement{Op: trace.Clear, Times: 1})
			continue
		case 1:
			arg = pick(r, args...)
		}
		s = s.With(call(pick(r, 1, 1, 1, 2, 10, 1000), programs.Int(arg())))
		if n := len(s.Statements); r.IntN(3) == 0 {
			s = s.With(s.Statements[n-1]) // once more: a hit, mostly
		}
	}
	return s
}

// drawWords makes up a script of a function of two strings.
func drawWords(r *rand.Rand) trace.Script {
	s := trace.NewScript(programstest.EditDistance(), pick(r, 0, 1, 2, 3, 8, 16, 64, trace.None))
	word := func() (w string) {
		for range r.IntN(6) {
			w += pick(r, "a", "b", "c", "é", "'", `"`, `\`, "\n", "→")
		}
		return w
	}
	for range 1 + r.IntN(5) {
		if r.IntN(6) == 0 {
			s = s.With(trace.Statement{Op: trace.Clear, Times: 1})
			continue
		}
		s = s.With(distance(pick(r, 1, 1, 2, 10), word(), word()))
		if n := len(s.Statements); r.IntN(3) == 0 {
			s = s.With(s.Statements[n-1])
		}
	}
	return s
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// TestDrawn makes sure that what is drawn is worth running: all that a script
// can hold is there, and not just once.
func TestDrawn(t *testing.T) {
	count := map[string]int{}
	for _, s := range samples(t) {
		count[s.rec.Script.Program]++
		count["maxsize="+s.rec.Script.Size.String()]++
		made := newPlan(s.rec)
		for what, is := range map[string]bool{"guarded": made.guarded, "deep": made.deep, "long": made.long} {
			if is {
				count[what]++
			}
		}
		for _, st := range made.statements {
			switch {
			case st.Op == trace.Clear:
				count["cache_clear"]++
			case st.Args[0].Int() < 0:
				count["negative"]++
			case st.Times > 1:
				count["many times"]++
			}
		}
	}
	t.Log(count)
	for _, what := range []string{
		"fibonacci", "fibonacci-n-2-first", "factorial", "calc_pi", "edit_distance",
		"maxsize=0", "maxsize=1", "maxsize=2", "maxsize=3", "maxsize=5", "maxsize=128", "maxsize=None",
		"guarded", "deep", "long", "cache_clear", "negative", "many times",
	} {
		if count[what] < 4 {
			t.Errorf("only %d of %s", count[what], what)
		}
	}
}
