package dom

import (
	"playground/app/markup"
	"syscall/js"
)

// A Canvas owns what is inside one element of the page.
type Canvas struct {
	root live
	in   bool // the root's content is ours by now
}

// On returns a canvas inside the element with that id, which must exist.
func On(id string) *Canvas {
	el := js.Global().Get("document").Call("getElementById", id)
	if el.IsNull() {
		panic("dom: the page has no element with id " + id)
	}
	return &Canvas{root: live{el: el, node: markup.Node{Tag: "div"}}}
}

// Width is the room inside the element, in CSS pixels. Asking has the browser
// lay the page out if anything has changed.
func (c *Canvas) Width() int { return c.root.el.Get("clientWidth").Int() }

// Adopt takes over what stands in the element if it is what n draws, as it is
// where the prerendered shell shows it. Then nothing on the page is replaced.
func (c *Canvas) Adopt(n markup.Node) {
	template := js.Global().Get("document").Call("createElement", "template")
	template.Set("innerHTML", n.Markup())
	drawn, there := template.Get("content").Get("firstChild"), c.root.el.Get("firstChild")
	if there.IsNull() || !there.Get("nextSibling").IsNull() || !there.Call("isEqualNode", drawn).Bool() {
		return
	}
	c.root.node.Kids = []markup.Node{n}
	c.root.kids = []*live{sketch(n)}
	c.in = true
}

// Draw makes the content of the element be nodes, by the fewest changes to what
// it drew before.
func (c *Canvas) Draw(nodes ...markup.Node) {
	if !c.in {
		c.root.el.Set("textContent", "") // the prerendered picture
		c.in = true
	}
	c.root.setKids(nodes)
	c.root.node.Kids = nodes
}
