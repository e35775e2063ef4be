package function

import (
	"playground/app/calls"
	"playground/app/programs"
	"playground/app/show"
	"playground/app/trace"
	"playground/app/views"
	"playground/app/words"
)

// A prepared text was read and is made ready to be shown: of a large record each
// step takes a moment.
type prepared struct {
	*reading
	in      *calls.Input
	list    []count
	program programs.Program
}

// prepare takes the next step.
func (p *Place) prepare() Change {
	r := p.prepared
	switch {
	case r.in.Record == nil:
		if problem := leaves(r.in, *r.log); problem != "" {
			p.prepared, p.tells.Reading = nil, false
			return p.refuse(r.reading, problem)
		}
	case r.list == nil:
		r.list = counts(r.in.Record)
	case r.program.Name == "":
		r.program = r.in.Record.Program(busiest(r.list))
	default:
		return p.show(r)
	}
	return 0
}

// Limits of a log that is handed over: what the page shows within a moment.
const (
	mostCalls = 1_000_000
	mostKeys  = 200_000
)

// leaves makes the log in a text the record of it, and says why if there is none.
func leaves(in *calls.Input, l show.Log) (problem string) {
	if l.Function >= len(in.Logs) || len(in.Logs[l.Function].Calls) == 0 {
		return "There are no calls in it of which Your keys has told."
	}
	log := &in.Logs[l.Function]
	in.Record = log.Leaves(log.Within(min(l.Calls, mostCalls), mostKeys), l.MaxSize)
	return ""
}

// show makes what is ready the record that is shown.
func (p *Place) show(r *prepared) Change {
	rec := r.in.Record
	p.prepared, p.record, p.at, p.linked = nil, rec, r.at, r.linked
	p.tells = Tells{From: r.Name, Found: found(r.in, r.list, r.program.Chosen)}
	if r.log != nil {
		p.tells.Found = append(p.tells.Found, ofLog(*r.log, r.list[0].calls)...)
	}
	p.keep(r.reading)
	step := -1
	if r.linked != nil {
		step = r.linked.Step
	}
	said := remarksOf(string(r.text))
	if said.link != "" {
		p.at = said.link
	}
	change := p.ShowRecorded(trace.ScriptOf(rec, r.program), step, said.source,
		func(rec *trace.Recording) []views.Printed { return printed(rec, said.prints) })
	return change | Brought | show.Dressed | p.Say(p.tells.Found[0])
}

// ofLog is what is to be known of a log that is shown as a record, so many calls of
// it.
func ofLog(l show.Log, shown int) []string {
	all := []string{"This is a log from Your keys. It tells neither what the calls returned nor whether their bodies asked for more: here they ask for nothing."}
	if shown < l.Calls {
		all = append(all, "Only the first "+words.Count(shown)+" of its "+words.Count(l.Calls)+" calls are shown, as many as this page has room for.")
	}
	return all
}
