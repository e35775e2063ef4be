package site

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Python's files are in the site and in no first visit: the worker does not
// keep them, and only the name of one is in a page.
func TestPython(t *testing.T) {
	s := small(t)
	without := read(t, s)
	s.Python = "python/page.1.js"
	s.Apart = map[string][]byte{"python/page.1.js": []byte("import"), "python/python.1.wasm": []byte(strings.Repeat("\x00asm", 1000))}
	s.Quality, s.QualityApart = 4, 2
	with := read(t, s)
	for name, content := range s.Apart {
		if with[name] != string(content) {
			t.Errorf("%s is %q", name, with[name])
		}
		if strings.Contains(with["worker.js"], name) {
			t.Errorf("the worker keeps %s", name)
		}
	}
	if with["python/python.1.wasm.br"] == "" || with["python/python.1.wasm.gz"] == "" {
		t.Errorf("no compressed copies: %q", names(with))
	}
	for name, content := range with { // each file at the quality of its kind
		packed, isPacked := strings.CutSuffix(name, ".br")
		if !isPacked {
			continue
		}
		quality := s.Quality
		if s.Apart[packed] != nil {
			quality = s.QualityApart
		}
		key := fmt.Sprintf("%x-%d.br", sha256.Sum256([]byte(with[packed])), quality)
		if kept, err := os.ReadFile(filepath.Join(s.Cache, key)); err != nil || string(kept) != content {
			t.Errorf("%s is not compressed at %d: %v", packed, quality, err)
		}
	}
	for page, want := range map[string]string{"index.html": ` data-python="python/page.1.js">`, "a/b/index.html": ` data-python="../../python/page.1.js">`} {
		if !strings.Contains(with[page], want) {
			t.Errorf("%s lacks %s:\n%.1500s", page, want, with[page])
		}
		if strings.Contains(without[page], "data-python") {
			t.Errorf("without Python, %s names it", page)
		}
	}

	s.Python, s.Apart = "", nil
	for _, name := range names(read(t, s)) {
		if strings.HasPrefix(name, "python/") {
			t.Errorf("%s is left over", name)
		}
	}
}
