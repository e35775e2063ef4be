package e2e

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// After one visit the page works without network: links that others share, too.
func TestSharedLinkOffline(t *testing.T) {
	s := startOwn(t)
	p := newPage(t, s.url, window{})
	p.visit("/")
	p.waitKept()
	s.stop()
	p.watch.allow("worker.js") // the browser looks for a new version
	p.leave()
	p.visit("/#v=1&f=factorial&max=128&run=500x1000")
	p.waitInfo("CacheInfo(hits=999, misses=501, maxsize=128, currsize=128)")
	p.find("slider", "maxsize").slide(64)
	p.waitInfo("CacheInfo(hits=999, misses=501, maxsize=64, currsize=64)")
}

// The page says that a new version is ready, keeps what it shows, and Reload
// brings it.
func TestReloadButton(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(web)); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	p := newPage(t, server.URL, window{})
	p.visit("/#v=1&max=3")
	p.waitKept()
	change(t, filepath.Join(dir, "index.html"), "<title>", "<title>New: ")
	change(t, filepath.Join(dir, "worker.js"), `const version = "`, `const version = "new`)
	p.eval(`navigator.serviceWorker.ready.then(r => r.update()).then(() => {})`)
	p.wait("the page says so", func() bool { return strings.Contains(p.query("#notice").text(), "new version") })
	if got := p.counter("maxsize"); got != "3" {
		t.Errorf("the announcement has changed the page: maxsize is %s", got)
	}
	p.clickButton("Reload")
	p.waitTrue(`document.title.startsWith("New: ")`)
	p.waitLive()
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
}
