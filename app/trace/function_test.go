//go:build !js

// Under js there is no python3 to start.

package trace_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"playground/app/calls"
	"playground/app/trace"
	"playground/lru"
)

// TestFunction records functions of the kind that people memoize, under the real
// Python, and runs the records as scripts, at every size at which CPython's own
// lru_cache was asked: what the recordings say of every cache is what CPython and
// calls.Replay say. PY_FUNCTIONS names another folder of functions.
func TestFunction(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: whether the page replays records as CPython runs is NOT TESTED")
	}
	folder := "../calls/testdata/functions"
	if f := os.Getenv("PY_FUNCTIONS"); f != "" {
		folder = f
	}
	data, err := os.ReadFile(filepath.Join(folder, "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	var references map[string]struct {
		Declared [][2]string
		FirstAt  map[string][][2]string `json:"first_at"`
	}
	if err := json.Unmarshal(data, &references); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.py"))
	if len(files) == 0 {
		t.Fatalf("no functions in %s", folder)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			rec := recordOf(t, python, file)
			compare(t, rec, nil, references[name].Declared)
			for size, infos := range references[name].FirstAt {
				n := trace.None
				if size != "None" {
					i, err := strconv.Atoi(size)
					if err != nil {
						t.Fatal(err)
					}
					n = trace.Size(i)
				}
				compare(t, rec, &n, infos)
			}
		})
	}
}

func recordOf(t *testing.T, python, file string) *calls.Record {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "recorder.py"), []byte(calls.Recorder()), 0o644); err != nil {
		t.Fatal(err)
	}
	drive, _ := filepath.Abs("../calls/testdata/drive.py")
	file, _ = filepath.Abs(file)
	cmd := exec.Command(python, drive, file)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PYTHONPATH="+dir, "PYTHONDONTWRITEBYTECODE=1", "PYTHONIOENCODING=utf-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("python3: %v\n%s", err, out)
	}
	f, err := os.Open(filepath.Join(dir, "lru_cache-record.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := calls.Read(f, calls.Options{})
	if err != nil || in.Record == nil {
		t.Fatalf("%v, of kind %v", err, in.Kind)
	}
	return in.Record
}

// compare runs a record, with another maxsize in the decorator of the first
// function if there is one, as often as it has functions: each is chosen once.
func compare(t *testing.T, rec *calls.Record, first *trace.Size, want [][2]string) {
	t.Helper()
	replay := calls.Replay{MaxBodies: 100_000_000}
	p := rec.Program(0)
	if first != nil {
		option := lru.Unbounded()
		if *first != trace.None {
			option = lru.MaxSize(int(*first))
		}
		replay.Sizes = map[int]lru.Option{}
		for _, f := range rec.Same(0) {
			replay.Sizes[f] = option
		}
		p = p.Choose(0, int(*first))
	}
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
			t.Errorf("%s with %v: %s\nCPython:      %s\ncalls.Replay: %s", rec.Functions[f].Name, first, info, want[f][1], infos[f])
		}
		if state := got.At(len(got.Events)); state.Info != got.Info() {
			t.Errorf("%s: the events end with %s, the cache says %s", rec.Functions[f].Name, state.Info, got.Info())
		}
	}
}
