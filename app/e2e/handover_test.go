package e2e

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	shown "github.com/chromedp/cdproto/page"

	"playground/app/calls/keylog"
	"playground/lru"
)

// infoOf is what cache_info() says of a log at a maxsize.
func infoOf(c keylog.Curve, size int) string {
	return lru.CacheInfo{Hits: int64(c.Hits(size)), Misses: int64(c.Calls() - c.Hits(size)), MaxSize: size, CurrSize: min(size, c.Keys())}.String()
}

// watchLog presses the button and waits for the place that shows the log.
func (p *page) watchLog() {
	p.t.Helper()
	p.clickButton("Watch it in the playground")
	p.waitPlace("function")
}

// waitPlace waits until the browser has gone to another place by itself.
func (p *page) waitPlace(name string) {
	p.t.Helper()
	p.wait("the place "+name+" is live", func() bool {
		return eval[bool](p, `!!document.querySelector("[data-live] [data-place=`+name+`]")`)
	})
}

// Your keys hands its log over to be watched, as it is read there and at the maxsize
// that is chosen there: an example, a column of a table, a function of a log, a file
// too long to be kept as a text, and what was read before Stop.
func TestLogIsWatched(t *testing.T) {
	t.Parallel()
	table := "id,key\n"
	var column []string
	for i := range 60 {
		key := fmt.Sprintf("it's %d, or so", i*i%23)
		column = append(column, key)
		table += fmt.Sprintf("%d,\"%s\"\n", i, key)
	}
	var long []string
	for i := range 40_000 {
		long = append(long, strconv.Itoa(i*i%997))
	}
	for _, test := range []struct {
		name  string
		bring func(p *page)
		size  int
		curve keylog.Curve
		say   string
	}{
		{"an example", func(*page) {}, 300, keylog.CurveOf(keylog.Sessions()), "Example: sessions: 5,000 calls of lookup, 768 different keys."},
		{"a column", func(p *page) { p.drop("table.csv", table) }, 7, keylog.CurveOf(keylog.Of(column...)), "table.csv: 60 calls of lookup, 12 different keys."},
		{"the other function", func(p *page) {
			p.drop("two.log", "lru_cache log 1\nfunction f maxsize=8 typed=False\nfunction g maxsize=9 typed=True\ncall f(1)\ncall f(2)\ncall f(3)\ncall g(7, k='a')\ncall g(8)\ncall g(7, k='a')\n")
			p.waitKeys(3, 3)
			on[any](p.find("combobox", "function"), `function() { this.value = 1; this.dispatchEvent(new Event("change", {bubbles: true})) }`)
		}, 2, keylog.CurveOf(keylog.Of("a", "b", "a")), "two.log: 3 calls of g, 2 different keys."},
		{"a long file", func(p *page) {
			p.file("long.txt", strings.Repeat("a line that is long as lines go and stands for nothing at all\n", 5000)+strings.Join(long, "\n"))
		},
			100, keylog.CurveOf(keylog.Of(append(strings.Fields(strings.Repeat("x ", 5000)), long...)...)), "long.txt: 45,000 calls of lookup,"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := openKeys(t, laptop)
			test.bring(p)
			p.waitKeys(test.curve.Calls(), test.curve.Keys())
			p.find("spinbutton", "maxsize value").fill(strconv.Itoa(test.size))
			waitFor(p, "the ratio", fmt.Sprintf("%.6f", test.curve.Ratio(test.size)), func() string { return p.figure("data-ratio") })
			p.watchLog()
			p.waitFound(test.say)
			p.waitInfo(infoOf(test.curve, test.size))
			there := p.hash()
			p.eval(`history.back()`)
			p.waitPlace("keys")
			p.waitKeys(test.curve.Calls(), test.curve.Keys())
			waitFor(p, "the maxsize", strconv.Itoa(test.size), p.find("slider", "maxsize").value)
			p.leave()
			p.visit("/function/" + there)
			p.waitFound(test.say)
			p.waitInfo(infoOf(test.curve, test.size))
		})
	}
}

// Who leaves at the very moment at which a log is shown, to watch it or by the header,
// finds it again when coming back.
func TestLeftAtOnce(t *testing.T) {
	t.Parallel()
	var short, long []string
	for i := range 300_000 {
		long = append(long, fmt.Sprint("a key that is quite long and number ", i*i%997))
	}
	for i := range 300 {
		short = append(short, strconv.Itoa(i%17))
	}
	for _, log := range []struct {
		name string
		keys []string
	}{{"short", short}, {"long", long}} {
		for press, place := range map[string]string{"[data-do=watch]": "function", "nav a[href*=function]": "function", `nav a[href="../"]`: "playground"} {
			t.Run(log.name+" "+press, func(t *testing.T) {
				p := openKeys(t, laptop)
				curve := keylog.CurveOf(keylog.Of(log.keys...))
				p.eval(fmt.Sprintf(`new MutationObserver((_, it) => {
					if (document.querySelector("[data-calls]")?.dataset.value !== "%d") return;
					it.disconnect();
					document.querySelector(%q).click();
				}).observe(document.querySelector("main"), {subtree: true, childList: true, attributes: true, characterData: true})`, curve.Calls(), press))
				p.drop("mine.txt", strings.Join(log.keys, "\n"))
				p.waitPlace(place)
				p.eval(`history.back()`)
				p.waitPlace("keys")
				p.waitKeys(curve.Calls(), curve.Keys())
				p.leave()
				p.visit("/keys/")
				p.waitKeys(curve.Calls(), curve.Keys())
			})
		}
	}
}

// A log that is watched leaves the visitor's own record where it is.
func TestWatchedLogIsNotKept(t *testing.T) {
	t.Parallel()
	p := openFunction(t, laptop)
	p.drop("fib.txt", fibRecord)
	p.waitFound("fib.txt: 6 calls of fib")
	p.waitTrue(`localStorage.getItem("function-text")?.includes("fib")`)
	p.visit("/keys/")
	p.watchLog()
	p.waitFound("5,000 calls of lookup")
	p.drop("fib.txt", strings.ReplaceAll(fibRecord, "maxsize=128", "maxsize=2"))
	p.waitInfo("CacheInfo(hits=1, misses=5, maxsize=2, currsize=2)")
	waitFor(p, "the address", "#own", p.hash)
	p.eval(`history.back()`)
	p.waitFound("5,000 calls of lookup")
	p.leave()
	p.visit("/function/") // what was shown last
	p.waitFound("5,000 calls of lookup")
	p.leave()
	p.visit("/function/#own")
	p.waitFound("6 calls of fib")
}

// Where the browser keeps nothing, that is said, and nothing that is shown is lost.
func TestNothingIsKept(t *testing.T) {
	t.Parallel()
	refused := `for (const name of ["indexedDB", "localStorage"]) Object.defineProperty(window, name, {get() { throw new DOMException("refused", "SecurityError") }});`
	full := `IDBObjectStore.prototype.put = function() { this.transaction.abort(); }; Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") };`
	for name, script := range map[string]string{"storage refused": refused, "storage full": full} {
		t.Run(name, func(t *testing.T) {
			p := newPage(t, site, laptop)
			p.do(func(ctx context.Context) error {
				_, err := shown.AddScriptToEvaluateOnNewDocument(script).Do(ctx)
				return err
			})
			p.visit("/keys/")
			p.clickButton("Watch it in the playground")
			p.wait("it says so", func() bool {
				return strings.Contains(p.query("#notices").text(), "does not let one page hand a log over")
			})
			p.waitKeys(5000, 768)
			p.drop("mine.txt", strings.Repeat("some key\n", 50_000))
			p.waitKeys(50_000, 1)
			p.wait("it says so", func() bool { return strings.Contains(p.query("#notices").text(), "does not keep what you brought") })
			p.waitKeys(50_000, 1)
			p.visit("/function/")
			p.drop("fib.txt", fibRecord)
			p.wait("it says so", func() bool { return strings.Contains(p.query("#notices").text(), "does not keep what you brought") })
			p.waitInfo("CacheInfo(hits=2, misses=4, maxsize=128, currsize=4)")
			if strings.Contains(p.found(), "Kept in this browser") {
				t.Error("it says that the record is kept")
			}
		})
	}
}

// What is too long for a text is there again at the next visit, as it was read, until
// it is forgotten.
func TestLongTextsAreKept(t *testing.T) {
	t.Parallel()
	const stored = `indexedDB.databases().then(all => all.length === 0 ? "" : new Promise((yes, no) => {
		const open = indexedDB.open("texts", 1);
		open.onsuccess = () => { const all = open.result.transaction("texts").objectStore("texts").getAllKeys(); all.onsuccess = () => { open.result.close(); yes(all.result.join()) } };
		open.onerror = no;
	}))`
	p := openKeys(t, laptop)
	var b strings.Builder
	b.WriteString("id,user\n")
	for i := range 50_000 {
		fmt.Fprintf(&b, "%d,user number %d\n", i%3, i*i%1999)
	}
	p.file("long.csv", b.String())
	p.wait("it is read", func() bool { return p.figure("data-calls") == "50000" })
	on[any](p.find("combobox", "the keys are in"), `function() { this.value = 1; this.dispatchEvent(new Event("change", {bubbles: true})) }`)
	p.waitKeys(50_000, 3)
	p.waitTrue(stored + `.then(names => names === "keys")`)
	waitFor(p, "the address", "#own", p.hash)
	p.leave()
	p.visit("/keys/")
	p.waitKeys(50_000, 3)
	if got := p.query("#found").text(); !strings.Contains(got, "long.csv") {
		t.Errorf("it says %q", got)
	}
	p.clickButton("Clear")
	p.find("textbox", "log of keys").paste("a\nb\n")
	p.waitKeys(2, 2)
	p.waitTrue(stored + `.then(names => names === "")`)

	p.visit("/function/")
	comment := "# " + strings.Repeat("x", 900_000) + "\n"
	p.file("fib.txt", strings.Replace(fibRecord, "call 0\n", "call 0\n"+comment+comment+comment, 1))
	p.waitFound("fib.txt: 6 calls of fib")
	p.waitTrue(stored + `.then(names => names === "function")`)
	p.leave()
	p.visit("/function/")
	p.waitFound("fib.txt: 6 calls of fib")
	p.waitInfo("CacheInfo(hits=2, misses=4, maxsize=128, currsize=4)")
	p.clickButton("Forget it")
	p.waitTrue(stored + `.then(names => names === "")`)
	p.leave()
	p.visit("/function/")
	p.waitFound("An example: ")
}
