package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	cdp "github.com/chromedp/cdproto/page"
)

// A new version says that it is there, changes nothing, and waits to be asked for.
func TestUpdate(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(web)); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	p := newPage(t, server.URL, window{})
	p.visit("/#v=1&max=3")
	p.waitKept()
	p.eval(`window.sameVisit = true`)

	change(t, filepath.Join(dir, "index.html"), "<title>", "<title>New: ")
	change(t, filepath.Join(dir, "worker.js"), `const version = "`, `const version = "new`)
	p.eval(`navigator.serviceWorker.ready.then(r => r.update()).then(() => {})`)
	announced := func() bool { return strings.Contains(p.query("#notices").text(), "new version") }
	p.wait("the page says so", announced)
	if !eval[bool](p, `window.sameVisit === true`) {
		t.Error("the page was reloaded without anybody asking for it")
	}
	if got := p.counter("maxsize"); got != "3" {
		t.Errorf("the announcement has changed the page: maxsize is %s", got)
	}

	// A page that is reloaded is told as well, and still shows the old version:
	// it may be open in another tab.
	p.do(cdp.Reload().Do)
	p.waitTrue(`!window.sameVisit`)
	p.waitLive()
	p.wait("the page says so again", announced)
	if title := eval[string](p, "document.title"); strings.HasPrefix(title, "New: ") {
		t.Error("the new version came without being asked for")
	}

	p.clickButton("Reload")
	p.waitTrue(`document.title.startsWith("New: ")`)
	p.waitLive()
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	p.waitTrue(`caches.keys().then(names => names.length === 1)`)
	if hash := eval[string](p, "location.hash"); hash != "#v=1&max=3" {
		t.Errorf("after the update the address ends in %q", hash)
	}
}

func change(t *testing.T, file, old, new string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), old) {
		t.Fatalf("%s has no %q", file, old)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(b), old, new, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
}
