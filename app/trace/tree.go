package trace

import "sort"

// A Node is one call in a tree of calls.
type Node struct {
	Key    int32
	Kind   Kind // Hit, Miss or Again
	Parent int  // its index, -1 for the root
	Begin  int  // the step of the lookup
	End    int  // the step with which it returned or raised; a hit returns at once; 0 where it never did
	Raised bool // it ended with an exception
}

// A Tree holds the calls that one call from the prompt led to, in call order, so
// a parent stands before its children.
type Tree struct {
	Nodes []Node
	Calls int  // how many there are in all, of which Nodes are the first
	More  bool // there are still more, which were counted and not recorded
}

// TopLevel returns the first and the last step of the statement's single call
// (one of Times) that step belongs to; step 0 belongs to the first. Both are 0
// in an empty recording.
func (r *Recording) TopLevel(step int) (first, last int) {
	if len(r.tops) == 0 {
		return 0, 0
	}
	i := sort.Search(len(r.tops), func(i int) bool { return int(r.tops[i]) >= step }) - 1
	i = max(i, 0)
	last = len(r.Events)
	if i+1 < len(r.tops) {
		last = int(r.tops[i+1])
	}
	return int(r.tops[i]) + 1, last
}

// Tree returns the calls of the top-level call that step belongs to, cut after
// limit nodes. It costs one pass over the steps of that call.
func (r *Recording) Tree(step, limit int) Tree {
	first, last := r.TopLevel(step)
	if first == 0 {
		return Tree{}
	}
	var t Tree
	var stack []int // indices into Nodes; past the limit, -1
	for i := first - 1; i < last; i++ {
		e := r.Events[i]
		switch {
		case e.Lookup():
			t.Calls++
			at := -1
			if len(t.Nodes) < limit {
				at = len(t.Nodes)
				n := Node{Key: e.Key, Kind: e.Kind, Parent: -1, Begin: i + 1}
				if len(stack) > 0 {
					n.Parent = stack[len(stack)-1]
				}
				if e.Kind == Hit {
					n.End = i + 1
				}
				t.Nodes = append(t.Nodes, n)
			}
			if e.Missed() {
				stack = append(stack, at)
			}
		case e.leaves():
			if at := stack[len(stack)-1]; at >= 0 {
				t.Nodes[at].End, t.Nodes[at].Raised = i+1, e.Kind == Failed
			}
			stack = stack[:len(stack)-1]
		case e.Kind == Skip:
			t.More = true
		}
	}
	return t
}
