package draw

import "sort"

// Near returns the call to which an arrow key leads from call i. way says which:
// "up" and "down" go to the call before and after in the order of calls, "out" to
// the call that made i, "in" to the first call that i made, "first" and "last" to
// the ends. Where there is no such call, and for any other way, it is i itself.
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
