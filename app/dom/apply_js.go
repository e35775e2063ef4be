package dom

import (
	"strings"
	"syscall/js"

	"playground/app/markup"
)

// apply carries out operations on an element whose children are to be before and
// become after. Where others have changed the children, it writes them anew.
func (c *Canvas) apply(el js.Value, before, after []markup.Node, ops []Op) {
	var kids js.Value
	sure := false // that the children are where the operations say
	for _, op := range ops {
		switch op.Kind {
		case SetAttr:
			setAttr(el, op.Name, op.Text)
			continue
		case RemoveAttr:
			removeAttr(el, op.Name)
			continue
		case Fill:
			el.Set("textContent", op.Text)
			sure = true
			continue
		}
		if !sure && c.others.changed(el) {
			if !stands(el, before) {
				rewrite(el, after)
				return // operations on attributes come first in a list
			}
			c.others.forget(el)
		}
		sure = true

		switch op.Kind {
		case Remove:
			el.Call("removeChild", child(el, op.At))
		case Move:
			move(el, op.At, op.To)
		case Insert:
			c.insert(el, op.At, op.Nodes)
		case SetText:
			child(el, op.At).Set("nodeValue", op.Text)
		case Change:
			if kids.IsUndefined() {
				kids = el.Get("childNodes")
			}
			c.apply(kids.Index(op.At), op.Before, op.Nodes, op.Ops)
		}
	}
}

// child is the child at a position; undefined where there is none.
func child(el js.Value, i int) js.Value {
	if i == 0 {
		return el.Get("firstChild")
	}
	return el.Get("childNodes").Index(i)
}

// childOrEnd is the child at a position, or what insertBefore takes for the end.
func childOrEnd(el js.Value, i int) js.Value {
	if kid := child(el, i); !kid.IsUndefined() {
		return kid
	}
	return js.Null()
}

// move moves a child. Where the browser can do that without taking it out of the
// page for a moment, even its transition goes on and it keeps the focus.
func move(el js.Value, at, to int) {
	kid := child(el, at)
	if at < to {
		to++ // it is itself still there to be counted
	}
	next := childOrEnd(el, to)
	if el.Get("moveBefore").Type() == js.TypeFunction {
		el.Call("moveBefore", kid, next)
	} else {
		el.Call("insertBefore", kid, next)
	}
}

// insert puts in new children. Markup is an order of magnitude faster than a call
// into JavaScript for each element and attribute.
func (c *Canvas) insert(el js.Value, at int, nodes []markup.Node) {
	here := document().Call("createRange")
	here.Call("selectNodeContents", el)
	piece := here.Call("createContextualFragment", markupOf(nodes))
	kids := piece.Get("childNodes")
	for i, n := range nodes {
		if n.Key != "" {
			c.arriving = append(c.arriving, kids.Index(i))
		}
	}
	el.Call("insertBefore", piece, childOrEnd(el, at))
}

func markupOf(nodes []markup.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(n.Markup())
	}
	return b.String()
}

// rewrite replaces all children. The focus goes to the element that takes the
// place of the one that had it.
func rewrite(el js.Value, nodes []markup.Node) {
	active, selector, place := document().Get("activeElement"), "", -1
	if active.Truthy() && !active.Equal(el) && el.Call("contains", active).Bool() {
		selector = active.Get("localName").String()
		for like, i := el.Call("querySelectorAll", selector), 0; i < like.Length(); i++ {
			if like.Index(i).Equal(active) {
				place = i
			}
		}
	}
	el.Set("innerHTML", markupOf(nodes))
	if place < 0 {
		return
	}
	if again := el.Call("querySelectorAll", selector).Index(place); again.Truthy() {
		again.Call("focus", map[string]any{"preventScroll": true})
	}
}

// setAttr sets an attribute. A transform goes into the style instead, where it
// outdoes the attribute: there CSS turns its change into a movement, in every
// browser. (To set both takes several times as long.)
func setAttr(el js.Value, name, value string) {
	if name == "transform" {
		css := cssTransform(value)
		el.Get("style").Set("transform", css)
		if css != "" {
			return
		}
	}
	el.Call("setAttribute", name, value)
	setControl(el, name, value)
}

func removeAttr(el js.Value, name string) {
	el.Call("removeAttribute", name)
	unsetControl(el, name)
	if name == "transform" {
		el.Get("style").Set("transform", "")
	}
}
