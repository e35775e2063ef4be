//go:build !js

// Under js there is no python3 to start.

package pycall

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	pairs   = 60   // calls of which every two keys are compared
	valid   = 1000 // calls drawn, all as Python is
	spoiled = 2000 // and calls with a few characters changed
)

// otherWords is the outcome where both refuse a call, and say it differently.
const otherWords = "other words"

type asked struct{ Text, Repr string }

type answer struct {
	Kind, Error string
	Args, Keys  []string
	Same        *bool
}

type answers struct {
	Version [2]int
	Answers []answer
	Equal   [][]bool
}

// TestPython has CPython read calls, make their keys and compare them, all in one
// process. The calls are always the same, unless PYCALL_SEED is another number,
// or random. CPython 3.11 has the same words for every error in these; of other
// spoiled calls, a few in ten thousand have one for which it has other words.
func TestPython(t *testing.T) {
	seed := uint64(2)
	switch s := os.Getenv("PYCALL_SEED"); s {
	case "":
	case "random":
		seed = rand.Uint64()
	default:
		var err error
		if seed, err = strconv.ParseUint(s, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("PYCALL_SEED=%d", seed)
	d := newDrawer(seed)
	var calls []asked
	for len(calls) < pairs {
		text := "f(" + d.small() + ")"
		if d.IntN(2) == 0 {
			text = "f(" + d.small() + ", " + d.of("", "x=", "y=") + d.small() + ")"
		}
		if strings.ContainsAny(text, "[{") { // which have no key
			text = "f(" + d.of("x=1", "1, x=1", "1, 'x', 1", "1, x=True", "x=1, y=2", "y=2, x=1") + ")"
		}
		calls = append(calls, asked{Text: text})
	}
	for range valid {
		calls = append(calls, asked{Text: d.call()})
	}
	for _, w := range wrong {
		calls = append(calls, asked{Text: w.text})
	}
	for range spoiled {
		calls = append(calls, asked{Text: d.spoiled()})
	}
	for i := range calls {
		if c, err := Parse(calls[i].Text); err == nil {
			calls[i].Repr = c.String()
		}
	}
	python := ask(t, calls)
	count := map[string]int{}
	for i, a := range python.Answers {
		isDrawn := i < pairs+valid || i >= len(calls)-spoiled
		outcome := compare(t, calls[i].Text, calls[i].Repr, a, i < pairs+valid, python.Version)
		if outcome == otherWords && (python.Version[1] == 11 || python.Version[1] > 11 && !isDrawn) {
			_, err := Parse(calls[i].Text)
			t.Errorf("%q: %v\n\tPython: %s: %s", calls[i].Text, err, a.Kind, a.Error)
		}
		count[outcome]++
	}
	t.Logf("CPython %d.%d and %d calls: %v", python.Version[0], python.Version[1], len(calls), count)
	if count["key"] < 500 || count["unhashable"] < 100 || count["the same SyntaxError"] < 500 {
		t.Errorf("too little was compared: %v", count)
	}
	switch {
	case python.Version[1] < 11:
		t.Log("whether errors are in the words of CPython 3.11 and later is NOT TESTED here")
	case count[otherWords] > spoiled/100:
		t.Errorf("CPython %d.%d has other words for %d errors", python.Version[0], python.Version[1], count[otherWords])
	}
	comparePairs(t, calls[:pairs], python.Equal)
}

// ask runs testdata/calls.py.
func ask(t *testing.T, calls []asked) answers {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no python3 here, which must say whether keys and errors are Python's; please install it (Debian: apt-get install python3)")
		}
		t.Skip("no python3 here: whether keys and errors are Python's is NOT TESTED")
	}
	in, err := json.Marshal(map[string]any{"Calls": calls, "Pairs": pairs})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, filepath.Join("testdata", "calls.py"))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", cmd, err)
	}
	var got answers
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Answers) != len(calls) || len(got.Equal) != pairs {
		t.Fatalf("it answered for %d of %d calls and %d of %d rows", len(got.Answers), len(calls), len(got.Equal), pairs)
	}
	return got
}

// compare compares what was made of one call, and returns how it came out.
func compare(t *testing.T, text, repr string, a answer, mustRead bool, version [2]int) string {
	t.Helper()
	c, err := Parse(text)
	var e *Error
	if errors.As(err, &e) {
		switch {
		case mustRead && a.Kind == "":
			t.Errorf("%q: %v, but Python reads it", text, err)
		case e.Kind == refused:
			return "refused"
		case a.Kind == "IndentationError":
			return "indented" // Python wants the first line at the margin; here it may stand anywhere
		case e.Kind != a.Kind:
			t.Errorf("%q: %v\n\tPython: %s: %s", text, err, a.Kind, a.Error)
		case e.Text != modern(a.Error, version) && !slices.Contains(variants(e.Text, version), a.Error):
			return otherWords
		}
		return "the same " + e.Kind
	}
	if a.Kind != "" {
		t.Errorf("%q was read as %s\n\tPython: %s: %s", text, c, a.Kind, a.Error)
		return "wrong"
	}
	var args []string
	for _, v := range c.Args {
		args = append(args, v.String())
	}
	for _, k := range c.Keywords {
		args = append(args, k.Name+"="+k.Value.String())
	}
	if !hasSet(c) && !slices.Equal(args, a.Args) {
		t.Errorf("%q was read as %q\n\tPython: %q", text, args, a.Args)
	}
	if !strings.Contains(repr, "nan") && (a.Same == nil || !*a.Same) {
		t.Errorf("%q: Python does not read %s as the same", text, repr)
	}
	outcome := "key"
	for i, typed := range []bool{false, true} {
		got := ""
		if k, err := c.Key(typed); err != nil {
			got, outcome = err.Error(), "unhashable"
		} else {
			got = k.String()
		}
		if got != a.Keys[i] {
			t.Errorf("%q: the key, typed=%v, is %s\n\tPython: %s", text, typed, got, a.Keys[i])
		}
	}
	return outcome
}

// hasSet reports whether a set of more than one element is in a call, whose order
// is Python's secret.
func hasSet(c Call) bool {
	var in func(v Value) bool
	in = func(v Value) bool {
		switch x := v.(type) {
		case Tuple:
			return slices.ContainsFunc(x, in)
		case List:
			return slices.ContainsFunc(x, in)
		case Set:
			return len(x) > 1
		case Dict:
			return slices.ContainsFunc(x, func(i Item) bool { return in(i.Value) })
		}
		return false
	}
	return slices.ContainsFunc(c.Args, in) || slices.ContainsFunc(c.Keywords, func(k Keyword) bool { return in(k.Value) })
}

var displayError = regexp.MustCompile(`^cannot use '.*' as a (?:dict key|set element) \((.*)\)$`)

// modern returns the words of CPython 3.13 for those of a newer version.
func modern(text string, version [2]int) string {
	if m := displayError.FindStringSubmatch(text); m != nil && version[1] >= 14 {
		return m[1]
	}
	return text
}

// variants are what other versions of CPython say instead.
func variants(text string, version [2]int) []string {
	var vs []string
	if version[1] < 12 && text == "expected argument value expression" {
		vs = append(vs, "invalid syntax")
	}
	if version[1] > 11 { // has seen that it is an f-string
		vs = append(vs, strings.Replace(text, "string literal", "f-string literal", 1))
	}
	if version[1] > 12 {
		vs = append(vs, text+"; perhaps you escaped the end quote?")
	}
	return vs
}

// comparePairs compares whether two keys are one.
func comparePairs(t *testing.T, calls []asked, equal [][]bool) {
	t.Helper()
	var keys []Value
	for _, c := range calls {
		call, err := Parse(c.Text)
		if err != nil {
			t.Fatal(err)
		}
		key, err := call.Key(false)
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key)
	}
	count := map[bool]int{}
	for i, a := range keys {
		for j, b := range keys {
			got := Equal(a, b)
			if got != equal[i][j] {
				t.Errorf("%s and %s: the keys are equal: %v\n\tPython: %v", calls[i].Text, calls[j].Text, got, equal[i][j])
			}
			if got && hash(t, a) != hash(t, b) {
				t.Errorf("%s and %s have equal keys with different hashes", calls[i].Text, calls[j].Text)
			}
			if i != j {
				count[got]++
			}
		}
	}
	t.Logf("of the pairs, %d are equal and %d are not", count[true], count[false])
	if count[true] < 10 || count[false] < 1000 {
		t.Errorf("the pairs show little: %v", count)
	}
}

func hash(t *testing.T, v Value) uint64 {
	t.Helper()
	h, err := Hash(v)
	if err != nil {
		t.Fatal(fmt.Errorf("%s: %w", v, err))
	}
	return h
}
