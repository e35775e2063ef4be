package engine_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"playground/app/e2e/engine"
)

// show shows the picture of the page, of which the program comes when it is let.
func (p *page) show(path string) (let func()) {
	p.Helper()
	gate := make(chan struct{})
	files := http.FileServer(http.Dir(web))
	p.serve(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			<-gate
		}
		files.ServeHTTP(w, r)
	})
	let = sync.OnceFunc(func() { close(gate) })
	p.Cleanup(let) // before the server is closed
	p.must(p.tab.Navigate(p.origin + path))
	p.waitTrue(`typeof playgroundLive === "function"`)
	return let
}

// What is typed while the program takes over stays as it is typed, however fast.
func testTypingAcrossTakeover(p *page) {
	for _, between := range []time.Duration{20, 120, 500} {
		between *= time.Millisecond
		p.sub(fmt.Sprint(between), func(p *page) {
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
	}
}

// Whatever is pressed in the picture is done when the page is live.
func testPicturePressed(p *page) {
	before := func(name string, press, done func(p *page)) {
		p.sub(name, func(p *page) {
			let := p.show("/")
			press(p)
			let()
			p.waitLive()
			done(p)
		})
	}
	before("number and table", func(p *page) {
		p.click("fibonacci( 20 )")
		p.clickAt(`document.querySelector("#curve-table-fold summary")`)
	}, func(p *page) {
		waitFor(p, "the argument", "20", func() string { return value(p, p.field("n")) })
		p.waitTrue(`document.getElementById("curve-table-fold").open && document.querySelectorAll("#curve-table tr").length > 10`)
	})
	before("curve and tree", func(p *page) {
		slider := p.slider("maxsize")
		at, to := p.thumb(slider, 2), p.thumb(slider, 5)
		y := p.onCurve()
		p.must(p.tab.Drag(engine.Point{X: at.X, Y: y}, engine.Point{X: to.X, Y: y}, 4))
		p.clickAt(`[...document.querySelectorAll("#tree-view [data-call][data-at='3'] text")].find((e) => e.checkVisibility())`)
	}, func(p *page) {
		waitFor(p, "maxsize", "5", func() string { return p.textOf(`[data-counter="maxsize"]`) })
		p.waitStep("3")
	})
	before("keys on the curve and in the tree", func(p *page) {
		p.focus(p.slider("maxsize on the curve"))
		p.press(engine.ArrowRight + engine.ArrowRight)
		p.focusTree()
		p.press(engine.Home + engine.ArrowRight + engine.ArrowRight + engine.Enter)
	}, func(p *page) {
		waitFor(p, "maxsize", "4", func() string { return p.textOf(`[data-counter="maxsize"]`) })
		p.waitStep("3")
	})
}

func (p *page) focusTree() {
	p.Helper()
	eval[any](p, `document.querySelector("#tree-view[tabindex], #tree-view [tabindex]").focus()`)
}

// clickAt scrolls to what an expression is and clicks into its middle.
func (p *page) clickAt(expression string) {
	p.Helper()
	at := eval[engine.Point](p, `((e) => {
		e.scrollIntoView({block: "center", behavior: "instant"});
		const r = e.getBoundingClientRect();
		return {X: r.x + r.width / 2, Y: r.y + r.height / 2};
	})(`+expression+`)`)
	p.must(p.tab.Drag(at, at, 0))
}

// restores makes a Firefox open its tabs again when it starts after its end. It
// writes them down as often where no hand has moved for minutes: it would not then.
var restores = map[string]any{
	"browser.sessionstore.interval.idle": 500, "browser.sessionstore.idleDelay": 1,
	"browser.startup.page": 3, "remote.prefs.recommended": false, "browser.sessionstore.interval": 500,
	"browser.sessionstore.resume_from_crash": true, "browser.sessionstore.max_resumed_crashes": -1, "toolkit.startup.max_resumed_crashes": -1,
}

// A tab that is reopened shows what its address says, whatever its fields held. The
// Firefox given is ended for it.
func testReopenedTab(t *testing.T, first *engine.Firefox, profile string) {
	tab, err := first.Plain()
	if err != nil {
		t.Fatal(err)
	}
	p := &page{T: t, tab: tab, origin: anOrigin(site)}
	const info, path = "CacheInfo(hits=8, misses=11, maxsize=500, currsize=11)", "/#v=1&max=500"
	p.visit(path)
	p.waitInfo(info)
	// What the session holds comes last, and as a whole: the file is compressed, but
	// a word that is in it once stays a word.
	const last = "zqxjkvbp"
	eval[any](p, `sessionStorage.setItem("last", "`+last+`")`)
	p.wait("Firefox has written down what it is to restore", func() bool {
		b, err := os.ReadFile(filepath.Join(profile, "sessionstore-backups", "recovery.jsonlz4"))
		return err == nil && bytes.Contains(b, []byte(last))
	})
	p.check()
	first.Kill()

	second := startFirefox(t, profile, restores)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	tab, err = second.Restored(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	p = &page{T: t, tab: tab}
	p.waitLive()
	p.waitInfo(info)
	if got := eval[string](p, "location.hash"); !strings.HasSuffix(path, got) {
		t.Errorf("the address ends in %s", got)
	}
	if got := value(p, p.field("maxsize value")); got != "500" {
		t.Errorf("the field says %q", got)
	}
	p.check()
}
