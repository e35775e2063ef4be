package dom

import (
	"fmt"
	"reflect"
	"strconv"
	"testing"

	"playground/app/markup"
)

func TestDiff(t *testing.T) {
	el, text := markup.El, markup.Text
	item := func(key string) markup.Node { return el("li").Keyed(key) }
	kept := el("g").Of(item("a"))
	list := func(nodes ...markup.Node) []markup.Node { return nodes }

	for _, test := range []struct {
		name          string
		before, after []markup.Node
		want          []Op
	}{
		{"nothing", nil, nil, nil},
		{"the same in other memory", list(el("p", "id", "x").Say("1")), list(el("p", "id", "x").Say("1")), nil},
		{"a kept node beside a new one", list(kept, text("1"), el("b")), list(kept, text("2"), el("b")),
			[]Op{{Kind: SetText, At: 1, Text: "2"}}},
		{"one text alone", list(text("1")), list(text("2")), []Op{{Kind: Fill, Text: "2"}}},
		{"a text where an element was", list(el("b")), list(text("1")), []Op{{Kind: Fill, Text: "1"}}},
		{"emptied", list(el("b"), el("i")), nil, []Op{{Kind: Fill}}},
		{"filled", nil, list(el("b"), el("i")), []Op{{Kind: Insert, Nodes: list(el("b"), el("i"))}}},
		{"an element where a text was", list(text("1")), list(el("b")), []Op{{Kind: Fill}, {Kind: Insert, Nodes: list(el("b"))}}},
		{"attributes", list(el("p", "a", 1, "b", 2, "c", 3)), list(el("p", "c", 3, "b", 4, "d", 5)), []Op{{Kind: Change, Ops: []Op{
			{Kind: SetAttr, Name: "b", Text: "4"},
			{Kind: SetAttr, Name: "d", Text: "5"},
			{Kind: RemoveAttr, Name: "a"},
		}}}},
		{"the oldest goes, a new one comes", list(item("a"), item("b"), item("c")), list(item("d"), item("b"), item("c")), []Op{
			{Kind: Remove, At: 0},
			{Kind: Insert, At: 0, Nodes: list(item("d"))},
		}},
		{"the last comes to the front", list(item("a"), item("b"), item("c")), list(item("c"), item("a"), item("b")),
			[]Op{{Kind: Move, At: 2, To: 0}}},
		{"the first goes to the end", list(item("a"), item("b"), item("c")), list(item("b"), item("c"), item("a")),
			[]Op{{Kind: Move, At: 0, To: 2}}},
		{"the same key, another tag", list(el("a").Keyed("k"), el("b")), list(el("i").Keyed("k"), el("b")), []Op{
			{Kind: Remove, At: 0},
			{Kind: Insert, At: 0, Nodes: list(el("i").Keyed("k"))},
		}},
		{"inside", list(el("p").Of(el("b").Say("1"), el("i"))), list(el("p").Of(el("b").Say("2"), el("i"))), []Op{
			{Kind: Change, Nodes: list(el("b").Say("2"), el("i")), Ops: []Op{
				{Kind: Change, Nodes: list(text("2")), Ops: []Op{{Kind: Fill, Text: "2"}}},
			}},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Diff(test.before, test.after); !alike(got, test.want) {
				t.Errorf("got  %s\nwant %s", told(got), told(test.want))
			}
			if m, err := applied(test.before, test.after); err != nil {
				t.Error(err)
			} else if err := m.is(test.after); err != nil {
				t.Error(err)
			}
		})
	}
}

// alike takes no children and an empty list of them for the same.
func alike(a, b []Op) bool { return told(a) == told(b) }

func told(ops []Op) string {
	s := ""
	for _, op := range ops {
		s += fmt.Sprintf("[%v at %d to %d %q=%q", op.Kind, op.At, op.To, op.Name, op.Text)
		for _, n := range op.Nodes {
			s += " +" + n.Markup()
		}
		s += told(op.Ops) + "]"
	}
	return s
}

// A drawing that is given again is not looked at.
func TestDiffOfTheSame(t *testing.T) {
	nodes := picture(500, "1")
	if n := testing.AllocsPerRun(10, func() { Diff(nodes, nodes) }); n > 0 {
		t.Errorf("Diff of a drawing and itself allocates %v times", n)
	}
	again := []markup.Node{nodes[0]} // as Canvas.Draw gets it
	if n := testing.AllocsPerRun(10, func() { Diff(nodes, again) }); n > 0 {
		t.Errorf("Diff of a node and itself allocates %v times", n)
	}
	if ops := Diff(nodes, picture(500, "1")); ops != nil {
		t.Errorf("Diff of a drawing and its copy: %s", told(ops))
	}
}

func TestKindNames(t *testing.T) {
	seen := map[string]bool{}
	for k := SetAttr; k <= Change; k++ {
		seen[k.String()] = true
	}
	if len(seen) != int(Change)+1 {
		t.Errorf("kinds share a name: %v", reflect.ValueOf(seen).MapKeys())
	}
}

// picture is a drawing of n entries, of which one in the middle says what.
func picture(n int, what string) []markup.Node {
	g := markup.El("g", "data-part", "entries")
	for i := range n / 4 {
		say := "value"
		if i == n/8 {
			say = what
		}
		key := strconv.Itoa(i)
		g.Kids = append(g.Kids, markup.El("g", "data-entry", "", "data-key", key, "transform", "translate("+key+",0)").Keyed(key).Of(
			markup.El("rect", "data-part", "box", "width", 90, "height", 40),
			markup.El("text", "x", 4).Say(key),
			markup.El("text", "x", 40).Say(say),
		))
	}
	return []markup.Node{markup.El("svg", "data-view", "cache").Of(g)}
}

// What a step of the playground usually changes: a text and the order of two.
func BenchmarkDiff(b *testing.B) {
	before, after := picture(500, "1"), picture(500, "2")
	entries := after[0].Kids[0].Kids
	entries[3], entries[90] = entries[90], entries[3]
	b.ReportAllocs()
	for b.Loop() {
		Diff(before, after)
	}
}

// A drawing of which nothing has changed, in other memory.
func BenchmarkDiffOfCopy(b *testing.B) {
	before, after := picture(500, "1"), picture(500, "1")
	b.ReportAllocs()
	for b.Loop() {
		Diff(before, after)
	}
}

// The very same drawing.
func BenchmarkDiffOfTheSame(b *testing.B) {
	nodes := picture(500, "1")
	b.ReportAllocs()
	for b.Loop() {
		Diff(nodes, nodes)
	}
}
