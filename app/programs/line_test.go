//go:build !js

// Under js there is no python3 to start.

package programs_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"playground/app/programs"
	"playground/app/programs/programstest"
)

// TestLine has CPython say which lines run.
func TestLine(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: which line runs when is NOT TESTED")
	}
	for _, p := range programstest.All() {
		var calls [][]any
		for _, args := range programstest.Samples(p) {
			if p.Bodies(args) == nil {
				continue // Python does not come back from it either
			}
			var values []any
			for _, a := range args {
				values = append(values, plain(a))
			}
			calls = append(calls, values)
		}
		in, err := json.Marshal(map[string]any{"source": p.Python, "name": p.Name, "calls": calls})
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(python, filepath.Join("testdata", "lines.py"))
		cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v", cmd, err)
		}
		var bodies []struct {
			Args     []any
			Lines    []int
			Waited   *int
			Returned int
		}
		if err := json.Unmarshal(out, &bodies); err != nil {
			t.Fatal(err)
		}
		if len(bodies) < len(calls) {
			t.Fatalf("%s: %d bodies for %d calls", p.ID, len(bodies), len(calls))
		}
		for _, c := range bodies {
			args := make(programs.Args, len(c.Args))
			for i, a := range c.Args {
				args[i] = argument(a)
			}
			call := p.Name + "(" + args.String() + ")"
			// A body begins with a line that really runs. It need not be the first:
			// calc_pi shows its loop, where the time goes.
			if line := p.Line(args, programs.Enter); !slices.Contains(c.Lines, line) {
				t.Errorf("%s enters at line %d, but runs only %v", call, line, c.Lines)
			}
			if line := p.Line(args, programs.Wait); c.Waited != nil && line != *c.Waited {
				t.Errorf("%s waits at line %d, want %d", call, line, *c.Waited)
			}
			if line := p.Line(args, programs.Return); line != c.Returned {
				t.Errorf("%s returns at line %d, want %d", call, line, c.Returned)
			}
		}
	}
}

// plain is an argument as JSON has it, and argument the way back.
func plain(a programs.Arg) any {
	if a.Kind() == programs.Number {
		return a.Int()
	}
	return a.Str()
}

func argument(v any) programs.Arg {
	if s, ok := v.(string); ok {
		return programs.Str(s)
	}
	return programs.Int(int(v.(float64)))
}
