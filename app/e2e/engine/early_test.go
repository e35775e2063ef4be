package engine_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"playground/app/e2e/engine"
)

// slowSite serves the site, but for the program, which comes when it is let.
func slowSite(t *testing.T) (url string, let func()) {
	t.Helper()
	gate := make(chan struct{})
	files := http.FileServer(http.Dir(web))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			<-gate
		}
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	opened := false
	let = func() {
		if !opened {
			close(gate)
		}
		opened = true
	}
	t.Cleanup(let) // before the server is closed
	return server.URL, let
}

// show shows the picture of the page, of which the program has yet to come.
func (p *page) show(path string) (let func()) {
	p.Helper()
	p.origin, let = slowSite(p.T)
	p.must(p.tab.Navigate(p.origin + path))
	p.waitTrue(`typeof playgroundLive === "function"`)
	return let
}

// What is typed while the program takes over stays as it is typed, however fast.
func TestTypingAcrossTakeover(t *testing.T) {
	for _, between := range []time.Duration{20, 120, 500} {
		between *= time.Millisecond
		t.Run(fmt.Sprint(between), func(t *testing.T) {
			each(t, func(p *page) {
				let := p.show("/")
				size := p.field("maxsize value")
				p.must(size.Click())
				p.must(p.tab.Chord(engine.Control, "a"))
				p.press("1")
				let()
				p.must(p.tab.Press("23", between))
				p.waitLive()
				p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=123, currsize=11)")
				if got := value(p, p.field("maxsize value")); got != "123" {
					p.Errorf("the field says %q", got)
				}
			})
		})
	}
}

// Whatever is pressed in the picture is done when the page is live.
func TestPicturePressed(t *testing.T) {
	tests := map[string]struct {
		press func(p *page)
		done  func(p *page)
	}{
		"number": {
			func(p *page) { p.click("fibonacci( 20 )") },
			func(p *page) { waitFor(p, "the argument", "20", func() string { return value(p, p.field("n")) }) },
		},
		"curve": {
			func(p *page) {
				slider := p.slider("maxsize")
				at, to := p.thumb(slider, 2), p.thumb(slider, 5)
				y := p.onCurve()
				p.must(p.tab.Drag(engine.Point{X: at.X, Y: y}, engine.Point{X: to.X, Y: y}, 4))
			},
			func(p *page) { p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=5, currsize=5)") },
		},
		"tree": {
			func(p *page) {
				at := eval[engine.Point](p, `(() => {
					const call = [...document.querySelectorAll("#tree-view [data-call][data-at='3']")].find((e) => e.checkVisibility());
					call.scrollIntoView({block: "center", behavior: "instant"});
					const r = call.querySelector("text").getBoundingClientRect();
					return {X: r.x + r.width / 2, Y: r.y + r.height / 2};
				})()`)
				p.must(p.tab.Drag(at, at, 0))
			},
			func(p *page) { p.waitStep("3") },
		},
		"keys on the curve": {
			func(p *page) {
				p.focus(p.slider("maxsize on the curve"))
				p.press(engine.ArrowRight + engine.ArrowRight)
			},
			func(p *page) { p.waitInfo("CacheInfo(hits=8, misses=11, maxsize=4, currsize=4)") },
		},
		"keys in the tree": {
			func(p *page) {
				eval[any](p, `document.querySelector("#tree-view[tabindex], #tree-view [tabindex]").focus()`)
				p.press(engine.Home + engine.ArrowRight + engine.ArrowRight + engine.Enter)
			},
			func(p *page) { p.waitStep("3") },
		},
		"table": {
			func(p *page) {
				at := eval[engine.Point](p, `(() => {
					const summary = document.querySelector("#curve-table-fold summary");
					summary.scrollIntoView({block: "center", behavior: "instant"});
					const r = summary.getBoundingClientRect();
					return {X: r.x + 20, Y: r.y + r.height / 2};
				})()`)
				p.must(p.tab.Drag(at, at, 0))
			},
			func(p *page) {
				p.waitTrue(`document.getElementById("curve-table-fold").open && document.querySelectorAll("#curve-table tr").length > 10`)
			},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			each(t, func(p *page) {
				let := p.show("/")
				test.press(p)
				let()
				p.waitLive()
				test.done(p)
			})
		})
	}
}

// A tab that is reopened shows what its address says, whatever its fields held.
func TestReopenedTab(t *testing.T) {
	if firefox == nil {
		t.Skip("in Firefox only: other engines do not restore fields so")
	}
	profile := t.TempDir()
	restore := map[string]any{
		"browser.startup.page": 3, "remote.prefs.recommended": false, "browser.sessionstore.interval": 100,
		"browser.sessionstore.resume_from_crash": true, "browser.sessionstore.max_resumed_crashes": -1, "toolkit.startup.max_resumed_crashes": -1,
	}
	first, err := engine.StartFirefox(os.Getenv("FIREFOX"), profile, restore)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Kill()
	tab, err := first.Plain()
	if err != nil {
		t.Fatal(err)
	}
	p := &page{T: t, tab: tab, origin: site}
	const info, path = "CacheInfo(hits=8, misses=11, maxsize=500, currsize=11)", "/#v=1&max=500"
	p.visit(path)
	p.waitInfo(info)
	p.wait("Firefox has written down what it is to restore", func() bool {
		b, err := os.ReadFile(filepath.Join(profile, "sessionstore-backups", "recovery.jsonlz4"))
		return err == nil && bytes.Contains(b, []byte("max=500"))
	})
	first.Kill()

	second, err := engine.StartFirefox(os.Getenv("FIREFOX"), profile, restore)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Kill()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	tab, err = second.Restored(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	p = &page{T: t, tab: tab, origin: site}
	p.waitLive()
	p.waitInfo(info)
	if got := eval[string](p, "location.hash"); !strings.HasSuffix(path, got) {
		t.Errorf("the address ends in %s", got)
	}
	if got := value(p, p.field("maxsize value")); got != "500" {
		t.Errorf("the field says %q", got)
	}
}
