package experiments

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"playground/app/calls"
)

// The programs are run one by one in the same process, each in names of its own,
// and what each prints is told as JSON.
const driver = `
import contextlib, io, json, sys
out = {}
limit = sys.setrecursionlimit
# A program in exec has a frame around it, and before 3.12 exec counts, too.
around = 1 if sys.version_info >= (3, 12) else 2
sys.setrecursionlimit = lambda n: limit(n + around)
for name, source in json.load(sys.stdin).items():
    text = io.StringIO()
    sys.setrecursionlimit(1000)
    with contextlib.redirect_stdout(text):
        exec(compile(source, name, "exec"), {"__name__": "__main__"})
    out[name] = text.getvalue()
json.dump(out, sys.stdout)
`

// TestPython runs the program of every card under CPython, which must print what
// the card knows from its run.
func TestPython(t *testing.T) {
	python := python3(t)
	programs := map[string]string{}
	for name, s := range told(t) {
		programs[name] = s.Python
	}
	in, err := json.Marshal(programs)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, "-c", driver)
	cmd.Stdin, cmd.Stderr = strings.NewReader(string(in)), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var printed map[string]string
	if err := json.Unmarshal(out, &printed); err != nil {
		t.Fatal(err)
	}
	for name, s := range told(t) {
		if !strings.HasPrefix(printed[name], s.Prints) {
			t.Errorf("%s: Python prints\n%s\nand the card knows\n%s", name, printed[name], s.Prints)
		}
	}
}

// TestRecords has the recorder stand in for lru_cache in the programs of the cards
// that are watched as call records: it must write what the card's own run made.
func TestRecords(t *testing.T) {
	python := python3(t)
	recorded := 0
	for name, s := range told(t) {
		if s.Record == "" {
			continue
		}
		recorded++
		dir := t.TempDir()
		program := strings.Replace(s.Python, "from functools import lru_cache\n", "from recorder import record as lru_cache\n", 1)
		for file, text := range map[string]string{"recorder.py": calls.Recorder(), "program.py": program} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command(python, "-B", "program.py")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		written, err := os.ReadFile(filepath.Join(dir, "lru_cache-record.txt"))
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for line := range strings.Lines(string(written)) {
			if !strings.HasPrefix(line, "#") { // the version of Python
				lines = append(lines, line)
			}
		}
		// What the program does after that, such as cache_clear(), is not shown.
		ours, whole := strings.CutSuffix(s.Record, "end\n")
		if got := strings.Join(lines, ""); !whole || !strings.HasPrefix(got, ours) {
			t.Errorf("%s: the recorder writes\n%s\nand the card's run made\n%s", name, got, s.Record)
		}
	}
	if recorded < 6 {
		t.Errorf("only %d cards have a record", recorded)
	}
}

// python3 is CPython, without which nothing is compared.
func python3(t *testing.T) string {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("NOT compared with CPython: there is no python3")
		}
		t.Skip("NOT compared with CPython: there is no python3")
	}
	return python
}
