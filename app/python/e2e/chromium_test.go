package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"playground/app/python"
	"playground/app/site/serve"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// patience is how long anything may take before a test gives up: long, because
// machines are busy, and reached only by tests that fail.
const patience = 3 * time.Minute

// A page is an otherwise empty page of a site with Python, in Chromium.
type page struct {
	ctx      context.Context
	requests *atomic.Int64 // that the server has got
	url      string
}

// open serves a site that has Python, with the headers that the playground's
// server sends or, as some file servers do, with none, and opens it.
func open(t *testing.T, headers bool) page {
	t.Helper()
	part, err := python.Read("../../../bin/python")
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{"index.html": {Data: []byte("<!doctype html><title>Python</title>")}}
	for name, content := range part.Files {
		site[name] = &fstest.MapFile{Data: content}
	}
	handler, err := serve.Handler(site)
	if err != nil {
		t.Fatal(err)
	}
	requests := new(atomic.Int64)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		if !headers {
			w = bare{w}
		}
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	p := visit(t, server.URL)
	p.requests = requests
	p.bring(t, part.Page)
	return p
}

// visit opens a page.
func visit(t *testing.T, url string) page {
	t.Helper()
	// A window of its own: in a tab that is not in front there are no frames.
	tab, err := target.CreateTarget("about:blank").WithNewWindow(true).Do(cdp.WithExecutor(browser, chromedp.FromContext(browser).Browser))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithTargetID(tab))
	t.Cleanup(cancel)
	p := page{url: url}
	p.ctx, cancel = context.WithTimeout(ctx, patience)
	t.Cleanup(cancel)
	if err := chromedp.Run(p.ctx, chromedp.Navigate(url)); err != nil {
		t.Fatal(err)
	}
	return p
}

// bring imports Python's module into the page.
func (p page) bring(t *testing.T, module string) {
	t.Helper()
	p.js(t, `(async () => {
		globalThis.python = await import(`+quoted(p.url+"/"+module)+`);
		globalThis.begin = (how, ...what) => { // messages so far, and a promise of the end
			const messages = [];
			const end = python[how](...what, (...message) => messages.push(message)).then((m) => messages.push(["end", m]), (e) => messages.push(["fatal", e.message]));
			return globalThis.going = { messages, end };
		};
	})()`, nil)
}

// bare sends files without the Content-Security-Policy.
type bare struct{ http.ResponseWriter }

func (b bare) WriteHeader(status int) {
	b.Header().Del("Content-Security-Policy")
	b.ResponseWriter.WriteHeader(status)
}

func (b bare) Write(body []byte) (int, error) {
	b.Header().Del("Content-Security-Policy")
	return b.ResponseWriter.Write(body)
}

// js evaluates an expression, and waits for it if it is a promise.
func (p page) js(t *testing.T, expression string, result any) {
	t.Helper()
	wait := func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }
	if err := chromedp.Run(p.ctx, chromedp.Evaluate(expression, result, wait)); err != nil {
		t.Fatalf("%.200s: %v", expression, err)
	}
}

// do runs a program (how is "run") or a script ("ask") to its end.
func (p page) do(t *testing.T, how, source string) result {
	t.Helper()
	more := ""
	if how == "run" {
		more = ", []"
	}
	var messages [][2]string
	p.js(t, `begin("`+how+`", `+quoted(source)+more+`).end.then(() => going.messages)`, &messages)
	return gather(t, messages)
}

func quoted(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // no string does that
	}
	return string(b)
}

var browser context.Context

// startBrowser starts the browser that CHROME names.
func startBrowser() (stop func(), err error) {
	path := os.Getenv("CHROME")
	if path == "" {
		return nil, errors.New("the environment variable CHROME must be the path of Chromium or Chrome; `make python` finds it")
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true),
		// No other host is ever asked for, not even by mistake.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	if os.Geteuid() == 0 {
		flags = append(flags, chromedp.NoSandbox) // as root Chromium does not start with it
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), flags...)
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	stop = func() { cancel(); stopAllocator() }
	if err := chromedp.Run(ctx); err != nil {
		stop()
		return nil, err
	}
	browser = ctx
	return stop, nil
}
