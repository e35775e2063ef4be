package e2e

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// browser is the one that all tests share, each in a profile of its own.
var browser context.Context

// startBrowser starts the browser that CHROME names, with some flags more.
func startBrowser(more ...chromedp.ExecAllocatorOption) (ctx context.Context, stop func(), err error) {
	path := os.Getenv("CHROME")
	if path == "" {
		return nil, nil, errors.New("the environment variable CHROME must be the path of Chromium or Chrome; `make browser` finds it")
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.DisableGPU,
		chromedp.Flag("disable-component-update", true),
		// Else each window has three pages of the browser's own, for its address bar,
		// and takes twice as long to open. The first three are chromedp's.
		chromedp.Flag("disable-features", "site-per-process,Translate,BlinkGenPropertyTrees,"+
			"WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,OmniboxWebUIPopup"),
		// No other host is ever asked for, not even by mistake.
		chromedp.Flag("host-resolver-rules", "MAP localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	if os.Geteuid() == 0 {
		flags = append(flags, chromedp.NoSandbox) // as root Chromium does not start with it
	}
	flags = append(flags, more...)
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), flags...)
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(complain))
	stop = func() { cancel(); stopAllocator() }
	if err := chromedp.Run(ctx); err != nil {
		stop()
		return nil, nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return ctx, stop, nil
}

// complain writes what chromedp has to complain of, but for news of the browser
// that is newer than itself.
func complain(format string, args ...any) {
	if !strings.HasPrefix(format, "unhandled node event") {
		fmt.Fprintf(os.Stderr, "e2e: "+format+"\n", args...)
	}
}

// newProfile opens a tab in a profile of its own, in which nothing is stored. It
// has a window of its own too: a new profile has none to put a tab into.
func newProfile(t *testing.T, browser context.Context) (profile cdp.BrowserContextID, tab target.ID) {
	t.Helper()
	ctx := cdp.WithExecutor(browser, chromedp.FromContext(browser).Browser)
	profile, err := target.CreateBrowserContext().Do(ctx)
	if err != nil {
		t.Fatal(err)
	}
	tab, err = target.CreateTarget("about:blank").WithBrowserContextID(profile).WithNewWindow(true).Do(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return profile, tab
}

// closeProfile closes what is open in a profile and forgets what it stored.
func closeProfile(t *testing.T, browser context.Context, profile cdp.BrowserContextID) {
	ctx := cdp.WithExecutor(browser, chromedp.FromContext(browser).Browser)
	if err := target.DisposeBrowserContext(profile).Do(ctx); err != nil {
		t.Error(err)
	}
}
