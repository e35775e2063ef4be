package trace

import (
	"testing"
)

// sums counts the nodes of a tree by kind.
func sums(tree Tree) (computed, hits, again int) {
	for _, n := range tree.Nodes {
		switch n.Kind {
		case Miss:
			computed++
		case Hit:
			hits++
		case Again:
			again++
		}
	}
	return computed, hits, again
}

func TestTreeSums(t *testing.T) {
	tests := []struct {
		script                Script
		computed, hits, again int
	}{
		{scriptOf("fibonacci", 0, 10), 11, 0, 177 - 11},
		{scriptOf("fibonacci", 1, 10), 11, 0, 177 - 11},
		{scriptOf("fibonacci", 2, 10), 11, 13, 53},
		{scriptOf("fibonacci", 3, 10), 11, 8, 0},
		{scriptOf("fibonacci", None, 10), 11, 8, 0},
		{scriptOf("fibonacci", 3, 10, 10), 0, 1, 0},
		{scriptOf("factorial", 0, 10), 11, 0, 0},
		{scriptOf("calc_pi", 2, 10), 1, 0, 0},
	}
	for _, tt := range tests {
		rec := Record(tt.script)
		tree := rec.Tree(len(rec.Events), 1000)
		computed, hits, again := sums(tree)
		if computed != tt.computed || hits != tt.hits || again != tt.again {
			t.Errorf("%v: %d computed, %d hits, %d again, want %d, %d, %d",
				tt.script, computed, hits, again, tt.computed, tt.hits, tt.again)
		}
		if tree.Calls != len(tree.Nodes) || tree.More {
			t.Errorf("%v: %d calls, more: %v, but %d nodes", tt.script, tree.Calls, tree.More, len(tree.Nodes))
		}
	}
}

// TestTrees builds the tree of every call anew, from the depths of its events.
func TestTrees(t *testing.T) {
	for _, rec := range recordings(t) {
		for first := 1; first <= len(rec.Events); {
			if e := rec.Events[first-1]; e.Depth != 0 || !e.Lookup() {
				first++ // cache_clear()
				continue
			}
			last := first
			for last < len(rec.Events) && !startsCall(rec.Events[last]) {
				last++
			}
			for _, step := range []int{first, (first + last) / 2, last} {
				if f, l := rec.TopLevel(step); f != first || l != last {
					t.Fatalf("step %d of %v belongs to steps %d to %d, want %d to %d", step, rec.Script, f, l, first, last)
				}
			}
			checkTree(t, rec, first, last)
			first = last + 1
		}
	}
}

// startsCall reports whether the prompt had its turn before e.
func startsCall(e Event) bool { return e.Depth == 0 && (e.Lookup() || e.Kind == Cleared) }

func checkTree(t *testing.T, rec *Recording, first, last int) {
	t.Helper()
	var want []Node
	open := map[int16]int{} // by depth, the node that waits there
	for step := first; step <= last; step++ {
		e := rec.Events[step-1]
		switch {
		case e.Lookup():
			n := Node{Key: e.Key, Kind: e.Kind, Parent: -1, Begin: step}
			if e.Depth > 0 {
				n.Parent = open[e.Depth-1]
			}
			if e.Kind == Hit {
				n.End = step
			} else {
				open[e.Depth] = len(want)
			}
			want = append(want, n)
		case e.Kind == Store || e.Kind == Return:
			want[open[e.Depth]].End = step
		}
	}
	for _, limit := range []int{len(want), len(want)/2 + 1, 1, 0} {
		tree := rec.Tree(last, limit)
		if tree.Calls != len(want) || len(tree.Nodes) != min(limit, len(want)) {
			t.Fatalf("steps %d to %d of %v: %d nodes of %d calls, want %d of %d",
				first, last, rec.Script, len(tree.Nodes), tree.Calls, min(limit, len(want)), len(want))
		}
		for i, n := range tree.Nodes {
			if n != want[i] {
				t.Fatalf("steps %d to %d of %v: node %d is %+v, want %+v", first, last, rec.Script, i, n, want[i])
			}
		}
	}
}

// TestTreeOfNothing: no call, no tree.
func TestTreeOfNothing(t *testing.T) {
	for _, s := range []Script{scriptOf("fibonacci", 2), scriptOf("fibonacci", 2, cacheClear)} {
		rec := Record(s)
		for step := 0; step <= len(rec.Events); step++ {
			if tree := rec.Tree(step, 10); len(tree.Nodes) != 0 || tree.Calls != 0 || tree.More {
				t.Errorf("step %d of %v: %+v", step, s, tree)
			}
		}
	}
}

// TestTreeOfManyTimes: each of 1000 calls has a tree of its own.
func TestTreeOfManyTimes(t *testing.T) {
	rec := Record(scriptOf("factorial", 128).With(times(1000, 20)))
	first := rec.Tree(1, 1000)
	if first.Calls != 21 {
		t.Errorf("the first call has %d calls, want 21", first.Calls)
	}
	for _, step := range []int{2*21 + 1, len(rec.Events)} {
		if tree := rec.Tree(step, 1000); tree.Calls != 1 || tree.Nodes[0].Kind != Hit || tree.Nodes[0].Begin != step {
			t.Errorf("the call of step %d has the tree %+v, want a single hit", step, tree)
		}
	}
}

// TestTreeSkipped: a tree of which a part was only counted says so, and only that
// tree.
func TestTreeSkipped(t *testing.T) {
	rec := Record(scriptOf("fibonacci", 0, 5, 27, 5))
	for i, more := range []bool{false, true, false} {
		for _, step := range []int{rec.Results[i].First + 1, rec.Results[i].Last} {
			if tree := rec.Tree(step, 10); tree.More != more {
				t.Errorf("statement %d, step %d: more is %v", i, step, tree.More)
			}
		}
	}
}

// TestTreeUnrecorded: once there are too many events, a statement is a single
// Skip. It belongs to no other statement's tree.
func TestTreeUnrecorded(t *testing.T) {
	rec := Record(scriptOf("fibonacci", 0, 26, 26, 5))
	res := rec.Results[2]
	if res.Last != res.First+1 || rec.Events[res.First].Kind != Skip {
		t.Fatalf("statement 2 was recorded: %+v", res)
	}
	if tree := rec.Tree(res.Last, 10); tree.Calls != 0 || !tree.More {
		t.Errorf("it has the tree of another one, %d calls, more: %v", tree.Calls, tree.More)
	}
	if first, last := rec.TopLevel(res.Last); first != res.Last || last != res.Last {
		t.Errorf("it belongs to steps %d to %d, want %d", first, last, res.Last)
	}
}
