package views

import (
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// A Worksheet is what a class gets on paper: a question with empty axes and an
// empty tree, and, on another sheet, the answers.
type Worksheet struct {
	Recording    *trace.Recording
	Axes, Curve  markup.Node // the curve without its points, and whole
	Blank, Drawn markup.Node // the call tree without its outcomes, and whole
}

// Draw draws both sheets.
func (w Worksheet) Draw() markup.Node {
	rec := w.Recording
	call := "the calls in the console"
	if n := len(rec.Script.Statements); n > 0 {
		call = rec.Script.Statements[n-1].Of(rec.Program)
	}
	code := markup.El("pre").Say("@lru_cache(maxsize=" + rec.Script.Size.String() + ")\n" + rec.Program.Python + "\n\n>>> " + call)
	question := markup.El("section", "class", "paper").Of(
		markup.El("h2").Say("Predict: a cache with maxsize="+rec.Script.Size.String()),
		code,
		ordered(
			"How often does the body run? Mark your guess on the axes, at maxsize="+rec.Script.Size.String()+", and draw how you think it changes with maxsize.",
			"In the tree, mark each call: ✓ the cache answers, + computed for the first time, ↻ computed again.",
			"Which entries are in the cache at the end, the most recently used first? ______________________________",
			"hits = ______   misses = ______   currsize = ______",
		),
		w.Axes, w.Blank,
	)
	info := rec.Info()
	answers := markup.El("section", "class", "paper").Of(
		markup.El("h2").Say("Answers"),
		markup.El("p").Of(markup.El("code").Say(info.String())),
		markup.El("p").Say("The body runs "+words.Plural(rec.Bodies(), "time", "times")+"."),
		w.Curve, w.Drawn,
		Entries(rec, rec.At(len(rec.Events)), true),
	)
	return markup.El("div").Of(question, answers)
}

func ordered(items ...string) markup.Node {
	ol := markup.El("ol")
	for _, item := range items {
		ol = ol.Of(markup.El("li").Say(item))
	}
	return ol
}
