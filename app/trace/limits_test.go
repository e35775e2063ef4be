package trace

import (
	"testing"

	"playground/lru"
)

// TestRecursionLimit: where a cold call fails is where it does on CPython 3.13.
func TestRecursionLimit(t *testing.T) {
	tests := []struct {
		program string
		first   int // the smallest argument that fails
	}{
		{"fibonacci", 1000},
		{"factorial", 999},
		{"fibonacci-n-2-first", 1997},
	}
	for _, tt := range tests {
		for _, size := range []Size{3, 128, None} {
			below := Record(scriptOf(tt.program, size, tt.first-1)).Results[0]
			if below.Outcome != Returned {
				t.Errorf("%s(%d) at %s ends with outcome %d", tt.program, tt.first-1, size, below.Outcome)
			}
			rec := Record(scriptOf(tt.program, size, tt.first))
			if res := rec.Results[0]; res.Outcome != RecursionError || res.Value != nil {
				t.Errorf("%s(%d) at %s ends with outcome %d", tt.program, tt.first, size, res.Outcome)
			}
			if last := rec.Events[len(rec.Events)-1]; last.Kind != Raise {
				t.Errorf("%s(%d) at %s ends with %+v", tt.program, tt.first, size, last)
			}
			deepest := 0
			for _, e := range rec.Events {
				deepest = max(deepest, int(e.Depth))
			}
			if deepest != MaxDepth {
				t.Errorf("%s(%d) at %s: the call that fails has depth %d", tt.program, tt.first, size, deepest)
			}
		}
	}
	// Without a cache, too; downwards it goes first.
	for _, s := range []Script{scriptOf("factorial", 0, 999), scriptOf("fibonacci", 0, 1000), scriptOf("factorial", 128, -1)} {
		if got := Record(s).Results[0].Outcome; got != RecursionError {
			t.Errorf("%v ends with outcome %d", s, got)
		}
	}
	if got := Record(scriptOf("factorial", 0, 998)).Results[0].Outcome; got != Returned {
		t.Errorf("factorial(998) at maxsize 0 ends with outcome %d", got)
	}
}

// TestRecursionErrorCounts holds what CPython 3.13 counts, after each statement.
func TestRecursionErrorCounts(t *testing.T) {
	type after struct {
		statement            int
		hits, misses, inside int
	}
	tests := []struct {
		script Script
		want   []after
	}{
		// The misses of a call that fails are counted, nothing is stored, a retry
		// is no better. Warming in steps is.
		{scriptOf("fibonacci", None, 1500, 1500, 0, 300, 600, 900, 1200, 1500), []after{
			{0, 0, 1000, 0},
			{1, 0, 2000, 0},
			{7, 1503, 3501, 1501},
		}},
		{scriptOf("fibonacci", None, 0, 400, 800, 1200, 1600, 2000, 2400, 2800, 3200, 3600, 4000, 4400, 4800), []after{
			{12, 4810, 4801, 4801},
		}},
		{scriptOf("factorial", 128, -1), []after{{0, 0, 1000, 0}}},
		// Here the first operand of the innermost sum is stored before the second
		// one fails.
		{scriptOf("fibonacci-n-2-first", 128, 1997), []after{{0, 0, 1001, 1}}},
		// What is stored stays.
		{scriptOf("factorial", 128, 10, 1500, 10), []after{
			{0, 0, 11, 11},
			{1, 0, 1011, 11},
			{2, 1, 1011, 11},
		}},
		{scriptOf("factorial", 128).With(times(1000, -1)), []after{{0, 0, 1000, 0}}},
	}
	for _, tt := range tests {
		rec := Record(tt.script)
		for _, a := range tt.want {
			want := tt.script.Size.empty()
			want.Hits, want.Misses, want.CurrSize = int64(a.hits), int64(a.misses), a.inside
			if got := rec.Results[a.statement].Info; got != want {
				t.Errorf("%v, statement %d: %s, want %s", tt.script, a.statement, got, want)
			}
		}
	}
}

// TestWarmedInSteps: a cache of 128 is enough to get to 5000 by hundreds.
func TestWarmedInSteps(t *testing.T) {
	s := scriptOf("fibonacci", 128)
	for n := 0; n <= 5000; n += 100 {
		s = s.With(times(1, n))
	}
	info := Record(s).Info()
	if info.Misses != 5001 || info.CurrSize != 128 {
		t.Errorf("%s, want misses=5001", info)
	}
}

// TestOverBudget: what would take too long is ended, and the next statement works.
func TestOverBudget(t *testing.T) {
	tests := []struct {
		script Script
		bodies int // how far the first statement came
	}{
		{scriptOf("fibonacci", 0, 90, 10), MaxBodies + 1},
		{Script{Program: "calc_pi"}.With(times(1000, 20_000_000)).With(times(1, 10)), maxWork/20_000_000 + 1},
	}
	for _, tt := range tests {
		rec := Record(tt.script)
		first, second := rec.Results[0], rec.Results[1]
		if first.Outcome != OverBudget || first.Value != nil || first.Bodies != tt.bodies {
			t.Errorf("%v ends with outcome %d after %d bodies, want %d", tt.script, first.Outcome, first.Bodies, tt.bodies)
		}
		if int(first.Info.Misses) != first.Bodies {
			t.Errorf("%v ran %d bodies, but has %s", tt.script, first.Bodies, first.Info)
		}
		alone := tt.script
		alone.Statements = alone.Statements[1:]
		if second.Outcome != Returned || second.Value.String() != Record(alone).Results[0].Value.String() {
			t.Errorf("%v: after it, outcome %d, %v", tt.script, second.Outcome, second.Value)
		}
		if state := rec.At(len(rec.Events)); state.Info != rec.Info() || len(state.Stack) != 0 {
			t.Errorf("%v: the events end with %+v, the cache says %s", tt.script, state, rec.Info())
		}
	}
}

// TestWithinBudget: what the page proposes to try is not too much.
func TestWithinBudget(t *testing.T) {
	for _, s := range []Script{
		scriptOf("fibonacci", 0, 30),
		Script{Program: "factorial"}.With(times(1000, 500)),
	} {
		if res := Record(s).Results[0]; res.Outcome != Returned {
			t.Errorf("%v ends with outcome %d", s, res.Outcome)
		}
	}
}

// TestSkip: a long statement is recorded in part, and counted in full.
func TestSkip(t *testing.T) {
	rec := Record(scriptOf("fibonacci", 0, 5, 27, 5))
	res := rec.Results[1]
	bodies := 2*317_811 - 1 // 2·F(28) − 1
	if res.Outcome != Returned || res.Value.String() != "196418" || res.Bodies != bodies {
		t.Errorf("fibonacci(27): outcome %d, %s, %d bodies", res.Outcome, res.Value, res.Bodies)
	}
	last := res.Last - 1
	if rec.Events[last].Kind != Skip || last-res.First != statementEvents {
		t.Errorf("%d events and then %+v", last-res.First, rec.Events[last])
	}
	// Each body is a miss and a return.
	if got, want := rec.Skipped(last), 2*bodies-statementEvents; got != want || res.Skipped != want {
		t.Errorf("%d steps skipped, %d in the result, want %d", got, res.Skipped, want)
	}
	before, after := rec.At(last), rec.At(last+1)
	if len(before.Stack) == 0 || len(after.Stack) != 0 {
		t.Errorf("%d wait before it, %d after", len(before.Stack), len(after.Stack))
	}
	if after.Info != res.Info || int(after.Info.Misses) != bodies+int(rec.Results[0].Info.Misses) {
		t.Errorf("after it, %s, but the cache said %s", after.Info, res.Info)
	}
	if end := rec.At(len(rec.Events)); end.Info != rec.Info() || len(end.Stack) != 0 {
		t.Errorf("the events end with %s, the cache says %s", end.Info, rec.Info())
	}
}

// TestSkipKeepsTheCache: behind skipped steps stands what the cache itself holds.
func TestSkipKeepsTheCache(t *testing.T) {
	run := Start(scriptOf("fibonacci", 1, 27))
	rec := finish(run)
	state := rec.At(len(rec.Events))
	if len(state.Order) != 1 || state.Order[0] != keyOf(rec, 27) || state.Info != run.memo.CacheInfo() {
		t.Errorf("it holds %v, %s", state.Order, state.Info)
	}
	want := lru.CacheInfo{Misses: 2*317_811 - 1, MaxSize: 1, CurrSize: 1}
	if state.Info != want {
		t.Errorf("%s, want %s", state.Info, want)
	}
	// And what comes after it is recorded again.
	run.Append(times(1, 27))
	rec = finish(run)
	if e := rec.Events[len(rec.Events)-1]; e.Kind != Hit || e.Key != keyOf(rec, 27) {
		t.Errorf("after it, %+v", e)
	}
	if state := rec.At(len(rec.Events)); state.Info != run.memo.CacheInfo() || len(state.Order) != 1 {
		t.Errorf("after it, %+v", state)
	}
}
