package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/chromedp/kb"

	"playground/app/calls"
)

// openFunction shows the place for one's own function.
func openFunction(t *testing.T, w window) *page {
	t.Helper()
	p := newPage(t, site, w)
	p.visit("/function/")
	return p
}

// openRecords shows it with what a record is brought by, which is folded where the site
// has Python.
func openRecords(t *testing.T, w window) *page {
	t.Helper()
	p := openFunction(t, w)
	p.fold("Or bring what the recorder wrote").click()
	return p
}

// found is what the page says of the record.
func (p *page) found() string {
	p.t.Helper()
	return eval[string](p, `document.querySelector("#found").textContent`)
}

func (p *page) waitFound(want string) {
	p.t.Helper()
	p.wait("it says: "+want, func() bool { return strings.Contains(p.found(), want) })
}

// file has the page open a file of that name.
func (p *page) file(name, text string) {
	p.t.Helper()
	path := filepath.Join(p.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
	field := p.query("#file")
	p.do(func(ctx context.Context) error {
		return dom.SetFileInputFiles([]string{path}).WithObjectID(field.object).Do(ctx)
	})
}

const fibRecord = `lru_cache record 1
function fib maxsize=128 typed=False
key 0 fib(3)
call 0
key 1 fib(2)
key 2 fib(1)
body 2 returns 1
key 3 fib(0)
body 3 returns 0
body 1 asks 2 3 returns 1
body 0 asks 1 2 returns 2
call 0
end
`

// A record is pasted, and dropped, and opened as a file; what cannot be read is said
// with its line, and what was shown stays.
func TestFunctionBrought(t *testing.T) {
	t.Parallel()
	p := openRecords(t, laptop)
	p.waitFound("An example: 113 calls of edit_distance, 56 different keys.")
	p.find("textbox", "call record").paste(fibRecord)
	p.waitFound("6 calls of fib, 4 different keys.")
	p.waitInfo("CacheInfo(hits=2, misses=4, maxsize=128, currsize=4)")
	if got := p.list(); got != "fib(3) = 2\nfib(2) = 1\nfib(0) = 0\nfib(1) = 1" && got != "fib(3) = 2\nfib(1) = 1\nfib(2) = 1\nfib(0) = 0" {
		t.Errorf("the cache is\n%s", got)
	}
	if got := p.console(); !strings.Contains(got, ">>> for _ in range(2): fib(3)2") {
		t.Errorf("the console says %q", got)
	}

	p.drop("bad.txt", strings.Replace(fibRecord, "body 2", "bodi 2", 1))
	p.waitFound(`bad.txt: Line 7: "bodi 2 returns 1": a line of a record begins with`)
	if got := p.info(); got != "CacheInfo(hits=2, misses=4, maxsize=128, currsize=4)" {
		t.Errorf("after a bad file it shows %s", got)
	}
	p.drop("good.txt", strings.ReplaceAll(fibRecord, "maxsize=128", "maxsize=2"))
	p.waitFound("good.txt: 6 calls of fib, 4 different keys.")
	p.waitInfo("CacheInfo(hits=1, misses=5, maxsize=2, currsize=2)")
	p.file("picture.png", "\x89PNG\r\n\x1a\n\x00\x00")
	p.waitFound("picture.png: This is a picture")
	p.file("opened.txt", strings.ReplaceAll(fibRecord, "maxsize=128", "maxsize=None"))
	p.waitFound("opened.txt: 6 calls of fib, 4 different keys.")
	p.waitInfo("CacheInfo(hits=2, misses=4, maxsize=None, currsize=4)")

	// It is there again when one comes back, until it is forgotten.
	p.waitFound("Kept in this browser")
	p.waitTrue(`localStorage.getItem("function-text")?.includes("maxsize=None")`)
	p.visit("/function/")
	p.waitFound("6 calls of fib, 4 different keys.")
	p.clickButton("Forget it")
	p.waitTrue(`!localStorage.getItem("function-text")?.includes("fib")`)
	p.visit("/function/")
	p.waitFound("An example: ")
}

// Each decorated function has a cache of its own; the slider is that of the chosen
// one.
func TestFunctionSeveral(t *testing.T) {
	t.Parallel()
	p := openRecords(t, laptop)
	p.clickButton("a class with two caches")
	p.waitFound("9 calls of Shop.price, 6 different keys; 7 calls of Shop.total, 3 different keys.")
	p.waitInfo("CacheInfo(hits=0, misses=3, maxsize=3, currsize=2)")
	group := p.find("radiogroup", "decorated function")
	group.find("radio", "Shop.total").click()
	p.waitInfo("CacheInfo(hits=1, misses=6, maxsize=2, currsize=2)")
	p.clickButton("Increase maxsize")
	p.waitInfo("CacheInfo(hits=4, misses=3, maxsize=3, currsize=3)")
	group.find("radio", "Shop.price").click()
	p.wait("the other cache with its own maxsize", func() bool {
		return strings.Contains(p.info(), "maxsize=3") && p.info() != "CacheInfo(hits=4, misses=3, maxsize=3, currsize=3)"
	})
	if p.has("button", "Call again") || p.has("button", "Call") || p.has("button", "Copy as Python") {
		t.Error("it offers a call or a script that only Python could make")
	}
	raised := eval[string](p, `(() => { const t = document.querySelector("#timeline"); t.value = 19; t.dispatchEvent(new Event("input", {bubbles: true})); return document.querySelector("[data-why]").textContent; })()`)
	if !strings.Contains(raised, "Shop.price(shop, 'ham') raised KeyError: 'ham'. Nothing is stored.") {
		t.Errorf("at step 19 it says %q", raised)
	}
}

// The recorder is to be had as a file, word for word.
func TestFunctionRecorder(t *testing.T) {
	t.Parallel()
	p := openRecords(t, laptop)
	dir := p.downloads()
	p.clickButton("Save recorder.py")
	if got := string(p.saved(dir, "py")); got != calls.Recorder() {
		t.Errorf("saved are %d bytes, the recorder has %d", len(got), len(calls.Recorder()))
	}
}

// The whole job by keyboard alone, on a phone's width too.
func TestFunctionByKeyboard(t *testing.T) {
	t.Parallel()
	for _, w := range []window{laptop, phone} {
		t.Run(fmt.Sprint(w.width), func(t *testing.T) {
			p := openRecords(t, w)
			p.tabTo("edit_distance")
			p.tabTo("a class with two caches")
			p.press(kb.Enter)
			p.waitFound("9 calls of Shop.price")
			p.waitInfo("CacheInfo(hits=0, misses=3, maxsize=3, currsize=2)")
			p.find("radio", "Shop.price").focus()
			p.press(kb.ArrowRight)
			p.waitInfo("CacheInfo(hits=1, misses=6, maxsize=2, currsize=2)")
			p.tabTo("maxsize")
			p.press(kb.ArrowRight)
			p.waitInfo("CacheInfo(hits=4, misses=3, maxsize=3, currsize=3)")
		})
	}
}

// Tab leads through the whole page, and the focus is always to be seen.
func TestFunctionFocus(t *testing.T) {
	t.Parallel()
	for _, w := range []window{laptop, phone} {
		t.Run(fmt.Sprint(w.width), func(t *testing.T) {
			p := openFunction(t, w)
			p.drop("two.txt", "lru_cache record 1\nfunction f maxsize=1 typed=False\nfunction g maxsize=2 typed=False\nkey 0 f(1)\ncall 0\nkey 1 g(2)\nbody 1 returns 3\nbody 0 asks 1 returns 4\nend\n")
			p.waitFound("1 call of f, 1 different key; 1 call of g, 1 different key.")
			p.eval(`document.querySelector("#by-record").open = true`)
			p.walked(t, "Python source", "Run", "call record", "Open a file", "f", "maxsize", "maxsize value", "As recorded", "timeline", "Copy the recorder")
		})
	}
}

// Once it was opened, the place needs no network: a record is brought, shown at
// another size, and there again; and the recorder is saved.
func TestFunctionOffline(t *testing.T) {
	t.Parallel()
	s := startOwn(t)
	p := newPage(t, s.url, window{})
	p.visit("/function/")
	p.waitKept()
	p.waitTrue(`caches.keys().then(names => Promise.all(names.map(n => caches.open(n).then(c => c.keys())))).then(all => all.flat().some(r => /assets\/function\..*wasm$/.test(r.url)))`)
	s.stop()
	p.watch.allow("worker.js")
	p.leave()
	p.visit("/function/")
	p.drop("fib.txt", fibRecord)
	p.waitInfo("CacheInfo(hits=2, misses=4, maxsize=128, currsize=4)")
	p.setMaxsize("2")
	p.waitInfo("CacheInfo(hits=1, misses=5, maxsize=2, currsize=2)")
	p.waitTrue(`localStorage.getItem("function-text")?.includes("fib")`)
	waitFor(p, "the address", "#own", p.hash)
	p.leave()
	p.visit("/function/")
	p.waitInfo("CacheInfo(hits=2, misses=4, maxsize=128, currsize=4)")
	dir := p.downloads()
	p.clickButton("Save recorder.py")
	if got := string(p.saved(dir, "py")); got != calls.Recorder() {
		t.Error("saved is something else than the recorder")
	}
}

// What is printed of a record, and the worksheet, have what the playground's have.
func TestFunctionOnPaper(t *testing.T) {
	t.Parallel()
	p := openFunction(t, laptop)
	p.wait("the curve", func() bool { return len(p.points()) > 40 })
	p.onPaper()
	for _, view := range []string{"cache", "timeline", "calls", "curve"} {
		if !p.visible(`svg[data-view="` + view + `"]`) {
			t.Errorf("on paper there is no %s", view)
		}
	}
	for _, e := range eval[[]string](p, `[...document.querySelectorAll("button, input, select, summary, textarea")].filter(e => e.checkVisibility() && !e.matches(".link")).map(e => e.outerHTML.slice(0, 60))`) {
		t.Errorf("on paper there is %s", e)
	}
	p.eval(`window.print = () => { window.printed = [...document.querySelectorAll("#worksheet .paper")].filter(e => e.checkVisibility()).map(e => e.innerText) }`)
	p.onScreen()
	p.clickButton("Share")
	p.onPaper()
	p.eval(`document.querySelector("#sheet [data-do=worksheet]").click()`)
	p.waitTrue(`window.printed`)
	sheets := eval[[]string](p, `window.printed`)
	if len(sheets) != 2 || !strings.Contains(sheets[0], "edit_distance") || !strings.Contains(sheets[1], "203 times") || strings.Contains(sheets[0], "203") {
		t.Errorf("the worksheet is %q", sheets)
	}
}

// A million calls of 200,000 keys are read and replayed in slices.
func TestFunctionLarge(t *testing.T) {
	var b strings.Builder
	b.WriteString("lru_cache record 1\nfunction get maxsize=1000 typed=False\n")
	const keys = 200_000
	for k := range keys {
		fmt.Fprintf(&b, "key %d get(%d)\ncall %d\nbody %d returns 'value %d'\n", k, k, k, k, k)
	}
	for i := range 800_000 {
		fmt.Fprintf(&b, "call %d\n", i*i%1999)
	}
	b.WriteString("end\n")
	p := openRecords(t, laptop)
	p.inSlices("a record of a million calls", func() {
		p.file("large.txt", b.String())
		p.waitFound("large.txt: 1,000,000 calls of get, 200,000 different keys.")
		p.wait("it has run", func() bool { return strings.Contains(p.info(), "maxsize=1000, currsize=1000") })
	})
	p.inSlices("another size of it", func() {
		p.setSize("77")
		p.wait("it has run", func() bool { return strings.Contains(p.info(), "maxsize=77, currsize=77") })
	})
	p.inSlices("scrubbing it", func() {
		for i := range 20 {
			p.eval(`{ const t = document.querySelector("#timeline"); t.value = ` + fmt.Sprint(i*i*1000) + `; t.dispatchEvent(new Event("input", {bubbles: true})); }`)
			p.waitStep(i * i * 1000)
		}
	})
}

// The page fits every window, and axe finds nothing.
func TestFunctionLaidOut(t *testing.T) {
	t.Parallel()
	script := axe(t)
	for _, example := range []string{"edit_distance", "a class with two caches"} {
		t.Run(example, func(t *testing.T) {
			p := openRecords(t, laptop)
			p.clickButton(example)
			p.waitFound("An example: ")
			p.check(script, nil)
		})
	}
}
