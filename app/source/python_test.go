//go:build !js

// Under js there is no python3 to start.

package source

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"playground/app/trace"
)

// TestPython runs copied scripts under CPython, all in one process.
func TestPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: whether CPython prints what the page shows is NOT TESTED")
	}
	all := samples(t)
	var scripts []string
	for _, s := range all {
		scripts = append(scripts, Python(s.rec))
	}
	in, err := json.Marshal(scripts)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, filepath.Join("testdata", "run.py"))
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", cmd, err)
	}
	var ran struct {
		Version [2]int
		Printed []string
	}
	if err := json.Unmarshal(out, &ran); err != nil {
		t.Fatal(err)
	}
	t.Logf("CPython %d.%d ran %d scripts", ran.Version[0], ran.Version[1], len(scripts))
	if len(ran.Printed) != len(all) {
		t.Fatalf("it answered for %d of %d scripts", len(ran.Printed), len(all))
	}
	for i, s := range all {
		t.Run(s.name, func(t *testing.T) {
			if made := newPlan(s.rec); ran.Version == [2]int{3, 12} && (made.deep || made.guarded) {
				t.Skip("CPython 3.12 has a limit of its own on calls through C, as the script says")
			}
			s.check(t, ran.Printed[i], scripts[i])
		})
	}
}

// TestPythonFile runs the script that asks most of the recursion limit as a
// visitor would, from a file of its own. That it prints the same as within
// run.py shows that run.py puts nothing above its scripts.
func TestPythonFile(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: whether CPython prints what the page shows is NOT TESTED")
	}
	version, err := exec.Command(python, "-c", "import sys; print(sys.version_info[:2])").Output()
	if err != nil {
		t.Fatal(err)
	}
	if string(version) == "(3, 12)\n" {
		t.Skip("CPython 3.12 has a limit of its own on calls through C, as the script says")
	}
	s := newSample("file", trace.Record(scriptOf("fibonacci", trace.None, 999, cacheClear, 1000, 1500)), true)
	text := Python(s.rec)
	file := filepath.Join(t.TempDir(), "copied.py")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, file).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	s.check(t, string(out), text)
}
