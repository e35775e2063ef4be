package dom

import (
	"slices"

	"playground/app/markup"
)

// Diff returns the operations on an element that make its children, which are
// before, be after. They never change what they do not have to:
//
//   - A child of after is the same as a child of before that has its tag and its
//     key; without a key, the first of that tag that is not taken yet. It keeps
//     its element and is changed in place.
//   - Of the children that stay, as few as possible are moved: moving an element
//     ends its transition and takes the focus from it.
//   - The part of a drawing that both share in memory is not looked at, so a
//     drawing that was kept costs nothing.
//
// It takes time in proportion to the nodes that are not shared, a logarithm more
// where children have changed places, and a pass over its siblings for each that
// moves. Neither tree is changed, but the operations refer to their nodes.
//
// Both trees must be as [markup.Node.Of] builds them: no empty texts, no two texts
// in a row. A browser that reads their markup makes no such nodes, and positions
// would be wrong.
func Diff(before, after []markup.Node) []Op {
	return diffChildren(nil, before, after)
}

func diffChildren(ops []Op, before, after []markup.Node) []Op {
	if shared(before, after) {
		return ops
	}
	if text, ok := onlyText(after); ok {
		if was, ok := onlyText(before); !ok || was != text {
			ops = append(ops, Op{Kind: Fill, Text: text})
		}
		return ops
	}
	if sameChildren(before, after) {
		for i := range after {
			ops = diffChild(ops, i, before[i], after[i])
		}
		return ops
	}
	return rearrange(ops, before, after)
}

// diffChild adds what turns before into after, which is the child at the position
// at and has the same tag.
func diffChild(ops []Op, at int, before, after markup.Node) []Op {
	if after.Tag == "" {
		if before.Text != after.Text {
			ops = append(ops, Op{Kind: SetText, At: at, Text: after.Text})
		}
		return ops
	}
	inside := diffChildren(diffAttrs(nil, before.Attrs, after.Attrs), before.Kids, after.Kids)
	if len(inside) > 0 {
		ops = append(ops, Op{Kind: Change, At: at, Nodes: after.Kids, Ops: inside})
	}
	return ops
}

func diffAttrs(ops []Op, before, after []markup.Attr) []Op {
	if shared(before, after) {
		return ops
	}
	for i, a := range after {
		if i < len(before) && before[i] == a {
			continue
		}
		if value, ok := valueOf(before, a.Name); !ok || value != a.Value {
			ops = append(ops, Op{Kind: SetAttr, Name: a.Name, Text: a.Value})
		}
	}
	for i, b := range before {
		if i < len(after) && after[i].Name == b.Name {
			continue
		}
		if _, ok := valueOf(after, b.Name); !ok {
			ops = append(ops, Op{Kind: RemoveAttr, Name: b.Name})
		}
	}
	return ops
}

func valueOf(attrs []markup.Attr, name string) (string, bool) {
	i := slices.IndexFunc(attrs, func(a markup.Attr) bool { return a.Name == name })
	if i < 0 {
		return "", false
	}
	return attrs[i].Value, true
}

// onlyText reports whether the nodes are one text or none, and which.
func onlyText(nodes []markup.Node) (text string, ok bool) {
	switch {
	case len(nodes) == 0:
		return "", true
	case len(nodes) == 1 && nodes[0].Tag == "":
		return nodes[0].Text, true
	}
	return "", false
}

// shared reports whether two slices are the same piece of memory.
func shared[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// sameChildren reports whether all children stay and none changes its place.
func sameChildren(before, after []markup.Node) bool {
	return slices.EqualFunc(before, after, func(b, a markup.Node) bool { return nameOf(b) == nameOf(a) })
}

// A name tells a child from its siblings.
type name struct{ tag, key string }

func nameOf(n markup.Node) name { return name{n.Tag, n.Key} }
