package trace

import (
	"sort"

	"playground/app/programs"
)

// Until returns what was known after the first step events, as if the run had got
// no further: neither an event nor a key nor a result that came later is in it. A
// statement under way is there with its events so far, and without a value. step
// is clamped to the events there are. It shares memory with r, and costs one pass
// over the events before step.
func (r *Recording) Until(step int) *Recording {
	step = max(0, min(step, len(r.Events)))
	if step == len(r.Events) {
		return r
	}
	u := *r
	u.Events = r.Events[:step:step]
	u.Results = nil
	bodies := 0
	for _, res := range r.Results {
		if res.First >= step {
			break
		}
		if res.Last > step {
			st := r.At(step)
			res = Result{Statement: res.Statement, Key: res.Key, First: res.First, Last: step, Info: st.Info, Bodies: st.Bodies - bodies}
		}
		bodies += res.Bodies
		u.Results = append(u.Results, res)
	}
	var keys int
	u.returns = 0
	for i, e := range u.Events {
		switch e.Kind {
		case Hit, Miss, Again:
			keys = max(keys, int(e.Key)+1)
		case Store, Return, Failed:
			u.returns = max(u.returns, r.results[e.Key].returns)
		case Skip:
			for _, key := range r.skips[i].order {
				keys = max(keys, int(key)+1)
				u.returns = max(u.returns, r.results[key].returns)
			}
		}
	}
	u.args = append([]programs.Args(nil), r.args[:keys]...)
	if r.functions != nil {
		u.functions = r.functions[:keys]
	}
	u.tops = r.tops[:sort.Search(len(r.tops), func(i int) bool { return int(r.tops[i]) >= step })]
	u.checkpoints = r.checkpoints[:r.upTo(step)]
	return &u
}
