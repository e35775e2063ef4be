package e2e

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/lru"
)

// TestFunctions runs functions of the kind that people memoize, as they are, in
// Chromium. Values and output must be CPython's, the record must be that of
// recorder.py, and replayed through package lru it must give CPython's CacheInfo
// at every size. PY_FUNCTIONS names another folder of functions.
func TestFunctions(t *testing.T) {
	folder := "../../calls/testdata/functions"
	if f := os.Getenv("PY_FUNCTIONS"); f != "" {
		folder = f
	}
	var references map[string]struct {
		Values   []string
		Output   string
		Declared [][2]string
		FirstAt  map[string][][2]string `json:"first_at"`
	}
	data, err := os.ReadFile(filepath.Join(folder, "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &references); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.py"))
	if err != nil || len(files) == 0 || len(files) != len(references) {
		t.Fatalf("%d files, %d references, %v", len(files), len(references), err)
	}
	p := open(t, true)
	compared := 0
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := references[name]
			r := p.do(t, "run", string(source))
			if r.Fatal != "" || r.Error != nil {
				t.Fatalf("%s %+v", r.Fatal, r.Error)
			}
			var values []string
			for _, v := range r.Values {
				if v.Error != nil {
					values = append(values, v.Error.Message)
				} else if v.Value != nil {
					values = append(values, *v.Value)
				}
			}
			if !slices.Equal(values, want.Values) {
				t.Errorf("values\n%q, want\n%q", values, want.Values)
			}
			if r.Output != want.Output {
				t.Errorf("output\n%s, want\n%s", r.Output, want.Output)
			}
			if r.Same == nil || !*r.Same {
				t.Errorf("run again it differs: %+v", r.Differs)
			}
			input, err := calls.Read(strings.NewReader(r.Record), calls.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if input.Kind != calls.Records || !input.Record.Whole {
				t.Fatalf("read %v, whole: %t", input.Kind, input.Record.Whole)
			}
			compare(t, input.Record, nil, want.Declared)
			for size, infos := range want.FirstAt {
				first := lru.Unbounded()
				if n, err := strconv.Atoi(size); err == nil {
					first = lru.MaxSize(n)
				} else if size != "None" {
					t.Fatal(err)
				}
				compare(t, input.Record, first, infos)
			}
			compared += 1 + len(want.FirstAt)
			if at := recordedAtHome(t, file); at != body(r.Record) {
				t.Errorf("recorder.py writes\n%.2000s\nthe page\n%.2000s", at, body(r.Record))
			}
		})
	}
	t.Logf("%d files at %d sizes in all", len(files), compared)
}

var address = regexp.MustCompile(`\b0x[0-9a-f]+`)

// body is a record without its first two lines, the second of which is a comment
// that tells the version, and without the addresses of objects.
func body(record string) string {
	lines := strings.SplitN(record, "\n", 3)
	return address.ReplaceAllString(lines[len(lines)-1], "0x")
}

// recordedAtHome returns what recorder.py writes under python3.
func recordedAtHome(t *testing.T, file string) string {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("there is no python3: whether recorder.py writes the same is NOT TESTED")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "recorder.py"), []byte(calls.Recorder()), 0o644); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, path := range []string{"../../calls/callstest/drive.py", file} {
		path, err := filepath.Abs(path)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	cmd := exec.Command(python, paths...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PYTHONPATH="+dir, "PYTHONDONTWRITEBYTECODE=1", "PYTHONIOENCODING=utf-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("python3: %v\n%s", err, out)
	}
	record, err := os.ReadFile(filepath.Join(dir, "lru_cache-record.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return body(string(record))
}

// compare replays a record, with another size for the first function if there is
// one.
func compare(t *testing.T, rec *calls.Record, first lru.Option, want [][2]string) {
	t.Helper()
	var replay calls.Replay
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
		if got := info.String(); got != want[i][1] {
			t.Errorf("%s: %s, CPython says %s", want[i][0], got, want[i][1])
		}
	}
}
