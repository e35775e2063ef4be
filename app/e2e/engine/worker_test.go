package engine_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// waitKept waits until the worker has fetched everything and has taken over.
func (p *page) waitKept() {
	p.Helper()
	p.waitTrue(`navigator.serviceWorker.controller && navigator.serviceWorker.ready.then(r => r.active.state === "activated")`)
}

const announced = `[...document.querySelectorAll(".notice")].some((e) => e.checkVisibility() && e.textContent.includes("new version"))`

// After one visit the page works without network.
func testOffline(p *page) {
	files := http.FileServer(http.Dir(web))
	server := p.serve(files.ServeHTTP)
	p.visit("/")
	p.waitKept()
	if eval[bool](p, announced) {
		p.Error("the first visit hears of a new version")
	}
	server.Close()
	p.allowed = []string{"worker.js", "ServiceWorker", "Could not connect"} // the browser looks for a new version
	p.leave()
	p.visit("/?from=a-newsletter#v=1&f=factorial&max=128&run=500")
	p.waitInfo("CacheInfo(hits=0, misses=501, maxsize=128, currsize=128)")
	p.click("Decrease maxsize")
	p.waitInfo("CacheInfo(hits=0, misses=501, maxsize=127, currsize=127)")
}

// A new version says that it is there, changes nothing, and waits to be asked for.
func testUpdate(p *page) {
	dir := p.TempDir()
	p.must(os.CopyFS(dir, os.DirFS(web)))
	files := http.FileServer(http.Dir(dir))
	p.serve(files.ServeHTTP)
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
func testFirstVersionIsNotNew(p *page) {
	p.before(`
		const scope = new URL(".", location).href, postMessage = () => {};
		const one = Object.assign(new EventTarget(), {state: "installed", postMessage}), other = Object.assign(new EventTarget(), {state: "activated", postMessage});
		const registration = Object.assign(new EventTarget(), {scope, installing: one, waiting: one, active: null, update: async () => {}});
		Object.defineProperty(navigator, "serviceWorker", {value: Object.assign(new EventTarget(), {
			controller: one, ready: new Promise(() => {}), getRegistration: async () => registration,
			register: async () => { window.registered = true; return registration },
		})});
		window.becomes = (active) => {
			registration.active = active && {one, other}[active];
			registration.dispatchEvent(new Event("updatefound"));
			one.dispatchEvent(new Event("statechange"));
		};`)
	p.visit("/")
	p.waitTrue("window.registered === true")
	for _, active := range []string{"null", `"one"`} {
		eval[any](p, "becomes("+active+")")
		// The program has drawn what it was told when it has drawn what it was told
		// after it.
		before := p.number(`[data-counter="maxsize"]`)
		p.click("Increase maxsize")
		waitFor(p, "maxsize", before+1, func() int { return p.number(`[data-counter="maxsize"]`) })
		if eval[bool](p, announced) {
			p.Errorf("with %s active the first version says that it is new", active)
		}
	}
	eval[any](p, `becomes("other")`)
	p.waitTrue(announced)
}
