package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	cdpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"playground/app/markup"
)

// patience is how long anything may take before a test gives up.
const patience = 30 * time.Second

// A page is a tab with the test program. A test fails on any error in its console.
type page struct {
	t   *testing.T
	ctx context.Context
}

// open opens a page in which the scripts have run before its own.
func open(t *testing.T, scripts ...string) *page {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(browser)
	ctx, cancel := context.WithTimeout(ctx, patience)
	p := &page{t, ctx}
	var mu sync.Mutex
	var problems []string
	say := func(problem string) {
		mu.Lock()
		defer mu.Unlock()
		problems = append(problems, problem)
	}
	chromedp.ListenTarget(ctx, func(event any) {
		switch event := event.(type) {
		case *runtime.EventExceptionThrown:
			say(event.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			for _, arg := range event.Args { // where Go writes why it stopped
				say("console: " + string(arg.Value) + arg.Description)
			}
		case *log.EventEntryAdded:
			say(event.Entry.Text)
		}
	})
	t.Cleanup(func() {
		cancel()
		closeTab()
		mu.Lock()
		defer mu.Unlock()
		for _, problem := range problems {
			t.Errorf("the page says: %s", problem)
		}
	})
	p.do(chromedp.ActionFunc(func(ctx context.Context) error {
		for _, script := range scripts {
			if _, err := cdpage.AddScriptToEvaluateOnNewDocument(script).Do(ctx); err != nil {
				return err
			}
		}
		return nil
	}))
	p.do(cdpage.BringToFront(), chromedp.Navigate(site)) // in the background nothing is painted
	if !eval[bool](p, "started") {
		t.Fatal("the test program does not start")
	}
	return p
}

func (p *page) do(actions ...chromedp.Action) {
	p.t.Helper()
	if err := chromedp.Run(p.ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

func (p *page) reducedMotion() {
	p.t.Helper()
	p.do(emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}))
}

// eval is the value of a JavaScript expression, or of what it promises.
func eval[T any](p *page, expression string) (v T) {
	p.t.Helper()
	await := func(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }
	if err := chromedp.Run(p.ctx, chromedp.Evaluate(expression, &v, await)); err != nil {
		p.t.Fatalf("%.300s: %v", expression, err)
	}
	return v
}

// run runs a statement.
func (p *page) run(statement string) {
	p.t.Helper()
	eval[bool](p, "(() => { "+statement+"; return true; })()")
}

// drawing is the statement that draws nodes.
func drawing(nodes ...markup.Node) string { return "draw(" + literal(nodes) + ")" }

// literal is a JavaScript string that holds v in JSON.
func literal(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	quoted, err := json.Marshal(string(text))
	if err != nil {
		panic(err)
	}
	return string(quoted)
}

// shows checks that the view is what nodes say, in everything but the styles.
func (p *page) shows(nodes ...markup.Node) {
	p.t.Helper()
	got, want := sorted(eval[[]markup.Node](p, "inside(view())")), sorted(nodes)
	if got != want {
		p.t.Fatalf("the view shows\n%s\nand should show\n%s", got, want)
	}
}

// says checks the text of the view.
func (p *page) says(nodes ...markup.Node) {
	p.t.Helper()
	if got, want := eval[string](p, "view().textContent"), markup.El("div").Of(nodes...).Says(); got != want {
		p.t.Fatalf("the view says\n%q\nand should say\n%q\nIt is %s", got, want, eval[string](p, "view().innerHTML"))
	}
}

// sorted is the markup of nodes with attributes in the order of their names.
func sorted(nodes []markup.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		if n.Tag == "" {
			fmt.Fprintf(&b, "%q", n.Text)
			continue
		}
		attrs := slices.SortedFunc(slices.Values(n.Attrs), func(a, b markup.Attr) int { return strings.Compare(a.Name, b.Name) })
		fmt.Fprintf(&b, "<%s %q>%s</>", n.Tag, attrs, sorted(n.Kids))
	}
	return b.String()
}
