package e2e

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"playground/app/markup"
)

// randomNodes is a tree, each text of which holds the word.
func randomNodes(r *rand.Rand, depth int, word string) []markup.Node {
	parent := markup.El("div")
	for _, key := range r.Perm(2 + r.IntN(6)) {
		if r.IntN(3) == 0 {
			parent = parent.Say(fmt.Sprintf("<%s %d> ", word, r.IntN(3)))
			continue
		}
		n := markup.El([]string{"span", "em", "section"}[r.IntN(3)], "data-n", r.IntN(3), "title", "a \"b\" & <c>")
		if r.IntN(4) > 0 {
			name := strconv.Itoa(key)
			n = n.Keyed(name).With("data-key", name)
			n.Tag = "span"
		}
		if r.IntN(3) == 0 {
			n = n.With("transform", fmt.Sprintf("translate(%d,2)", r.IntN(3)))
		}
		if depth > 0 {
			n = n.Of(randomNodes(r, depth-1, word)...)
		}
		parent = parent.Of(n)
	}
	return parent.Kids
}

// without is what a page does before it loads to have no MutationObserver: then
// what others do is not heard of.
const without = "delete globalThis.MutationObserver"

// What is drawn is on the page, one drawing after the other, and what has the same
// key is the same element.
func TestDraw(t *testing.T) {
	for name, scripts := range map[string][]string{"": nil, "without a MutationObserver": {without}} {
		t.Run(name, func(t *testing.T) {
			p := open(t, scripts...)
			r := rand.New(rand.NewPCG(1, 2))
			kept := 0
			for range 120 {
				nodes := randomNodes(r, 2, "word")
				p.run("keep(); " + drawing(nodes...))
				p.shows(nodes...)
				k := eval[struct{ Both, Same int }](p, "kept()")
				if k.Same != k.Both {
					t.Fatalf("of %d elements with the same key %d are the same", k.Both, k.Same)
				}
				kept += k.Same
			}
			if kept < 20 {
				t.Errorf("only %d elements were to be kept: this proves little", kept)
			}
		})
	}
}

// Drawing the same again touches nothing.
func TestDrawSame(t *testing.T) {
	p := open(t)
	nodes := randomNodes(rand.New(rand.NewPCG(3, 4)), 2, "word")
	p.run(drawing(nodes...))
	if n := eval[int](p, "mutations(() => "+drawing(nodes...)+")"); n > 0 {
		t.Errorf("drawing the same changes the page %d times", n)
	}
}

// What the shell shows is taken over only if it is what is drawn.
func TestAdopt(t *testing.T) {
	p := open(t)
	n := markup.El("p", "title", "x").Say("word")
	for _, test := range []struct {
		shell string
		kept  bool
	}{
		{`<p title="x">word</p>`, true},
		{`<p title="x">other</p>`, false},
		{`<p title="x">word</p><b></b>`, false},
		{``, false},
	} {
		p.run("view().innerHTML = `" + test.shell + "`; renew(''); globalThis.shell = view().firstChild; adopt(" + literal([]markup.Node{n}) + "); " + drawing(n))
		p.shows(n)
		if kept := eval[bool](p, "shell === view().firstChild"); kept != test.kept {
			t.Errorf("%q: kept is %v, want %v", test.shell, kept, test.kept)
		}
	}
}

// Whatever others do to the page, what is drawn then is true, and nothing fails.
func TestOthers(t *testing.T) {
	p := open(t)
	r := rand.New(rand.NewPCG(5, 6))
	word := 0
	next := func() []markup.Node {
		word++
		return randomNodes(r, 2, fmt.Sprint("word", word))
	}
	p.run(drawing(next()...))
	for _, other := range eval[[]string](p, "Object.keys(others)") {
		for range 12 {
			p.run("others[" + strconv.Quote(other) + "]()")
			nodes := next()
			p.run(drawing(nodes...))
			p.says(nodes...)
		}
	}
}

// A sentence that was translated changes in one place: the rest is not touched
// where a text stands alone, and is true where it does not.
func TestTranslated(t *testing.T) {
	p := open(t)
	counters := func(hits int, step string) []markup.Node {
		return []markup.Node{
			markup.El("dl").Of(markup.El("dt").Say("hits"), markup.El("dd").Say(strconv.Itoa(hits))),
			markup.El("p").Say("At ").Of(markup.El("button", "data-step", step).Say("step " + step)).Say(" of 141"),
		}
	}
	p.run(drawing(counters(13, "141")...))
	p.run(`others["translates every text"]()`)
	p.run(`globalThis.label = document.querySelector("dt"); globalThis.translated = label.firstChild; document.querySelector("button").focus()`)
	p.run(drawing(counters(14, "7")...))
	p.says(counters(14, "7")...)
	if !eval[bool](p, `label.isConnected && label.firstChild === translated`) {
		t.Error("a translated text that did not change was drawn again")
	}
	if !eval[bool](p, `document.activeElement.dataset.step === "7"`) {
		t.Error("the button has lost the focus")
	}
}

// What changes its place keeps the focus, where the browser can do that.
func TestMoveKeepsTheFocus(t *testing.T) {
	p := open(t)
	button := func(key string) markup.Node { return markup.El("button", "data-key", key).Keyed(key) }
	a, b, c := button("a"), button("b"), button("c")
	p.run(drawing(a, b, c) + `; document.querySelector('[data-key="c"]').focus(); ` + drawing(c, a, b))
	p.shows(c, a, b)
	if could := eval[bool](p, `"moveBefore" in Element.prototype`); could && eval[string](p, "document.activeElement.dataset.key ?? ''") != "c" {
		t.Error("the button has lost the focus")
	}
	p.run("Element.prototype.moveBefore = undefined; " + drawing(b, c, a))
	p.shows(b, c, a)
}

// Elements that a translation has brought into another order are put right.
func TestTranslatedInAnotherOrder(t *testing.T) {
	p := open(t)
	sentence := func(last string) markup.Node {
		link := func(step, say string) markup.Node { return markup.El("a", "data-step", step).Say(say) }
		return markup.El("p").Of(link("1", "first"), link("2", "second"), markup.El("b").Say(last))
	}
	p.run(drawing(sentence("3")))
	p.run(`document.querySelector("p").prepend(document.querySelectorAll("a")[1])`)
	p.run(drawing(sentence("4")))
	p.shows(sentence("4"))
}
