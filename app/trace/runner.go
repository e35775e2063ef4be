package trace

// A Runner runs a script piece by piece, so that a page stays alive meanwhile.
// It is for one goroutine.
//
//	run := trace.Start(script)
//	for run.Next() {
//		// look at the clock, come back in the next frame, or run.Stop()
//	}
type Runner struct {
	rec *Recorder
	*driver
}

// Start begins to run a script, which must pass its Check; it panics otherwise.
// Nothing runs before the first Next.
func Start(s Script) *Runner {
	p := s.function()
	keys := keysOf(p)
	rec := newRecorder(s, p, keys)
	return &Runner{rec, drive(s, p, keys, rec, MaxBodies)}
}

// Record runs a whole script, which must pass its Check.
func Record(s Script) *Recording {
	run := Start(s)
	for run.Next() {
	}
	return run.Recording()
}

// Recording returns what is recorded so far. It does not change when the Runner
// goes on.
func (r *Runner) Recording() *Recording { return r.rec.Recording() }

// Bodies is how often the body ran so far.
func (r *Runner) Bodies() int { return r.bodies }

// Statement is the index of the statement that runs, or that runs next.
func (r *Runner) Statement() int { return r.done }

// Next runs on for some microseconds and reports whether there is more to run.
func (r *Runner) Next() bool {
	if r.resumed() {
		return true
	}
	if r.done < len(r.script.Statements) { // the limit of a record
		r.end()
	}
	return false
}

// Stop ends the statement that runs, at once. What follows it is not run.
func (r *Runner) Stop() {
	r.stop()
	r.end()
}

// end says of the statements that are left that they are not run.
func (r *Runner) end() {
	r.rec.NotRun()
	r.done = len(r.script.Statements)
}

// Append adds a statement to a script that has run to its end; Next runs it, on
// the cache as it stands. It panics if there was more to run or if the script
// would not pass its Check.
func (r *Runner) Append(st Statement) {
	if r.Next() || r.done != len(r.script.Statements) {
		panic("trace: Append before the script has run to its end")
	}
	r.rec.Append(st)
	r.script = r.script.With(st)
	r.resume()
}
