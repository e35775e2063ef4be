package e2e

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

var (
	site    string          // the address of the test page
	browser context.Context // that all tests share
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

// run stops what it started whatever happens in between.
func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "dom")
	if err != nil {
		return complain(err)
	}
	defer os.RemoveAll(dir)
	server, err := serve(dir)
	if err != nil {
		return complain(err)
	}
	defer server.Close()
	site = server.URL
	stop, err := startBrowser()
	if err != nil {
		return complain(err)
	}
	defer stop()
	return m.Run()
}

func complain(err error) int {
	fmt.Fprintln(os.Stderr, "dom/e2e:", err)
	return 1
}

// policy is as strict as the playground's: no style may come in markup.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'"

// serve builds the test program and serves it, with the playground's style sheet.
func serve(dir string) (*httptest.Server, error) {
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "program.wasm"), "./testdata/program")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%v: %w\n%s", build, err, out)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	for path, file := range map[string]string{
		"/program.wasm": filepath.Join(dir, "program.wasm"),
		"/wasm_exec.js": filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js"),
		"/draw.css":     filepath.Join("..", "..", "..", "web", "draw.css"),
		"/test.css":     filepath.Join("testdata", "test.css"),
		"/hand.js":      filepath.Join("..", "hand.js"),
		"/test.js":      filepath.Join("testdata", "test.js"),
		"/":             filepath.Join("testdata", "page.html"),
	} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Security-Policy", policy)
			http.ServeFile(w, r, file)
		})
	}
	return httptest.NewServer(mux), nil
}

func startBrowser() (stop func(), err error) {
	path := os.Getenv("CHROME")
	if path == "" {
		return nil, errors.New("the environment variable CHROME must be the path of Chromium or Chrome; `make browser` finds it")
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		// Else each window has three pages of the browser's own, for its address bar,
		// and takes twice as long to open. The first three are chromedp's.
		chromedp.Flag("disable-features", "site-per-process,Translate,BlinkGenPropertyTrees,"+
			"WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,OmniboxWebUIPopup"),
		chromedp.Flag("disable-sync", true))
	if os.Geteuid() == 0 {
		flags = append(flags, chromedp.NoSandbox) // as root Chromium does not start with it
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), flags...)
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {})) // chromedp is older than the browser
	stop = func() { cancel(); stopAllocator() }
	if err := chromedp.Run(ctx); err != nil {
		stop()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	browser = ctx
	return stop, nil
}
