//go:build !js

// Under js there is no python3 to start.

package trace_test

import (
	"strconv"
	"testing"

	"playground/app/calls"
	"playground/app/calls/callstest"
	"playground/app/trace"
)

// TestFunction records functions of the kind that people memoize, under the real
// Python, and runs the records as scripts, at every size at which CPython's own
// lru_cache was asked: what the recordings say of every cache is what CPython and
// calls.Replay say. PY_FUNCTIONS names another folder of functions.
func TestFunction(t *testing.T) {
	for _, f := range callstest.Functions(t, "../calls/testdata/functions", 22) {
		t.Run(f.Name, func(t *testing.T) {
			rec := callstest.Read(t, f.Record(t)).Record
			for _, size := range f.Sizes() {
				compare(t, rec, size)
			}
		})
	}
}

// compare runs a record at a size as often as it has functions: each is chosen once.
func compare(t *testing.T, rec *calls.Record, size callstest.Size) {
	t.Helper()
	p := rec.Program(0)
	switch n, err := strconv.Atoi(size.Text); {
	case err == nil:
		p = p.Choose(0, n)
	case size.Text == "None":
		p = p.Choose(0, int(trace.None))
	}
	replay, want := size.Replay(t, rec), size.Infos
	infos, err := replay.Run(rec)
	if err != nil {
		t.Fatal(err)
	}
	if len(infos) != len(want) {
		t.Fatalf("%d caches, CPython has %d", len(infos), len(want))
	}
	functions := len(rec.Functions)
	if testing.Short() {
		functions = min(functions, 3)
	}
	for f := range functions {
		p = p.Choose(f, p.Functions[p.Chosen].MaxSize)
		got := trace.Record(trace.ScriptOf(rec, p))
		if info := got.Info(); info != infos[f] || info.String() != want[f][1] {
			t.Errorf("%s with %q: %s\nCPython:      %s\ncalls.Replay: %s", rec.Functions[f].Name, size.Text, info, want[f][1], infos[f])
		}
		if state := got.At(len(got.Events)); state.Info != got.Info() {
			t.Errorf("%s: the events end with %s, the cache says %s", rec.Functions[f].Name, state.Info, got.Info())
		}
	}
}
