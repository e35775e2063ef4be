//go:build !js

// Under js there is no python3 to start.

package calls_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"playground/app/calls"
	"playground/app/calls/callstest"
	"playground/lru"
)

// TestDrawnFunctions has CPython run functions that nobody has looked at: they
// call each other, fail, catch, and clear their caches. The replay of a record says
// what CPython's own caches say, at several sizes. CALLS_SEED repeats a run.
func TestDrawnFunctions(t *testing.T) {
	seed := uint64(time.Now().UnixNano()) % 1_000_000
	if s := os.Getenv("CALLS_SEED"); s != "" {
		var err error
		if seed, err = strconv.ParseUint(s, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	fmt.Printf("TestDrawnFunctions: CALLS_SEED=%d\n", seed)
	script, err := filepath.Abs("testdata/drawn.py")
	if err != nil {
		t.Fatal(err)
	}
	printed, wrote := callstest.Run(t, "record", script, fmt.Sprint(seed))
	var programs [][][2]string
	if err := json.Unmarshal([]byte(printed), &programs); err != nil {
		t.Fatal(err)
	}
	rec := callstest.Read(t, wrote).Record
	if len(programs) == 0 || len(rec.Functions) != 2*len(programs) {
		t.Fatalf("%d programs, %d functions", len(programs), len(rec.Functions))
	}
	unbounded := lru.Unbounded()
	for i, sizes := range [][2]lru.Option{
		{unbounded, unbounded}, {lru.MaxSize(0), lru.MaxSize(3)}, {lru.MaxSize(1), lru.MaxSize(1)}, {lru.MaxSize(2), unbounded},
		{lru.MaxSize(3), lru.MaxSize(2)}, {lru.MaxSize(5), lru.MaxSize(4)}, {lru.MaxSize(128), lru.MaxSize(128)},
	} {
		replay := calls.Replay{Sizes: map[int]lru.Option{}}
		for f := range rec.Functions {
			replay.Sizes[f] = sizes[f%2]
		}
		infos, err := replay.Run(rec)
		if err != nil {
			t.Fatal(err)
		}
		for p, want := range programs {
			for f, want := range want[i] {
				if got := infos[2*p+f].String(); got != want {
					t.Errorf("program %d, sizes number %d: %s has %s, CPython %s", p, i, rec.Functions[2*p+f].Name, got, want)
				}
			}
		}
	}
}
