//go:build !js

// Under js there is no python3 to start.

package calls_test

import (
	"testing"

	"playground/app/calls/callstest"
)

// TestFunctions records functions of the kind that people memoize, under the
// real Python, with recorder.py, and replays them through package lru at every
// size at which CPython's own lru_cache was asked. PY_FUNCTIONS names another
// folder of functions, with a reference.json of its own.
func TestFunctions(t *testing.T) {
	for _, f := range callstest.Functions(t, "testdata/functions", 22) {
		t.Run(f.Name, func(t *testing.T) {
			rec := callstest.Read(t, f.Record(t)).Record
			for _, size := range f.Sizes() {
				infos, err := size.Replay(t, rec).Run(rec)
				if err != nil {
					t.Fatal(err)
				}
				if len(infos) != len(size.Infos) {
					t.Fatalf("%d caches, CPython has %d", len(infos), len(size.Infos))
				}
				for i, info := range infos {
					name := rec.Functions[i].Base()
					if want := size.Infos[i]; name != want[0] || info.String() != want[1] {
						t.Errorf("maxsize %q: %s: %s\nCPython: %s: %s", size.Text, name, info, want[0], want[1])
					}
				}
			}
			t.Logf("%d keys, %d sizes", len(rec.Keys), len(f.Sizes()))
		})
	}
}
