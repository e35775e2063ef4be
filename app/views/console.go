package views

import (
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"
	"strings"
	"time"
)

// Console is what was called and what came of it, as Python's prompt would show
// it, up to the statement that step belongs to if hide says so. took is how long
// each statement took here, where that was measured. printed is what was printed, of
// which what comes after step is faint.
func Console(rec *trace.Recording, step int, hide bool, took []time.Duration, printed []Printed) markup.Node {
	log := markup.El("div", "role", "log", "aria-label", "Console", "tabindex", 0, "translate", "no")
	last := len(rec.Results)
	if at := rec.Statement(step); len(rec.Results) > lines && at >= 0 {
		last = min(max(at+lines/4, lines), last) // those around the cursor
	}
	first := max(0, last-lines)
	out := outputs{printed: printed, step: step, hide: hide}
	if first > 0 {
		out.before(rec.Results[first].First) // is not shown
	}
	if first > 0 {
		log = log.Of(markup.El("p", "class", "more").Say(words.Plural(first, "statement", "statements") + " before"))
	}
	for i := first; i < last; i++ {
		res := rec.Results[i]
		if hide && (step == 0 || res.First >= step) {
			break
		}
		log = log.Of(out.before(res.First + 1)...)
		entry := markup.El("div", "data-statement", i).Of(prompt(res.Statement.Of(rec.Program))).Of(out.before(res.Last)...)
		if !hide || step >= res.Last {
			entry = entry.Of(outcome(rec, i)...)
			if i < len(took) && res.Statement.Op == trace.Call && res.Outcome != trace.NotRun {
				entry = entry.Of(tookNote(took[i]))
			}
		}
		log = log.Of(entry)
	}
	if last == len(rec.Results) {
		log = log.Of(out.before(len(rec.Events) + 1)...)
	}
	if n := len(rec.Results) - last; n > 0 {
		log = log.Of(markup.El("p", "class", "more").Say(words.Plural(n, "statement", "statements") + " after"))
	}
	return log
}

// lines is how many statements are shown.
const lines = 200

// A Printed is a text that was printed.
type Printed struct {
	Step int // the first at which it has been
	Text string
}

// Outputs are texts on their way into the console.
type outputs struct {
	printed []Printed
	step    int
	hide    bool
}

// before takes those that were printed before a step.
func (o *outputs) before(step int) (nodes []markup.Node) {
	for ; len(o.printed) > 0 && o.printed[0].Step < step; o.printed = o.printed[1:] {
		p := o.printed[0]
		later := p.Step > o.step
		if later && o.hide || len(nodes) > lines {
			continue
		}
		if len(nodes) == lines {
			nodes = append(nodes, markup.El("p", "class", "more").Say("and more"))
			continue
		}
		n := markup.El("p", "data-printed", p.Step)
		if later {
			n = n.With("data-later", "")
		}
		nodes = append(nodes, n.Say(strings.TrimSuffix(p.Text, "\n")))
	}
	return nodes
}

func prompt(text string) markup.Node {
	return markup.El("p", "data-in", "").Of(markup.El("span", "data-syntax", "prompt").Say(">>> "), markup.Text(text))
}

// outcome is what a statement printed; cache_clear() prints nothing.
func outcome(rec *trace.Recording, i int) []markup.Node {
	res := rec.Results[i]
	line := func(text string, attrs ...any) []markup.Node {
		return []markup.Node{markup.El("p", append([]any{"data-out", ""}, attrs...)...).Say(text)}
	}
	switch res.Outcome {
	case trace.Returned:
		if res.Value == nil || res.Statement.Op == trace.Rest {
			return nil
		}
		if e, raised := res.Value.(programs.Exception); raised {
			return line(string(e), "data-error", "")
		}
		return []markup.Node{long(res.Value.String())}
	case trace.NotRun:
		return line(words.Ending(rec, res))
	}
	return line(words.Ending(rec, res), "data-error", "")
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
