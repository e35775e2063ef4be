package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"

	"playground/app/calls/keylog"
)

// openKeys shows the place "Your keys", live.
func openKeys(t *testing.T, w window) *page {
	t.Helper()
	p := newPage(t, site, w)
	p.visit("/keys/")
	return p
}

// figure is the number that an element tells in its data-value.
func (p *page) figure(name string) string {
	p.t.Helper()
	return eval[string](p, `document.querySelector("[`+name+`]")?.dataset.value ?? ""`)
}

// waitKeys waits until a log of so many calls and keys is shown.
func (p *page) waitKeys(calls, distinct int) {
	p.t.Helper()
	p.wait(fmt.Sprintf("%d calls of %d keys", calls, distinct), func() bool {
		return p.figure("data-calls") == strconv.Itoa(calls) && p.figure("data-distinct") == strconv.Itoa(distinct)
	})
}

// drop drops a file on the page.
func (p *page) drop(name, text string) {
	p.t.Helper()
	quoted, _ := json.Marshal(text)
	p.eval(`{
		const data = new DataTransfer();
		data.items.add(new File([` + string(quoted) + `], "` + name + `"));
		for (const kind of ["dragenter", "dragover", "drop"]) {
			document.querySelector("main").dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));
		}
	}`)
}

// checkKeys compares what the page says with the curve of a log.
func (p *page) checkKeys(c keylog.Curve) {
	p.t.Helper()
	p.waitKeys(c.Calls(), c.Keys())
	enough := c.Enough(0.95)
	waitFor(p, "the recommended maxsize", strconv.Itoa(enough), func() string { return p.figure("data-recommended") })
	slider := p.find("slider", "maxsize")
	for _, size := range []int{enough, 1, max(1, c.Keys()/2), c.Keys()} {
		on[any](slider, `function(size) { this.value = size; this.dispatchEvent(new Event("input", {bubbles: true})) }`, size)
		waitFor(p, fmt.Sprintf("the ratio at maxsize %d", size), fmt.Sprintf("%.6f", c.Ratio(size)), func() string { return p.figure("data-ratio") })
		first, early := c.Misses(size)
		for kind, n := range map[string]int{"first": first, "early": early} {
			if got := eval[string](p, `document.querySelector("[data-misses=`+kind+`]").dataset.value`); got != strconv.Itoa(n) {
				p.t.Errorf("at maxsize %d: %s misses of kind %s, want %d", size, got, kind, n)
			}
		}
	}
	if got, want := p.figure("data-ceiling"), fmt.Sprintf("%.6f", c.Ceiling()); got != want {
		p.t.Errorf("the ceiling is %s, want %s", got, want)
	}
}

// It opens with an example; another comes with a press. Their numbers are those
// of package keylog.
func TestKeysExamples(t *testing.T) {
	t.Parallel()
	p := openKeys(t, laptop)
	p.checkKeys(keylog.CurveOf(keylog.Sessions()))
	if got := p.query("[data-first-sentence]").text(); !strings.Contains(got, "The default 128 answers ") {
		t.Errorf("the sentence is %q", got)
	}
	p.clickButton("Example: nightly scan")
	p.checkKeys(keylog.CurveOf(keylog.NightlyScan()))
	if got := p.query("#recommendation").text(); !strings.Contains(got, "loop longer than the cache") {
		t.Errorf("the verdict is %q", got)
	}
}

// The HTML has the example before any program runs.
func TestKeysPrerendered(t *testing.T) {
	t.Parallel()
	p := newPage(t, site, laptop)
	p.navigate("/keys/")
	html := eval[string](p, `fetch("/keys/").then(r => r.text())`)
	want := strconv.Itoa(keylog.CurveOf(keylog.Sessions()).Enough(0.95))
	for _, part := range []string{`data-recommended="" data-value="` + want + `"`, `data-view="ratios"`, "user:0\n"} {
		if !strings.Contains(html, part) {
			t.Errorf("the HTML has no %s", part)
		}
	}
	p.waitLive()
}

// Typed, pasted, dropped or opened: each is read.
func TestKeysWaysIn(t *testing.T) {
	p := openKeys(t, laptop)
	p.allowClipboard()
	box := p.find("textbox", "log of keys")
	paste := func(text string) {
		quoted, _ := json.Marshal(text)
		p.waitTrue(`navigator.clipboard.writeText(` + string(quoted) + `).then(() => true)`)
		box.focus()
		p.do(func(ctx context.Context) error {
			for key, command := range map[string]string{"a": "selectAll"} {
				if err := input.DispatchKeyEvent(input.KeyDown).WithKey(key).WithModifiers(input.ModifierCtrl).WithCommands([]string{command}).Do(ctx); err != nil {
					return err
				}
			}
			return input.DispatchKeyEvent(input.KeyDown).WithKey("v").WithModifiers(input.ModifierCtrl).WithCommands([]string{"paste"}).Do(ctx)
		})
	}
	paste("a\nb\na\nc\n")
	p.waitKeys(4, 3)
	if got := box.value(); !strings.HasPrefix(got, "a\nb\na\nc") {
		t.Errorf("the box has %q", got)
	}
	box.focus()
	p.do(func(ctx context.Context) error {
		return input.DispatchKeyEvent(input.KeyDown).WithKey("End").WithModifiers(input.ModifierCtrl).WithCommands([]string{"moveToEndOfDocument"}).Do(ctx)
	})
	p.do(input.InsertText("d\nd\n").Do)
	p.waitKeys(6, 4)

	long := strings.Repeat("one\ntwo\nthree\nfour\n", 10_000)
	paste(long)
	p.waitKeys(40_000, 4)
	if got := p.query("#found").text(); !strings.Contains(got, "what was pasted") {
		t.Errorf("the browser has put a long text into the box by itself: %q", got)
	}
	if got := len(box.value()); got > 10_000 {
		t.Errorf("the box has %d characters of a long log", got)
	}

	p.drop("dropped.csv", "id,key\n1,\"a,b\"\n2,c\n3,\"a,b\"\n4,c\n5,d\n")
	p.waitKeys(5, 3)
	if got := p.query("#found").text(); !strings.Contains(got, "dropped.csv") || !strings.Contains(got, "never sent") {
		t.Errorf("it says %q", got)
	}
	column := p.find("combobox", "the keys are in")
	on[any](column, `function() { this.value = 1; this.dispatchEvent(new Event("change", {bubbles: true})) }`)
	p.waitKeys(5, 5)

	file := filepath.Join(t.TempDir(), "opened.log")
	os.WriteFile(file, []byte("lru_cache log 1\nfunction get_user maxsize=128 typed=False\ncall get_user(17)\ncall get_user(4)\ncall get_user(17)\n"), 0o666)
	p.find("button", "Open a file")
	p.do(func(ctx context.Context) error {
		return dom.SetFileInputFiles([]string{file}).WithObjectID(p.query("#file").object).Do(ctx)
	})
	p.waitKeys(3, 2)
	if got := p.query("#found").text(); !strings.Contains(got, "calls of get_user") {
		t.Errorf("it says %q", got)
	}
}

// What cannot be read gets a sentence; what is shown stays.
func TestKeysBadFiles(t *testing.T) {
	t.Parallel()
	p := openKeys(t, laptop)
	sessions := keylog.CurveOf(keylog.Sessions())
	p.waitKeys(sessions.Calls(), sessions.Keys())
	for _, bad := range []struct{ name, text, want string }{
		{"picture.png", "\x00\x01\x02\x03", "not text"},
		{"empty.txt", "", "nothing in it"},
		{"record.txt", "lru_cache record 1\nfunction f maxsize=128 typed=False\nkey 0 f(1)\ncall 0\nbody 0 returns 1\nend\n", "Your function"},
	} {
		p.drop(bad.name, bad.text)
		p.wait(bad.want, func() bool {
			return strings.Contains(eval[string](p, `document.querySelector("[data-problem]")?.textContent ?? ""`), bad.want)
		})
		p.waitKeys(sessions.Calls(), sessions.Keys())
	}
	p.drop("bad.log", "lru_cache log 1\ncall f(1)\nwhat is this\ncall f(1)\n")
	p.waitKeys(2, 1)
	if got := p.query("#found").text(); !strings.Contains(got, "line 3") {
		t.Errorf("it says %q", got)
	}
}

// A million keys: the page goes on showing how far it is, and what comes out is
// exact. How long frames take is printed.
func TestAMillionKeys(t *testing.T) {
	p := openKeys(t, laptop)
	p.eval(`{
		const lines = [];
		let s = 1;
		for (let i = 0; i < 1e6; i++) {
			s = Math.imul(s ^ s >>> 15, 0x2c1b3c6d) + 0x9e3779b9 | 0;
			const u = ((Math.imul(s ^ s >>> 13, 0x297a2d39) ^ s) >>> 0) / 2 ** 32;
			lines.push("user:" + Math.floor(300000 * u * u * u));
		}
		window.text = lines.join("\n");
		window.million = new DataTransfer();
		million.items.add(new File([text], "million.txt"));
		window.progress = new Set();
		new MutationObserver(() => progress.add(document.querySelector("progress")?.value ?? 0)).observe(document.querySelector("#found"), {subtree: true, childList: true, attributes: true});
	}`)
	p.inSlices("a million calls", func() {
		p.eval(`document.body.dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: million}))`)
		p.wait("a million calls", func() bool { return p.figure("data-calls") == "1000000" })
	})
	positions := eval[int](p, `progress.size`)
	t.Logf("%s keys; %d positions of the progress bar", p.figure("data-distinct"), positions)
	if positions < 20 {
		t.Errorf("the progress bar was at %d positions: the page was held up", positions)
	}
	curve := keylog.CurveOf(keylog.Of(strings.Split(eval[string](p, `text`), "\n")...))
	p.checkKeys(curve)

	p.inSlices("ten points of SIEVE", func() {
		p.eval(`document.querySelector("[data-policy=SIEVE]").click()`)
		p.wait("ten points of SIEVE", func() bool {
			d := eval[string](p, `document.querySelector('path[data-policy="SIEVE"]:not([d*="h26"])')?.getAttribute("d") ?? ""`)
			return strings.Count(d, "L") >= 9
		})
		p.clickButton("Stop the other policies")
	})
}

// Stop is content with what was read: at once there may be nothing, later there is
// something.
func TestKeysStop(t *testing.T) {
	t.Parallel()
	for when, moment := range map[string]string{"at once": `true`, "under way": `document.querySelector("progress").value > 20`} {
		t.Run(when, func(t *testing.T) {
			p := openKeys(t, laptop)
			p.eval(`{
				const data = new DataTransfer();
				data.items.add(new File([Array.from({length: 3e6}, (_, i) => "key " + i % 70000).join("\n")], "long.txt"));
				new MutationObserver((_, it) => {
					const stop = document.querySelector(".coming [data-do=stop]");
					if (stop && ` + moment + `) {
						it.disconnect();
						stop.click();
					}
				}).observe(document.querySelector("#found"), {subtree: true, childList: true, attributes: true});
				document.body.dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: data}));
			}`)
			p.wait("it says that it was stopped", func() bool {
				return !eval[bool](p, `!!document.querySelector("progress")`) && strings.Contains(p.query("main").text(), "Stopped by hand")
			})
			n, _ := strconv.Atoi(p.figure("data-calls"))
			if early := n == len(keylog.Sessions().Calls); early && when == "under way" || n == 0 || n >= 3_000_000 {
				t.Errorf("it stopped after %d calls", n)
			}
		})
	}
}

// The chosen point is dragged by the mouse and by a finger; a finger that goes up or
// down scrolls.
func TestKeysDrag(t *testing.T) {
	t.Parallel()
	curve := keylog.CurveOf(keylog.Sessions())
	at := func(p *page, size int) point {
		b := p.query(`[data-view="ratios"] [data-part="plot"]`).box()
		return point{b.X + b.Width*math.Log(float64(size))/math.Log(float64(curve.Keys())), b.Y + b.Height/2}
	}
	near := func(p *page, want int) {
		p.t.Helper()
		p.wait(fmt.Sprintf("maxsize %d or so", want), func() bool {
			n, _ := strconv.Atoi(p.find("slider", "maxsize").value())
			return math.Abs(math.Log(float64(n))-math.Log(float64(want))) < 0.05
		})
	}
	p := openKeys(t, laptop)
	p.query(`[data-view="ratios"]`).reveal()
	p.drag(at(p, 367), at(p, 40), 8)
	near(p, 40)
	p.drag(at(p, 10), at(p, 10), 1)
	near(p, 10)
	p.clickButton("Back to " + strconv.Itoa(curve.Enough(0.95)))
	near(p, curve.Enough(0.95))

	w := phone
	w.touch = true
	p = openKeys(t, w)
	p.eval(`document.querySelector('[data-view="ratios"]').scrollIntoView({block: "center", behavior: "instant"})`)
	touch := func(from, to point) {
		p.do(input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: from.X, Y: from.Y}}).Do)
		for i := 1; i <= 10; i++ {
			share := float64(i) / 10
			p.do(input.DispatchTouchEvent(input.TouchMove, []*input.TouchPoint{{X: from.X + (to.X-from.X)*share, Y: from.Y + (to.Y-from.Y)*share}}).Do)
		}
		p.do(input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}).Do)
	}
	touch(at(p, 367), at(p, 30))
	near(p, 30)
	before := eval[float64](p, `scrollY`)
	from := at(p, 200)
	touch(from, point{from.X, from.Y - 150})
	p.wait("it scrolls", func() bool { return eval[float64](p, `scrollY`) > before+50 })
	near(p, 30)
}

// By the keyboard alone: an example, a maxsize, a policy, and the decorator.
func TestKeysKeyboard(t *testing.T) {
	p := openKeys(t, laptop)
	p.allowClipboard()
	scan := keylog.CurveOf(keylog.NightlyScan())
	p.tabTo("Example: nightly scan")
	p.press(kb.Enter)
	p.waitKeys(scan.Calls(), scan.Keys())
	p.tabTo("maxsize")
	if s := p.stopped(); !s.Visible || s.Covered != "" { // the pointer has the curve, the keyboard the slider over it
		t.Errorf("the focus on the curve: %+v", s)
	}
	size := scan.Enough(0.95)
	p.press(kb.ArrowRight)
	waitFor(p, "one more", strconv.Itoa(size+1), p.find("slider", "maxsize").value)
	p.press(kb.Home)
	waitFor(p, "the least", "1", p.find("slider", "maxsize").value)
	p.press(kb.PageUp)
	waitFor(p, "the next", strconv.Itoa(keylog.Sizes(scan.Keys(), 40)[1]), p.find("slider", "maxsize").value)
	p.press(kb.End)
	waitFor(p, "the most", strconv.Itoa(scan.Keys()), p.find("slider", "maxsize").value)
	p.tabTo("maxsize value")
	p.find("spinbutton", "maxsize value").fill("128")
	waitFor(p, "what is typed", "128", p.find("slider", "maxsize").value)
	p.tabTo("Copy @lru_cache(maxsize=128)")
	p.press(kb.Enter)
	waitFor(p, "the clipboard", "@lru_cache(maxsize=128)", func() string { return eval[string](p, `navigator.clipboard.readText()`) })
	p.tabTo("best possible")
	p.press(" ")
	p.waitTrue(`document.querySelector('path[data-part="policy"][data-policy="best possible"]')`)
}

// Tab leads through the whole page, and the focus is always to be seen, whatever is
// shown and through whatever window.
func TestKeysFocus(t *testing.T) {
	t.Parallel()
	for _, w := range []window{laptop, phone} {
		t.Run(fmt.Sprint(w.width), func(t *testing.T) {
			p := openKeys(t, w)
			p.drop("two.csv", "a,b\n1,2\n3,4\n1,2\n")
			p.waitKeys(3, 2)
			p.walked(t, "log of keys", "Open a file", "the first line has names", "maxsize", "maxsize value", "Watch it in the playground", "best possible")
		})
	}
}

// walked presses Tab through the page: it must come by these, in this order or
// another, and the focus must be to be seen wherever it is.
func (p *page) walked(t *testing.T, by ...string) {
	t.Helper()
	p.eval(`document.activeElement.blur()`)
	names := map[string]bool{}
	for _, s := range p.walk() {
		names[strings.ToLower(s.Name)] = true
		if !s.Visible && s.Name != "maxsize" { // of which the thumb may show it
			t.Errorf("the focus on %q is not to be seen", s.Name)
		}
		if s.Covered != "" {
			t.Errorf("%q is covered by %s when it has the focus", s.Name, s.Covered)
		}
	}
	for _, name := range by {
		if !names[strings.ToLower(name)] {
			t.Errorf("Tab does not lead to %q", name)
		}
	}
}

// A room sees the sentence, the curve and the misses, whatever the projector; P and
// Escape lead there and back, and a link does.
func TestKeysPresented(t *testing.T) {
	t.Parallel()
	p := openKeys(t, laptop)
	p.press("p")
	for _, w := range []window{{width: 1024, height: 768}, {width: 1366, height: 768}, {width: 1920, height: 1080}} {
		p.resize(w)
		p.waitTrue(`(() => { const svg = document.querySelector('svg[data-view="ratios"]'); const r = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width; return r > 1.3 && r < 2.3 })()`)
		p.settled()
		for _, problem := range p.beyond() {
			t.Errorf("%v: %s", w, problem)
		}
		for _, what := range []string{"[data-first-sentence]", `svg[data-view="ratios"]`, `svg[data-view="split"]`} {
			p.firstScreen(what, p.query(what), 1)
		}
		if p.has("textbox", "log of keys") || p.has("checkbox", "FIFO") {
			t.Errorf("%v: a room sees what it cannot use", w)
		}
	}
	p.find("slider", "maxsize").focus()
	p.press(kb.Home)
	waitFor(p, "the address", "#example=sessions&max=1&view=present", p.hash)
	p.press(kb.Escape)
	p.find("textbox", "log of keys")
	p.leave()
	p.visit("/keys/#example=sessions&max=1&view=present")
	p.waitTrue(`document.documentElement.dataset.present && !document.querySelector("#log").checkVisibility()`)
	if pressed := p.find("button", "Present").attr("aria-pressed"); pressed != "true" {
		t.Errorf("Present is pressed: %q", pressed)
	}
}

// Through whatever window the page is seen, and whatever it shows, axe-core finds
// nothing wrong, nothing scrolls sideways, and no text is too small.
func TestKeysLayout(t *testing.T) {
	t.Parallel()
	script := axe(t)
	for name, prepare := range map[string]func(p *page){
		"as it opens": func(*page) {},
		"all that can be said": func(p *page) {
			p.drop("a file with a name that is rather long, as they are.log", "lru_cache log 1\n"+strings.Repeat("call a_function_of_a_long_name('a/very/long/key/without/any/space/in/it/that/goes/on/and/on/and/on')\nno line of a log, and a long one at that, without_any_space_in_what_follows_for_quite_a_while\ncall f(1)\n", 60))
			p.waitKeys(60, 1)
			for _, policy := range []string{"FIFO", "LFU", "SIEVE", "best possible"} {
				p.eval(`document.querySelector('input[data-policy="` + policy + `"]').click()`)
			}
			p.eval(`document.querySelector("details.fold").open = true`)
		},
		"four policies": func(p *page) {
			for _, policy := range []string{"FIFO", "LFU", "SIEVE", "best possible"} {
				p.eval(`document.querySelector('input[data-policy="` + policy + `"]').click()`)
			}
			p.eval(`document.querySelector("details.fold").open = true`)
			p.drop("picture.png", "\x00")
			p.waitTrue(`document.querySelector("[data-problem]")`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := openKeys(t, laptop)
			prepare(p)
			p.eval(script)
			for _, l := range looks {
				p.resize(l.window)
				p.waitTrue(`(() => { const svg = document.querySelector('svg[data-view="ratios"]'); return Math.abs(svg.getBoundingClientRect().width - svg.viewBox.baseVal.width) < 1.5 })()`)
				p.settled()
				found := append(p.beyond(), p.smallText()...)
				if l.axe != "" {
					found = append(found, p.violations(l.axe)...)
				}
				for _, f := range found {
					t.Errorf("%v: %s", l.window, f)
				}
			}
			for _, w := range []window{{width: 360, height: 740, touch: true}, {width: 1024, height: 768, touch: true}} {
				p.resize(w)
				for _, small := range p.targets(44) {
					t.Errorf("%v by touch, less than 44 px: %s", w, small)
				}
			}
		})
	}
}

// A phone's first screen has the box, the buttons, and the sentence.
func TestKeysFirstScreenOfAPhone(t *testing.T) {
	t.Parallel()
	w := phone
	w.touch = true
	p := openKeys(t, w)
	p.firstScreen("the box", p.find("textbox", "log of keys"), 1)
	p.firstScreen("Open a file", p.find("button", "Open a file"), 1)
	p.firstScreen("the sentence", p.query("[data-first-sentence]"), 1)
	p = openKeys(t, laptop)
	for _, what := range []string{"[data-first-sentence]", `svg[data-view="ratios"]`, `svg[data-view="split"]`, "#taking button"} {
		p.firstScreen(what, p.query(what), 1)
	}
}

// Pictures and the table are saved.
func TestKeysSave(t *testing.T) {
	t.Parallel()
	p := openKeys(t, laptop)
	dir := p.downloads()
	p.clickButton("Save the curve as SVG")
	if svg := string(p.saved(dir, "SVG")); !strings.Contains(svg, `data-part="ceiling"`) || !strings.Contains(svg, "the example sessions") {
		t.Errorf("the SVG is %.200s", svg)
	}
	p.clickButton("Save the curve as PNG")
	if png := p.saved(dir, "PNG"); len(png) < 5000 {
		t.Errorf("the PNG has %d bytes", len(png))
	}
	p.clickButton("Save the curve as CSV")
	c := keylog.CurveOf(keylog.Sessions())
	if csv := string(p.saved(dir, "CSV")); !strings.Contains(csv, fmt.Sprintf("\n128,%d,%d,%.6f\n", c.Hits(128), c.Calls()-c.Hits(128), c.Ratio(128))) {
		t.Errorf("the CSV is %.300s", csv)
	}
}

// What was done is still there when one comes back, and a link leads to what is
// shown; all of it without network, too.
func TestKeysComingBack(t *testing.T) {
	t.Parallel()
	s := startOwn(t)
	p := newPage(t, s.url, window{})
	p.visit("/")
	p.waitKept()
	p.visit("/keys/") // each place has a program of its own, kept once it was opened
	p.waitTrue(`caches.keys().then(names => Promise.all(names.map(n => caches.open(n).then(c => c.keys())))).then(all => all.flat().some(r => /assets\/keys\..*wasm$/.test(r.url)))`)
	p.drop("mine.txt", "a\nb\nc\na\nb\na\n")
	p.waitKeys(6, 3)
	p.find("spinbutton", "maxsize value").fill("2")
	waitFor(p, "address", "#own&max=2", p.hash)
	s.stop()
	p.watch.allow("worker.js")
	p.find("link", "Playground").click()
	p.waitPlace("playground")
	p.waitInfo("CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)")
	p.find("link", "Your keys").click()
	p.waitPlace("keys")
	p.waitKeys(6, 3)
	waitFor(p, "maxsize", "2", p.find("slider", "maxsize").value)
	p.leave()
	p.visit("/keys/#example=nightly-scan&max=128&of=90&with=FIFO")
	scan := keylog.CurveOf(keylog.NightlyScan())
	p.waitKeys(scan.Calls(), scan.Keys())
	waitFor(p, "maxsize", "128", p.find("slider", "maxsize").value)
	waitFor(p, "recommended", strconv.Itoa(scan.Enough(0.9)), func() string { return p.figure("data-recommended") })
	p.waitTrue(`document.querySelector('path[data-part="policy"][data-policy="FIFO"]')`)
}
