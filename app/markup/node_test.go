package markup

import (
	"math"
	"strings"
	"testing"
)

func TestMarkup(t *testing.T) {
	for _, test := range []struct {
		n    Node
		want string
	}{
		{Text("a < b & \"c\""), "a &lt; b &amp; &#34;c&#34;"},
		{El("p"), "<p></p>"},
		{El("br"), "<br>"},
		{El("input", "value", `"><script>`), `<input value="&#34;&gt;&lt;script&gt;">`},
		{El("circle", "r", 6, "cx", 0.25).Keyed("not written"), `<circle r="6" cx="0.2"></circle>`},
		{El("p").Say("a").Of(El("b").Say("c")).Say("d"), "<p>a<b>c</b>d</p>"},
	} {
		if got := test.n.Markup(); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

// Children are what a browser makes of the markup: package dom counts on it.
func TestOf(t *testing.T) {
	n := El("p").Of(Text(""), Text("a"), Text("b"), El("i"), Text(""), El("b")).Say("").Say("c").Say("d")
	want := []Node{Text("ab"), El("i"), El("b"), Text("cd")}
	if len(n.Kids) != len(want) {
		t.Fatalf("%d children, want %d: %s", len(n.Kids), len(want), n.Markup())
	}
	for i, k := range n.Kids {
		if k.Tag != want[i].Tag || k.Text != want[i].Text {
			t.Errorf("child %d is %s, want %s", i, k.Markup(), want[i].Markup())
		}
	}
	if got := n.Says(); got != "abcd" {
		t.Errorf("it says %q", got)
	}
}

// A node that was given more is another one: what was made of it before stays.
func TestNodesAreValues(t *testing.T) {
	base := El("p", "a", 1).Say("one")
	first := base.Say(" two")
	second := base.Say(" three")
	if got := base.Markup() + first.Markup() + second.Markup(); got != `<p a="1">one</p><p a="1">one two</p><p a="1">one three</p>` {
		t.Error(got)
	}
	for n := range 6 { // whatever room append has left
		base := El("p")
		for range n {
			base = base.With("a", 1).Of(El("i"))
		}
		b, c := base.With("b", 2).Of(El("b")), base.With("c", 3).Of(El("s"))
		if got, want := b.Markup(), strings.Replace(strings.Replace(base.Markup(), ">", ` b="2">`, 1), "</p>", "<b></b></p>", 1); got != want {
			t.Errorf("after %d: %s, want %s", n, got, want)
		}
		if got, want := c.Markup(), strings.Replace(strings.Replace(base.Markup(), ">", ` c="3">`, 1), "</p>", "<s></s></p>", 1); got != want {
			t.Errorf("after %d: %s, want %s", n, got, want)
		}
	}
}

func TestAttr(t *testing.T) {
	n := El("p", "a", "x", "b", "")
	if n.Attr("a") != "x" || n.Attr("b") != "" || n.Attr("c") != "" {
		t.Errorf("%q %q %q", n.Attr("a"), n.Attr("b"), n.Attr("c"))
	}
	defer func() {
		if recover() == nil {
			t.Error("an attribute that is a bool does not panic")
		}
	}()
	El("p", "hidden", true)
}

func TestNum(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", -0.04: "0", 3: "3", 3.25: "3.2", 3.26: "3.3", -1.5: "-1.5", 99.96: "100", 1e6: "1000000",
	} {
		if got := Num(x); got != want {
			t.Errorf("Num(%v) = %q, want %q", x, got, want)
		}
	}
}
