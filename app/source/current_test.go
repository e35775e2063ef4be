package source

import (
	"strings"
	"testing"

	"playground/app/trace"
)

func TestCurrent(t *testing.T) {
	type lit struct{ line, note string } // the line as it reads; empty for none
	const (
		cached = "@lru_cache"
		test   = "if n < 2:"
		small  = "return n"
		sum    = "return fibonacci(n-1) + fibonacci(n-2)"
	)
	tests := []struct {
		name   string
		script trace.Script
		want   []lit // step 0 first
	}{
		{"hits and misses", scriptOf("fibonacci", 3, 2, 2), []lit{
			{"", ""},
			{test, "n = 2"},
			{test, "n = 1"},
			{small, "n = 1"},
			{test, "n = 0"},
			{small, "n = 0"},
			{sum, "n = 2"},
			{cached, "n = 2"},
		}},
		{"off", scriptOf("fibonacci", 0, 1, -7), []lit{
			{"", ""},
			{test, "n = 1"},
			{small, "n = 1"},
			{test, "n = -7"},
			{small, "n = -7"},
		}},
		{"cleared", scriptOf("fibonacci", trace.None, 0, cacheClear), []lit{
			{"", ""},
			{test, "n = 0"},
			{small, "n = 0"},
			{"", ""},
		}},
		{"a hit inside", scriptOf("factorial", 1, 1, 2), []lit{
			{"", ""},
			{"if n == 0:", "n = 1"},
			{"if n == 0:", "n = 0"},
			{"return 1", "n = 0"},
			{"return n * factorial(n-1)", "n = 1"},
			{"if n == 0:", "n = 2"},
			{cached, "n = 1"},
			{"return n * factorial(n-1)", "n = 2"},
		}},
		{"one long body", scriptOf("calc_pi", 2, 3), []lit{
			{"", ""},
			{"for k in range(terms):", "terms = 3"},
			{"return 4 * total", "terms = 3"},
		}},
	}
	for _, tt := range tests {
		rec := trace.Record(tt.script)
		if got := len(rec.Events) + 1; got != len(tt.want) {
			t.Errorf("%s: %d steps, want %d", tt.name, got, len(tt.want))
			continue
		}
		for step, want := range tt.want {
			text, note := lineAt(rec, step)
			if text != want.line && !(want.line == cached && strings.HasPrefix(text, cached+"(")) || note != want.note {
				t.Errorf("%s, step %d: %q %q is lit, want %q", tt.name, step, text, note, want)
			}
		}
	}
}

// lineAt is Current with the line as it reads.
func lineAt(rec *trace.Recording, step int) (text, note string) {
	line, note := Current(rec, step)
	if line < 0 {
		return "", note
	}
	return strings.TrimSpace(Listing(rec.Program, rec.Script.Size)[line].String()), note
}

// TestCurrentRaise: the error is raised where the call that is one too many was
// made, as Python's traceback shows.
func TestCurrentRaise(t *testing.T) {
	rec := trace.Record(scriptOf("factorial", 5, -1))
	last := len(rec.Events)
	if rec.Events[last-1].Kind != trace.Raise {
		t.Fatal("no RecursionError")
	}
	// 999 bodies, for -1 and down to -999; that for -1000 does not begin.
	if text, note := lineAt(rec, last); text != "return n * factorial(n-1)" || note != "n = -999" {
		t.Errorf("raised in %q with %q", text, note)
	}

	run := stopAfter(100, scriptOf("fibonacci", 0, 90))
	rec = run.Recording()
	stack := rec.At(len(rec.Events) - 1).Stack
	want := rec.Program.Bind(rec.Args(stack[len(stack)-1].Key))
	if _, note := lineAt(rec, len(rec.Events)); note != want {
		t.Errorf("stopped at %q, want %q", note, want)
	}
}

// TestCurrentOutside: no line is lit outside a recording, nor where steps were
// only counted.
func TestCurrentOutside(t *testing.T) {
	rec := trace.Record(scriptOf("fibonacci", 0, 27))
	last := len(rec.Events)
	if rec.Events[last-1].Kind != trace.Skip {
		t.Fatal("nothing was skipped")
	}
	for _, step := range []int{-1, 0, last, last + 1} {
		if line, note := Current(rec, step); line != -1 || note != "" {
			t.Errorf("step %d: line %d, %q", step, line, note)
		}
	}
}
