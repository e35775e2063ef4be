package dom

import (
	"syscall/js"

	"playground/app/markup"
)

// A Canvas owns what is inside one element of the page. It is for one goroutine
// at a time, as the page is.
type Canvas struct {
	id       string
	el       js.Value
	drawn    []markup.Node // what is inside the element
	known    bool          // that this is so; not before the first Adopt or Draw
	others   *others
	arriving []js.Value // what the current Draw has put in and may fade in
}

// On returns a canvas inside the element with that id. It panics if the page has
// none.
func On(id string) *Canvas {
	el := document().Call("getElementById", id)
	if el.IsNull() {
		panic("dom: the page has no element with id " + id)
	}
	return &Canvas{id: id, el: el, others: watch(el)}
}

// Width is the room inside the element, in CSS pixels. Asking has the browser
// lay the page out if anything has changed.
func (c *Canvas) Width() int { return c.el.Get("clientWidth").Int() }

// Adopt takes over what stands in the element if it is what n draws, as it is
// where the prerendered shell shows it. Then nothing on the page is replaced. If
// it is anything else, Adopt does nothing.
func (c *Canvas) Adopt(n markup.Node) {
	guard(func() {
		template := document().Call("createElement", "template")
		template.Set("innerHTML", n.Markup())
		drawn, there := template.Get("content").Get("firstChild"), c.el.Get("firstChild")
		if there.IsNull() || !there.Get("nextSibling").IsNull() || !there.Call("isEqualNode", drawn).Bool() {
			return
		}
		c.others.forgive()
		c.drawn, c.known = []markup.Node{n}, true
	})
}

// Draw makes the content of the element be nodes, by the fewest changes to what
// it drew before. Drawing the same nodes again touches nothing, even where others
// have changed the page meanwhile.
func (c *Canvas) Draw(nodes ...markup.Node) {
	nodes = markup.El("div").Of(nodes...).Kids // no empty texts, no two in a row
	if !c.el.Get("isConnected").Bool() {
		c.find()
	}
	if c.known {
		ops := Diff(c.drawn, nodes)
		if len(ops) == 0 {
			c.drawn = nodes
			return
		}
		c.others.listen()
		c.known = guard(func() { c.apply(c.el, c.drawn, nodes, ops) })
	}
	if !c.known { // the prerendered picture, or something that nobody foresaw
		c.known = guard(func() { rewrite(c.el, nodes) })
		c.arriving = nil
	}
	c.drawn = nodes
	c.others.forgive()
	c.arrive()
}

// find looks the element up anew after something has replaced it on the page.
func (c *Canvas) find() {
	if el := document().Call("getElementById", c.id); !el.IsNull() {
		c.others.stop()
		c.el, c.known, c.others = el, false, watch(el)
	}
}

func document() js.Value { return js.Global().Get("document") }

// guard runs f and reports whether it came to its end. It does not where
// JavaScript throws, or has something else than f expects.
func guard(f func()) (ok bool) {
	defer func() {
		switch problem := recover().(type) {
		case nil, js.Error, *js.ValueError:
		default:
			panic(problem)
		}
	}()
	f()
	return true
}
