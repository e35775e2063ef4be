package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// In a frame that may run scripts and nothing else the page has an origin of its
// own. It has its style all the same, can fetch its program, and a link leads out of
// it, into a window that is shut in likewise.
func TestSandboxedFrame(t *testing.T) {
	t.Parallel()
	blog := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, `<!doctype html><title>A blog</title><link rel="icon" href="data:,">
			<iframe sandbox="allow-scripts allow-popups" src="%s/" width="600" height="400"></iframe>`, site)
	}))
	defer blog.Close()
	outer := newPage(t, blog.URL, window{})
	outer.watch.allow(site)
	outer.navigate("/")
	inner := attach(t, outer, "iframe")
	inner.wait("the frame has loaded", func() bool { return eval[bool](inner, `document.readyState === "complete"`) })
	for what, expression := range map[string]string{
		"its origin is its own":     `self.origin === "null"`,
		"it has its style":          `!getComputedStyle(document.body).fontFamily.includes("Times")`,
		"it can read its style":     `fetch(document.querySelector("link[rel=stylesheet]").href).then(r => r.ok, () => false)`,
		"it can fetch its program":  `fetch(document.querySelector("[data-wasm]").dataset.wasm).then(r => r.ok, () => false)`,
		"it can read what it lacks": `fetch("missing").then(r => r.status === 404, () => false)`,
	} {
		if !eval[bool](inner, expression) {
			t.Errorf("it is not true that %s", what)
		}
	}

	inner.do(func(ctx context.Context) error {
		_, _, err := runtime.Evaluate(`open(location.href, "_blank", "noopener")`).WithUserGesture(true).Do(ctx)
		return err
	})
	out := attach(t, outer, "page")
	out.wait("the page, or an error instead of it", func() bool {
		return eval[bool](out, `document.readyState === "complete" && location.href !== "about:blank"`)
	})
	if text := eval[string](out, `location.href + " " + document.body.innerText`); !strings.HasPrefix(text, site) {
		t.Errorf("the way out leads to %.200s", text)
	}
}

// attach waits for a frame or a window of the site that the page has opened.
func attach(t *testing.T, opener *page, kind string) *page {
	t.Helper()
	var id target.ID
	opener.wait("there is an open "+kind, func() bool {
		targets, err := chromedp.Targets(opener.ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range targets {
			if i.Type == kind && strings.HasPrefix(i.URL, site) && i.BrowserContextID == opener.profile {
				id = i.TargetID
			}
		}
		return id != ""
	})
	ctx, cancel := chromedp.NewContext(opener.ctx, chromedp.WithTargetID(id))
	t.Cleanup(cancel)
	return &page{t: t, ctx: ctx, origin: site}
}
