package dom

import (
	"strings"
	"syscall/js"

	"playground/app/markup"
)

// others knows in which elements somebody else has put in, taken out or moved
// children: the translation of a browser, an extension.
type others struct {
	observer js.Value // undefined in a browser that has none
	elements js.Value // a WeakSet of those elements
	some     bool     // there may be any in it
}

// watch begins to watch what is inside an element.
func watch(el js.Value) *others {
	o := &others{elements: js.Global().Get("WeakSet").New()}
	guard(func() {
		hear := js.FuncOf(func(_ js.Value, args []js.Value) any { // for as long as the page is there
			o.note(args[0])
			return nil
		})
		observer := js.Global().Get("MutationObserver").New(hear)
		observer.Call("observe", el, map[string]any{"childList": true, "subtree": true})
		o.observer = observer
	})
	return o
}

// listen takes note of what has not been told yet. It is called before we change
// something ourselves, and forgive afterwards.
func (o *others) listen() {
	if !o.observer.IsUndefined() {
		o.note(o.observer.Call("takeRecords"))
	}
}

// forgive leaves out of account what has changed since listen.
func (o *others) forgive() {
	if !o.observer.IsUndefined() {
		o.observer.Call("takeRecords")
	}
}

func (o *others) note(records js.Value) {
	for i := range records.Length() {
		o.elements.Call("add", records.Index(i).Get("target"))
		o.some = true
	}
}

// changed reports whether somebody else may have changed the children of an
// element.
func (o *others) changed(el js.Value) bool {
	return o.observer.IsUndefined() || o.some && o.elements.Call("has", el).Bool()
}

// forget is called when the children are known to be ours.
func (o *others) forget(el js.Value) { o.elements.Call("delete", el) }

func (o *others) stop() {
	if !o.observer.IsUndefined() {
		o.observer.Call("disconnect")
	}
}

// stands reports whether the children of an element are those that were drawn, as
// far as their attributes and their texts tell. Translations do not only replace
// texts: they also bring the elements of a sentence into another order.
func stands(el js.Value, drawn []markup.Node) bool {
	kids := el.Get("childNodes")
	if kids.Length() != len(drawn) {
		return false
	}
	for i, n := range drawn {
		kid := kids.Index(i)
		if n.Tag == "" {
			if kid.Get("nodeType").Int() != textNode || kid.Get("nodeValue").String() != n.Text {
				return false
			}
			continue
		}
		if tag := kid.Get("localName"); tag.Type() != js.TypeString || !strings.EqualFold(tag.String(), n.Tag) {
			return false
		}
		for _, a := range n.Attrs {
			if a.Name == "transform" {
				continue // see setAttr
			}
			if v := kid.Call("getAttribute", a.Name); v.IsNull() || v.String() != a.Value {
				return false
			}
		}
		if kid.Get("textContent").String() != n.Says() {
			return false
		}
	}
	return true
}

const textNode = 3 // Node.TEXT_NODE
