package main

import (
	"playground/app/draw"
	"playground/app/trace"
	"playground/app/words"
)

// lines is the console: what was called and what came of it, as Python's prompt
// would show it.
func (p *page) lines(int) draw.Node {
	rec := p.play.Rec
	name := rec.Program.Name
	log := draw.El("div", "role", "log", "aria-label", "Console", "tabindex", "0")
	for i, res := range rec.Results {
		entry := draw.El("div", "data-statement", i).Of(prompt(res.Statement.Python(name)))
		if i+1 == len(rec.Results) || res.Outcome != trace.Returned || res.Value != nil {
			entry = entry.Of(outcome(rec, res)...)
		}
		log = log.Of(entry)
	}
	return log.Of(draw.El("div", "data-statement", "info").Of(
		prompt(name+".cache_info()"),
		draw.El("p", "data-out", "").Say(rec.Info().String()),
	))
}

func prompt(text string) draw.Node {
	return draw.El("p", "data-in", "").Of(draw.El("span", "data-syntax", "prompt").Say(">>> "), draw.Text(text))
}

// outcome is what a statement printed; cache_clear() prints nothing.
func outcome(rec *trace.Recording, res trace.Result) []draw.Node {
	out := func(text string) []draw.Node {
		return []draw.Node{draw.El("p", "data-out", "").Say(text)}
	}
	bad := func(text string) []draw.Node {
		return []draw.Node{draw.El("p", "data-out", "", "data-error", "").Say(text)}
	}
	switch res.Outcome {
	case trace.Returned:
		if res.Value == nil {
			return nil
		}
		return []draw.Node{long(res.Value.String())}
	case trace.RecursionError:
		return bad("RecursionError: maximum recursion depth exceeded")
	case trace.OverBudget:
		text := "Stopped after " + draw.Plural(res.Bodies, "run", "runs") + " of the body."
		if n := words.Needed(rec, res); n != "" {
			text += " It would take " + n + " at maxsize=" + rec.Script.Size.String() + "."
		}
		return bad(text)
	case trace.Stopped:
		return bad("KeyboardInterrupt: stopped by hand after " + draw.Plural(res.Bodies, "run", "runs") + " of the body")
	case trace.NotRun:
		return out("not run: an earlier call was stopped by hand")
	}
	return nil
}

// long shows a result, in full where it is short and else to be unfolded.
func long(value string) draw.Node {
	const short = 60
	if len(value) <= short {
		return draw.El("p", "data-out", "").Say(value)
	}
	return draw.El("details", "data-out", "").Of(
		draw.El("summary").Say(draw.Short(value, short)),
		draw.El("p", "class", "digits").Say(value),
	)
}
