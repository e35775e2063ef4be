package dom

import (
	"playground/app/markup"
	"strings"
	"syscall/js"
)

// setKids makes the children be nodes. Each child that was drawn under the same
// tag and key keeps its element.
func (l *live) setKids(nodes []markup.Node) {
	old := l.node.Kids
	if len(nodes) == len(old) && (len(nodes) == 0 || &nodes[0] == &old[0]) {
		return // the very same drawing
	}
	if l.inPlace(nodes) {
		for i, n := range nodes {
			if !same(n, l.kids[i].node) {
				l.kid(i).become(n)
			} else {
				l.kids[i].node = n
			}
		}
		return
	}
	l.rearrange(nodes)
}

type name struct{ tag, key string }

func nameOf(n markup.Node) name { return name{n.Tag, n.Key} }

// inPlace reports whether the children stay who they are.
func (l *live) inPlace(nodes []markup.Node) bool {
	if len(nodes) != len(l.kids) {
		return false
	}
	for i, n := range nodes {
		if nameOf(n) != nameOf(l.kids[i].node) {
			return false
		}
	}
	return true
}

// same reports whether two nodes draw the same, as far as a look at what they
// share tells.
func same(a, b markup.Node) bool {
	if a.Text != b.Text || len(a.Attrs) != len(b.Attrs) || len(a.Kids) != len(b.Kids) {
		return false
	}
	if len(a.Kids) > 0 && &a.Kids[0] != &b.Kids[0] {
		return false
	}
	for i, attr := range a.Attrs {
		if attr != b.Attrs[i] {
			return false
		}
	}
	return true
}

// rearrange takes out the children that are not among nodes, puts in those that
// are new, and moves one that stays only where the order of those that stay has
// changed: moving an element would end its transition.
func (l *live) rearrange(nodes []markup.Node) {
	free := map[name][]int{}
	for i := range l.kids {
		n := nameOf(l.kid(i).node)
		free[n] = append(free[n], i)
	}
	from := make([]int, len(nodes)) // which of the old children each node is, or -1
	stays := make([]bool, len(l.kids))
	for i, n := range nodes {
		from[i] = -1
		if at := free[nameOf(n)]; len(at) > 0 {
			from[i] = at[0]
			free[nameOf(n)] = at[1:]
			stays[at[0]] = true
		}
	}
	for i, k := range l.kids {
		if !stays[i] {
			l.el.Call("removeChild", k.el)
		}
	}

	kids := make([]*live, len(nodes))
	next, lowest := js.Null(), len(l.kids)
	for i := len(nodes) - 1; i >= 0; i-- {
		if from[i] >= 0 {
			kids[i] = l.kids[from[i]]
			kids[i].become(nodes[i])
			if from[i] > lowest {
				l.el.Call("insertBefore", kids[i].el, next)
			} else {
				lowest = from[i]
			}
			next = kids[i].el
			continue
		}
		first := i // of the new ones in a row, which come in one piece
		for first > 0 && from[first-1] < 0 {
			first--
		}
		next = l.insert(nodes[first:i+1], next)
		for ; i > first; i-- {
			kids[i] = sketch(nodes[i])
		}
		kids[first] = sketch(nodes[first])
		kids[first].el = next
	}
	l.kids = kids
}

// insert puts new nodes in before next and returns the first of them. Markup is
// an order of magnitude faster than a call into JavaScript for each element and
// attribute.
func (l *live) insert(nodes []markup.Node, next js.Value) js.Value {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(n.Markup())
	}
	here := js.Global().Get("document").Call("createRange")
	here.Call("selectNodeContents", l.el)
	piece := here.Call("createContextualFragment", b.String())
	first := piece.Get("firstChild")
	l.el.Call("insertBefore", piece, next)
	return first
}
