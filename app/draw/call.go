package draw

import (
	"math"
	"strconv"
	"unicode/utf8"

	"playground/app/markup"
	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"
)

// call draws a call, with its own centre as the origin: the edge from the call that
// made it, its mark, and its key where that is legible.
func (t *Tree) call(i int) []markup.Node {
	n, r := t.tree.Nodes[i], t.layout.r
	title := t.rec.Call(n.Key) + " " + words.MeaningOf(n.Kind).Said() + " at step " + words.Count(n.Begin)
	if n.Raised {
		title += ", raised at step " + words.Count(n.End)
	}
	kids := make([]markup.Node, 0, 7)
	kids = append(kids, markup.El("title").Say(title))
	if touch := t.layout.touch(); touch > r+1 { // keyed, or its place would be taken for that of the mark
		kids = append(kids, markup.El("circle", "data-part", "touch", "r", touch).Keyed("touch"))
	}
	if d := t.layout.edge(i, n.Parent); d != "" {
		kids = append(kids, markup.El("path", "data-part", "edge", "d", d))
	}
	mark := markup.El("circle", "data-part", "mark", "r", r)
	if n.Raised {
		mark = mark.With("data-raised", "")
	}
	if n.Kind == trace.Again {
		mark = mark.With("pathLength", 100)
	}
	kids = append(kids, mark)
	if n.Kind == trace.Again && r >= 4.5 {
		kids = append(kids, markup.El("path", "data-part", "head", "d", arrowhead(r)))
	}
	if key, ok := t.key(n.Key); ok {
		kids = append(kids, key)
	}
	if r >= legible && t.layout.step >= 2*r+18 {
		kids = append(kids, label("glyph", r*0.75+1, -r*0.75+1, smallest, words.MeaningOf(n.Kind).Glyph))
	}
	if name := t.rec.NameOf(n.Key); !t.rec.Own(n.Key) && span(utf8.RuneCountInString(name), smallest) <= t.layout.step && r >= legible {
		kids = append(kids, label("function", 0, r+smallest, smallest, name).With("text-anchor", "middle"))
	}
	return kids
}

// key writes the arguments into their call; ok is false where they would not be
// legible. In a tree that is written in lines, calls stand close together, so a
// number that is as wide as its call is left out there. Only every tenth is written,
// across its call, and those between can be counted.
func (t *Tree) key(key int32) (n markup.Node, ok bool) {
	r, arg := t.layout.r, t.rec.Argument(key)
	switch {
	case !t.rec.Own(key):
		arg = t.rec.Call(key)
	case arg == "":
		arg = words.NoArguments
	}
	chars := utf8.RuneCountInString(arg)
	w := span(chars, smallest)
	part := "key"
	switch crowded := t.layout.line != nil && w > 2*r-2; {
	case crowded && t.tenth(key) && w <= 2*(t.layout.step-r)+1:
		part = "tenth"
	case crowded, r < legible, w > 2*r+1.5:
		return markup.Node{}, false
	}
	size := boundedBy((2*r-3)/(monospace*float64(chars)), smallest, min(13, r*1.1))
	return label(part, 0, size*0.36, size, arg).With("text-anchor", "middle"), true
}

// tenth reports whether a call is one to be counted from: that of a number which
// ten divides.
func (t *Tree) tenth(key int32) bool {
	args := t.rec.Args(key)
	return len(args) == 1 && args[0].Kind() == programs.Number && args[0].Int()%10 == 0
}

// arrowhead is the path of the arrowhead on the ring of a call that is computed
// again, as in ↻. The style sheet leaves the last 16 % of the ring open, clockwise
// from the right, and the arrowhead stands where the ring ends.
func arrowhead(r float64) string {
	end := 2 * math.Pi * 0.84
	x, y := r*math.Cos(end), r*math.Sin(end)
	dx, dy := -math.Sin(end), math.Cos(end) // onwards
	s := boundedBy(r*0.3, 2, 3.4)
	return "M" + markup.Num(x+dx*s*1.4) + " " + markup.Num(y+dy*s*1.4) +
		"L" + markup.Num(x+dy*s-dx*s*0.4) + " " + markup.Num(y-dx*s-dy*s*0.4) +
		"L" + markup.Num(x-dy*s-dx*s*0.4) + " " + markup.Num(y+dx*s-dy*s*0.4) + "z"
}

const baseAttrs = 8

// base holds the attributes of a call that never change; the first is its name
// among the calls.
func (t *Tree) base(i int) []markup.Attr {
	n := t.tree.Nodes[i]
	return markup.El("g",
		"data-call", i,
		"id", CallID(i),
		"role", "treeitem",
		"aria-level", t.level(i),
		"data-key", words.KeyName(t.rec, n.Key),
		"data-at", n.Begin,
		"data-outcome", words.MeaningOf(n.Kind).Outcome,
		"transform", at(t.layout.x[i], t.layout.y[i]),
	).Attrs
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
