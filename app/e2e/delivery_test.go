package e2e

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdp "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// How the page comes to the visitor: what the first visit fetches, visits
// without network, other servers, new versions, and browsers that lack things.

// Budget is for all that the first visit fetches, in bytes over the wire: the
// page, the program, and what is kept for a visit without network.
const budget = 1_300_000

func TestFirstVisitIsSmall(t *testing.T) {
	s := startOwn(t)
	p := newPage(t, s.url, window{})
	p.visit("/")
	p.waitKept()

	log, total := s.log.String(), 0
	fetched := map[string]bool{}
	for _, m := range regexp.MustCompile(`path=(\S+) status=200 bytes=(\d+) encoding=(\S*)`).FindAllStringSubmatch(log, -1) {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			t.Fatal(err)
		}
		total += n
		t.Logf("%9d bytes  %-4s %s", n, m[3], m[1])
		if fetched[m[1]] && m[1] != "/" { // the worker asks for the page anew
			t.Errorf("%s was fetched twice", m[1])
		}
		fetched[m[1]] = true
	}
	t.Logf("the first visit fetches %d bytes; the budget is %d", total, budget)
	if total > budget || total < 100_000 {
		t.Errorf("the first visit fetches %d bytes, the budget is %d", total, budget)
	}
	if strings.Contains(log, "status=404") {
		t.Error("something was not there:\n", log)
	}
}

func TestOffline(t *testing.T) {
	s := startOwn(t)
	p := newPage(t, s.url, window{})
	p.visit("/")
	p.waitKept()
	s.stop()
	p.watch.allow("worker.js") // the browser looks for a new version
	for _, address := range []string{"/", "/#later", "/?from=a-newsletter", "/?a=b#c", "/index.html"} {
		p.leave()
		p.visit(address)
		if got, want := eval[string](p, "location.href"), s.url+address; got != want {
			t.Errorf("offline, %s became %s", want, got)
		}
	}
}

// Any file server will do, under any path.
func TestUnderSubPath(t *testing.T) {
	const path = "/some/sub path/playground/"
	server := httptest.NewServer(http.StripPrefix(path, http.FileServer(http.Dir(web))))
	defer server.Close()
	escaped := (&url.URL{Path: path}).EscapedPath()

	p := newPage(t, server.URL, window{})
	p.visit(escaped)
	p.waitKept()
	if got, want := eval[string](p, `navigator.serviceWorker.ready.then(r => r.scope)`), server.URL+escaped; got != want {
		t.Errorf("the worker's scope is %s, not %s", got, want)
	}
	server.Close()
	p.watch.allow("worker.js")
	p.leave()
	p.visit(escaped + "?q#later")
}

// A new version says that it is there, and waits to be asked for.
func TestUpdate(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(web)); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer server.Close()

	p := newPage(t, server.URL, window{})
	p.visit("/")
	p.waitKept()
	p.eval(`window.sameVisit = true; window.announced = 0; const told = goappOnUpdate; goappOnUpdate = () => { announced++; told(); }`)

	change(t, filepath.Join(dir, "index.html"), "<title>", "<title>New: ")
	change(t, filepath.Join(dir, "worker.js"), `const version = "`, `const version = "new`)
	p.eval(`navigator.serviceWorker.ready.then(r => r.update()).then(() => {})`)
	p.waitTrue(`window.announced === 1`)
	if !eval[bool](p, `window.sameVisit === true`) {
		t.Error("the page was reloaded without anybody asking for it")
	}

	// A page that is reloaded is told as well, and still shows the old version:
	// it may be open in another tab.
	p.eval(`location.hash = "again"`)
	p.do(cdp.Reload().Do)
	p.waitTrue(`!window.sameVisit`)
	p.waitLive()
	if title := eval[string](p, "document.title"); strings.HasPrefix(title, "New: ") {
		t.Error("the new version came without being asked for")
	}
	p.waitTrue(`navigator.serviceWorker.ready.then(r => r.waiting)`)
	p.eval(`playgroundUpdate(); 0`)
	p.waitTrue(`document.title.startsWith("New: ")`)
	p.waitLive()
	p.waitTrue(`caches.keys().then(names => names.length === 1)`)
	if hash := eval[string](p, "location.hash"); hash != "#again" {
		t.Errorf("after the update the address ends in %q", hash)
	}
}

func TestInstallable(t *testing.T) {
	p := newPage(t, site, window{})
	p.visit("/")
	p.waitKept()
	p.do(func(ctx context.Context) error {
		problems, err := cdp.GetInstallabilityErrors().Do(ctx)
		for _, problem := range problems {
			if problem.ErrorID != "in-incognito" { // which the test's profile is
				t.Errorf("not installable: %s %v", problem.ErrorID, problem.ErrorArguments)
			}
		}
		return err
	})
	p.do(func(ctx context.Context) error {
		_, mistakes, data, _, err := cdp.GetAppManifest().Do(ctx)
		for _, m := range mistakes {
			t.Errorf("manifest: %s", m.Message)
		}
		if data == "" {
			t.Error("there is no manifest")
		}
		return err
	})
}

// Other sites can show the page in a frame.
func TestEmbedded(t *testing.T) {
	blog := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<!doctype html><title>A blog</title><link rel="icon" href="data:,"><iframe src="%s/#x" width="600" height="400"></iframe>`, site)
	}))
	defer blog.Close()

	outer := newPage(t, blog.URL, window{}) // on 127.0.0.1, another site than localhost
	outer.watch.allow(site)
	outer.navigate("/")
	var frame target.ID
	outer.wait("the frame is there", func() bool {
		targets, err := chromedp.Targets(outer.ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range targets {
			if i.Type == "iframe" && strings.HasPrefix(i.URL, site) {
				frame = i.TargetID
			}
		}
		return frame != ""
	})
	ctx, cancel := chromedp.NewContext(outer.ctx, chromedp.WithTargetID(frame))
	defer cancel()
	inner := &page{t: t, ctx: ctx, origin: site}
	inner.waitLive()
	if !eval[bool](inner, `window.top !== window && !!document.querySelector("main")`) {
		t.Error("the frame does not show the page")
	}
}

func TestWithoutJavaScript(t *testing.T) {
	p := newPage(t, site, window{})
	p.do(emulation.SetScriptExecutionDisabled(true).Do)
	p.navigate("/")
	text := eval[string](p, "document.body.innerText")
	for _, want := range []string{"allow JavaScript", "CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)"} {
		if !strings.Contains(text, want) {
			t.Errorf("without JavaScript the page does not say %q:\n%s", want, text)
		}
	}
	if !eval[bool](p, `document.querySelector('svg[data-view="cache"] [data-entry]').checkVisibility()`) {
		t.Error("without JavaScript the page does not show the cache")
	}
}

func TestWithoutWebAssembly(t *testing.T) {
	p := newPage(t, site, window{})
	p.do(func(ctx context.Context) error {
		_, err := cdp.AddScriptToEvaluateOnNewDocument("delete globalThis.WebAssembly").Do(ctx)
		return err
	})
	p.navigate("/")
	p.waitTrue(`document.querySelector("#loader[role=alert]")?.checkVisibility() && document.body.innerText.includes("runs WebAssembly")`)
}

func TestProgramDoesNotCome(t *testing.T) {
	files := http.FileServer(http.Dir(web))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".wasm") {
			http.Error(w, "no", http.StatusServiceUnavailable)
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	p := newPage(t, server.URL, window{})
	p.watch.allow("503")
	p.navigate("/")
	p.waitTrue(`document.querySelector("#loader[role=alert]")?.innerText.includes("the server answered 503")`)
}

// Loading tells how far it has come, also of a program that comes compressed.
func TestProgress(t *testing.T) {
	rest := make(chan struct{})
	files := http.FileServer(http.Dir(web))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, ".wasm") {
			files.ServeHTTP(w, r)
			return
		}
		packed, err := os.ReadFile(filepath.Join(web, r.URL.Path+".gz"))
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "application/wasm")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(packed[:len(packed)/2])
		w.(http.Flusher).Flush()
		<-rest
		w.Write(packed[len(packed)/2:])
	}))
	defer server.Close()
	p := newPage(t, server.URL, window{})
	p.navigate("/")
	p.waitTrue(`document.getElementById("loader-bar").value > 20`)
	if percent := eval[int](p, `document.getElementById("loader-bar").value`); percent > 80 {
		t.Errorf("half of the program is shown as %d%%", percent)
	}
	if text := eval[string](p, `document.getElementById("loader").innerText`); !regexp.MustCompile(`Loading the playground: \d\d%`).MatchString(text) {
		t.Errorf("the loader says %q", text)
	}
	close(rest)
	p.waitLive()
	p.waitTrue(`!document.getElementById("loader")`)
}

// Writing the site again gives the same bytes: caches and checksums rely on it.
func TestSameSiteAgain(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(web)); err != nil {
		t.Fatal(err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	again := exec.Command("go", "run", "./app", "-dir", dir, "-quality", "1", "-cache", t.TempDir(),
		"-wasm_exec", filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"))
	again.Dir = filepath.Join("..", "..")
	if out, err := again.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, name := range []string{"index.html", "worker.js"} { // which name all others, with their hashes
		before, err := os.ReadFile(filepath.Join(web, name))
		if err != nil {
			t.Fatal(err)
		}
		after, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if string(before) != string(after) {
			t.Errorf("%s is not the same when it is written again:\n%s\n%s", name, before, after)
		}
	}
}

// eval evaluates an expression for what it does.
func (p *page) eval(expression string) {
	p.t.Helper()
	eval[any](p, expression)
}

func (p *page) waitTrue(expression string) {
	p.t.Helper()
	p.wait(expression, func() bool { return eval[bool](p, "(async () => !!(await ("+expression+")))()") })
}

// waitKept waits until the worker has fetched everything and has taken over.
func (p *page) waitKept() {
	p.t.Helper()
	p.waitTrue(`navigator.serviceWorker.controller && navigator.serviceWorker.ready.then(r => r.active.state === "activated")`)
}

// leave goes to no page at all, so that the next visit is not one within a page.
func (p *page) leave() {
	p.t.Helper()
	p.do(chromedp.Navigate("about:blank").Do)
}

func change(t *testing.T, file, old, new string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), old) {
		t.Fatalf("%s has no %q", file, old)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(b), old, new, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
}

// An ownServer is one that a test has for itself, to read its log and to stop.
type ownServer struct {
	url  string
	log  lines
	stop func()
}

func startOwn(t *testing.T) *ownServer {
	t.Helper()
	path, err := playground()
	if err != nil {
		t.Fatal(err)
	}
	s := &ownServer{}
	cmd := exec.Command(path, "-v", "-addr", "127.0.0.1:0")
	cmd.Stderr = &s.log
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s.stop = sync.OnceFunc(func() { // as a service manager does, and the program must end well
		cmd.Process.Signal(syscall.SIGTERM)
		if err := cmd.Wait(); err != nil {
			t.Errorf("after SIGTERM the server ended with %v: %s", err, s.log.String())
		}
	})
	t.Cleanup(s.stop)
	line, _ := bufio.NewReader(out).ReadString('\n')
	if s.url = link.FindString(line); s.url == "" {
		t.Fatalf("the server printed %q %s", line, s.log.String())
	}
	go io.Copy(io.Discard, out)
	return s
}

// Lines is text that one goroutine writes and another reads.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
