package frame

import (
	"playground/app/experiments"
	"playground/app/markup"
)

// trials is the page of the experiments: every card, to be read. The live page
// shows one of them.
func trials() Page {
	p := experiments.New(nil)
	f := frame{place: p}
	titled := func(id, heading string, body ...markup.Node) markup.Node {
		return markup.El("section", "id", "panel-"+id, "class", "panel", "aria-labelledby", id+"-heading").
			Of(markup.El("h2", "id", id+"-heading").Say(heading)).Of(body...)
	}
	credits := markup.El("details", "class", "fold credits").Of(
		markup.El("summary").Say("Where these come from"), experiments.Credits())
	return Page{
		Folder:      "experiments/",
		Program:     "experiments",
		Title:       "Experiments with lru_cache: predict, run, understand",
		Description: "Predict what Python's functools.lru_cache will do, run it, and see what decided: maxsize, eviction, cache_info, and when not to use a cache.",
		Body: f.page("experiments", markup.El("main").Of(
			titled("cards", "Experiments", f.view("cards"), credits),
			markup.El("div", "id", "stage", "class", "panel").Of(element("card", p.Prerendered())),
			column("right",
				titled("program", "The program", f.view("card-source")),
				titled("terms", "Words used here", f.view("terms")),
				titled("teach", "For a class", markup.El("p").Of(button("print", "Print this card"), button("worksheet", "Print all cards"))),
			),
		)),
	}
}
