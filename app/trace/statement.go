package trace

import "playground/app/programs"

// An abort unwinds a run through the program and the memoizer, as an exception
// unwinds Python. It is recovered in run, where it started from.
type abort struct{ outcome Outcome }

func (r *Runner) run(st Statement) (outcome Outcome) {
	rec := r.rec
	res := Result{Statement: st, First: len(rec.Events)}
	before := r.bodies
	r.skippedHere = 0
	defer func() {
		if e := recover(); e != nil {
			a, ok := e.(abort)
			if !ok {
				panic(e)
			}
			outcome, res.Value = a.outcome, nil // of 1000 calls some may have returned
			r.depth = 0
			r.record(Event{Kind: Raise, Key: int32(st.Arg)})
		}
		res.Outcome = outcome
		res.Info = r.memo.CacheInfo()
		res.Bodies = r.bodies - before
		if res.Skipped = r.skippedHere; res.Skipped > 0 && r.maxEvents > 0 {
			r.recordSkip(res.First)
		}
		res.Last = len(rec.Events)
		rec.Results = append(rec.Results, res)
	}()
	if st.Op == Clear {
		r.memo.CacheClear()
		r.losses.cleared()
		r.record(Event{Kind: Cleared})
		return Returned
	}
	r.statement, r.work = 0, 0
	for range st.Times {
		res.Value = r.call(st.Arg)
	}
	return Returned
}

// call is the outside of the memoizer: what the program and the prompt call.
func (r *Runner) call(n int) programs.Value {
	bodies := r.bodies
	v := r.memo.Call(n)
	if r.bodies == bodies {
		r.record(Event{Kind: Hit, Key: int32(n)})
		r.pause()
		return v
	}
	// The body ran and returned, so the result was stored by now.
	r.depth--
	e := Event{Kind: Store, Key: int32(n)}
	if r.rec.Script.Size == 0 {
		e.Kind = Return
	}
	if r.hasVictim {
		e.Evicts, e.Victim, r.hasVictim = true, r.victim, false
		r.losses.evicted(r.victim)
	}
	r.rec.values[e.Key] = v
	r.record(e)
	return v
}

// inside is the inside of the memoizer: it is reached on a miss alone, which is
// counted by then.
func (r *Runner) inside(n int) programs.Value {
	r.bodies++
	r.statement++
	e := Event{Kind: Miss, Key: int32(n)}
	if _, begun := r.rec.values[e.Key]; begun {
		e.Kind = Again
		r.losses.missed(e.Key)
	} else {
		r.rec.values[e.Key] = nil
	}
	r.record(e)
	if r.depth == MaxDepth {
		panic(abort{RecursionError})
	}
	r.depth++
	if r.statement > r.maxBodies {
		r.over = true
		panic(abort{OverBudget})
	}
	r.pause()
	return r.body(r.self, n)
}

func (r *Runner) didWork(units int) {
	if r.work += units; r.work > maxWork {
		r.over = true
		panic(abort{OverBudget})
	}
	r.sinceYield = tick
	r.pause()
}

// pause lets whoever runs the run take over every few steps.
func (r *Runner) pause() {
	if r.sinceYield++; r.sinceYield < tick {
		return
	}
	r.sinceYield = 0
	if !r.yield(struct{}{}) {
		panic(abort{Stopped})
	}
}

func (r *Runner) record(e Event) {
	rec := r.rec
	n := len(rec.Events)
	first := 0
	if k := len(rec.Results); k > 0 {
		first = rec.Results[k-1].Last
	}
	if r.skippedHere > 0 || n >= r.maxEvents || n-first >= statementEvents {
		r.skippedHere++
		return
	}
	e.Depth = int16(r.depth)
	rec.append(e)
}

// recordSkip ends a statement of which a part was only counted with what the
// cache itself holds now. Where all of it was, the step stands for the call.
func (r *Runner) recordSkip(first int) {
	s := skipped{steps: r.skippedHere, info: r.memo.CacheInfo()}
	for key := range r.memo.All() {
		s.order = append(s.order, int32(key))
	}
	n := len(r.rec.Events)
	if n == first {
		r.rec.tops = append(r.rec.tops, int32(n))
	}
	r.rec.skips[n] = s
	r.rec.append(Event{Kind: Skip})
}
