package trace

// A Print is what a body printed of a call record, or the recorded program itself.
type Print struct {
	Key   int // of the record, whose body printed it; -1 for the program itself
	Run   int // in which run of that body, from 0
	After int // how many calls and cache_clear() the body, or the program, had made by then
	Text  string
}

// A Printed is a text that was printed at a step.
type Printed struct {
	Step int // the first at which it has been printed
	Text string
}

// Printed lists what is printed in the recording of a call record, in order. A body
// prints the same whenever it runs; one that runs more often than it was recorded
// prints what it did last. Behind steps that were not recorded nothing is known. It
// costs a pass over the events.
func (r *Recording) Printed(prints []Print) []Printed {
	if len(prints) == 0 {
		return nil
	}
	p := printer{runs: map[int][][]Print{}, times: map[int]int{}}
	for _, one := range prints {
		if one.Key < 0 {
			p.program.prints = append(p.program.prints, one)
			continue
		}
		runs := p.runs[one.Key]
		if n := len(runs); n == 0 || runs[n-1][0].Run != one.Run {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], one)
		p.runs[one.Key] = runs
	}
	for i, e := range r.Events {
		top := p.top()
		switch {
		case e.Kind == Skip:
			return p.printed
		case e.Lookup():
			p.print(i, top)
			top.asked++
			if e.Missed() {
				p.bodies = append(p.bodies, printing{prints: p.next(r.args[e.Key][0].ID())})
			}
		case e.leaves():
			p.print(i, top)
			p.bodies = p.bodies[:max(0, len(p.bodies)-1)]
		case e.Kind == Raise:
			p.print(i, top)
			p.bodies = nil
		case e.Kind == Cleared && !e.Fresh():
			p.print(i, top)
			top.asked++
		}
	}
	p.print(len(r.Events), p.top())
	return p.printed
}

// A printer follows a recording and notes what is printed.
type printer struct {
	runs    map[int][][]Print // of a key, those in which it prints, in order
	times   map[int]int       // that a key's body has run
	program printing
	bodies  []printing
	printed []Printed
}

// A printing is a body that runs, or the program itself.
type printing struct {
	prints []Print
	asked  int
}

func (p *printer) top() *printing {
	if n := len(p.bodies); n > 0 {
		return &p.bodies[n-1]
	}
	return &p.program
}

// next is what the next run of a key's body prints.
func (p *printer) next(key int) []Print {
	run := p.times[key]
	p.times[key]++
	var prints []Print
	for _, one := range p.runs[key] {
		if prints == nil || one[0].Run <= run {
			prints = one
		}
	}
	return prints
}

// print notes what whoever runs has printed before it goes on.
func (p *printer) print(step int, who *printing) {
	for len(who.prints) > 0 && who.prints[0].After <= who.asked {
		p.printed = append(p.printed, Printed{step, who.prints[0].Text})
		who.prints = who.prints[1:]
	}
}
