package trace

import (
	"iter"

	"playground/app/programs"
	"playground/lru"
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
