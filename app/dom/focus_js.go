package dom

import "syscall/js"

// stops are what can have the focus, in the order of the page.
const stops = `a[href], button, input, select, textarea, summary, [tabindex="0"]`

// KeepFocus does something that may take away, hide or disable what has the
// focus. Then the next that can have it gets it: else the browser would begin
// again at the top of the page.
func KeepFocus(do func()) {
	document := js.Global().Get("document")
	had := document.Get("activeElement")
	if !had.Truthy() || had.Equal(document.Get("body")) {
		do()
		return
	}
	list := document.Call("querySelectorAll", stops)
	do()
	if now := document.Get("activeElement"); usable(had) || now.Truthy() && !now.Equal(document.Get("body")) && !now.Equal(had) {
		return
	}
	at, n := 0, list.Length()
	for i := range n {
		if list.Index(i).Equal(had) {
			at = i
		}
	}
	for i := range n - 1 {
		el := list.Index((at + 1 + i) % n)
		if !usable(el) {
			continue
		}
		el.Call("focus", map[string]any{"preventScroll": true})
		if document.Get("activeElement").Equal(el) { // it is not if a style sheet makes it invisible
			return
		}
	}
}

// usable reports whether an element can have the focus.
func usable(el js.Value) bool {
	if !el.Get("isConnected").Bool() || el.Get("disabled").Truthy() {
		return false
	}
	return el.Call("getClientRects").Length() > 0
}
