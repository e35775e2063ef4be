package trace_test

import (
	"reflect"
	"testing"

	"playground/app/programs"
	"playground/app/trace"
)

// What is known at a step is the same whatever comes after it: what Until leaves of
// a recording is what it leaves of a longer one, and a run stopped there knows no
// more keys and values.
func TestUntil(t *testing.T) {
	for _, size := range []trace.Size{0, 1, 3, trace.None} {
		s := trace.Script{Program: "fibonacci", Size: size, Statements: []trace.Statement{
			{Op: trace.Call, Args: programs.Ints(8), Times: 1}, {Op: trace.Clear, Times: 1}, {Op: trace.Call, Args: programs.Ints(9), Times: 2},
		}}
		rec, longer := trace.Record(s), trace.Record(s.With(trace.Statement{Op: trace.Call, Args: programs.Ints(15), Times: 1}))
		for step := range len(rec.Events) {
			got, other := rec.Until(step), longer.Until(step)
			if len(got.Events) != step || !reflect.DeepEqual(got.At(step), rec.At(step)) || !reflect.DeepEqual(got.At(step), got.At(step+100)) {
				t.Fatalf("maxsize %s, step %d: another state, or %d events", size, step, len(got.Events))
			}
			if !reflect.DeepEqual(got.Events, other.Events) || !reflect.DeepEqual(got.Results, other.Results) || got.Keys() != other.Keys() {
				t.Fatalf("maxsize %s, step %d: it depends on what comes after", size, step)
			}
			asked, returned := map[int32]bool{}, map[int32]bool{}
			for _, e := range rec.Events[:step] {
				if e.Lookup() {
					asked[e.Key] = true
				}
				if e.Kind == trace.Store || e.Kind == trace.Return {
					returned[e.Key] = true
				}
			}
			if got.Keys() != len(asked) {
				t.Fatalf("maxsize %s, step %d: %d keys, of %d that were asked for", size, step, got.Keys(), len(asked))
			}
			for key := range int32(rec.Keys()) {
				if (got.Value(key) != nil) != returned[key] {
					t.Fatalf("maxsize %s, step %d: the value of key %d is %v", size, step, key, got.Value(key))
				}
			}
		}
		if rec.Until(len(rec.Events)) != rec {
			t.Error("at its end a recording is not the whole")
		}
	}
}
