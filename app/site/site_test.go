package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"playground/app/site/serve"

	"github.com/andybalholm/brotli"
)

// Small is a site in which only the sizes are unlike the real one's.
func small(t *testing.T) Site {
	t.Helper()
	dir := t.TempDir()
	put := func(name, content string) string {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for _, name := range kept {
		put("web/"+name, "content of "+name)
	}
	put("web/style.css", "body{}")
	put("web/draw.css", "svg{}")
	return Site{
		Dir:      filepath.Join(dir, "web"),
		WASM:     put("app.wasm", strings.Repeat("\x00asm", 1000)),
		WASMExec: put("wasm_exec.js", "class Go {}"),
		Pages:    []Page{{File: "index.html", Title: "A <title>", Description: `"quoted"`, Body: `<main data-x="1">frame</main>`}},
		Quality:  5,
		Cache:    filepath.Join(dir, "compressed"),
	}
}

// Read returns the files of the site by name.
func read(t *testing.T, s Site) map[string]string {
	t.Helper()
	if err := s.Write(); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(s.Dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(s.Dir, name))
		files[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func names(files map[string]string) []string { return slices.Sorted(maps.Keys(files)) }

func TestPage(t *testing.T) {
	files := read(t, small(t))
	page := files["index.html"]
	for _, want := range []string{
		`<html lang="en">`, "<title>A &lt;title&gt;</title>", `content="&#34;quoted&#34;"`,
		`content="width=device-width, initial-scale=1, viewport-fit=cover"`,
		"<body>\n<main data-x=\"1\">frame</main>\n<noscript>", // go-app replaces the first element of the body
		`data-size="4000"`, "<noscript>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("index.html lacks %s:\n%s", want, page)
		}
	}
	for _, refused := range []string{"maximum-scale", "user-scalable", "og:url", "localhost", "http:", "https:", " style=", "<style", "<script>", " onclick"} {
		if strings.Contains(page, refused) {
			t.Errorf("index.html has %s", refused)
		}
	}
	for _, link := range regexp.MustCompile(`(?:src|href|data-wasm)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if _, ok := files[link[1]]; !ok {
			t.Errorf("index.html refers to %q, which is none of %q", link[1], names(files))
		}
	}
}

func TestNamesTellContent(t *testing.T) {
	s := small(t)
	before := read(t, s)
	if again := read(t, s); !maps.Equal(before, again) {
		t.Error("the same build twice gives two sites")
	}
	if err := os.WriteFile(s.WASM, []byte("another program"), 0o666); err != nil {
		t.Fatal(err)
	}
	after := read(t, s)
	var changed []string
	for _, name := range names(after) {
		if before[name] != after[name] {
			changed = append(changed, regexp.MustCompile(`\.[0-9a-f]{8}\.`).ReplaceAllString(name, "."))
		}
	}
	slices.Sort(changed)
	changed = slices.DeleteFunc(changed, func(name string) bool { return strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz") })
	if want := []string{"assets/app.wasm", "index.html", "worker.js"}; !slices.Equal(changed, want) {
		t.Errorf("with another program %q changed, want %q", changed, want)
	}
	if got := len(slices.DeleteFunc(names(after), func(name string) bool { return !strings.HasSuffix(name, ".wasm") })); got != 1 {
		t.Errorf("there are %d programs; the old one should be gone", got)
	}
}

// The worker keeps every file that is sent, under relative names.
func TestWorkerKeepsAll(t *testing.T) {
	files := read(t, small(t))
	worker := files["worker.js"]
	for _, name := range names(files) {
		switch {
		case name == "index.html":
			name = "./"
		case name == "worker.js", name == "style.css", name == "draw.css", strings.HasSuffix(name, ".png"), strings.HasSuffix(name, ".br"), strings.HasSuffix(name, ".gz"):
			continue
		}
		if !strings.Contains(worker, "\n  \""+name+"\",\n") {
			t.Errorf("the worker does not keep %s:\n%.900s", name, worker)
		}
	}
	if !regexp.MustCompile(`^const version = "[0-9a-f]{16}";\n`).MatchString(worker) {
		t.Errorf("the worker begins with %.60q", worker)
	}
}

// What the server sends of the folder is what was written, and nothing that nobody
// asks for: no style sheet, for instance, from which the one in assets was made.
func TestSentAsWritten(t *testing.T) {
	s := small(t)
	files := read(t, s)
	handler, err := serve.Handler(os.DirFS(s.Dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names(files) {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest("GET", "/"+name, nil))
		sent := w.Code == http.StatusOK
		used := slices.Contains(kept, name) || name == "index.html" || strings.Contains(files["index.html"]+files["worker.js"], name) || name == "worker.js"
		if serve.IsCopy(name) {
			used = false // under its own name
		}
		if sent != used {
			t.Errorf("%s is sent: %t; is used: %t", name, sent, used)
		}
		if sent && w.Body.String() != files[name] {
			t.Errorf("%s is sent as %.100q", name, w.Body)
		}
	}
}

func TestCompressedCopies(t *testing.T) {
	files := read(t, small(t))
	copies := 0
	for name, packed := range files {
		var r io.Reader
		switch filepath.Ext(name) {
		case ".br":
			r = brotli.NewReader(strings.NewReader(packed))
		case ".gz":
			var err error
			if r, err = gzip.NewReader(strings.NewReader(packed)); err != nil {
				t.Fatal(name, err)
			}
		default:
			continue
		}
		copies++
		got, err := io.ReadAll(r)
		original := files[strings.TrimSuffix(name, filepath.Ext(name))]
		if err != nil || !bytes.Equal(got, []byte(original)) {
			t.Errorf("%s does not unpack to its original: %v", name, err)
		}
		if len(packed) >= len(original) {
			t.Errorf("%s has %d bytes, its original %d", name, len(packed), len(original))
		}
	}
	if copies < 8 {
		t.Errorf("only %d compressed copies: %q", copies, names(files))
	}
}

// What has been compressed once is not compressed again.
func TestCompressedOnce(t *testing.T) {
	s := small(t)
	read(t, s)
	cached, err := filepath.Glob(filepath.Join(s.Cache, "*.br"))
	if err != nil || len(cached) == 0 {
		t.Fatal(cached, err)
	}
	for _, file := range cached {
		if err := os.WriteFile(file, []byte("*"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if files := read(t, s); files["index.html.br"] != "*" {
		t.Error("index.html was compressed again")
	}
	s.Quality = 6
	if files := read(t, s); files["index.html.br"] == "*" {
		t.Error("at another quality, index.html was not compressed")
	}
	if err := os.WriteFile(s.WASM, []byte("another program"), 0o666); err != nil {
		t.Fatal(err)
	}
	read(t, s)
	left, _ := filepath.Glob(filepath.Join(s.Cache, "*"))
	files := read(t, s)
	if len(left) > 3*len(files) {
		t.Errorf("the cache has %d files for %d in the site", len(left), len(files))
	}
}

func TestMissingInput(t *testing.T) {
	for _, missing := range []string{"style.css", "draw.css", "icon.svg"} {
		s := small(t)
		if err := os.Remove(filepath.Join(s.Dir, missing)); err != nil {
			t.Fatal(err)
		}
		if err := s.Write(); err == nil || !strings.Contains(err.Error(), missing) {
			t.Errorf("without %s: %v", missing, err)
		}
	}
}
