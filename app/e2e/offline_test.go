package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// After one visit the page works without network, at any of its addresses and
// with links that others share.
func TestOffline(t *testing.T) {
	t.Parallel()
	s := startOwn(t)
	p := newPage(t, s.url, window{})
	p.visit("/")
	p.waitKept()
	s.stop()
	p.watch.allow("worker.js") // the browser looks for a new version
	for _, address := range []string{"/", "/#later", "/?from=a-newsletter", "/?a=b#c", "/index.html"} {
		p.leave()
		p.visit(address)
		// The fragment is the program's, which writes what it shows there.
		want, _, _ := strings.Cut(s.url+address, "#")
		if got := eval[string](p, "location.href.split('#')[0]"); got != want {
			t.Errorf("offline, %s became %s", want, got)
		}
	}
	p.leave()
	p.visit("/#v=1&f=factorial&max=128&run=500x1000")
	p.waitInfo("CacheInfo(hits=999, misses=501, maxsize=128, currsize=128)")
	p.find("slider", "maxsize").slide(64)
	p.waitInfo("CacheInfo(hits=999, misses=501, maxsize=64, currsize=64)")
}

// Any file server will do, under any path.
func TestUnderSubPath(t *testing.T) {
	t.Parallel()
	const path = "/some/sub path/playground/"
	server := httptest.NewServer(http.StripPrefix(path, http.FileServer(http.Dir(web))))
	defer server.Close()
	escaped := (&url.URL{Path: path}).EscapedPath()

	p := newPage(t, server.URL, window{})
	p.visit(escaped)
	p.waitKept()
	if got, want := eval[string](p, `navigator.serviceWorker.ready.then(r => r.scope)`), server.URL+escaped; got != want {
		t.Errorf("the worker's scope is %s, not %s", got, want)
	}
	server.Close()
	p.watch.allow("worker.js")
	p.leave()
	p.visit(escaped + "?q#later")
}

// waitKept waits until the worker has fetched everything and has taken over.
func (p *page) waitKept() {
	p.t.Helper()
	p.waitTrue(`navigator.serviceWorker.controller && navigator.serviceWorker.ready.then(r => r.active.state === "activated")`)
}

// leave goes to no page at all, so that the next visit is not one within a page.
func (p *page) leave() {
	p.t.Helper()
	p.do(chromedp.Navigate("about:blank").Do)
}
