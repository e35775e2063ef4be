package dom

import (
	"strings"
	"syscall/js"

	"playground/app/draw"
)

const svgNamespace = "http://www.w3.org/2000/svg"

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
	return &Canvas{root: live{el: el, node: draw.Node{Tag: "div"}}}
}

// Width is the room inside the element, in CSS pixels.
func (c *Canvas) Width() int { return c.root.el.Get("clientWidth").Int() }

// Draw makes the content of the element be nodes, by the fewest changes to what
// it drew before.
func (c *Canvas) Draw(nodes ...draw.Node) {
	if !c.in {
		c.root.el.Set("textContent", "") // the prerendered picture
		c.in = true
	}
	c.root.setKids(nodes)
	c.root.node.Kids = nodes
}

// A live is a node and the DOM element that stands for it.
type live struct {
	node draw.Node
	el   js.Value
	kids []*live
}

// grow makes the element of a node, with all that is in it.
func grow(n draw.Node, svg bool) *live {
	doc := js.Global().Get("document")
	l := &live{node: n}
	switch {
	case n.Tag == "":
		l.el = doc.Call("createTextNode", n.Text)
		return l
	case svg || n.Tag == "svg":
		svg = true
		l.el = doc.Call("createElementNS", svgNamespace, n.Tag)
	default:
		l.el = doc.Call("createElement", n.Tag)
	}
	for _, a := range n.Attrs {
		l.set(a)
	}
	l.kids = make([]*live, len(n.Kids))
	for i, k := range n.Kids {
		l.kids[i] = grow(k, svg)
		l.el.Call("appendChild", l.kids[i].el)
	}
	return l
}

func (l *live) svg() bool {
	return l.node.Tag != "" && l.el.Get("namespaceURI").String() == svgNamespace
}

// set sets one attribute. A translation goes into the style, where CSS can turn
// its change into a movement.
func (l *live) set(a draw.Attr) {
	if a.Name == "transform" && strings.HasPrefix(a.Value, "translate(") {
		x, y, _ := strings.Cut(strings.Trim(a.Value[len("translate"):], "()"), ",")
		l.el.Get("style").Set("transform", "translate("+x+"px,"+y+"px)")
		return
	}
	l.el.Call("setAttribute", a.Name, a.Value)
}

// become changes the element to stand for n, which has the same tag.
func (l *live) become(n draw.Node) {
	if n.Tag == "" {
		if n.Text != l.node.Text {
			l.el.Set("nodeValue", n.Text)
		}
		l.node = n
		return
	}
	l.setAttrs(n.Attrs)
	l.setKids(n.Kids)
	l.node = n
}

func (l *live) setAttrs(attrs []draw.Attr) {
	old := l.node.Attrs
	for i, a := range attrs {
		if i < len(old) && old[i].Name == a.Name {
			if old[i].Value != a.Value {
				l.set(a)
			}
		} else if v, ok := find(old, a.Name); !ok || v != a.Value {
			l.set(a)
		}
	}
	for _, a := range old {
		if _, ok := find(attrs, a.Name); !ok {
			l.el.Call("removeAttribute", a.Name)
			if a.Name == "transform" {
				l.el.Get("style").Call("removeProperty", "transform")
			}
		}
	}
}

func find(attrs []draw.Attr, name string) (string, bool) {
	for _, a := range attrs {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}

// setKids makes the children be nodes. An element that stays is moved only where
// the order of those that stay has changed: moving one would end its transition.
func (l *live) setKids(nodes []draw.Node) {
	old := l.node.Kids
	if len(nodes) == len(old) && (len(nodes) == 0 || &nodes[0] == &old[0]) {
		return // the very same drawing
	}
	type name struct{ tag, key string }
	names := func(n draw.Node) name { return name{n.Tag, n.Key} }

	same := len(nodes) == len(l.kids)
	for i := 0; same && i < len(nodes); i++ {
		same = names(nodes[i]) == names(l.kids[i].node)
	}
	if same {
		for i, n := range nodes {
			l.kids[i].become(n)
		}
		return
	}

	free := map[name][]int{}
	for i, k := range l.kids {
		n := names(k.node)
		free[n] = append(free[n], i)
	}
	from := make([]int, len(nodes)) // which of the old children each node is, or -1
	stays := make([]bool, len(l.kids))
	for i, n := range nodes {
		from[i] = -1
		if at := free[names(n)]; len(at) > 0 {
			from[i] = at[0]
			free[names(n)] = at[1:]
			stays[at[0]] = true
		}
	}
	for i, k := range l.kids {
		if !stays[i] {
			l.el.Call("removeChild", k.el)
		}
	}
	svg := l.svg()
	kids := make([]*live, len(nodes))
	next, lowest := js.Null(), len(l.kids)
	for i := len(nodes) - 1; i >= 0; i-- {
		if from[i] < 0 {
			kids[i] = grow(nodes[i], svg)
			l.el.Call("insertBefore", kids[i].el, next)
		} else {
			kids[i] = l.kids[from[i]]
			kids[i].become(nodes[i])
			if from[i] > lowest {
				l.el.Call("insertBefore", kids[i].el, next)
			} else {
				lowest = from[i]
			}
		}
		next = kids[i].el
	}
	l.kids = kids
}
