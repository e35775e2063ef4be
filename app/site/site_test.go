package site

import (
	"bytes"
	"compress/gzip"
	"errors"
	"image/png"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
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
	for _, name := range []string{"experiments.css", "function.css", "keys.css"} {
		put("web/"+name, "."+name+"{}")
	}
	put("web/preview.png", "a picture")
	return Site{
		Dir:      filepath.Join(dir, "web"),
		Programs: filepath.Dir(put("playground.wasm", strings.Repeat("\x00asm", 1000))),
		WASMExec: put("wasm_exec.js", "class Go {}"),
		Pages: []Page{
			{Program: "playground", Title: "A <title>", Description: `"quoted"`, Body: `<main data-x="1">frame</main>`},
			{Folder: "keys/", Program: "playground", Title: "Keys", Body: `<main>keys</main>`},
			{Folder: "a/b/", Program: "playground", Title: "Deep", Body: `<main>deep</main>`},
		},
		Licences: []byte("do as you like"),
		Version:  "v1.2.3",
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
		"<body>\n<main data-x=\"1\">frame</main>\n<footer", // go-app replaces the first element of the body
		`data-size="4000"`, "<noscript>", "<p>lru_cache playground v1.2.3</p>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("index.html lacks %s:\n%s", want, page)
		}
	}
	for _, refused := range []string{
		"maximum-scale", "user-scalable", "og:url", "og:image", "twitter:", "canonical", "localhost", "http:", "https:", ">Source<",
		" style=", "<style", "<script>", " onclick",
	} {
		if strings.Contains(page, refused) {
			t.Errorf("index.html has %s", refused)
		}
	}
	if got := regexp.MustCompile(`href="(assets/licences\.[^"]*)"`).FindStringSubmatch(page); got == nil || files[got[1]] != "do as you like" {
		t.Errorf("index.html leads to the licences by %q", got)
	}
}

// Every page has a folder and leads from there to the same files, by relative
// links; the worker keeps it under the name of the folder.
func TestPlaces(t *testing.T) {
	s := small(t)
	files := read(t, s)
	links := regexp.MustCompile(`(?:src|href|data-wasm)="([^"]*)"`)
	var targets []string
	for _, p := range s.Pages {
		page := files[p.File()]
		if !strings.Contains(page, string(p.Body)) {
			t.Errorf("%s does not show its body:\n%s", p.File(), page)
		}
		var found []string
		for _, link := range links.FindAllStringSubmatch(page, -1) {
			found = append(found, path.Join(p.Folder, link[1]))
			if name := path.Join(p.Folder, link[1]); files[name] == "" {
				t.Errorf("%s refers to %q, which is %q and none of %q", p.File(), link[1], name, names(files))
			}
		}
		if targets == nil {
			targets = found
		} else if !slices.Equal(found, targets) || len(found) < 7 {
			t.Errorf("%s refers to %q, the first page to %q", p.File(), found, targets)
		}
	}
	for _, want := range []string{"./", "keys/", "a/b/"} {
		if !strings.Contains(files["worker.js"], "\n  \""+want+"\",\n") {
			t.Errorf("the worker does not keep %s:\n%.900s", want, files["worker.js"])
		}
	}

	// A place that is given up is gone, its folder too; so are the others' copies.
	s.Pages = s.Pages[:2]
	after := read(t, s)
	for name := range after {
		if strings.HasPrefix(name, "a/") {
			t.Errorf("%s is still there", name)
		}
	}
	if _, err := os.Stat(filepath.Join(s.Dir, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is still there: %v", err)
	}
	if after["keys/index.html"] != files["keys/index.html"] {
		t.Error("another page has changed")
	}
}

// Where the address of the site is told, each page says its own, and which picture
// stands for it; where the source is told, that.
func TestAddress(t *testing.T) {
	s := small(t)
	s.URL = "https://example.org/play/"
	s.Source = "https://example.org/source?a&b"
	files := read(t, s)
	for _, p := range s.Pages {
		page := files[p.File()]
		for _, want := range []string{
			`<link rel="canonical" href="https://example.org/play/` + p.Folder + `">`,
			`<meta property="og:url" content="https://example.org/play/` + p.Folder + `">`,
			`<a href="https://example.org/source?a&amp;b">Source</a>`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s:\n%s", p.File(), want, page)
			}
		}
		image := regexp.MustCompile(`<meta property="og:image" content="https://example.org/play/(assets/preview\.[0-9a-f]{8}\.png)">`).FindStringSubmatch(page)
		if image == nil || files[image[1]] != "a picture" {
			t.Errorf("%s names the picture %q:\n%s", p.File(), image, page)
		}
	}
	if strings.Contains(files["worker.js"], "preview") {
		t.Error("visitors would fetch the preview")
	}
}

// The preview has the size that the pages say.
func TestPreview(t *testing.T) {
	f, err := os.Open(filepath.Join("..", "..", "web", "preview.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if img, err := png.DecodeConfig(f); err != nil || img.Width != 1200 || img.Height != 630 {
		t.Errorf("the preview is %d×%d, %v", img.Width, img.Height, err)
	}
}

func TestImpossibleSites(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(*Site)
		want string
	}{
		{"no top", func(s *Site) { s.Pages = s.Pages[1:] }, "no page at the top"},
		{"no slash", func(s *Site) { s.Pages[1].Folder = "keys" }, `the folder "keys"; expected is something like keys/`},
		{"upwards", func(s *Site) { s.Pages[1].Folder = "../" }, `the folder "../"`},
		{"absolute", func(s *Site) { s.Pages[1].Folder = "/keys/" }, `the folder "/keys/"`},
		{"capitals", func(s *Site) { s.Pages[1].Folder = "Keys/" }, `the folder "Keys/"`},
		{"among the assets", func(s *Site) { s.Pages[1].Folder = "assets/" }, `the folder "assets/"`},
		{"twice", func(s *Site) { s.Pages[2].Folder = "keys/" }, `two pages are in the folder "keys/"`},
		{"no scheme", func(s *Site) { s.URL = "example.org/" }, `"example.org/" is no address of the site; expected is something like https://`},
		{"another scheme", func(s *Site) { s.URL = "ftp://example.org/" }, "no address of the site"},
		{"no host", func(s *Site) { s.URL = "https:///play/" }, "no address of the site"},
		{"no address", func(s *Site) { s.URL = "https://a b/" }, "no address of the site"},
		{"no folder", func(s *Site) { s.URL = "https://example.org/play" }, "it has to end in a slash"},
		{"a query", func(s *Site) { s.URL = "https://example.org/?a=/" }, "without ? and #"},
		{"a source like this", func(s *Site) { s.Source = "javascript:alert(1)" }, "no address of the source"},
		{"no preview", func(s *Site) {
			s.URL = "https://example.org/"
			if err := os.Remove(filepath.Join(s.Dir, "preview.png")); err != nil {
				t.Fatal(err)
			}
		}, "preview.png"},
	} {
		s := small(t)
		c.make(&s)
		if err := s.Write(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, which does not say %q", c.name, err, c.want)
		}
	}
}

func TestNamesTellContent(t *testing.T) {
	s := small(t)
	before := read(t, s)
	if again := read(t, s); !maps.Equal(before, again) {
		t.Error("the same build twice gives two sites")
	}
	if err := os.WriteFile(filepath.Join(s.Programs, "playground.wasm"), []byte("another program"), 0o666); err != nil {
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
	if want := []string{"a/b/index.html", "assets/playground.wasm", "index.html", "keys/index.html", "worker.js"}; !slices.Equal(changed, want) {
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
		case filepath.Base(name) == "index.html":
			name = strings.TrimSuffix(name, "index.html")
		case name == "worker.js", serve.IsSource(name), strings.HasSuffix(name, ".png"), strings.HasSuffix(name, ".br"), strings.HasSuffix(name, ".gz"):
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
		used := slices.Contains(kept, name) || path.Base(name) == "index.html" || strings.Contains(files["index.html"]+files["worker.js"], name) || name == "worker.js"
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
	if err := os.WriteFile(filepath.Join(s.Programs, "playground.wasm"), []byte("another program"), 0o666); err != nil {
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
	for _, missing := range []string{"style.css", "draw.css", "keys.css", "icon.svg"} {
		s := small(t)
		if err := os.Remove(filepath.Join(s.Dir, missing)); err != nil {
			t.Fatal(err)
		}
		if err := s.Write(); err == nil || !strings.Contains(err.Error(), missing) {
			t.Errorf("without %s: %v", missing, err)
		}
	}
}
