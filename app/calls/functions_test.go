//go:build !js

// Under js there is no python3 to start.

package calls_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/lru"
)

// A reference is what CPython gave for one file.
type reference struct {
	Values   []string
	Output   string
	Declared [][2]string            // name and cache_info() of each cache, as declared
	FirstAt  map[string][][2]string `json:"first_at"` // with another maxsize for the first
}

// TestFunctions records functions of the kind that people memoize, under the
// real Python, with recorder.py, and replays them through package lru at every
// size at which CPython's own lru_cache was asked. PY_FUNCTIONS names another
// folder of functions, with a reference.json of its own.
func TestFunctions(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: whether records replay as CPython runs is NOT TESTED")
	}
	folder, least := "testdata/functions", 22
	if f := os.Getenv("PY_FUNCTIONS"); f != "" {
		folder, least = f, 1
	}
	data, err := os.ReadFile(filepath.Join(folder, "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	var references map[string]reference
	if err := json.Unmarshal(data, &references); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.py"))
	if err != nil || len(files) < least {
		t.Fatalf("%d functions in %s, want %d at least: %v", len(files), folder, least, err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			want, ok := references[name]
			if !ok {
				t.Fatalf("reference.json has nothing of %s", name)
			}
			rec := record(t, python, file, want)
			compare(t, rec, nil, want.Declared)
			for size, infos := range want.FirstAt {
				compare(t, rec, option(t, size), infos)
			}
			t.Logf("%d keys, %d sizes", len(rec.Keys), len(want.FirstAt)+1)
		})
	}
}

// record runs a file with the recorder in place of lru_cache, and reads what it
// wrote.
func record(t *testing.T, python, file string, want reference) *calls.Record {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "recorder.py"), []byte(calls.Recorder()), 0o644); err != nil {
		t.Fatal(err)
	}
	drive, err := filepath.Abs("testdata/drive.py")
	if err != nil {
		t.Fatal(err)
	}
	file, err = filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, drive, file)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PYTHONPATH="+dir, "PYTHONDONTWRITEBYTECODE=1", "PYTHONIOENCODING=utf-8")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("python3: %v\n%s", err, stderr.String())
	}
	var got struct{ Values []string }
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	if fmt.Sprint(got.Values) != fmt.Sprint(want.Values) {
		t.Errorf("with the recorder the calls give\n%q, without it\n%q", got.Values, want.Values)
	}
	f, err := os.Open(filepath.Join(dir, "lru_cache-record.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := calls.Read(f, calls.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if in.Kind != calls.Records || !in.Record.Whole {
		t.Fatalf("read %v, whole: %t", in.Kind, in.Record.Whole)
	}
	for f := range in.Record.Functions {
		if k, ok := in.Record.Contradiction(f); ok {
			t.Errorf("%s contradicts itself", in.Record.Call(k))
		}
	}
	return in.Record
}

func option(t *testing.T, size string) lru.Option {
	if size == "None" {
		return lru.Unbounded()
	}
	n, err := strconv.Atoi(size)
	if err != nil {
		t.Fatal(err)
	}
	return lru.MaxSize(n)
}

// compare replays rec, with another size in the decorator of the first function
// if there is one.
func compare(t *testing.T, rec *calls.Record, first lru.Option, want [][2]string) {
	t.Helper()
	replay := calls.Replay{MaxBodies: 100_000_000}
	if first != nil {
		replay.Sizes = map[int]lru.Option{}
		for _, f := range rec.Same(0) {
			replay.Sizes[f] = first
		}
	}
	infos, err := replay.Run(rec)
	if err != nil {
		t.Fatal(err)
	}
	if len(infos) != len(want) {
		t.Fatalf("%d caches, CPython has %d", len(infos), len(want))
	}
	for i, info := range infos {
		name := rec.Functions[i].Base()
		if name != want[i][0] || info.String() != want[i][1] {
			t.Errorf("%s: %s\nCPython: %s: %s", name, info, want[i][0], want[i][1])
		}
	}
}
