package dom

import (
	"playground/app/markup"
	"strings"
	"syscall/js"
)

// A live is a node and the DOM element that stands for it. Much is drawn and
// never changed again, so elements that came as markup are only looked up when
// one of them is to change.
type live struct {
	node markup.Node
	el   js.Value // undefined until it is looked up
	kids []*live
}

// kid returns a child with its element.
func (l *live) kid(i int) *live {
	k := l.kids[i]
	if k.el.IsUndefined() {
		k.el = l.el.Get("childNodes").Index(i)
	}
	return k
}

// sketch is what a node that came as markup looks like.
func sketch(n markup.Node) *live {
	l := &live{node: n, kids: make([]*live, len(n.Kids))}
	for i, k := range n.Kids {
		l.kids[i] = sketch(k)
	}
	return l
}

// become changes the element to stand for n, which has the same tag.
func (l *live) become(n markup.Node) {
	if n.Tag == "" {
		if n.Text != l.node.Text {
			l.el.Set("nodeValue", n.Text)
		}
	} else {
		l.setAttrs(n.Attrs)
		l.setKids(n.Kids)
	}
	l.node = n
}

func (l *live) setAttrs(attrs []markup.Attr) {
	old := l.node.Attrs
	for i, a := range attrs {
		if i < len(old) && old[i] == a {
			continue
		}
		if v, ok := find(old, a.Name); !ok || v != a.Value {
			l.set(a)
		}
	}
	for i, a := range old {
		if i < len(attrs) && attrs[i].Name == a.Name {
			continue
		}
		if _, ok := find(attrs, a.Name); !ok {
			l.el.Call("removeAttribute", a.Name)
		}
	}
}

// set sets one attribute. Where a translation changes it goes into the style:
// there CSS turns the change into a movement, in every browser.
func (l *live) set(a markup.Attr) {
	if a.Name == "transform" && strings.HasPrefix(a.Value, "translate(") {
		x, y, _ := strings.Cut(strings.Trim(a.Value[len("translate"):], "()"), ",")
		l.el.Get("style").Set("transform", "translate("+x+"px,"+y+"px)")
		return
	}
	l.el.Call("setAttribute", a.Name, a.Value)
}

func find(attrs []markup.Attr, name string) (string, bool) {
	for _, a := range attrs {
		if a.Name == name {
			return a.Value, true
		}
	}
	return "", false
}
