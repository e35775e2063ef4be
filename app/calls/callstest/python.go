// Package callstest is for tests that need what recorder.py writes: it runs the real
// Python with it, and brings functions along for which CPython's answers are known.
package callstest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"playground/app/calls"
)

// Python returns the path of python3, and skips the test if there is none; then what
// is NOT TESTED.
func Python(t testing.TB, what string) string {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: " + what + " is NOT TESTED")
	}
	return python
}

// Run runs Python in an empty folder, with recorder.py where it is found. It returns
// what the program printed and what the recorder wrote of that kind, "record" or
// "log"; "" if nothing. A program that fails ends the test.
func Run(t testing.TB, kind string, args ...string) (printed, wrote string) {
	t.Helper()
	python := Python(t, "recorder.py")
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "recorder.py"), []byte(calls.Recorder()), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PYTHONPATH="+dir, "PYTHONDONTWRITEBYTECODE=1", "PYTHONIOENCODING=utf-8")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("python3: %v\n%s%s", err, out, stderr.String())
	}
	text, err := os.ReadFile(filepath.Join(dir, "lru_cache-"+kind+".txt"))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(out), string(text)
}

// Read reads a text that is to be understood, every line of it.
func Read(t testing.TB, text string) *calls.Input {
	t.Helper()
	in, err := calls.Read(strings.NewReader(text), calls.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return in
}
