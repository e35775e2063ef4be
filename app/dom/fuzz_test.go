package dom

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"playground/app/markup"
)

// FuzzDiff draws two trees and carries out the operations between them on a model
// page. It must become the second tree, what has the same tag and key must be the
// same thing as before, and no way may do with fewer moves.
func FuzzDiff(f *testing.F) {
	for seed := range uint64(300) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 16))
		before := randomNodes(r, 3)
		after := varied(r, before)
		if r.IntN(8) == 0 {
			after = randomNodes(r, 3)
		}
		ops := Diff(before, after)
		page := &thing{tag: "div", kids: build(before)}
		was := clone(page)
		if err := page.apply(ops); err != nil {
			t.Fatalf("%v\n%s", err, told(ops))
		}
		if err := page.is(after); err != nil {
			t.Fatalf("%v\n%s", err, told(ops))
		}
		checkKept(t, before, after, was, page, ops)
	})
}

// clone is a copy of the page's skeleton that refers to the same things.
func clone(t *thing) *skeleton {
	s := &skeleton{of: t}
	for _, kid := range t.kids {
		s.kids = append(s.kids, clone(kid))
	}
	return s
}

type skeleton struct {
	of   *thing
	kids []*skeleton
}

func checkKept(t *testing.T, before, after []markup.Node, was *skeleton, is *thing, ops []Op) {
	t.Helper()
	var order []int
	for i, n := range after {
		if n.Key == "" {
			continue
		}
		b := slices.IndexFunc(before, func(b markup.Node) bool { return nameOf(b) == nameOf(n) })
		if b < 0 {
			continue
		}
		if is.kids[i] != was.kids[b].of {
			t.Errorf("<%s> with key %s is another one than before", n.Tag, n.Key)
			continue
		}
		order = append(order, b)
		for _, op := range ops {
			if op.Kind == Change && op.At == i {
				checkKept(t, before[b].Kids, n.Kids, was.kids[b], is.kids[i], op.Ops)
			}
		}
	}
	if slices.ContainsFunc(after, func(n markup.Node) bool { return n.Key == "" }) {
		return // which of the others stay is for Diff to choose, so the moves say nothing
	}
	moves := 0
	for _, op := range ops {
		if op.Kind == Move {
			moves++
		}
	}
	if least := len(order) - longest(order); moves != least {
		t.Errorf("%d moves for the order %v, %d are enough", moves, order, least)
	}
}

// longest is the length of a longest ascending subsequence, the slow way.
func longest(numbers []int) (most int) {
	best := make([]int, len(numbers))
	for i := range numbers {
		best[i] = 1
		for j := range i {
			if numbers[j] < numbers[i] {
				best[i] = max(best[i], best[j]+1)
			}
		}
		most = max(most, best[i])
	}
	return most
}

func randomNodes(r *rand.Rand, depth int) []markup.Node {
	parent := markup.El("div")
	keyed := r.IntN(2) == 0
	for _, key := range r.Perm(r.IntN(9)) {
		if !keyed && r.IntN(3) == 0 {
			parent = parent.Say(fmt.Sprint("text ", r.IntN(3)))
			continue
		}
		n := markup.El([]string{"a", "b"}[r.IntN(2)])
		if keyed || r.IntN(3) == 0 {
			n = n.Keyed(strconv.Itoa(key))
		}
		for _, name := range r.Perm(r.IntN(4)) {
			n = n.With(strconv.Itoa(name), r.IntN(3))
		}
		if depth > 0 {
			n = n.Of(randomNodes(r, depth-1)...)
		}
		parent = parent.Of(n)
	}
	return parent.Kids
}

// varied is another tree that has much in common with nodes, some of it in memory.
func varied(r *rand.Rand, nodes []markup.Node) []markup.Node {
	if r.IntN(4) == 0 {
		return nodes
	}
	var kids []markup.Node
	for _, n := range nodes {
		switch r.IntN(8) {
		case 0: // it goes
		case 1:
			kids = append(kids, n, markup.El("i").Keyed("new "+n.Key+strconv.Itoa(len(kids))))
		case 2:
			kids = append(kids, n)
		default:
			if n.Tag == "" {
				n.Text = fmt.Sprint("text ", r.IntN(3))
			}
			n.Kids = varied(r, n.Kids)
			n.Attrs = slices.Clone(n.Attrs)
			for i := range n.Attrs {
				if r.IntN(3) == 0 {
					n.Attrs[i].Value = "other"
				}
			}
			if len(n.Attrs) > 0 && r.IntN(3) == 0 {
				n.Attrs = n.Attrs[1:]
			}
			kids = append(kids, n)
		}
	}
	if len(kids) > 1 && r.IntN(2) == 0 {
		for range r.IntN(4) {
			i, j := r.IntN(len(kids)), r.IntN(len(kids))
			kids[i], kids[j] = kids[j], kids[i]
		}
	}
	return markup.El("div").Of(kids...).Kids // texts in a row become one
}
