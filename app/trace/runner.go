package trace

import (
	"iter"

	"playground/app/programs"
	"playground/lru"
)

// Limits of a run.
const (
	// MaxDepth is how many calls of the body may wait in one another: what
	// CPython 3.13 allows at its default recursion limit of 1000.
	MaxDepth = 999

	// MaxBodies and maxWork end one call. fibonacci(30) without a cache, 2.7
	// million bodies, is within.
	MaxBodies = 3_000_000
	maxWork   = 500_000_000

	// A statement records so many events and then only counts, and so many in
	// all the statements. 400,000 events are 200,000 calls.
	statementEvents = 400_000
	allEvents       = 500_000

	// tick is how many bodies and hits pass between two places where a run can
	// be paused: some microseconds.
	tick = 64
)

// A Runner runs a script piece by piece, so that a page stays alive meanwhile.
// It is for one goroutine.
//
//	run := trace.Start(script)
//	for run.Next() {
//		// look at the clock, come back in the next frame, or run.Stop()
//	}
type Runner struct {
	rec   *Recording
	next  func() (struct{}, bool)
	stop  func()
	memo  *lru.Memo[int, programs.Value]
	body  func(programs.Self, int) programs.Value
	self  programs.Self
	yield func(struct{}) bool

	// Of the run as a whole.
	maxEvents  int // a limit of its own for runs that only count
	maxBodies  int
	over       bool    // a limit ended a statement
	losses     *losses // nil unless somebody asks what eviction cost
	bodies     int
	victim     int32
	hasVictim  bool
	sinceYield int

	// Of the statement that runs.
	depth       int
	statement   int // bodies
	work        int
	skippedHere int
}

// Start begins to run a script, which must pass its Check; it panics otherwise.
// Nothing runs before the first Next.
func Start(s Script) *Runner { return start(s, allEvents, MaxBodies) }

// Record runs a whole script, which must pass its Check.
func Record(s Script) *Recording {
	run := Start(s)
	for run.Next() {
	}
	return run.Recording()
}

func start(s Script, maxEvents, maxBodies int) *Runner {
	if err := s.Check(); err != nil {
		panic("trace: " + err.Error())
	}
	p, _ := programs.Find(s.Program)
	r := &Runner{
		rec: &Recording{
			Script:  s,
			Program: p,
			values:  map[int32]programs.Value{},
			texts:   map[int32]string{},
			skips:   map[int]skipped{},
		},
		body:      p.Body,
		maxEvents: maxEvents,
		maxBodies: maxBodies,
	}
	size := lru.MaxSize(int(s.Size))
	if s.Size == None {
		size = lru.Unbounded()
	}
	r.memo = lru.New(r.inside, size)
	r.memo.OnEvict(func(key int, _ programs.Value) { r.victim, r.hasVictim = int32(key), true })
	r.self = programs.Self{Call: r.call, Work: r.didWork}
	r.resume()
	return r
}

// Recording returns what is recorded so far.
func (r *Runner) Recording() *Recording { return r.rec }

// Bodies is how often the body ran so far.
func (r *Runner) Bodies() int { return r.bodies }

// Next runs on for some microseconds and reports whether there is more to run.
func (r *Runner) Next() bool {
	_, more := r.next()
	return more
}

// Stop ends the statement that runs, at once. What follows it is not run.
func (r *Runner) Stop() {
	r.stop()
	done := len(r.rec.Results)
	for _, st := range r.rec.Script.Statements[done:] {
		n := len(r.rec.Events)
		r.rec.Results = append(r.rec.Results, Result{Statement: st, Outcome: NotRun, First: n, Last: n})
	}
}

// Append adds a statement to a script that has run to its end; Next runs it, on
// the cache as it stands. It panics if there was more to run or if the script
// would not pass its Check.
func (r *Runner) Append(st Statement) {
	if r.Next() || len(r.rec.Results) != len(r.rec.Script.Statements) {
		panic("trace: Append before the script has run to its end")
	}
	s := r.rec.Script.With(st)
	if err := s.Check(); err != nil {
		panic("trace: " + err.Error())
	}
	r.rec.Script = s
	r.resume()
}

func (r *Runner) resume() {
	r.next, r.stop = iter.Pull(func(yield func(struct{}) bool) {
		r.yield = yield
		todo := r.rec.Script.Statements[len(r.rec.Results):]
		for _, st := range todo {
			if r.run(st) == Stopped {
				return
			}
		}
	})
}

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
