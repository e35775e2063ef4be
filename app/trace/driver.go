package trace

import (
	"iter"

	"playground/app/programs"
	"playground/lru"
)

// A driver calls a function through package lru and tells a listener what the
// cache does.
type driver struct {
	script Script
	done   int // statements
	keys   *keys
	tell   listener
	next   func() (struct{}, bool)
	stop   func()
	memo   *lru.Memo[int, programs.Value] // by key; of a call record nil
	caches []*cache                       // of a call record, by function
	body   func(programs.Self, programs.Args) programs.Value
	self   programs.Self
	yield  func(struct{}) bool

	// Of the run as a whole.
	maxBodies int
	maxDepth  int
	rest      func()
	over      bool // a limit ended a statement
	bodies    int
	victim    int // the last that was evicted; -1 for none that is still to be told
	pauses    int // bodies and hits since the last pause

	// Of the statement that runs.
	depth     int
	statement int // bodies; of a record, those of the statements before it too
	work      int
}

// A listener is told what happens: a Recorder takes it down, a counter counts.
type listener interface {
	Begin()
	Hit(key int32)
	Miss(key int32)
	Store(key int32, v programs.Value)
	StoreEvicting(key, victim int32, v programs.Value)
	Return(key int32, v programs.Value)
	Fail(key int32, v programs.Value)
	Cleared()
	Empty(function int, c Cause)
	End(Outcome, lru.CacheInfo, iter.Seq[int32])
}

// drive prepares to run a script that has passed its Check.
func drive(s Script, p *programs.Program, keys *keys, tell listener, maxBodies int) *driver {
	d := &driver{script: s, keys: keys, tell: tell, body: p.Body, maxBodies: maxBodies, maxDepth: MaxDepth, victim: -1}
	d.self = programs.Self{Call: d.call, CallInt: d.callInt, Work: d.didWork}
	if p.Functions != nil {
		d.fromRecord(p)
	} else {
		d.memo = lru.New(d.inside, s.Size.option())
		d.memo.OnEvict(func(key int, _ programs.Value) { d.victim = key })
	}
	d.resume()
	return d
}

func (s Size) option() lru.Option {
	if s == None {
		return lru.Unbounded()
	}
	return lru.MaxSize(int(s))
}

func (d *driver) resume() {
	d.next, d.stop = iter.Pull(func(yield func(struct{}) bool) {
		d.yield = yield
		makeRoom(0)
		for _, st := range d.script.Statements[d.done:] {
			if o := d.run(st); o == Stopped || o == OverBudget && d.memo == nil {
				return
			}
		}
	})
}

// makeRoom has the stack grow at once, while it is empty. Otherwise the Go runtime
// would double it again and again in the middle of a recursion, and each time move
// all calls that wait there.
//
//go:noinline
func makeRoom(i uint8) byte {
	var room [8 << 10]byte
	return room[i]
}

// resumed runs on for some microseconds and reports whether there is more to run.
func (d *driver) resumed() bool {
	_, more := d.next()
	return more
}

// An abort unwinds a run through the program and the memoizer, as an exception
// unwinds Python. It is recovered in run, where it started from.
type abort struct{ outcome Outcome }

func (d *driver) run(st Statement) (outcome Outcome) {
	d.tell.Begin()
	defer func() {
		if e := recover(); e != nil {
			a, ok := e.(abort)
			if !ok {
				panic(e)
			}
			outcome = a.outcome
		}
		d.done++
		d.tell.End(outcome, d.info(), d.order)
	}()
	d.depth, d.work = 0, 0
	if d.memo != nil {
		d.statement = 0 // the statements of a record have the bodies of one together
	}
	switch {
	case st.Op == Rest:
		d.rest()
		return Returned
	case st.Op == Clear && d.memo == nil:
		d.clear(st.Function)
		return Returned
	case st.Op == Clear:
		d.memo.CacheClear()
		d.tell.Cleared()
		return Returned
	}
	for range st.Times {
		d.call(st.Args...)
	}
	return Returned
}

func (d *driver) info() lru.CacheInfo {
	if d.memo == nil {
		return d.chosen().CacheInfo()
	}
	return d.memo.CacheInfo()
}

// order is what the cache holds, the least recently used first.
func (d *driver) order(yield func(int32) bool) {
	all := d.all()
	for key := range all {
		if !yield(int32(key)) {
			return
		}
	}
}

// call is the outside of the memoizer: what the program and the prompt call. It is
// short, as it waits in a stack many calls deep that the Go runtime has to move
// when it grows.
func (d *driver) call(args ...programs.Arg) programs.Value {
	if d.memo == nil {
		return d.ask(args[0])
	}
	key, bodies := d.keys.of(args), d.bodies
	return d.answered(key, bodies, d.memo.Call(int(key)))
}

// callInt is call for a single whole number.
func (d *driver) callInt(n int) programs.Value {
	key, bodies := d.keys.ofInt(n), d.bodies
	return d.answered(key, bodies, d.memo.Call(int(key)))
}

// answered tells what an answer of the memoizer was: a hit, if the body did not
// run since bodies were counted.
func (d *driver) answered(key int32, bodies int, v programs.Value) programs.Value {
	if d.bodies == bodies {
		d.tell.Hit(key)
		d.pause()
		return v
	}
	// The body ran and returned, so the result was stored by now.
	d.depth--
	switch {
	case d.script.Size == 0:
		d.tell.Return(key, v)
	case d.victim < 0:
		d.tell.Store(key, v)
	default:
		d.tell.StoreEvicting(key, int32(d.victim), v)
		d.victim = -1
	}
	return v
}

// inside is the inside of the memoizer: it is reached on a miss alone, which is
// counted by then.
func (d *driver) inside(key int) programs.Value {
	d.bodies++
	d.statement++
	d.tell.Miss(int32(key))
	if d.depth == d.maxDepth {
		panic(abort{RecursionError})
	}
	d.depth++
	if d.statement > d.maxBodies {
		d.over = true
		panic(abort{OverBudget})
	}
	d.pause()
	return d.body(d.self, d.keys.args[key])
}

func (d *driver) didWork(units int) {
	if d.work += units; d.work > maxWork {
		d.over = true
		panic(abort{OverBudget})
	}
	d.pauses = tick
	d.pause()
}

// pause lets whoever runs the run take over every few steps.
func (d *driver) pause() {
	if d.pauses++; d.pauses < tick {
		return
	}
	d.pauses = 0
	if !d.yield(struct{}{}) {
		panic(abort{Stopped})
	}
}
