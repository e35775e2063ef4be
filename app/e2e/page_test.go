package e2e

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	shown "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A page is one tab, with a profile of its own: nothing is stored in it yet.
type page struct {
	t       *testing.T
	ctx     context.Context
	origin  string // of the site
	watch   watch
	profile cdp.BrowserContextID

	pressed bool // the mouse button
	waiting bool // for something
}

// open shows the page as it opens, live, in a window of the usual size.
func open(t *testing.T) *page {
	t.Helper()
	return openAt(t, window{}, "")
}

// openAt shows the page in that window at that fragment.
func openAt(t *testing.T, w window, fragment string) *page {
	t.Helper()
	p := newPage(t, site, w)
	p.visit("/" + fragment)
	return p
}

// newPage returns an empty tab in which origin will be visited.
func newPage(t *testing.T, origin string, w window) *page {
	t.Helper()
	return newPageOf(t, browser, origin, w)
}

// newPageOf is newPage of another browser than the one that all tests share.
func newPageOf(t *testing.T, browser context.Context, origin string, w window) *page {
	t.Helper()
	profile, tab := newProfile(t, browser)
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithTargetID(tab))
	ctx, stop := context.WithTimeout(ctx, 10*time.Minute)
	p := &page{t: t, ctx: ctx, origin: origin, profile: profile}
	p.watch.origin = origin
	chromedp.ListenTarget(ctx, p.watch.event)
	t.Cleanup(func() {
		if t.Failed() && *failuresDir != "" {
			p.keepFailure()
		}
		stop()
		cancel()
		closeProfile(t, browser, profile)
		for _, problem := range p.watch.problems() {
			t.Error(problem)
		}
	})
	p.do(func(ctx context.Context) error { return network.Enable().Do(ctx) })
	p.do(emulation.SetFocusEmulationEnabled(true).Do) // whatever other window is in front
	p.resize(w)
	return p
}

// visit goes to a path of the site and waits for the program to take over.
func (p *page) visit(path string) {
	p.t.Helper()
	p.navigate(path)
	p.waitLive()
}

func (p *page) waitLive() {
	p.t.Helper()
	p.wait("the program takes over the page", func() bool {
		return eval[bool](p, `document.documentElement.hasAttribute("data-live")`)
	})
}

// navigate goes to a path of the site and waits for its HTML.
func (p *page) navigate(path string) {
	p.t.Helper()
	p.do(chromedp.Navigate(p.origin + path).Do)
}

// do runs one command of the browser's protocol.
func (p *page) do(command func(context.Context) error) {
	p.t.Helper()
	if err := chromedp.Run(p.ctx, chromedp.ActionFunc(command)); err != nil {
		p.t.Fatal(err)
	}
}

// eval evaluates an expression for what it does.
func (p *page) eval(expression string) {
	p.t.Helper()
	eval[any](p, expression)
}

// eval evaluates an expression in the page; a promise is waited for. Where something
// is waited for that may come with another page, the one that goes has nothing to say.
func eval[T any](p *page, expression string) (v T) {
	p.t.Helper()
	p.do(func(ctx context.Context) error {
		res, exception, err := runtime.Evaluate(expression).WithReturnByValue(true).WithAwaitPromise(true).Do(ctx)
		for end := time.Now().Add(patience); p.waiting && onTheWay(err) && time.Now().Before(end); time.Sleep(15 * time.Millisecond) {
			res, exception, err = runtime.Evaluate(expression).WithReturnByValue(true).WithAwaitPromise(true).Do(ctx)
		}
		if err != nil {
			return err
		}
		if exception != nil {
			return exception
		}
		return decode(res, &v)
	})
	return v
}

// onTheWay reports whether an error says that the browser is on its way from one page
// to another.
func onTheWay(err error) bool {
	return err != nil && (strings.Contains(err.Error(), "Inspected target navigated or closed") ||
		strings.Contains(err.Error(), "Cannot find default execution context"))
}

func decode(res *runtime.RemoteObject, v any) error {
	if len(res.Value) == 0 {
		return nil // undefined
	}
	return json.Unmarshal(res.Value, v)
}

// picture returns what the tab shows, as a PNG.
func (p *page) picture() (png []byte) {
	p.t.Helper()
	p.do(func(ctx context.Context) (err error) {
		png, err = shown.CaptureScreenshot().Do(ctx)
		return err
	})
	return png
}

// keepFailure keeps what the page of a failed test looks like.
func (p *page) keepFailure() {
	chromedp.Run(p.ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		png, err := shown.CaptureScreenshot().Do(ctx)
		if err != nil {
			return err
		}
		name := strings.NewReplacer("/", "_", " ", "_").Replace(p.t.Name()) + ".png"
		return os.WriteFile(filepath.Join(*failuresDir, name), png, 0o666)
	}))
}
