package main

import (
	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// lines is the console: what was called and what came of it, as Python's prompt
// would show it.
func (p *page) lines(int) markup.Node {
	rec := p.play.Rec
	name := rec.Program.Name
	log := markup.El("div", "role", "log", "aria-label", "Console", "tabindex", "0")
	for i, res := range rec.Results {
		entry := markup.El("div", "data-statement", i).Of(prompt(res.Statement.Python(name)))
		if i+1 == len(rec.Results) || res.Outcome != trace.Returned || res.Value != nil {
			entry = entry.Of(outcome(rec, res)...)
		}
		log = log.Of(entry)
	}
	return log.Of(markup.El("div", "data-statement", "info").Of(
		prompt(name+".cache_info()"),
		markup.El("p", "data-out", "").Say(rec.Info().String()),
	))
}

func prompt(text string) markup.Node {
	return markup.El("p", "data-in", "").Of(markup.El("span", "data-syntax", "prompt").Say(">>> "), markup.Text(text))
}

// outcome is what a statement printed; cache_clear() prints nothing.
func outcome(rec *trace.Recording, res trace.Result) []markup.Node {
	out := func(text string) []markup.Node {
		return []markup.Node{markup.El("p", "data-out", "").Say(text)}
	}
	bad := func(text string) []markup.Node {
		return []markup.Node{markup.El("p", "data-out", "", "data-error", "").Say(text)}
	}
	switch res.Outcome {
	case trace.Returned:
		if res.Value == nil {
			return nil
		}
		return []markup.Node{long(res.Value.String())}
	case trace.RecursionError:
		return bad("RecursionError: maximum recursion depth exceeded")
	case trace.OverBudget:
		text := "Stopped after " + words.Plural(res.Bodies, "run", "runs") + " of the body."
		if n := words.Needed(rec, res); n != "" {
			text += " It would take " + n + " at maxsize=" + rec.Script.Size.String() + "."
		}
		return bad(text)
	case trace.Stopped:
		return bad("KeyboardInterrupt: stopped by hand after " + words.Plural(res.Bodies, "run", "runs") + " of the body")
	case trace.NotRun:
		return out("not run: an earlier call was stopped by hand")
	}
	return nil
}

// long shows a result, in full where it is short and else to be unfolded.
func long(value string) markup.Node {
	const short = 60
	if len(value) <= short {
		return markup.El("p", "data-out", "").Say(value)
	}
	return markup.El("details", "data-out", "").Of(
		markup.El("summary").Say(words.Short(value, short)),
		markup.El("p", "class", "digits").Say(value),
	)
}
