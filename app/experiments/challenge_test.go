//go:build !js

// Under js nothing that is copied can be run.

package experiments

import (
	"encoding/json"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What the challenge prints in both languages: the median, the fastest, the slowest.
var (
	saysPython = regexp.MustCompile(`\Awithout: [0-9.]+ ms, from [0-9.]+ to [0-9.]+\nwith: [0-9.]+ ms, from [0-9.]+ to [0-9.]+\n\z`)
	saysGo     = regexp.MustCompile(`\Awithout: [0-9.]+.?s from [0-9.]+.?s to [0-9.]+.?s\nwith: [0-9.]+.?s from [0-9.]+.?s to [0-9.]+.?s\n\z`)
)

// smaller makes the challenge one of fewer and shorter calls.
func smaller(t *testing.T, program string, counts ...string) string {
	t.Helper()
	for i := 0; i < len(counts); i += 2 {
		if strings.Count(program, counts[i]) != 1 {
			t.Fatalf("%q does not stand once in\n%s", counts[i], program)
		}
		program = strings.Replace(program, counts[i], counts[i+1], 1)
	}
	return program
}

// TestChallengeInGo compiles the Go to copy within this module and runs it. An
// overlay shows the go command the file, so that nothing is left behind.
func TestChallengeInGo(t *testing.T) {
	if out, err := format.Source([]byte(challengeGo)); err != nil || string(out) != challengeGo {
		t.Errorf("gofmt would change it: %v", err)
	}
	dir := t.TempDir()
	file, overlay, program := filepath.Join(dir, "main.go"), filepath.Join(dir, "overlay.json"), filepath.Join(dir, "challenge")
	shown, err := filepath.Abs(filepath.Join("..", "..", "copied", "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := json.Marshal(map[string]map[string]string{"Replace": {shown: file}})
	if err != nil {
		t.Fatal(err)
	}
	for path, text := range map[string]string{file: smaller(t, challengeGo, "range 1000", "range 20", "f(500)", "f(50)"), overlay: string(list)} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command("go", "build", "-overlay", overlay, "-o", program, "./copied")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(program).CombinedOutput()
	if err != nil || !saysGo.Match(out) {
		t.Errorf("%v: it prints\n%s", err, out)
	}
}

// TestChallengeInPython runs the Python to copy.
func TestChallengeInPython(t *testing.T) {
	program := smaller(t, challengePython, "range(1000)", "range(20)", "f(500)", "f(50)")
	out, err := exec.Command(python3(t), "-c", program).CombinedOutput()
	info, times, _ := strings.Cut(string(out), "\n")
	if err != nil || info != "CacheInfo(hits=19, misses=51, maxsize=128, currsize=51)" || !saysPython.MatchString(times) {
		t.Errorf("%v: it prints\n%s", err, out)
	}
}
