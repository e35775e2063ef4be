package experiments

import (
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
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
	python, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("NOT compared with CPython: there is no python3")
		}
		t.Skip("NOT compared with CPython: there is no python3")
	}
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
