package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// bidiTab drives one tab by WebDriver BiDi, https://w3c.github.io/webdriver-bidi/.
type bidiTab struct {
	bidi      *bidi
	context   string
	container string // "" for the profile itself
}

func (t *bidiTab) Navigate(url string) error {
	return t.bidi.command(nil, "browsingContext.navigate", object{"context": t.context, "url": url, "wait": "interactive"})
}

func (t *bidiTab) Reload() error {
	return t.bidi.command(nil, "browsingContext.reload", object{"context": t.context, "wait": "interactive"})
}

func (t *bidiTab) Close() error {
	if t.container == "" {
		return t.bidi.command(nil, "browsingContext.close", object{"context": t.context})
	}
	return t.bidi.command(nil, "browser.removeUserContext", object{"userContext": t.container})
}

// call has the page write the value as JSON: BiDi's own way to write values tells
// the types of everything.
func (t *bidiTab) call(function, this string, args []any) (json.RawMessage, error) {
	list, err := json.Marshal(args)
	if err != nil {
		return nil, err
	}
	params := object{
		"functionDeclaration": "async function(list) { return JSON.stringify(await (" + function + ").apply(this, JSON.parse(list) ?? [])) }",
		"arguments":           []object{{"type": "string", "value": string(list)}},
		"awaitPromise":        true,
		"target":              object{"context": t.context},
	}
	if this != "" {
		params["this"] = object{"sharedId": this}
	}
	var res struct {
		Type             string
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	if err := t.bidi.command(&res, "script.callFunction", params); err != nil {
		return nil, err
	}
	if res.Type == "exception" {
		return nil, errors.New(res.ExceptionDetails.Text)
	}
	return json.RawMessage(res.Result.Value), nil
}

func (t *bidiTab) elements(expression string) (list []string, err error) {
	var res struct {
		Result struct{ Value []struct{ SharedID string } }
	}
	err = t.bidi.command(&res, "script.evaluate", object{
		"expression": expression, "awaitPromise": false, "target": object{"context": t.context},
		"serializationOptions": object{"maxDomDepth": 0},
	})
	for _, e := range res.Result.Value {
		list = append(list, e.SharedID)
	}
	return list, err
}

// exposed has Firefox look for the role and name in the elements and in what they
// contain.
func (t *bidiTab) exposed(elements []string, role, name string) (list []string, err error) {
	starts := make([]object, len(elements))
	for i, e := range elements {
		starts[i] = object{"sharedId": e}
	}
	var found struct{ Nodes []struct{ SharedID string } }
	err = t.bidi.command(&found, "browsingContext.locateNodes", object{
		"context":    t.context,
		"locator":    object{"type": "accessibility", "value": object{"role": role, "name": name}},
		"startNodes": starts,
	})
	for _, n := range found.Nodes {
		if !slices.Contains(list, n.SharedID) {
			list = append(list, n.SharedID)
		}
	}
	return list, err
}

func (t *bidiTab) act(devices []map[string]any) error {
	return t.bidi.command(nil, "input.performActions", object{"context": t.context, "actions": devices})
}

func (t *bidiTab) Problems() (seen []string) {
	for _, e := range t.bidi.take(t.context) {
		p := e.Params
		switch {
		case e.Method == "log.entryAdded" && (p.Level == "error" || p.Level == "warn" || strings.Contains(p.Text, "panic:") || strings.Contains(p.Text, "fatal error:")):
			seen = append(seen, "console: "+p.Text)
		case e.Method == "network.fetchError":
			seen = append(seen, fmt.Sprintf("request failed, %s: %s", p.ErrorText, p.Request.URL))
		case e.Method == "network.responseCompleted" && p.Response.Status >= 400:
			seen = append(seen, fmt.Sprintf("request answered %d: %s", p.Response.Status, p.Request.URL))
		}
	}
	return seen
}
