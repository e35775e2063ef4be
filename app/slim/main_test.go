package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestOverlay(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	overlay, err := overlay()
	if err != nil {
		t.Fatal(err)
	}
	var files struct{ Replace map[string]string }
	if err := json.Unmarshal(overlay, &files); err != nil {
		t.Fatal(err)
	}
	standIns := 0
	for file, by := range files.Replace {
		if _, err := os.Stat(file); err != nil {
			t.Errorf("what is to be replaced is not there: %v", err)
		}
		if by == "" {
			continue
		}
		standIns++
		if _, err := os.Stat(by); err != nil {
			t.Errorf("what stands in is not there: %v", err)
		}
	}
	if standIns != len(replaced) {
		t.Errorf("%d files stand in for %d packages", standIns, len(replaced))
	}
	if err := check(overlay); err != nil {
		t.Error(err)
	}
}

// An overlay that does nothing does not go unnoticed.
func TestCheck(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	err := check([]byte(`{"Replace": {}}`))
	if err == nil || !strings.Contains(err.Error(), "left out") && !strings.Contains(err.Error(), "in spite of the overlay") {
		t.Errorf("error %v", err)
	}
}

// Should the overlay be in the way one day, the program builds without it.
func TestBuildsWithoutOverlay(t *testing.T) {
	cmd := exec.Command("go", "build", "-o", filepath.Join(t.TempDir(), "app.wasm"), "playground/app")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
