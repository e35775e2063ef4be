package draw

import (
	"math"
	"sort"
	"strconv"

	"playground/app/trace"
)

// A Tree is the picture of a tree of calls, laid out once; only what stands out
// in it depends on the step, so that nothing moves while the cursor does.
type Tree struct {
	rec    *trace.Recording
	tree   trace.Tree // as many nodes as are drawn
	layout layout
	width  int
	marks  [][]Node // what never changes of every call
	bases  [][]Attr
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
	t.marks = make([][]Node, len(t.tree.Nodes))
	t.bases = make([][]Attr, len(t.tree.Nodes))
	for i := range t.tree.Nodes {
		t.marks[i] = t.call(i)
		t.bases[i] = t.base(i)
	}
	return t
}

// smallestCall is the least radius of a call.
const smallestCall = 3.0

// largest is the largest n up to most, at least 1, for which ok holds, if it
// holds for all smaller ones.
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

// Caption says how many calls there are, and how many of them are drawn.
func (t *Tree) Caption() string { return caption(t.tree, len(t.tree.Nodes)) }

// Caption says how many calls a tree has, and how many of them it holds.
func Caption(tree trace.Tree) string { return caption(tree, len(tree.Nodes)) }

func caption(tree trace.Tree, drawn int) string {
	switch {
	case tree.More:
		return "first " + Count(drawn) + " of more than " + plural(tree.Calls, "call", "calls")
	case drawn < tree.Calls:
		return "first " + Count(drawn) + " of " + plural(tree.Calls, "call", "calls")
	}
	return plural(tree.Calls, "call", "calls")
}

// Height is what the tree takes.
func (t *Tree) Height() int { return int(math.Ceil(t.layout.height)) }

// Draw draws the tree at a step: calls that are over, the one that is made now,
// those that wait for a result, and, faint, those still to come.
func (t *Tree) Draw(st trace.State) Node {
	nodes := t.tree.Nodes
	g := El("g", "data-part", "calls")
	g.Kids = make([]Node, len(nodes))
	attrs := make([]Attr, 0, len(nodes)*(baseAttrs+1))
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
		attrs = append(attrs, Attr{"data-when", when})
		g.Kids[i] = Node{Tag: "g", Key: t.bases[i][0].Value, Attrs: attrs[from:len(attrs):len(attrs)], Kids: t.marks[i]}
		// Frames of other calls cannot be among these, and frames of calls that
		// are not drawn come last.
	}
	svg := picture("calls", "Call tree", t.tells(made, st), t.width, t.Height())
	if len(nodes) > 0 {
		svg = svg.as("tree")
		g = g.With("role", "none")
	}
	return svg.Of(g)
}

func (t *Tree) tells(made int, st trace.State) string {
	if len(t.tree.Nodes) == 0 {
		return "Nothing has been called yet."
	}
	say := Call(t.rec, t.tree.Nodes[0].Key) + ": " + t.Caption() + ". " +
		Count(made) + " of those drawn have been made"
	if n := len(st.Stack); n > 0 {
		say += ", " + plural(n, "call waits", "calls wait") + " for a result"
	}
	return say + "."
}

const baseAttrs = 8

// base holds the attributes of a call that never change; the first is its name
// among the calls.
func (t *Tree) base(i int) []Attr {
	n := t.tree.Nodes[i]
	return []Attr{
		{"data-call", strconv.Itoa(i)},
		{"id", CallID(i)},
		{"role", "treeitem"},
		{"aria-level", strconv.Itoa(t.level(i))},
		{"data-key", strconv.Itoa(int(n.Key))},
		{"data-at", strconv.Itoa(n.Begin)},
		{"data-outcome", outcome(n.Kind)},
		{"transform", at(t.layout.x[i], t.layout.y[i])},
	}
}

// CallID is the id of the element of a tree's i-th call, for aria-activedescendant.
func CallID(i int) string { return "call-" + strconv.Itoa(i) }

// level is how deep a call is, 1 for the one from the prompt.
func (t *Tree) level(i int) int {
	level := 1
	for at := t.tree.Nodes[i].Parent; at >= 0; at = t.tree.Nodes[at].Parent {
		level++
	}
	return level
}

// Near is the call nearest to i that a step towards it, as the arrow keys of a
// tree take it, leads to: "up" and "down" in the order of calls, "out" to the
// call that made it, "in" to the first it made, "first", "last".
func (t *Tree) Near(i int, way string) int {
	last := len(t.tree.Nodes) - 1
	to := i
	switch way {
	case "up":
		to = i - 1
	case "down":
		to = i + 1
	case "out":
		to = t.tree.Nodes[i].Parent
	case "in":
		if i < last && t.tree.Nodes[i+1].Parent == i {
			to = i + 1
		}
	case "first":
		to = 0
	case "last":
		to = last
	}
	return max(0, min(to, last))
}

// At is the call that a step is about, or the last one drawn before it; -1 in an
// empty tree.
func (t *Tree) At(step int) int {
	return sort.Search(len(t.tree.Nodes), func(i int) bool { return t.tree.Nodes[i].Begin > step }) - 1
}

// Begin is the step that begins the i-th call.
func (t *Tree) Begin(i int) int { return t.tree.Nodes[i].Begin }

func outcome(k trace.Kind) string {
	switch k {
	case trace.Hit:
		return "hit"
	case trace.Again:
		return "recomputed"
	}
	return "computed"
}

func glyph(k trace.Kind) string {
	switch k {
	case trace.Hit:
		return "✓"
	case trace.Again:
		return "↻"
	}
	return "+"
}

func outcomeWords(k trace.Kind) string {
	return glyph(k) + " " + map[trace.Kind]string{trace.Hit: "hit", trace.Miss: "computed", trace.Again: "computed again"}[k]
}

// call draws a call around its own place: the way from its parent, its mark, its
// key where that is legible.
func (t *Tree) call(i int) []Node {
	n, r := t.tree.Nodes[i], t.layout.r
	title := Call(t.rec, n.Key) + " " + outcomeWords(n.Kind) + " at step " + Count(n.Begin)
	kids := make([]Node, 0, 6)
	kids = append(kids, El("title").Say(title))
	if d := t.layout.edge(i, n.Parent); d != "" {
		kids = append(kids, El("path", "data-part", "edge", "d", d))
	}
	mark := El("circle", "data-part", "mark", "r", r)
	if n.Kind == trace.Again {
		mark = mark.With("pathLength", 100)
	}
	kids = append(kids, mark)
	if n.Kind == trace.Again && r >= 4.5 {
		kids = append(kids, El("path", "data-part", "head", "d", arrowhead(r)))
	}
	if arg := argument(n.Key); r >= legible && span(len(arg), smallest) <= 2*r+1.5 {
		size := boundedBy((2*r-3)/(monospace*float64(len(arg))), smallest, min(13, r*1.1))
		kids = append(kids, label("key", 0, size*0.36, size, arg).With("text-anchor", "middle"))
	}
	if r >= legible && t.layout.step >= 2*r+18 {
		kids = append(kids, label("glyph", r*0.75+1, -r*0.75+1, smallest, glyph(n.Kind)))
	}
	return kids
}

// arrowhead ends the open ring of a call that is computed again, as in ↻. The
// ring is open for the last 16 of its 100 parts, clockwise from the right.
func arrowhead(r float64) string {
	end := 2 * math.Pi * 0.84
	x, y := r*math.Cos(end), r*math.Sin(end)
	dx, dy := -math.Sin(end), math.Cos(end) // onwards
	s := boundedBy(r*0.3, 2, 3.4)
	return "M" + num(x+dx*s*1.4) + " " + num(y+dy*s*1.4) +
		"L" + num(x+dy*s-dx*s*0.4) + " " + num(y-dx*s-dy*s*0.4) +
		"L" + num(x-dy*s-dx*s*0.4) + " " + num(y+dx*s-dy*s*0.4) + "z"
}
