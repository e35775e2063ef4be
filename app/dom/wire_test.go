package dom

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"playground/app/markup"
)

// What wire writes is JSON that says what the operations say.
func TestWire(t *testing.T) {
	ops := []Op{
		{Kind: SetAttr, Name: "title", Text: "a \"b\" \\ \n\x01 é"},
		{Kind: SetAttr, Name: "transform", Text: "translate(3,4)"},
		{Kind: RemoveAttr, Name: "hidden"},
		{Kind: Remove, At: 12},
		{Kind: Move, At: 3, To: 1},
		{Kind: Insert, At: 2, Nodes: []markup.Node{markup.Text("<"), markup.El("b").Keyed("x"), markup.El("i"), markup.El("b").Keyed("y")}},
		{Kind: SetText, At: 1, Text: "text"},
		{Kind: Change, At: 5, Ops: []Op{{Kind: Fill, Text: ""}}},
		{Kind: Change, At: 6},
	}
	want := []any{
		[]any{0., "title", "a \"b\" \\ \n\x01 é"},
		[]any{0., "transform", "translate(3,4)", "translate(3px,4px)"},
		[]any{1., "hidden"},
		[]any{3., 12.},
		[]any{4., 3., 1.},
		[]any{5., 2., "&lt;<b></b><i></i><b></b>", []any{1., 3.}},
		[]any{6., 1., "text"},
		[]any{7., 5., []any{[]any{2., ""}}},
		[]any{7., 6., []any{}},
	}
	var got any
	if err := json.Unmarshal([]byte(wire(ops)), &got); err != nil {
		t.Fatalf("%v\n%s", err, wire(ops))
	}
	if !reflect.DeepEqual(got, any(want)) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// The way to an element leads to what is drawn inside it.
func TestAt(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 16))
	found := 0
	for range 300 {
		before := randomNodes(r, 3)
		after := varied(r, before)
		ops := Diff(before, after)
		if got := at(after, ops, "."); !reflect.DeepEqual(got, after) {
			t.Fatalf("the whole is %v, want %v", got, after)
		}
		for i, op := range ops {
			if op.Kind != Change {
				continue
			}
			for j, inner := range op.Ops {
				if inner.Kind != Change {
					continue
				}
				found++
				if got := at(after, ops, fmt.Sprintf("%d.%d", i, j)); !reflect.DeepEqual(got, inner.Nodes) {
					t.Fatalf("%d.%d is %v, want %v", i, j, got, inner.Nodes)
				}
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d elements were looked for: this proves little", found)
	}
}
