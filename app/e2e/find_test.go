package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
)

// An element is something on the page, with what the test calls it.
type element struct {
	p      *page
	object runtime.RemoteObjectID
	what   string

	description string // what assistive technology says after its name, when it was found
}

// find returns the one thing on the page with that role and name, as assistive
// technology knows it, and waits for it if it is not there yet.
func (p *page) find(role, name string) element {
	p.t.Helper()
	return p.whole().find(role, name)
}

// whole is the whole document, open dialogs included: while one is open, the
// body counts as having nothing in it.
func (p *page) whole() element {
	p.t.Helper()
	return p.evaluate("the page", "document")
}

func (e element) find(role, name string) element {
	e.p.t.Helper()
	var found []element
	if !e.p.waits(func() bool { found = e.all(role, name); return len(found) == 1 }) {
		e.p.t.Fatalf("%s holds %d × %s %q, want one", e.what, len(found), role, name)
	}
	return found[0]
}

// has reports whether there is such a thing now.
func (p *page) has(role, name string) bool {
	p.t.Helper()
	return len(p.whole().all(role, name)) > 0
}

// all returns everything in e with that role and name that is exposed.
func (e element) all(role, name string) (list []element) {
	e.p.t.Helper()
	e.p.do(func(ctx context.Context) error {
		nodes, err := accessibility.QueryAXTree().WithObjectID(e.object).WithRole(role).Do(ctx)
		if err != nil {
			return err
		}
		for _, n := range nodes {
			// Where the style sheet writes a heading in capitals, so does its name.
			if n.Ignored || n.BackendDOMNodeID == 0 || !strings.EqualFold(spoken(n.Name), name) {
				continue
			}
			object, err := dom.ResolveNode().WithBackendNodeID(n.BackendDOMNodeID).Do(ctx)
			if err != nil {
				return err
			}
			list = append(list, element{e.p, object.ObjectID, fmt.Sprintf("%s %q", role, name), spoken(n.Description)})
		}
		return nil
	})
	return list
}

// spoken is a text of the accessibility tree; what is not said is "".
func spoken(v *accessibility.Value) (text string) {
	if v != nil {
		json.Unmarshal(v.Value, &text)
	}
	return text
}

// query returns the first element that a selector finds. It is for the data
// attributes that the page promises; controls are found by role and name.
func (p *page) query(selector string) element {
	p.t.Helper()
	quoted, _ := json.Marshal(selector)
	return p.evaluate(selector, "document.querySelector("+string(quoted)+")")
}

// evaluate returns the object that an expression is, which what says for people.
func (p *page) evaluate(what, expression string) element {
	p.t.Helper()
	e := element{p: p, what: what}
	p.do(func(ctx context.Context) error {
		res, exception, err := runtime.Evaluate(expression).Do(ctx)
		switch {
		case err != nil:
			return err
		case exception != nil:
			return exception
		case res.ObjectID == "":
			return fmt.Errorf("the page has no %s", what)
		}
		e.object = res.ObjectID
		return nil
	})
	return e
}

// on calls a JavaScript function on the element, which is this in it.
func on[T any](e element, function string, args ...any) (v T) {
	e.p.t.Helper()
	e.p.do(func(ctx context.Context) error {
		list := make([]*runtime.CallArgument, len(args))
		for i, a := range args {
			value, err := json.Marshal(a)
			if err != nil {
				return err
			}
			list[i] = &runtime.CallArgument{Value: value}
		}
		res, exception, err := runtime.CallFunctionOn(function).WithObjectID(e.object).WithArguments(list).
			WithReturnByValue(true).WithAwaitPromise(true).Do(ctx)
		if err != nil {
			return fmt.Errorf("%s: %v", e.what, err)
		}
		if exception != nil {
			return exception
		}
		return decode(res, &v)
	})
	return v
}

func (e element) text() string {
	e.p.t.Helper()
	return strings.TrimSpace(on[string](e, `function() { return this.textContent }`))
}

func (e element) attr(name string) string {
	e.p.t.Helper()
	return on[string](e, `function(name) { return this.getAttribute(name) ?? "" }`, name)
}

func (e element) value() string {
	e.p.t.Helper()
	return on[string](e, `function() { return this.value }`)
}

func (e element) focused() bool {
	e.p.t.Helper()
	return on[bool](e, `function() { return this === document.activeElement }`)
}
