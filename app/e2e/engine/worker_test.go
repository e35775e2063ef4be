package engine_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// waitKept waits until the worker has fetched everything and has taken over.
func (p *page) waitKept() {
	p.Helper()
	p.waitTrue(`navigator.serviceWorker.controller && navigator.serviceWorker.ready.then(r => r.active.state === "activated")`)
}

const announced = `[...document.querySelectorAll(".notice")].some((e) => e.checkVisibility() && e.textContent.includes("new version"))`

// After one visit the page works without network.
func TestOffline(t *testing.T) {
	run := func(p *page) {
		server := httptest.NewServer(http.FileServer(http.Dir(web)))
		defer server.Close()
		p.origin = server.URL
		p.visit("/")
		p.waitKept()
		if eval[bool](p, announced) {
			p.Error("the first visit hears of a new version")
		}
		server.Close()
		p.allowed = []string{"worker.js", "ServiceWorker", "Could not connect"} // the browser looks for a new version
		for _, address := range []string{"/?from=a-newsletter#later", "/#v=1&f=factorial&max=128&run=500"} {
			p.leave()
			p.visit(address)
		}
		p.waitInfo("CacheInfo(hits=0, misses=501, maxsize=128, currsize=128)")
		p.click("Decrease maxsize")
		p.waitInfo("CacheInfo(hits=0, misses=501, maxsize=127, currsize=127)")
	}
	each(t, run)
}

// A new version says that it is there, changes nothing, and waits to be asked for.
func TestUpdate(t *testing.T) {
	each(t, func(p *page) {
		dir := p.TempDir()
		p.must(os.CopyFS(dir, os.DirFS(web)))
		server := httptest.NewServer(http.FileServer(http.Dir(dir)))
		defer server.Close()
		p.origin = server.URL
		p.visit("/#v=1&max=3")
		p.waitKept()
		if eval[bool](p, announced) {
			p.Error("the first visit hears of a new version")
		}
		p.change(filepath.Join(dir, "index.html"), "<title>", "<title>New: ")
		p.change(filepath.Join(dir, "worker.js"), `const version = "`, `const version = "new`)
		eval[any](p, `navigator.serviceWorker.ready.then(r => r.update()).then(() => 0)`)
		p.waitTrue(announced)
		p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
		p.must(p.tab.Reload())
		p.waitLive()
		p.waitTrue(announced)
		if title := eval[string](p, "document.title"); strings.HasPrefix(title, "New: ") {
			p.Error("the new version came without being asked for")
		}
		p.click("Reload")
		p.waitTrue(`document.title.startsWith("New: ")`)
		p.waitLive()
		p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	})
}

func (p *page) change(file, old, new string) {
	p.Helper()
	b, err := os.ReadFile(file)
	p.must(err)
	if !strings.Contains(string(b), old) {
		p.Fatalf("%s has no %q", file, old)
	}
	p.must(os.WriteFile(file, []byte(strings.Replace(string(b), old, new, 1)), 0o666))
}

// What a browser may tell while the worker of the first visit becomes active is
// no new version; one that waits beside an active one is.
func TestFirstVersionIsNotNew(t *testing.T) {
	const told = `
		const one = Object.assign(new EventTarget(), {state: "installed"}), other = Object.assign(new EventTarget(), {state: "activated"});
		const registration = Object.assign(new EventTarget(), {installing: null, waiting: one, active: %s, update: async () => {}});
		Object.defineProperty(navigator, "serviceWorker", {value: Object.assign(new EventTarget(), {
			controller: one, ready: Promise.resolve(registration), getRegistration: async () => registration,
			register: async () => { window.registered = true; return registration },
		})});`
	for active, isNew := range map[string]bool{"null": false, "one": false, "other": true} {
		t.Run("active is "+active, func(t *testing.T) {
			eachAt(t, siteAfter(t, fmt.Sprintf(told, active)), func(p *page) {
				p.visit("/")
				p.waitTrue("window.registered === true")
				if isNew {
					p.waitTrue(announced)
					return
				}
				// The program has drawn what it was told when it has drawn what it was
				// told after it.
				p.click("Increase maxsize")
				p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
				if eval[bool](p, announced) {
					p.Error("the first version says that it is new")
				}
			})
		})
	}
}
