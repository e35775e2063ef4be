package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	cdp "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"

	"playground/app/e2e/served"
)

// Budget is for all that the first visit fetches, in bytes over the wire: the
// page, the program, and what is kept for a visit without network.
const budget = 1_300_000

// Each place is a first visit for somebody. Nothing of Python is fetched in any.
func TestFirstVisitIsSmall(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/", "/experiments/", "/function/", "/keys/"} {
		t.Run(path, func(t *testing.T) { firstVisit(t, path) })
	}
}

func firstVisit(t *testing.T, path string) {
	s := startOwn(t)
	p := newPage(t, s.url, window{})
	p.visit(path)
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
		if fetched[m[1]] && m[1] != path { // the worker asks for the page anew
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
	if strings.Contains(log, "path=/python/") {
		t.Error("something of Python comes unasked:\n", log)
	}
}

func TestInstallable(t *testing.T) {
	t.Parallel()
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

// The browser offers to install the page when it likes, mostly before the program
// runs. A phone's header has room for the button.
func TestInstallOffer(t *testing.T) {
	t.Parallel()
	const offered = `[...document.querySelectorAll("button")].some(b => b.textContent === "Install" && b.checkVisibility())`
	for _, w := range []window{laptop, phone, narrow} {
		for _, w.touch = range []bool{false, true} {
			t.Run(fmt.Sprintf("width=%d/touch=%v", w.width, w.touch), func(t *testing.T) {
				p := newPage(t, site, w)
				p.do(func(ctx context.Context) error {
					_, err := cdp.AddScriptToEvaluateOnNewDocument(`addEventListener("DOMContentLoaded", () => {
						const offer = new Event("beforeinstallprompt", {cancelable: true});
						offer.prompt = async () => { window.installed = true; };
						dispatchEvent(offer);
					})`).Do(ctx)
					return err
				})
				p.visit("/")
				p.waitTrue(offered)
				for _, problem := range p.beyond() {
					t.Error(problem)
				}
				p.clickButton("Install")
				p.waitTrue(`window.installed`)
				p.waitTrue(`!` + offered)
			})
		}
	}
}

// Other sites can show the page in a frame.
func TestEmbedded(t *testing.T) {
	t.Parallel()
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

// Writing the site again gives the same bytes: caches and checksums rely on it.
func TestSameSiteAgain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(web)); err != nil {
		t.Fatal(err)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	again := exec.Command("go", "run", "./app", "-dir", dir, "-quality", "1", "-cache", t.TempDir(), "-version", version(t),
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

// version is that of the built program.
func version(t *testing.T) string {
	t.Helper()
	path, err := served.Path()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(path, "-version").Output()
	words := strings.Fields(string(out)) // playground v1.2.3 go1.26 linux/amd64
	if err != nil || len(words) != 4 {
		t.Fatalf("it says its version is %q, %v", out, err)
	}
	return words[1]
}
