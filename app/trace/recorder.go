package trace

import (
	"iter"
	"slices"

	"playground/app/programs"
	"playground/lru"
)

// A Recorder makes a [Recording] of what it is told. A [Runner] tells it what
// package lru does; anybody else who knows what a cache did can tell it, too.
//
// A script's statements are recorded in order, each between Begin and End. In
// between, each lookup is a Hit or a Miss. After a Miss come the lookups that the
// body makes, and then, unless End cuts it short, the body's Store, StoreEvicting
// or Return.
//
// What no cache could do makes a method panic with a sentence that says so: a hit
// on what was never stored, a victim that is not there, a body that returns while
// another one runs.
//
// A statement is recorded up to a limit, and beyond it only counted; so is all
// that comes once there are too many events. A Recorder is for one goroutine. Its
// methods cost some nanoseconds, with two exceptions: one event in 512, or in as many
// as there are entries, has the state taken down, and End costs the size of the cache where something was only
// counted.
type Recorder struct {
	rec   Recording
	keys  *keys
	known []known // by key
	cache []held  // by function

	misses Misses

	// Of the statement that runs.
	running bool
	result  Result
	calls   int     // at the top
	waiting []int32 // the keys whose bodies run, outermost first
	until   int     // it is recorded up to so many events in all
}

// known is what a Recorder knows of a key: what would be the cause of another
// miss of it, or Kept while it is in the cache. at is the step since when that is
// so, 0 if it was not recorded, and clears the number of cache_clear() up to then:
// a later one makes Forgotten of Kept and of Evicted.
type known struct {
	cause  Cause
	at     int32
	clears int32
}

// held is what a Recorder knows of a cache.
type held struct {
	limit  Size
	size   int     // how many entries it has
	clears []int32 // the step of each cache_clear()
}

// NewRecorder returns a Recorder of a script, which must pass its Check; it panics
// otherwise.
func NewRecorder(s Script) *Recorder {
	p := s.function()
	return newRecorder(s, p, keysOf(p))
}

func newRecorder(s Script, p *programs.Program, keys *keys) *Recorder {
	caches := make([]held, max(1, len(p.Functions)))
	for i := range caches {
		caches[i].limit = s.sizeOf(p, i)
	}
	return &Recorder{keys: keys, cache: caches, rec: Recording{
		Script:  s,
		Program: *p,
		texts:   map[int32]string{},
		skips:   map[int]skipped{},
	}}
}

// Recording returns what is recorded so far. It costs the same however much that
// is.
func (r *Recorder) Recording() *Recording {
	rec := r.rec
	rec.Events = slices.Clip(rec.Events)
	rec.Results = slices.Clip(rec.Results)
	rec.args = r.keys.args[:len(r.known):len(r.known)]
	if r.keys.functions != nil {
		rec.functions = r.keys.functions[:len(r.known):len(r.known)]
	}
	return &rec
}

// Append adds a statement to the script. It panics if the script would not pass
// its Check.
func (r *Recorder) Append(st Statement) {
	s := r.rec.Script.With(st)
	if err := s.check(r.rec.Program); err != nil {
		panic("trace: " + err.Error())
	}
	r.rec.Script = s
}

// Key returns the key of a call, which is what the other methods are told.
func (r *Recorder) Key(args ...programs.Arg) int32 {
	return r.keys.of(args)
}

// Begin begins the next statement of the script.
func (r *Recorder) Begin() {
	i := len(r.rec.Results)
	if r.running {
		panic("trace: Begin of a statement before the End of the last one")
	}
	if i == len(r.rec.Script.Statements) {
		panic("trace: Begin of a statement, but the script has no more")
	}
	n := len(r.rec.Events)
	r.running, r.calls = true, 0
	r.result = Result{Statement: r.rec.Script.Statements[i], Key: -1, First: n}
	if r.result.Statement.Op == Call {
		r.result.Key = r.Key(r.result.Statement.Args...)
	}
	r.until = min(n+statementEvents, allEvents)
}

// Hit is a lookup that the cache answers.
func (r *Recorder) Hit(key int32) {
	r.lookup("Hit", key)
	if int(key) >= len(r.known) || !r.holds(key) {
		r.refuse("Hit", key, "is not in the cache")
	}
	r.record(Event{Kind: Hit, Cause: Kept, Key: key, other: r.known[key].at})
	if len(r.waiting) == 0 {
		r.result.Value = r.rec.results[key].value
	}
}

// Miss is a lookup that the cache does not answer: the body begins.
func (r *Recorder) Miss(key int32) {
	r.lookup("Miss", key)
	for int(key) >= len(r.known) {
		r.known = append(r.known, known{})
		r.rec.results = append(r.rec.results, result{})
	}
	k, c := r.known[key], r.of(key)
	if r.holds(key) {
		r.refuse("Miss", key, "is in the cache")
	}
	e := Event{Kind: Again, Cause: k.cause, Key: key, other: k.at}
	switch {
	case k.cause == Unknown:
		e.Kind, e.Cause = Miss, FirstTime
	case c.limit == 0:
		e.Cause, e.other = Off, 0
	case k.cause != NeverStored && int(k.clears) < len(c.clears):
		e.Cause, e.other = Forgotten, c.clears[k.clears]
	}
	r.known[key] = known{cause: NeverStored} // until it is
	step := r.record(e)
	if r.own(key) {
		r.result.Bodies++
		r.misses.add(e.Cause, int(step))
	}
	r.waiting = append(r.waiting, key)
}

// Store is the return of the innermost body, whose result the cache keeps. If it
// has one for the key by now, as the body called itself with the same arguments,
// it keeps that, and what is recorded is a Return.
func (r *Recorder) Store(key int32, v programs.Value) {
	r.returns("Store", key, v)
	if r.holds(key) {
		r.record(Event{Kind: Return, Key: key})
		return
	}
	if c := r.of(key); c.limit != None && c.size >= int(c.limit) {
		r.refuse("Store", key, "has no place in a full cache without a victim")
	}
	r.store(r.of(key), Event{Kind: Store, Key: key})
}

// StoreEvicting is a Store for which a victim, the least recently used key, loses
// its place.
func (r *Recorder) StoreEvicting(key, victim int32, v programs.Value) {
	r.returns("StoreEvicting", key, v)
	c := r.of(key)
	if c.limit == None || c.size < int(c.limit) {
		r.refuse("StoreEvicting", key, "needs no victim: the cache is not full")
	}
	if victim < 0 || int(victim) >= len(r.known) || r.of(victim) != c || !r.holds(victim) {
		r.refuse("StoreEvicting", key, "cannot take the place of a key that is not in the cache")
	}
	if r.holds(key) {
		r.refuse("StoreEvicting", key, "is in the cache already")
	}
	c.size--
	step := r.store(c, Event{Kind: Store, Cause: LeastRecent, Key: key, other: victim})
	r.known[victim] = known{Evicted, step, int32(len(c.clears))}
}

func (r *Recorder) store(c *held, e Event) (step int32) {
	c.size++
	step = r.record(e)
	r.known[e.Key] = known{Kept, step, int32(len(c.clears))}
	return step
}

// Return is the return of the innermost body if maxsize is 0: the cache keeps
// nothing.
func (r *Recorder) Return(key int32, v programs.Value) {
	r.returns("Return", key, v)
	if r.of(key).limit != 0 {
		r.refuse("Return", key, "is stored unless maxsize is 0")
	}
	r.record(Event{Kind: Return, Key: key})
}

// Fail is the end of the innermost body with an exception: nothing is stored, and
// who called it goes on.
func (r *Recorder) Fail(key int32, v programs.Value) {
	r.returns("Fail", key, v)
	step := r.record(Event{Kind: Failed, Key: key})
	if !r.holds(key) {
		r.known[key] = known{cause: NeverStored, at: step}
	}
}

// Cleared is what the cache_clear() of a statement does.
func (r *Recorder) Cleared() {
	if !r.running || r.result.Statement.Op != Clear {
		panic("trace: Cleared outside of a cache_clear()")
	}
	r.Empty(r.result.Statement.Function, Unknown)
}

// Empty is what empties the cache of one of several functions: a cache_clear(),
// which may be called by a body, too, or, with the cause Decorated, a new
// decoration.
func (r *Recorder) Empty(function int, c Cause) {
	if !r.running {
		panic("trace: Empty outside of any statement")
	}
	if function == r.rec.Program.Chosen {
		r.misses = Misses{}
	}
	cache := &r.cache[function]
	cache.size = 0
	cache.clears = append(cache.clears, r.record(Event{Kind: Cleared, Cause: c, Key: -1, other: int32(function)}))
}

// End ends the statement. If it did not return, all bodies that run are
// abandoned. The cache says by itself what its counters are and, where steps were
// only counted, which keys it holds, the least recently used first.
func (r *Recorder) End(o Outcome, info lru.CacheInfo, order iter.Seq[int32]) {
	switch {
	case !r.running:
		panic("trace: End without a Begin")
	case o == NotRun:
		panic("trace: End of a statement that was not run")
	case o == Returned && len(r.waiting) > 0:
		r.refuse("End", r.waiting[len(r.waiting)-1], "has not returned")
	}
	res := &r.result
	if o != Returned {
		res.Value = nil // of many calls some may have returned
		r.abandon()
	}
	if res.Skipped > 0 {
		r.skip(info, order)
	}
	res.Outcome, res.Info, res.Last = o, info, len(r.rec.Events)
	r.rec.Results = append(r.rec.Results, *res)
	r.running = false
}

// NotRun says of the statements that are left that they will not be run.
func (r *Recorder) NotRun() {
	if r.running {
		panic("trace: NotRun before the End of the statement that runs")
	}
	n := len(r.rec.Events)
	for _, st := range r.rec.Script.Statements[len(r.rec.Results):] {
		r.rec.Results = append(r.rec.Results, Result{Statement: st, Key: -1, Outcome: NotRun, First: n, Last: n})
	}
}

func (r *Recorder) abandon() {
	waiting := r.waiting
	r.waiting = r.waiting[:0]
	step := r.record(Event{Kind: Raise, Key: r.result.Key})
	for _, key := range waiting {
		if !r.holds(key) {
			r.known[key] = known{cause: NeverStored, at: step}
		}
	}
}

// skip ends a statement of which a part was only counted. Where all of it was,
// the step stands for the call.
func (r *Recorder) skip(info lru.CacheInfo, order iter.Seq[int32]) {
	n := len(r.rec.Events)
	if n == r.result.First {
		r.rec.tops = append(r.rec.tops, int32(n))
	}
	r.rec.skips[n] = skipped{r.result.Skipped, slices.Collect(order), info, r.misses, r.rec.Bodies() + r.result.Bodies}
	r.append(Event{Kind: Skip, Key: r.result.Key})
}

// record takes an event down and returns its step, or counts it and returns 0.
func (r *Recorder) record(e Event) (step int32) {
	if len(r.rec.Events) >= r.until || r.result.Skipped > 0 {
		r.result.Skipped++
		return 0
	}
	e.Depth = int16(len(r.waiting))
	r.append(e)
	return int32(len(r.rec.Events))
}

// append adds an event and, where one is due, the checkpoint before it.
func (r *Recorder) append(e Event) {
	rec := &r.rec
	n := len(rec.Events)
	last := 0
	if c := len(rec.checkpoints); c > 0 {
		last = rec.checkpoints[c-1].Step
	}
	if n-last >= max(spacing, r.cache[rec.Program.Chosen].size, len(r.waiting)) {
		rec.functions = r.keys.functions
		rec.checkpoints = append(rec.checkpoints, rec.At(n))
	}
	if e.Depth == 0 && (e.Lookup() || e.Kind == Cleared) {
		rec.tops = append(rec.tops, int32(n))
	}
	if n == cap(rec.Events) {
		rec.Events = slices.Grow(rec.Events, max(256, n)) // append alone would move them more often
	}
	rec.Events = append(rec.Events, e)
}

// of is the cache that a key belongs to.
func (r *Recorder) of(key int32) *held { return &r.cache[r.keys.function(key)] }

// own reports whether a key is of the chosen function.
func (r *Recorder) own(key int32) bool {
	return r.keys.functions == nil || r.keys.functions[key] == int32(r.rec.Program.Chosen)
}

// holds reports whether a key, which was asked for, is in its cache.
func (r *Recorder) holds(key int32) bool {
	k := &r.known[key]
	return k.cause == Kept && int(k.clears) == len(r.of(key).clears)
}

// lookup is what Hit and Miss have in common.
func (r *Recorder) lookup(what string, key int32) {
	switch {
	case key < 0 || int(key) >= len(r.keys.args):
		panic("trace: " + what + " of a key that Key did not return")
	case !r.running:
		r.refuse(what, key, "is asked for outside of any statement")
	case len(r.waiting) > 0 || r.result.Statement.Op == Rest:
	case key != r.result.Key:
		r.refuse(what, key, "is not what the statement calls")
	case r.calls == r.result.Statement.Times:
		r.refuse(what, key, "is called more often than the statement says")
	default:
		r.calls++
	}
}

// returns is what Store and Return have in common.
func (r *Recorder) returns(what string, key int32, v programs.Value) {
	last := len(r.waiting) - 1
	if last < 0 || r.waiting[last] != key {
		r.refuse(what, key, "is not the call whose body runs")
	}
	if v == nil {
		r.refuse(what, key, "has no result")
	}
	r.waiting = r.waiting[:last]
	if last == 0 {
		r.result.Value = v
	}
	if first := &r.rec.results[key]; first.value == nil {
		r.rec.returns++
		*first = result{v, r.rec.returns}
	}
}

// refuse panics with a sentence.
func (r *Recorder) refuse(what string, key int32, why string) {
	call := "an unknown key"
	if 0 <= key && int(key) < len(r.keys.args) {
		call = r.rec.Program.NameOf(r.keys.args[key]) + "(" + r.keys.args[key].String() + ")"
	}
	panic("trace: " + what + ": " + call + " " + why)
}
