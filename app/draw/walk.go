package draw

import "sort"

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
