package trace

import "sort"

// A Moment names a step in such a way that it can be found in another recording
// of the same script, made at another maxsize: by the way to it from the prompt.
// The zero Moment is step 0, before all.
type Moment struct {
	At        Place
	Statement int   // its index in the script
	Call      int   // which of the statement's calls, from 0 on
	Path      []int // from there: which of the calls that the body makes, and so on inwards
}

// A Place says which step of a call, or of a statement, a Moment is.
type Place uint8

const (
	AtStart  Place = iota // before the first step
	AtLookup              // the call's hit or miss; a statement's cache_clear()
	AtExit                // the step with which the call returned
	AtLast                // the last step of the statement, which did not return or was not recorded in full
	AtEnd                 // after the last step
)

// Moment returns the name of a step. It costs one pass over the top-level call
// that the step belongs to.
func (r *Recording) Moment(step int) Moment {
	if step <= 0 {
		return Moment{}
	}
	if step >= len(r.Events) {
		return Moment{At: AtEnd}
	}
	for r.Events[step-1].Kind == Cleared && r.Events[step-1].Depth > 0 {
		step-- // a body does so: it has no name, and the step before is the nearest that has one
	}
	m := Moment{Statement: r.Statement(step)}
	e := r.Events[step-1]
	switch e.Kind {
	case Raise, Skip:
		m.At = AtLast
		return m
	case Store, Return, Failed:
		m.At = AtExit
	default:
		m.At = AtLookup
	}
	first, _ := r.TopLevel(step)
	m.Call = r.topsBefore(first-1) - r.topsBefore(r.first(m.Statement))
	calls := make([]int, int(e.Depth)+1) // by depth, the calls made so far by the body that waits there
	for _, e := range r.Events[first:step] {
		if d := int(e.Depth); e.Lookup() && d < len(calls) {
			calls[d]++
			if d+1 < len(calls) {
				calls[d+1] = 0
			}
		}
	}
	for _, n := range calls[1:] {
		m.Path = append(m.Path, n-1)
	}
	return m
}

// Find returns the step that m names. If there is none, it is the nearest: where
// a call on the way was a hit here, which makes no calls, that hit; where one
// never returned or was not recorded, the last step of its statement; where the
// statement was not run, the step before it. It costs one pass over a top-level
// call.
func (r *Recording) Find(m Moment) (step int) {
	switch {
	case m.At == AtStart || m.Statement < 0 || m.Call < 0:
		return 0
	case m.At == AtEnd || m.Statement >= len(r.Results):
		return len(r.Events)
	}
	res := r.Results[m.Statement]
	top := r.topsBefore(res.First) + m.Call
	if m.At == AtLast || top >= len(r.tops) || int(r.tops[top]) >= res.Last {
		return res.Last
	}
	step = int(r.tops[top]) + 1
	_, last := r.TopLevel(step)
	calls := 0 // made by the call at step, which is depth calls away from the prompt
	for i, depth := step, 0; r.Events[step-1].Missed(); i++ {
		onTheWay := depth < len(m.Path)
		if !onTheWay && m.At == AtLookup {
			return step
		}
		if i == last {
			return last
		}
		switch e := r.Events[i]; {
		case e.Lookup() && onTheWay && int(e.Depth) == depth+1:
			if calls++; calls > m.Path[depth] {
				step, depth, calls = i+1, depth+1, 0
			}
		case e.leaves() && int(e.Depth) == depth:
			return i + 1
		}
	}
	return step
}

// first is the number of events before a statement, be it the one that runs.
func (r *Recording) first(statement int) int {
	if statement == 0 {
		return 0
	}
	return r.Results[statement-1].Last
}

// topsBefore is the number of calls at the top before Events[i].
func (r *Recording) topsBefore(i int) int {
	return sort.Search(len(r.tops), func(t int) bool { return int(r.tops[t]) >= i })
}
