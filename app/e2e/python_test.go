package e2e

import (
	"compress/flate"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// run puts a program into the editor and runs it, until the editor says so.
func (p *page) run(source, until string) {
	p.t.Helper()
	p.find("textbox", "Python source").paste(source)
	p.clickButton("Run")
	p.waitEditor(until)
}

// editor is what the editor has to say.
func (p *page) editor() string {
	p.t.Helper()
	return eval[string](p, `["#source-says", "#python-state", "#python-output pre"].map(s => document.querySelector(s)).map(e => e.closest("[hidden]") ? "" : e.textContent).join("\n")`)
}

func (p *page) waitEditor(want string) {
	p.t.Helper()
	p.wait("the editor says: "+want, func() bool { return strings.Contains(p.editor(), want) })
}

// same waits until CPython has said the same as the page.
func (p *page) same(info string) {
	p.t.Helper()
	p.waitInfo(info)
	p.clickButton("Ask CPython")
	p.waitTrue(`document.querySelector("[data-python-says]")`)
	if got, want := eval[string](p, `document.querySelector("#python-answer").textContent`), "CPython 3.14 says the same: "+info; got != want {
		p.t.Errorf("it says %q, want %q", got, want)
	}
}

// fold is what unfolds something, by its text.
func (p *page) fold(name string) element {
	p.t.Helper()
	return p.evaluate(name, fmt.Sprintf(`[...document.querySelectorAll("summary")].find(s => s.textContent === %q)`, name))
}

// Python comes when it is asked for, with progress, once; what it runs is shown, and
// CPython confirms that. After that all of it works without network. What runs
// reaches no network.
func TestPython(t *testing.T) {
	t.Parallel()
	s := startOwn(t)
	p := newPage(t, s.url, laptop)
	p.visit("/function/")
	p.waitKept()
	if log := s.log.String(); strings.Contains(log, "path=/python/") {
		t.Errorf("before anybody asks, something of Python comes:\n%s", log)
	}
	eval[any](p, `{
		const bar = document.querySelector("#python-progress");
		window.seen = {Shares: [], Said: document.querySelector("#python-state").textContent};
		new MutationObserver(() => seen.Shares.push(bar.value / bar.max)).observe(bar, {attributes: true, attributeFilter: ["value"]});
	}`)
	p.find("button", "coin change").click()
	p.waitEditor("Press Run.")
	p.clickButton("Run")
	p.waitEditor("Recorded twice, with the same calls both times.")
	seen := eval[struct {
		Shares []float64
		Said   string
	}](p, `seen`)
	if seen.Said != "Python 3.14 comes with it: about 4 MB, once." {
		t.Errorf("before it comes, it says %q", seen.Said)
	}
	for i, share := range seen.Shares {
		if i > 0 && share < seen.Shares[i-1] {
			t.Errorf("the progress goes back: %v", seen.Shares)
			break
		}
	}
	if n := len(seen.Shares); n < 5 || seen.Shares[n-1] != 1 {
		t.Errorf("progress: %v", seen.Shares)
	}
	p.waitFound("CPython 3.14.2: 161 calls of ways, 118 different keys.")
	p.same("CacheInfo(hits=50, misses=881, maxsize=16, currsize=16)")
	p.clickButton("Increase maxsize")
	p.wait("the answer about another maxsize is taken back", func() bool { return !eval[bool](p, `!!document.querySelector("[data-python-says]")`) })
	p.same("CacheInfo(hits=49, misses=596, maxsize=17, currsize=17)")

	before := strings.Count(s.log.String(), "path=")
	p.run("import urllib.request, socket\nfrom functools import cache\n@cache\ndef f(n):\n"+
		"    for attempt in (lambda: urllib.request.urlopen('"+s.url+"/stolen'), lambda: socket.create_connection(('127.0.0.1', "+s.url[strings.LastIndex(s.url, ":")+1:]+")).send(b'GET / HTTP/1.0\\r\\n\\r\\n'), lambda: __import__('js').fetch('"+s.url+"/stolen')):\n"+
		"        try: attempt(); print('REACHED')\n        except Exception as e: print(type(e).__name__)\nf(1)\n", "Recorded twice")
	if got := p.console(); strings.Contains(got, "REACHED") || strings.Count(got, "Error") != 3 {
		t.Errorf("what tries to reach the network prints %q", got)
	}
	if after := strings.Count(s.log.String(), "path="); after != before {
		t.Errorf("the server got %d requests", after-before)
	}

	s.stop()
	p.watch.allow("worker.js") // the browser looks for a new version
	p.leave()
	p.visit("/function/")
	p.find("button", "a class").click()
	p.clickButton("Run")
	p.waitEditor("Recorded twice")
	p.waitFound("6 calls of Shop.price, 4 different keys; 3 calls of Shop.total, 2 different keys.")
	p.same("CacheInfo(hits=2, misses=4, maxsize=3, currsize=3)")
	p.find("radiogroup", "decorated function").find("radio", "Shop.total").click()
	p.same("CacheInfo(hits=1, misses=2, maxsize=2, currsize=2)")
}

// While Python comes, the page says so, and how far it is, also where the server
// compresses and nobody says how much is to come; whether it comes for a run or to be
// asked.
func TestPythonLoading(t *testing.T) {
	t.Parallel()
	for place, button := range map[string]string{"/function/": "Run", "/": "Ask CPython"} {
		t.Run(button, func(t *testing.T) {
			t.Parallel()
			next := make(chan struct{})
			server := inParts(t, 4, next, func(path string) bool { return strings.HasPrefix(path, "/python/python.") })
			p := newPage(t, server.URL, laptop)
			p.visit(place)
			says := func() string {
				return eval[string](p, `[...document.querySelectorAll("#python-state, #python-answer .ratio")].map(e => e.textContent).join("")`)
			}
			p.clickButton(button)
			last := -1
			for part := range 4 {
				p.wait(fmt.Sprintf("with part %d, it says more than %d %%", part, last), func() bool {
					var percent int
					if _, err := fmt.Sscanf(says(), "Loading Python 3.14, about 4 MB, once: %d %%", &percent); err != nil || percent <= last {
						return false
					}
					last = percent
					return true
				})
				if last >= 100 {
					t.Errorf("before all is there, it says %d %%", last)
				}
				if bar := eval[float64](p, `(b => b.checkVisibility() ? 100 * b.value / b.max : -1)(document.querySelector("#python-progress, #python-answer progress"))`); int(bar) < last {
					t.Errorf("it says %d %%, the bar shows %v", last, bar)
				}
				next <- struct{}{}
			}
			p.waitTrue(`/Recorded twice|says the same/.test(document.querySelector("main").textContent)`)
			if got := says(); strings.Contains(got, "Loading") {
				t.Errorf("at the end it says %q", got)
			}
		})
	}
}

// allowFatal lets the interpreter end, which it tells the browser's log.
func (p *page) allowFatal() {
	p.watch.allow("Pyodide has suffered a fatal error")
	p.watch.allow("The cause of the fatal error")
	p.watch.allow("Maximum call stack size exceeded")
}

// In the playground the very script that can be copied is asked.
func TestAskCPython(t *testing.T) {
	t.Parallel()
	p := openAt(t, laptop, "#v=1&f=fibonacci&max=3&run=20")
	p.allowFatal()
	p.same("CacheInfo(hits=18, misses=21, maxsize=3, currsize=3)")
	p.find("radio", "factorial").click()
	p.wait("the answer is taken back", func() bool { return !eval[bool](p, `!!document.querySelector("[data-python-says]")`) })
	p.call("n", "900")
	p.wait("it has run", func() bool { return p.counter("misses") != "10" && strings.Contains(p.console(), "factorial(900)") })
	p.clickButton("Ask CPython")
	p.waitTrue(`/nested too deep for this browser|RecursionError/.test(document.querySelector("#python-answer").textContent)`)
	p.startOver("3")
	p.call("n", "5")
	p.same("CacheInfo(hits=0, misses=6, maxsize=3, currsize=3)")
}

// Stop ends anything at once, and the page is alive all the while; a fatal end of the
// interpreter is said in words; errors are shown at their line; and what is printed is in
// the console at the step of the call that printed it.
func TestPythonEnds(t *testing.T) {
	t.Parallel()
	p := openFunction(t, laptop)
	p.allowFatal()
	p.inSlices("an endless loop", func() {
		p.run("print('on')\nwhile True: pass\n", "on")
		p.clickButton("Stop")
		p.waitEditor("Stopped.")
	})
	p.run("import sys\nsys.setrecursionlimit(100_000)\nfrom functools import cache\n@cache\ndef f(n): return max(map(f, [n - 1])) if n else 0\nf(20_000)\n",
		"nested too deep for this browser")

	const f = "from functools import lru_cache\n\n@lru_cache(maxsize=1)\ndef f(n):\n    print('f', n)\n    return n and f(n - 1)\n\n"
	p.run(f+"f(1)\nf(]\n", "Line 9: SyntaxError: ")
	p.clickButton("Line 9")
	waitFor(p, "what is selected at the line of the error", "f(]", func() string { return eval[string](p, `getSelection().toString()`) })
	p.run(f+"# call: f(2)\n# call: f(1) / 0\n", "Line 9: ZeroDivisionError: division by zero")
	p.waitInfo("CacheInfo(hits=0, misses=5, maxsize=1, currsize=1)")
	if got, want := p.console(), ">>> f(2)f 2f 1f 00>>> f(1)f 1f 00"; got != want {
		t.Errorf("the console says %q, want %q", got, want)
	}
	later := `[...document.querySelectorAll("[data-printed]")].map(e => e.dataset.printed + (e.hasAttribute("data-later") ? "-" : "")).join(" ")`
	p.clickButton("To start")
	if got, want := eval[string](p, later), "1- 2- 3- 7- 8-"; got != want {
		t.Errorf("at the start, printed are %q, want %q", got, want)
	}
	p.clickButton("Step forward")
	p.clickButton("Step forward")
	if got, want := eval[string](p, later), "1 2 3- 7- 8-"; got != want {
		t.Errorf("after two steps, printed are %q, want %q", got, want)
	}

	p.run("import time\nfrom functools import cache\n@cache\ndef g(t): return 1\n@cache\ndef h(n): return g(time.time_ns())\nh(1)\n", "Not the same calls each time: h(1) asked for g(")
	p.run("print('nothing')\n", "decorates no function")
}

// A run that brings no record says which calls are still shown, and nothing of having
// recorded any; the next record takes that back, and so does one from elsewhere.
func TestPythonFails(t *testing.T) {
	t.Parallel()
	p := openRecords(t, laptop)
	fails := func(source, why, stays string) {
		t.Helper()
		p.run(source, why)
		p.waitTrue(`!document.querySelector("#editor [data-python=run]").disabled`)
		said := p.editor()
		if want := "What is shown is still from before this run: " + stays; strings.Count(said, want) != 1 || strings.Count(said, "What is shown") != 1 {
			t.Errorf("after %s, it says %q, and not once %q", why, said, want)
		}
		if strings.Contains(said, "ecorded") {
			t.Errorf("after %s, it says %q", why, said)
		}
	}
	const of = "from functools import cache\n\n@cache\ndef f(n):\n    return n\n\n"
	const example, ran = "113 calls of edit_distance, 56 different keys.", "2 calls of f, 2 different keys."
	fails("def f(]\n", "SyntaxError", example)
	fails("def f(n): return n\nf(1)\n", "decorates no function", example)
	fails(of, "called no decorated function", example)
	p.run(of+"f(1)\nf(2)\n", "Recorded twice, with the same calls both times.")
	p.waitFound(ran)
	if said := p.editor(); strings.Contains(said, "What is shown") {
		t.Errorf("of a record that is shown, it says %q", said)
	}
	fails(of+"f([1])\n", "unhashable", ran)
	p.run("print('on')\nwhile True: pass\n", "on")
	p.clickButton("Stop")
	p.waitEditor("Stopped.")
	p.waitEditor("What is shown is still from before this run: " + ran)
	p.find("textbox", "call record").paste(fibRecord)
	p.wait("what is shown is another record", func() bool { return !strings.Contains(p.editor(), "What is shown") })
	if p.visible("#source-says") {
		t.Error("there is an error that says nothing")
	}

	// What was recorded before the error is shown.
	p.run(of+"f(3)\nf([1])\n", "unhashable")
	p.waitEditor("Recorded twice, with the same calls both times.")
	p.waitFound("1 call of f, 1 different key.")
	if said := p.editor(); strings.Contains(said, "What is shown") {
		t.Errorf("of a record that ends with an error, it says %q", said)
	}
}

// A link brings a program, which is shown and not run, and nothing of Python comes
// before somebody asks for it. A link that is no good is said to be none.
func TestPythonLink(t *testing.T) {
	t.Parallel()
	s := startOwn(t)
	p := newPage(t, s.url, laptop)
	const source = "from functools import cache\n@cache\ndef f(n): return n\nf(1)\n"
	p.visit("/function/#py=" + packed(t, source))
	p.waitEditor("This came with the link and has not run")
	if got := p.find("textbox", "Python source").value(); got != source {
		t.Errorf("shown is %q", got)
	}
	for name, what := range map[string]struct{ fragment, says string }{
		"cut off":   {packed(t, source)[:20], "is cut off or changed"},
		"too large": {packed(t, strings.Repeat("x", 200_000)), "unpacks to more than 100,000"},
		"too long":  {strings.Repeat("A", 9000), "longer than 8000 characters"},
	} {
		p.leave()
		p.visit("/function/#py=" + what.fragment)
		p.wait(name+": it says so", func() bool { return strings.Contains(p.editor(), what.says) })
		if got := p.find("textbox", "Python source").value(); !strings.Contains(got, "edit_distance") {
			t.Errorf("%s: shown is %.100q", name, got)
		}
	}
	if log := s.log.String(); strings.Contains(log, "path=/python/python") || strings.Contains(log, "path=/python/worker") {
		t.Errorf("something of Python comes with a link:\n%s", log)
	}

	// What has run can be shared.
	before := p.hash() // which may be that of a link that was no good
	p.run(source, "Recorded twice")
	p.wait("the address has the program", func() bool { return strings.HasPrefix(p.hash(), "#py=") && p.hash() != before })
	shared := p.hash()
	p.clickButton("Share")
	if got := p.find("textbox", "Link").value(); got != s.url+"/function/"+shared {
		t.Errorf("shared is %q, the address has %q", got, shared)
	}
	other := newPage(t, s.url, laptop)
	other.visit("/function/" + shared)
	other.waitEditor("This came with the link and has not run")
	if got := other.find("textbox", "Python source").value(); got != source {
		t.Errorf("the other side sees %q", got)
	}
}

// packed is a source as a link has it.
func packed(t *testing.T, source string) string {
	t.Helper()
	var b strings.Builder
	encode := base64.NewEncoder(base64.RawURLEncoding, &b)
	w, err := flate.NewWriter(encode, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(w, source)
	w.Close()
	encode.Close()
	return b.String()
}

// Whoever comes by Tab goes on by Tab; whoever writes indents by it, and leaves by Escape
// and Tab. A draft is there again.
func TestPythonByKeyboard(t *testing.T) {
	t.Parallel()
	p := openFunction(t, phone)
	p.tabTo("Python source")
	p.press(kb.Tab)
	if got := p.stopped().Name; got != "Run" {
		t.Errorf("after the editor, Tab leads to %q", got)
	}
	box := p.find("textbox", "Python source")
	box.fill("from functools import cache")
	p.press(kb.Enter, "@cache", kb.Enter, "def f(n):", kb.Enter, "return n", kb.Enter)
	p.press("if n:", kb.Enter, "pass")
	p.pressShift(kb.Tab)
	p.press(kb.Tab)
	const want = "from functools import cache\n@cache\ndef f(n):\n    return n\n    if n:\n        pass"
	if got := box.value(); got != want {
		t.Errorf("written is %q, want %q", got, want)
	}
	p.press(kb.Escape, kb.Tab)
	if got := p.stopped().Name; got != "Run" {
		t.Errorf("Escape and Tab lead to %q", got)
	}
	p.waitTrue(`localStorage.getItem("function-draft")?.includes("pass")`)
	p.visit("/function/")
	p.wait("the draft is there again", func() bool { return p.find("textbox", "Python source").value() == want })
	p.find("textbox", "Python source").paste(want + "\n# call: f(1)\n")
	p.press(kb.Escape)
	p.tabTo("Run")
	p.press(kb.Enter)
	p.waitEditor("Recorded twice")
	p.waitInfo("CacheInfo(hits=0, misses=1, maxsize=None, currsize=1)")
	if got := p.stopped().Name; got != "Run" {
		t.Errorf("after the run the focus is on %q", got)
	}
}

// The editor fits every window, and axe finds nothing, with an error and what was
// printed too.
func TestPythonLaidOut(t *testing.T) {
	t.Parallel()
	script := axe(t)
	p := openFunction(t, laptop)
	p.run("from functools import cache\n@cache\ndef a_function_with_a_long_name(n):\n    print('x' * 300)\n    raise ValueError('y' * 300)\n# call: a_function_with_a_long_name(1)\n", "Line 5: ValueError: yyy")
	p.waitEditor("Recorded twice")
	p.clickButton("Ask CPython")
	p.waitTrue(`document.querySelector("[data-python-says]")`)
	p.fold("What Python prints").click()
	p.fold("Traceback").click()
	p.check(script, nil)
}

// Where npm is not, the site is built without Python, make says so in one line, and the
// page offers the recorder alone.
func TestWithoutNpm(t *testing.T) {
	t.Parallel()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir() // what make needs, and neither npm nor node
	for _, tool := range []string{"sh", "go", "git", "env", "awk"} {
		path, err := exec.LookPath(tool)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(path, filepath.Join(bin, tool)); err != nil {
			t.Fatal(err)
		}
	}
	mk, err := exec.LookPath("make")
	if err != nil {
		t.Fatal(err)
	}
	plan := exec.Command(mk, "-n", "run")
	plan.Dir, plan.Env = root, append(os.Environ(), "PATH="+bin)
	out, err := plan.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if strings.Contains(string(out), "npm ci") || strings.Count(string(out), "the site is built without Python") != 1 {
		t.Errorf("without npm, make does\n%s", out)
	}

	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(web)); err != nil {
		t.Fatal(err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	build := exec.Command("go", "run", "./app", "-dir", dir, "-python", t.TempDir(), "-quality", "1", "-cache", t.TempDir(),
		"-wasm_exec", filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()
	p := newPage(t, server.URL, laptop)
	p.visit("/function/")
	if p.has("textbox", "Python source") || p.has("button", "Ask CPython") || !p.has("textbox", "call record") {
		t.Error("without Python, the page offers it, or no recorder")
	}
	p.find("textbox", "call record").paste(fibRecord)
	p.waitInfo("CacheInfo(hits=2, misses=4, maxsize=128, currsize=4)")
	p.visit("/")
	if p.has("button", "Ask CPython") {
		t.Error("without Python, the playground offers it")
	}
}
