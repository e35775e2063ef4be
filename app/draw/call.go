package draw

import (
	"math"
	"strconv"

	"playground/app/trace"
)

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
	if key, ok := t.key(n.Key); ok {
		kids = append(kids, key)
	}
	if r >= legible && t.layout.step >= 2*r+18 {
		kids = append(kids, label("glyph", r*0.75+1, -r*0.75+1, smallest, glyph(n.Kind)))
	}
	return kids
}

// key writes an argument into its call, where it is legible. In lines, where
// call stands beside call, one that touches the rim is not: there every tenth is
// written across its call, and those between can be counted.
func (t *Tree) key(key int32) (Node, bool) {
	r, arg := t.layout.r, argument(key)
	w := span(len(arg), smallest)
	part := "key"
	switch crowded := t.layout.line != nil && w > 2*r-2; {
	case crowded && key%10 == 0 && w <= 2*(t.layout.step-r)+1:
		part = "tenth"
	case crowded, r < legible, w > 2*r+1.5:
		return Node{}, false
	}
	size := boundedBy((2*r-3)/(monospace*float64(len(arg))), smallest, min(13, r*1.1))
	return label(part, 0, size*0.36, size, arg).With("text-anchor", "middle"), true
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
