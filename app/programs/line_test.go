//go:build !js

// Under js there is no python3 to start.

package programs

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// TestLine has CPython say which lines run.
func TestLine(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: which line runs when is NOT TESTED")
	}
	for _, p := range All() {
		args := []int{0, 1, 2, 3, 6}
		if p.Name == "fibonacci" {
			args = append(args, -1)
		}
		in, err := json.Marshal(map[string]any{"source": p.Python, "name": p.Name, "arguments": args})
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(python, filepath.Join("testdata", "lines.py"))
		cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v", cmd, err)
		}
		var calls []struct {
			N        int
			Lines    []int
			Waited   *int
			Returned int
		}
		if err := json.Unmarshal(out, &calls); err != nil {
			t.Fatal(err)
		}
		if len(calls) < len(args) {
			t.Fatalf("%s: %d calls only", p.ID, len(calls))
		}
		for _, c := range calls {
			// A body begins with a line that really runs. It need not be the first:
			// calc_pi shows its loop, where the time goes.
			if line := p.Line(c.N, Enter); !slices.Contains(c.Lines, line) {
				t.Errorf("%s(%d) enters at line %d, but runs only %v", p.ID, c.N, line, c.Lines)
			}
			if line := p.Line(c.N, Wait); c.Waited != nil && line != *c.Waited {
				t.Errorf("%s(%d) waits at line %d, want %d", p.ID, c.N, line, *c.Waited)
			}
			if line := p.Line(c.N, Return); line != c.Returned {
				t.Errorf("%s(%d) returns at line %d, want %d", p.ID, c.N, line, c.Returned)
			}
		}
	}
}
