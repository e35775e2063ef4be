package draw

import (
	"testing"

	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"
)

// However few the bins, they add up to what happened.
func TestBinsLoseNothing(t *testing.T) {
	for _, size := range []trace.Size{0, 2, 3, trace.None} {
		rec := trace.Record(trace.Script{Program: "fibonacci", Size: size, Statements: []trace.Statement{
			{Op: trace.Call, Args: programs.Ints(12), Times: 3}, {Op: trace.Clear, Times: 1}, {Op: trace.Call, Args: programs.Ints(9), Times: 1},
		}})
		want := words.TallyOf(rec, 0, len(rec.Events))
		if info := rec.Info(); want.Lookups() < int(info.Hits+info.Misses) {
			t.Errorf("maxsize %v: %+v, and the cache counts %v", size, want, info)
		}
		for _, n := range []int{1, 7, 100, 333, len(rec.Events), 2*len(rec.Events) + 1} {
			var got words.Tally
			for _, b := range binned(rec, len(rec.Events), n) {
				got.Steps += b.Steps
				got.Hits += b.Hits
				got.Misses += b.Misses
				got.Again += b.Again
				got.Evictions += b.Evictions
				got.Counted += b.Counted
			}
			if got != want {
				t.Errorf("maxsize %v in %d bins: %+v, want %+v", size, n, got, want)
			}
		}
	}
}

// Each kind of event leaves a mark in its column, however rare it is there.
func TestColumnsShowRareEvents(t *testing.T) {
	rec := trace.Record(trace.Script{Program: "fibonacci", Size: 0, Statements: []trace.Statement{{Op: trace.Call, Args: programs.Ints(20), Times: 1}}})
	kinds := map[string]bool{}
	for _, k := range Timeline(rec, 330, len(rec.Events)).Kids {
		kinds[k.Attr("data-mark")] = true
	}
	if !kinds["miss"] || !kinds["again"] || kinds["hit"] || kinds["evict"] {
		t.Errorf("kinds of marks: %v", kinds)
	}
}

// The playhead is where the thumb of a slider of the same width is.
func TestPlayhead(t *testing.T) {
	rec := trace.Record(trace.Script{Program: "fibonacci", Size: 2, Statements: []trace.Statement{{Op: trace.Call, Args: programs.Ints(10), Times: 1}}})
	for step, want := range map[int]string{0: "translate(10,0)", 141: "translate(600,0)", 47: "translate(206.7,0)"} {
		if got := Playhead(len(rec.Events), step, 610).Kids[0].Attr("transform"); got != want {
			t.Errorf("step %d at %s, want %s", step, got, want)
		}
	}
}
