package draw

import (
	"math"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// A Tree is the picture of a tree of calls, laid out once; only what stands out
// in it depends on the step, so that nothing moves while the cursor does.
type Tree struct {
	rec    *trace.Recording
	tree   trace.Tree // as many nodes as are drawn
	layout layout
	width  int
	marks  [][]markup.Node // what never changes of every call
	bases  [][]markup.Attr
}

// NewTree lays a tree out in the width and at most so much height. Where calls
// would be too small to be told apart, it leaves the last ones out; Caption says
// so.
func NewTree(rec *trace.Recording, tree trace.Tree, width, height int) *Tree {
	t := &Tree{rec: rec, tree: tree, width: width}
	t.layout = arrange(tree.Nodes, float64(width), float64(height))
	if t.layout.r < smallestCall {
		n := largest(len(tree.Nodes), func(n int) bool {
			return arrange(tree.Nodes[:n], float64(width), float64(height)).r >= smallestCall
		})
		t.tree.Nodes = tree.Nodes[:n]
		t.layout = arrange(t.tree.Nodes, float64(width), float64(height))
	}
	t.marks = make([][]markup.Node, len(t.tree.Nodes))
	t.bases = make([][]markup.Attr, len(t.tree.Nodes))
	for i := range t.tree.Nodes {
		t.marks[i] = t.call(i)
		t.bases[i] = t.base(i)
	}
	return t
}

// smallestCall is the least radius of a call.
const smallestCall = 3.0

// largest returns the largest n from 1 to most for which ok holds. If ok holds for
// some n, it must hold for all smaller ones.
func largest(most int, ok func(n int) bool) int {
	low, high := 1, most
	for low < high {
		if mid := (low + high + 1) / 2; ok(mid) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return low
}

// Caption says how many calls there are, and how many of them are drawn; of the
// first steps only, where no more are seen.
func (t *Tree) Caption(seen int) string {
	if seen < len(t.rec.Events) {
		return words.Plural(t.At(seen)+1, "call", "calls") + " so far"
	}
	return words.Calls(t.tree, len(t.tree.Nodes))
}

// WideTree is the width that a tree has on a desktop.
const WideTree = 650

// Len is how many calls are drawn.
func (t *Tree) Len() int { return len(t.tree.Nodes) }

// Key is the key of the i-th call.
func (t *Tree) Key(i int) int32 { return t.tree.Nodes[i].Key }

// Height is what the tree takes.
func (t *Tree) Height() int { return int(math.Ceil(t.layout.height - 1e-6)) }

// Draw draws the tree at a step: calls that are over, the one that is made now,
// those that wait for a result, and, faint, those still to come, as far as they
// are among the steps that are seen.
func (t *Tree) Draw(st trace.State, seen int) markup.Node {
	nodes := t.tree.Nodes[:t.At(seen)+1]
	g := markup.El("g", "data-part", "calls")
	g.Kids = make([]markup.Node, len(nodes))
	attrs := make([]markup.Attr, 0, len(nodes)*(baseAttrs+1))
	stack, made := st.Stack, 0
	for i, n := range nodes {
		when := "past"
		waits := len(stack) > 0 && stack[0].Step == n.Begin
		if waits {
			stack = stack[1:]
		}
		switch {
		case n.Begin > st.Step:
			when = "future"
		case st.Step == n.Begin || st.Step == n.End:
			when = "now"
		case waits:
			when = "waiting"
		}
		if when != "future" {
			made++
		}
		from := len(attrs)
		attrs = append(attrs, t.bases[i]...)
		attrs = append(attrs, markup.Attr{Name: "data-when", Value: when})
		g.Kids[i] = markup.Node{Tag: "g", Key: t.bases[i][0].Value, Attrs: attrs[from:len(attrs):len(attrs)], Kids: t.marks[i]}
		// Frames of other calls cannot be among these, and frames of calls that
		// are not drawn come last.
	}
	svg := picture("calls", "Call tree", t.tells(made, st, seen), t.width, t.Height())
	if len(nodes) > 0 {
		svg = as(svg, "tree")
		g = g.With("role", "none")
	}
	return svg.Of(g)
}

// Blank draws the calls without what became of them, to be filled in by hand.
func (t *Tree) Blank() markup.Node {
	g := markup.El("g", "data-part", "calls")
	for i, n := range t.tree.Nodes {
		call := markup.El("g", "data-blank", "", "transform", at(t.layout.x[i], t.layout.y[i]))
		if d := t.layout.edge(i, n.Parent); d != "" {
			call = call.Of(markup.El("path", "data-part", "edge", "d", d))
		}
		call = call.Of(markup.El("circle", "data-part", "mark", "r", t.layout.r))
		if key, ok := t.key(n.Key); ok {
			call = call.Of(key)
		}
		g = g.Of(call)
	}
	return picture("calls", "Call tree, to be filled in", t.Caption(len(t.rec.Events)), t.width, t.Height()).Of(g)
}

func (t *Tree) tells(made int, st trace.State, seen int) string {
	if len(t.tree.Nodes) == 0 {
		return "Nothing has been called yet."
	}
	say := t.rec.Call(t.tree.Nodes[0].Key) + ": " + t.Caption(seen) + ". " +
		words.Count(made) + " of those drawn have been made"
	if n := len(st.Stack); n > 0 {
		say += ", " + words.Plural(n, "call waits", "calls wait") + " for a result"
	}
	return say + "."
}
