package engine

import (
	"encoding/json"
	"fmt"
	"time"
)

// A Tab is one tab of a Firefox or of a WebKit, with a profile of its own. It is
// for one goroutine at a time. Its methods return what the browser refuses, and
// what the page's own scripts throw, as an error.
type Tab struct{ driver }

// A driver is the protocol of a browser: WebDriver BiDi or WebDriver.
type driver interface {
	// Navigate goes to an address and returns when its HTML has come.
	Navigate(url string) error
	// Reload does the same with the address that is shown.
	Reload() error
	// Problems returns, once, what the console has been told as an error or a
	// warning, what was thrown and not caught, and requests that failed.
	Problems() []string
	// Close closes the tab and forgets what it stored.
	Close() error

	// call calls a JavaScript function with an element as this, or undefined for
	// none, waits for its promise and returns its value as JSON.
	call(function, this string, args []any) (json.RawMessage, error)
	// elements returns those in the array that an expression is.
	elements(expression string) ([]string, error)
	// exposed returns those of the elements that assistive technology knows by a
	// role and a name.
	exposed(elements []string, role, name string) ([]string, error)
	// act lets devices of WebDriver act.
	act(devices []map[string]any) error
}

// An Element is one on the page of a Tab.
type Element struct {
	tab *Tab
	ref string
}

// Eval evaluates an expression in the page, waits if it is a promise, and keeps
// its value in v, unless that is nil.
func (t *Tab) Eval(expression string, v any) error {
	return t.decode(v, "async () => (\n"+expression+"\n)", "", nil)
}

func (t *Tab) decode(v any, function, this string, args []any) error {
	value, err := t.call(function, this, args)
	if err != nil || v == nil || len(value) == 0 {
		return err
	}
	return json.Unmarshal(value, v)
}

// Find returns the elements that have one of these roles and that accessible name,
// as the browser computes them: for the elements whose markup might give them that
// name, since for all it would take seconds.
func (t *Tab) Find(name string, roles ...string) (list []Element, err error) {
	quoted, _ := json.Marshal(name) // a string always can be
	candidates, err := t.elements(fmt.Sprintf(named, quoted))
	if err != nil || len(candidates) == 0 {
		return nil, err
	}
	for _, role := range roles {
		exposed, err := t.exposed(candidates, role, name)
		if err != nil {
			return nil, err
		}
		for _, ref := range exposed {
			list = append(list, Element{t, ref})
		}
	}
	return list, nil
}

// named are the elements that might have a name.
const named = `((name) => {
	const words = (text) => (text ?? "").toLowerCase().replace(/\s+/g, "");
	return [...document.querySelectorAll("[role], [aria-label], a, button, dialog, h1, h2, input, option, section, select, summary, table, textarea")].filter((e) =>
		[e.getAttribute("aria-label"), e.textContent, document.getElementById(e.getAttribute("aria-labelledby"))?.textContent,
			...[...e.labels ?? []].map((label) => label.textContent)].some((text) => words(text) === words(name)));
})(%s)`

// On calls a JavaScript function, in which this is the element, and keeps what it
// returns in v, unless that is nil.
func (e Element) On(function string, v any, args ...any) error {
	return e.tab.decode(v, function, e.ref, args)
}

// A Point is in CSS pixels from the window's upper left corner.
type Point struct{ X, Y float64 }

// Middle scrolls to the element and returns its middle. It is an error if
// something else is on top there.
func (e Element) Middle() (Point, error) {
	var at struct {
		Point
		Over string
	}
	err := e.On(`function() {
		let at;
		for (const block of ["nearest", "center"]) { // at an edge something may lie over it
			this.scrollIntoView({block, inline: "nearest", behavior: "instant"});
			const r = this.getBoundingClientRect(), X = r.x + r.width / 2, Y = r.y + r.height / 2;
			const top = document.elementFromPoint(X, Y);
			at = {X, Y, Over: top?.outerHTML.slice(0, 120) ?? "nothing: it is out of the window"};
			if (top && (this.contains(top) || top.contains(this))) return {...at, Over: ""};
		}
		return at;
	}`, &at)
	if err == nil && at.Over != "" {
		err = fmt.Errorf("it is covered by %s", at.Over)
	}
	return at.Point, err
}

// Click clicks into the element's middle.
func (e Element) Click() error {
	at, err := e.Middle()
	if err != nil {
		return err
	}
	return e.tab.Drag(at, at, 0)
}

// Drag moves the mouse to one point, presses its button, moves it to another in
// so many moves, and releases the button.
func (t *Tab) Drag(from, to Point, moves int) error {
	move := func(p Point) map[string]any {
		return map[string]any{"type": "pointerMove", "x": int(p.X), "y": int(p.Y), "origin": "viewport"}
	}
	actions := []any{move(from), map[string]any{"type": "pointerDown", "button": 0}}
	for i := 1; i <= moves; i++ {
		share := float64(i) / float64(moves)
		actions = append(actions, move(Point{from.X + (to.X-from.X)*share, from.Y + (to.Y-from.Y)*share}))
	}
	actions = append(actions, map[string]any{"type": "pointerUp", "button": 0})
	return t.act([]map[string]any{{
		"type": "pointer", "id": "mouse", "parameters": map[string]any{"pointerType": "mouse"}, "actions": actions,
	}})
}

// Keys that type nothing, for Press.
const (
	Backspace  = "\ue003"
	TabKey     = "\ue004"
	Enter      = "\ue007"
	Escape     = "\ue00c"
	Control    = "\ue009"
	End        = "\ue010"
	Home       = "\ue011"
	ArrowLeft  = "\ue012"
	ArrowUp    = "\ue013"
	ArrowRight = "\ue014"
	ArrowDown  = "\ue015"
)

// Press presses and releases keys, one after the other, with so much time between
// them.
func (t *Tab) Press(keys string, between time.Duration) error {
	var actions []any
	for _, key := range keys {
		actions = append(actions, keyAction("keyDown", string(key)), keyAction("keyUp", string(key)))
		if between > 0 {
			actions = append(actions, map[string]any{"type": "pause", "duration": between.Milliseconds()})
		}
	}
	return t.act(keyboard(actions))
}

// Chord presses a key while another is held.
func (t *Tab) Chord(held, key string) error {
	return t.act(keyboard([]any{
		keyAction("keyDown", held), keyAction("keyDown", key), keyAction("keyUp", key), keyAction("keyUp", held),
	}))
}

func keyAction(kind, key string) map[string]any { return map[string]any{"type": kind, "value": key} }

func keyboard(actions []any) []map[string]any {
	return []map[string]any{{"type": "key", "id": "keyboard", "actions": actions}}
}
