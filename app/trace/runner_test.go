package trace

import (
	"reflect"
	"slices"
	"testing"
)

// TestTalk holds the numbers of the talk on lru_cache that the functions are from.
func TestTalk(t *testing.T) {
	const M = 1_000_000
	one, two := []int{5 * M, 5 * M, 5 * M}, []int{5 * M, 5 * M, 5 * M, 6 * M, 6 * M, 6 * M}
	three := []int{5 * M, 5 * M, 6 * M, 6 * M, 7 * M, 7 * M, 5 * M, 7 * M}
	tests := []struct {
		script  Script
		want    string
		evicted []int
	}{
		{scriptOf("fibonacci", 128, 100), "CacheInfo(hits=98, misses=101, maxsize=128, currsize=101)", []int{}},
		{scriptOf("fibonacci", 128, 100, 100), "CacheInfo(hits=99, misses=101, maxsize=128, currsize=101)", []int{}},
		{scriptOf("factorial", None).With(times(1000, 500)), "CacheInfo(hits=999, misses=501, maxsize=None, currsize=501)", []int{}},
		{scriptOf("factorial", 1).With(times(1000, 5)), "CacheInfo(hits=999, misses=6, maxsize=1, currsize=1)", []int{0, 1, 2, 3, 4}},
		{scriptOf("calc_pi", 2, one...), "CacheInfo(hits=2, misses=1, maxsize=2, currsize=1)", []int{}},
		{scriptOf("calc_pi", 2, two...), "CacheInfo(hits=4, misses=2, maxsize=2, currsize=2)", []int{}},
		{scriptOf("calc_pi", 2, three...), "CacheInfo(hits=4, misses=4, maxsize=2, currsize=2)", []int{5 * M, 6 * M}},
		{scriptOf("calc_pi", 2, slices.Concat(one, two, three)...), "CacheInfo(hits=13, misses=4, maxsize=2, currsize=2)", []int{5 * M, 6 * M}},
	}
	for _, tt := range tests {
		rec := Record(tt.script)
		if got := rec.Info().String(); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.script, got, tt.want)
		}
		if got := evicted(rec, rec.Events); !slices.Equal(got, tt.evicted) {
			t.Errorf("%v evicts %v, want %v", tt.script, got, tt.evicted)
		}
	}
}

// sameRecording compares all that can be asked of two recordings.
func sameRecording(t *testing.T, got, want *Recording) {
	t.Helper()
	if len(got.Results) != len(want.Results) || !got.Script.Equal(want.Script) {
		t.Fatalf("%d results of %v, want %d of %v", len(got.Results), got.Script, len(want.Results), want.Script)
	}
	if !slices.Equal(got.Events, want.Events) {
		t.Fatalf("%v: the events differ", want.Script)
	}
	for i, w := range want.Results {
		g := got.Results[i]
		if (g.Value == nil) != (w.Value == nil) || g.Value != nil && g.Value.String() != w.Value.String() {
			t.Errorf("%v, statement %d: %v, want %v", want.Script, i, g.Value, w.Value)
		}
		g.Value, w.Value = nil, nil
		if !reflect.DeepEqual(g, w) {
			t.Errorf("%v, statement %d: %+v, want %+v", want.Script, i, g, w)
		}
	}
	if got.Keys() != want.Keys() || got.Bodies() != want.Bodies() || !slices.Equal(got.tops, want.tops) {
		t.Errorf("%v: %d keys, %d bodies, %d calls, want %d, %d, %d", want.Script,
			got.Keys(), got.Bodies(), len(got.tops), want.Keys(), want.Bodies(), len(want.tops))
	}
	for step := 0; step <= len(want.Events); step += 97 {
		if !same(got.At(step), want.At(step)) {
			t.Fatalf("%v: the states at step %d differ", want.Script, step)
		}
	}
}

// TestAppend: going on with a run is the same as running the longer script.
func TestAppend(t *testing.T) {
	for _, s := range append(varied(), scriptOf("fibonacci", 0, 27, 5), scriptOf("fibonacci", 2, 1000, 20, cacheClear)) {
		run := Start(Script{Program: s.Program, Given: s.Given, Size: s.Size})
		for _, st := range s.Statements {
			run.Append(st)
			finish(run)
		}
		sameRecording(t, run.Recording(), Record(s))
	}
}

// TestAppendPanics where it would tear a run apart, or could not be run.
func TestAppendPanics(t *testing.T) {
	tests := []struct {
		name string
		run  *Runner
		st   Statement
	}{
		{"before the end", Start(scriptOf("fibonacci", 0, 20)), times(1, 5)},
		{"not a statement", Start(scriptOf("fibonacci", 0)), times(0, 5)},
	}
	for _, tt := range tests {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: Append accepts it", tt.name)
				}
			}()
			tt.run.Append(tt.st)
		}()
		tt.run.Stop()
	}
}

// TestPieces: Next comes back often, and what it comes back to is consistent.
func TestPieces(t *testing.T) {
	s := scriptOf("fibonacci", 2, 20, 19, cacheClear, 5)
	run := Start(s)
	if n := len(run.Recording().Events); n != 0 {
		t.Errorf("%d events before the first Next", n)
	}
	pieces, before := 0, 0
	for run.Next() {
		rec := run.Recording()
		n := len(rec.Events)
		if grown := n - before; grown < 1 || grown > 3*tick {
			t.Fatalf("piece %d is %d events long", pieces, grown)
		}
		if e := rec.Events[n-1]; int(e.Depth) > len(rec.At(n).Stack) {
			t.Fatalf("piece %d ends at depth %d, but %d wait", pieces, e.Depth, len(rec.At(n).Stack))
		}
		if got := rec.Statement(n); got < 0 || got > len(rec.Results) || got < len(rec.Results) && rec.Results[got].Last < n {
			t.Fatalf("piece %d ends in statement %d, which has ended before", pieces, got)
		}
		if run.Bodies() < rec.Bodies() {
			t.Fatalf("piece %d: %d bodies, those of the results alone are %d", pieces, run.Bodies(), rec.Bodies())
		}
		pieces, before = pieces+1, n
	}
	if pieces < 30 {
		t.Errorf("%d pieces only", pieces)
	}
	sameRecording(t, run.Recording(), Record(s))
	if run.Next() {
		t.Error("there is more after the end")
	}
}

// TestStop ends a run at many places. What was recorded stays, the rest is not
// run, and the run can be gone on with.
func TestStop(t *testing.T) {
	s := scriptOf("fibonacci", 2, 3, 18, 17)
	whole := Record(s)
	for _, pieces := range []int{0, 1, 2, 5, 13, 20} {
		run := Start(s)
		for range pieces {
			if !run.Next() {
				t.Fatalf("it ends within %d pieces", pieces)
			}
		}
		begun := len(run.Recording().Events)
		run.Stop()
		rec := run.Recording()
		if len(rec.Results) != len(s.Statements) || run.Next() {
			t.Fatalf("stopped after %d pieces: %d results", pieces, len(rec.Results))
		}
		if !slices.Equal(rec.Events[:begun], whole.Events[:begun]) {
			t.Errorf("stopped after %d pieces: what was recorded is not the begin of the whole", pieces)
		}
		ended := 0
		for i, res := range rec.Results {
			want := Returned
			switch {
			case pieces == 0 || ended > 0:
				want = NotRun
			case res.Last > begun:
				want, ended = Stopped, i+1
			}
			if res.Outcome != want {
				t.Errorf("stopped after %d pieces: statement %d has outcome %d, want %d", pieces, i, res.Outcome, want)
			}
		}
		if pieces > 0 && ended == 0 {
			t.Errorf("stopped after %d pieces, yet no statement was", pieces)
		}
		if pieces > 0 && rec.Events[len(rec.Events)-1].Kind != Raise {
			t.Errorf("stopped after %d pieces: the last event is %+v", pieces, rec.Events[len(rec.Events)-1])
		}
		run.Stop() // again is no harm
		run.Append(times(1, 12))
		rec = finish(run)
		last := rec.Results[len(rec.Results)-1]
		if last.Outcome != Returned || last.Value.String() != "144" || last.Info != run.memo.CacheInfo() {
			t.Errorf("stopped after %d pieces and gone on with: %+v", pieces, last)
		}
		if state := rec.At(len(rec.Events)); state.Info != last.Info || len(state.Stack) != 0 {
			t.Errorf("stopped after %d pieces: the events end with %+v", pieces, state)
		}
	}
}

// TestStopLongBody: one body that takes long comes back with each piece of its
// work, and can be stopped within.
func TestStopLongBody(t *testing.T) {
	pieces, worked := 0, 0
	for run := Start(scriptOf("calc_pi", 2, 2_000_000)); run.Next(); pieces++ {
		if run.work-worked > 100_000 {
			t.Fatalf("piece %d does the work of %d terms", pieces, run.work-worked)
		}
		worked = run.work
	}
	if worked != 2_000_000 {
		t.Errorf("%d terms in all", worked)
	}
	run := Start(scriptOf("calc_pi", 2, 20_000_000, 5))
	run.Next()
	run.Stop()
	res := run.Recording().Results
	if res[0].Outcome != Stopped || res[0].Info.Misses != 1 || res[0].Info.CurrSize != 0 || res[1].Outcome != NotRun {
		t.Errorf("%+v", res)
	}
}

// TestInfoBeforeAll: before a statement ran, the cache is empty.
func TestInfoBeforeAll(t *testing.T) {
	for size, want := range map[Size]string{
		0:    "CacheInfo(hits=0, misses=0, maxsize=0, currsize=0)",
		2:    "CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)",
		None: "CacheInfo(hits=0, misses=0, maxsize=None, currsize=0)",
	} {
		run := Start(scriptOf("fibonacci", size, 10))
		run.Stop()
		if got := run.Recording().Info().String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
		if got := run.Recording().At(0).Info.String(); got != want {
			t.Errorf("step 0 says %s, want %s", got, want)
		}
	}
}

// TestValue: what was computed for a key is known for ever, what never returned
// is not.
func TestValue(t *testing.T) {
	rec := Record(scriptOf("fibonacci", 1, 1000, 10, cacheClear))
	for key, want := range map[int]string{0: "0", 1: "1", 8: "21", 10: "55"} {
		if v := rec.Value(keyOf(rec, key)); v == nil || v.String() != want {
			t.Errorf("fibonacci(%d) is %v, want %s", key, v, want)
		}
	}
	for _, key := range []int{11, 1000, 2000} {
		if v := rec.Value(keyOf(rec, key)); v != nil {
			t.Errorf("fibonacci(%d) is %v, but never returned", key, v)
		}
	}
}
