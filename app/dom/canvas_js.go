package dom

import (
	"strings"
	"syscall/js"

	"playground/app/markup"
)

// A Canvas owns what is inside one element of the page. It is for one goroutine
// at a time, as the page is.
type Canvas struct {
	id    string
	el    js.Value
	hand  js.Value      // changes what is inside the element; see hand.js
	drawn []markup.Node // what is inside the element
	known bool          // that this is so; not before the first Adopt or Draw
}

// On returns a canvas inside the element with that id. It panics if the page has
// none.
func On(id string) *Canvas {
	el := document().Call("getElementById", id)
	if el.IsNull() {
		panic("dom: the page has no element with id " + id)
	}
	return &Canvas{id: id, el: el, hand: hand(el)}
}

// Width is the room inside the element, in CSS pixels. Asking has the browser
// lay the page out if anything has changed.
func (c *Canvas) Width() int { return c.el.Get("clientWidth").Int() }

// Adopt takes over what stands in the element if it is what n draws, as it is
// where the prerendered shell shows it. Then nothing on the page is replaced. If
// it is anything else, Adopt does nothing.
func (c *Canvas) Adopt(n markup.Node) {
	Attempt(func() {
		template := document().Call("createElement", "template")
		template.Set("innerHTML", n.Markup())
		drawn, there := template.Get("content").Get("firstChild"), c.el.Get("firstChild")
		if there.IsNull() || !there.Get("nextSibling").IsNull() || !there.Call("isEqualNode", drawn).Bool() {
			return
		}
		c.hand.Call("forgive")
		c.drawn, c.known = []markup.Node{n}, true
	})
}

// Draw makes the content of the element be nodes, by the fewest changes to what
// it drew before, and reports whether there were any. Drawing the same nodes again
// touches nothing, even where others have changed the page meanwhile.
func (c *Canvas) Draw(nodes ...markup.Node) (changed bool) {
	nodes = markup.El("div").Of(nodes...).Kids // no empty texts, no two in a row
	ops := Diff(c.drawn, nodes)
	if c.known && len(ops) == 0 {
		return false
	}
	if !c.el.Get("isConnected").Bool() {
		c.find()
	}
	if c.known {
		c.known = Attempt(func() { c.apply(nodes, ops) })
	}
	if !c.known { // the prerendered picture, or something that nobody foresaw
		c.known = Attempt(func() { c.hand.Call("renew", markupOf(nodes)) })
	}
	c.drawn = nodes
	return true
}

// apply carries out operations. Where others have changed the children of an
// element, it writes them anew.
func (c *Canvas) apply(nodes []markup.Node, ops []Op) {
	left := c.hand.Call("apply", wire(ops)).String()
	for i, way := range strings.Fields(left) {
		c.hand.Call("renew", markupOf(at(nodes, ops, way)), i)
	}
}

// Arrive has what canvases have put in since it was called last fade in, where the
// style sheet says so. It is called when everything is drawn: it has the browser
// compute the style of the page.
func Arrive() { Attempt(func() { js.Global().Call("playgroundArrive") }) }

// find looks the element up anew after something has replaced it on the page.
func (c *Canvas) find() {
	if el := document().Call("getElementById", c.id); !el.IsNull() {
		c.hand.Call("stop")
		c.el, c.known, c.hand = el, false, hand(el)
	}
}

func hand(el js.Value) js.Value { return js.Global().Call("playgroundHand", el) }

func document() js.Value { return js.Global().Get("document") }

// Attempt does what a browser may refuse with an exception (storage, history, the
// clipboard), and reports whether it was done: it is not where JavaScript throws, or
// has something else than do expects. Other panics go on.
func Attempt(do func()) (done bool) {
	defer func() {
		switch problem := recover().(type) {
		case nil, js.Error, *js.ValueError:
		default:
			panic(problem)
		}
	}()
	do()
	return true
}
