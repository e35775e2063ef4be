package callstest

import (
	_ "embed"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/lru"
)

// A Function is a file with decorated functions and, in its comments, calls of them,
// with what CPython answered.
type Function struct {
	Name     string                 // of the file
	Path     string                 // absolute
	Values   []string               // what the calls gave
	Output   string                 // what they printed
	Declared [][2]string            // name and cache_info() of each cache, as declared
	FirstAt  map[string][][2]string `json:"first_at"` // with another maxsize for the first
}

// Functions returns those of a folder, which has a reference.json with CPython's
// answers; the environment variable PY_FUNCTIONS names another one. There must be at
// least so many of them, if it does not.
func Functions(t testing.TB, folder string, least int) []Function {
	t.Helper()
	if f := os.Getenv("PY_FUNCTIONS"); f != "" {
		folder, least = f, 1
	}
	data, err := os.ReadFile(filepath.Join(folder, "reference.json"))
	if err != nil {
		t.Fatal(err)
	}
	var references map[string]Function
	if err := json.Unmarshal(data, &references); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.py"))
	if err != nil || len(files) < least {
		t.Fatalf("%d functions in %s, want %d at least: %v", len(files), folder, least, err)
	}
	var list []Function
	for _, file := range files {
		f, ok := references[filepath.Base(file)]
		if !ok {
			t.Fatalf("reference.json has nothing of %s", filepath.Base(file))
		}
		f.Name = filepath.Base(file)
		if f.Path, err = filepath.Abs(file); err != nil {
			t.Fatal(err)
		}
		list = append(list, f)
	}
	return list
}

//go:embed drive.py
var drive string

// Record runs the function and its calls with the recorder, and returns what that
// wrote. The calls must give what they give without it.
func (f Function) Record(t testing.TB) string {
	t.Helper()
	printed, wrote := Run(t, "record", "-c", drive, f.Path)
	var got struct{ Values []string }
	if err := json.Unmarshal([]byte(printed), &got); err != nil {
		t.Fatalf("%v in %s", err, printed)
	}
	if !slices.Equal(got.Values, f.Values) {
		t.Errorf("with the recorder the calls give\n%q, without it\n%q", got.Values, f.Values)
	}
	in := Read(t, wrote)
	if in.Kind != calls.Records || !in.Record.Whole {
		t.Fatalf("read %v, whole: %t", in.Kind, in.Kind == calls.Records && in.Record.Whole)
	}
	for i := range in.Record.Functions {
		if k, ok := in.Record.Contradiction(i); ok {
			t.Errorf("%s contradicts itself", in.Record.Call(k))
		}
	}
	return wrote
}

// A Size is one at which CPython was asked: the first cache has it, or all have what
// is declared.
type Size struct {
	Text  string      // as Python writes it; "" for what is declared
	Infos [][2]string // name and cache_info() of each cache
}

// Sizes are all at which CPython was asked, as declared first.
func (f Function) Sizes() []Size {
	list := []Size{{"", f.Declared}}
	for text, infos := range f.FirstAt {
		list = append(list, Size{text, infos})
	}
	slices.SortFunc(list, func(a, b Size) int {
		if a.number() != b.number() {
			return a.number() - b.number()
		}
		return strings.Compare(a.Text, b.Text)
	})
	return list
}

func (s Size) number() int {
	n, err := strconv.Atoi(s.Text)
	switch {
	case s.Text == "":
		return -1 << 30
	case err != nil: // None
		return 1 << 30
	}
	return n
}

// Option is the size as package lru takes it; nil for what is declared.
func (s Size) Option(t testing.TB) lru.Option {
	t.Helper()
	switch s.Text {
	case "":
		return nil
	case "None":
		return lru.Unbounded()
	}
	n, err := strconv.Atoi(s.Text)
	if err != nil {
		t.Fatal(err)
	}
	return lru.MaxSize(n)
}

// Replay is how a record is replayed at that size.
func (s Size) Replay(t testing.TB, rec *calls.Record) calls.Replay {
	t.Helper()
	r := calls.Replay{MaxBodies: 100_000_000}
	if first := s.Option(t); first != nil {
		r.Sizes = map[int]lru.Option{}
		for _, f := range rec.Same(0) {
			r.Sizes[f] = first
		}
	}
	return r
}
