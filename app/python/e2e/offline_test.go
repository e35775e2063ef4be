package e2e

import (
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"playground/app/python"
	"playground/app/site"
	"playground/app/site/serve"

	"github.com/chromedp/chromedp"
)

// Once it has come, Python runs without the server, also after a new version of
// the site has thrown away what the site itself had kept.
func TestOffline(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, tracked{os.DirFS("../../../web")}); err != nil {
		t.Fatal(err)
	}
	dummy := filepath.Join(t.TempDir(), "dummy.wasm")
	if err := os.WriteFile(dummy, []byte("// nothing"), 0o666); err != nil {
		t.Fatal(err)
	}
	part, err := python.Read("../../../bin/python")
	if err != nil {
		t.Fatal(err)
	}
	s := site.Site{Dir: dir, Programs: filepath.Dir(dummy), WASMExec: dummy, Pages: []site.Page{{Program: strings.TrimSuffix(filepath.Base(dummy), ".wasm"), Title: "Python", Body: "<main></main>"}},
		Python: part.Page, Apart: part.Files, Licences: []byte("none"), Quality: 1, Cache: t.TempDir()}
	if err := s.Write(); err != nil {
		t.Fatal(err)
	}
	handler, err := serve.Handler(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	p := visit(t, server.URL)
	p.js(t, `(async () => {
		const controlled = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
		await navigator.serviceWorker.register("worker.js");
		await controlled;
	})()`, nil)
	p.bring(t, part.Page)
	if r := p.do(t, "run", "print(1)"); r.Output != "1\n" {
		t.Fatalf("with the server: %+v", r)
	}
	// What the worker of another version does as it takes over.
	p.js(t, `caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith("playground ") && !name.endsWith("`+current(t, dir)+`")).map((name) => caches.delete(name))))`, nil)
	server.CloseClientConnections()
	server.Close()

	if err := chromedp.Run(p.ctx, chromedp.Navigate(server.URL)); err != nil {
		t.Fatal(err)
	}
	p.bring(t, part.Page)
	if r := p.do(t, "run", "import json, fractions\nprint(fractions.Fraction(1, 2))"); r.Output != "1/2\n" {
		t.Errorf("without the server: %+v", r)
	}
	var policy string
	p.js(t, `caches.open("playground-python").then((c) => c.keys().then((keys) => c.match(keys.find((k) => k.url.includes("worker."))))).then((r) => r.headers.get("Content-Security-Policy"))`, &policy)
	if want := "default-src 'none'; script-src 'wasm-unsafe-eval'"; policy != want {
		t.Errorf("the worker that is kept has the policy %q, want %q", policy, want)
	}
}

// current is the version of the site's worker.
func current(t *testing.T, dir string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "worker.js"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b[len(`const version = "`):][:16])
}

// tracked is the folder web without what the build has written there.
type tracked struct{ fs.FS }

func (f tracked) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.FS, name)
	var kept []fs.DirEntry
	for _, e := range entries {
		if ext := filepath.Ext(e.Name()); !e.IsDir() && ext != ".br" && ext != ".gz" {
			kept = append(kept, e)
		}
	}
	return kept, err
}
