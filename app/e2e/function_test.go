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
