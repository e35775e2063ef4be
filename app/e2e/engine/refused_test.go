package engine_test

import (
	"net/http"
	"playground/app/e2e/engine"
	"strings"
)

const (
	throwing = `Object.defineProperty(%, {configurable: true, get() { throw new DOMException("refused", "SecurityError") }});`
	missing  = `Object.defineProperty(%, {configurable: true, value: undefined});`
	notToBe  = `% = class { constructor() { throw new DOMException("refused", "SecurityError") } };`
)

// Whatever a browser refuses or lacks of what the program takes for granted, the
// page is live and shows what its link says.
func testRefused(p *page) {
	of := func(how, what string) string { return strings.ReplaceAll(how, "%", what) }
	for _, refusal := range []struct {
		name, script string
		then         func(p *page)
	}{
		{"storage and the address throw", of(throwing, `window, "localStorage"`) + of(throwing, `window, "sessionStorage"`) +
			of(throwing, `navigator, "serviceWorker"`) + of(notToBe, "BroadcastChannel") + `
			for (const name of ["pushState", "replaceState"]) {
				const change = history[name];
				history[name] = function() { if (!window.allowed) throw new DOMException("too often", "SecurityError"); change.apply(history, arguments) };
			}`, addressFollows},
		{"nothing there", of(missing, `window, "localStorage"`) + of(missing, `window, "BroadcastChannel"`) +
			of(missing, `window, "ResizeObserver"`) + of(missing, `window, "matchMedia"`) +
			of(missing, `navigator, "serviceWorker"`) + of(missing, `navigator, "clipboard"`), shareWithoutClipboard},
		{"more throws", of(notToBe, "ResizeObserver") + `matchMedia = () => { throw new Error("refused") };
			navigator.serviceWorker && (navigator.serviceWorker.register = async () => { throw new Error("refused") });
			Object.defineProperty(navigator, "clipboard", {configurable: true, value: {writeText() { throw new Error("refused") }}});`, copyByHand},
	} {
		p.sub(refusal.name, func(p *page) {
			p.before(refusal.script)
			p.allowed = []string{"not kept for offline use"}
			p.visit("/#v=1&f=factorial&max=4&run=6")
			p.waitInfo("CacheInfo(hits=0, misses=7, maxsize=4, currsize=4)")
			p.click("Increase maxsize")
			p.waitInfo("CacheInfo(hits=0, misses=7, maxsize=5, currsize=5)")
			refusal.then(p)
			p.waitHash("#v=1&f=factorial&max=5&run=6")
		})
	}
}

// An address that may not be changed follows once it may.
func addressFollows(p *page) {
	if hash := eval[string](p, "location.hash"); !strings.Contains(hash, "max=4") {
		p.Errorf("the address, which may not be changed, is %s: this tests nothing", hash)
	}
	eval[any](p, "window.allowed = true")
}

// A sheet without a clipboard says what to copy, and can be closed.
func shareWithoutClipboard(p *page) {
	p.click("Share")
	p.click("Copy Link")
	p.find("Link, to be copied by hand", "dialog")
	p.waitTrue(`[...document.querySelectorAll("dialog[open] textarea, dialog[open] input")].some((e) => e.checkVisibility() && e.value.includes("&max=5"))`)
	if n := eval[int](p, `document.querySelectorAll("dialog[open]").length`); n != 1 {
		p.Errorf("%d dialogs are open", n)
	}
	p.press(engine.Escape)
	p.waitTrue(`document.querySelector("dialog[open]") === null`)
}

// Text that may not be written to the clipboard is shown instead.
func copyByHand(p *page) {
	p.click("Copy as Python")
	p.find("Python, to be copied by hand", "dialog")
}

// In a browser that really blocks all site data.
func testSiteDataBlocked(p *page) {
	p.allowed = []string{"not kept for offline use", "Storage access is restricted"}
	p.visit("/#v=1&max=3")
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=3, currsize=3)")
	if got := eval[bool](p, `localStorage.constructor.name === "MemoryStorage"`); !got {
		p.Error("Firefox has not blocked the storage: this tests nothing")
	}
	p.click("Increase maxsize")
	p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=4, currsize=4)")
}

// An exception that goes through the program is said in words.
func testProgramStops(p *page) {
	p.before(`
		window.addEventListener("DOMContentLoaded", () => {
			const get = Reflect.get;
			Reflect.get = (object, name) => { if (window.broken) throw new Error("broken on purpose"); return get(object, name) };
		});`)
	p.allowed = []string{"broken on purpose", "already exited", "wasm", "deadlock"}
	p.visit("/")
	eval[any](p, `window.broken = true`)
	p.click("Increase maxsize")
	p.waitTrue(`document.querySelector("#loader[role=alert]")?.checkVisibility() && document.body.innerText.includes("stopped by a mistake of its own")`)
}

// A page whose script never comes says that it is a picture, after a while, most of
// which is skipped here.
func testLoaderNeverComes(p *page) {
	files := http.FileServer(http.Dir(web))
	p.serve(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") {
			http.Error(w, "no", http.StatusServiceUnavailable)
			return
		}
		files.ServeHTTP(w, r)
	})
	p.allowed = []string{"503", "app.", "Failed to load", "script"}
	p.must(p.tab.Navigate(p.origin))
	const said = `getComputedStyle(document.getElementById("late")).visibility === "visible" && document.body.innerText.includes("This is a picture of the playground")`
	if eval[bool](p, said) {
		p.Error("the page calls itself a picture while its script may yet come")
	}
	eval[any](p, `document.getElementById("late").getAnimations().forEach((a) => { a.currentTime = a.effect.getComputedTiming().endTime - 1 })`)
	p.waitTrue(said)
}
