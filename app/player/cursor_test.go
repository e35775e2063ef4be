package player

import (
	"math"
	"reflect"
	"testing"

	"playground/app/trace"
)

func TestSeek(t *testing.T) {
	p := New(opening)
	last := p.Steps()
	for step, want := range map[int]int{
		math.MinInt: 0, -1: 0, 0: 0, 1: 1, 64: 64, last - 1: last - 1, last: last, last + 1: last, math.MaxInt: last,
	} {
		p.Seek(step)
		if p.Step != want {
			t.Errorf("asked for step %d, the cursor is at %d, want %d", step, p.Step, want)
		}
		if got := p.State().Step; got != want {
			t.Errorf("at step %d it shows step %d", want, got)
		}
	}
}

// TestTree: wherever the cursor comes from, the tree is that of the call it is in.
func TestTree(t *testing.T) {
	script := scriptOf("fibonacci", 2, 7, 5).
		With(trace.Statement{Op: trace.Call, Arg: 6, Times: 3}).
		With(trace.Statement{Op: trace.Clear, Times: 1}).
		With(call(1500)).With(call(4))
	p := New(script)
	roots := map[int]bool{}
	check := func(step int) {
		t.Helper()
		p.Seek(step)
		first, _ := p.Rec.TopLevel(p.Step)
		if got, want := p.Tree(), p.Rec.Tree(step, TreeLimit); !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: a tree of %d calls, want %d", step, got.Calls, want.Calls)
		}
		roots[first] = true
	}
	for step := range p.Steps() + 1 {
		check(step)
	}
	for step := p.Steps(); step >= 0; step-- {
		check(step)
	}
	for i := range 200 {
		check(i * 1237 % (p.Steps() + 1))
	}
	// A call of each of 7, 5, 1500 and 4, three of 6, and cache_clear().
	if len(roots) != 8 {
		t.Errorf("the cursor was in %d calls", len(roots))
	}

	// Another recording has another tree at the same step.
	p.Seek(0)
	before := p.Tree()
	p.Load(scriptOf("factorial", 2, 3), 0)
	finish(t, p)
	if after := p.Tree(); reflect.DeepEqual(after, before) || after.Calls != 4 {
		t.Errorf("the tree of factorial(3) has %d calls", after.Calls)
	}
}

// TestTreeLimit: there are more calls than are shown.
func TestTreeLimit(t *testing.T) {
	p := New(long)
	info := p.Rec.Info()
	if tree := p.Tree(); len(tree.Nodes) != TreeLimit || tree.Calls != info.Hits+info.Misses {
		t.Errorf("%d of %d calls, with %s", len(tree.Nodes), tree.Calls, info)
	}
}
