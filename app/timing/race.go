// Package timing measures how long a call takes here, made many times in a row:
// without a cache, and with one.
//
// It measures in slices, so that a page stays alive meanwhile, and in rounds, so
// that one can see how much the times scatter. Only the time within slices counts.
// Nothing is recorded while it runs: what is timed is the function and package lru.
package timing

import (
	"iter"
	"slices"
	"time"

	"playground/app/programs"
	"playground/lru"
)

// A Race times a call without a cache and with one, in turn. Make one with
// NewRace. It is for one goroutine.
type Race struct {
	program programs.Program
	args    programs.Args
	times   int
	size    int // of the cache; negative for none that is bounded
	clock   func() time.Duration

	Without, With []Round // those that are done

	next    func() (struct{}, bool)
	stop    func()
	current Round
	cached  bool
	over    bool
}

// A Round is one measurement.
type Round struct {
	Calls int           // how many calls it made: all, unless that took too long
	Took  time.Duration // and how long they took
}

// For is how long so many calls take, at the speed of the round.
func (r Round) For(calls int) time.Duration {
	if r.Calls == 0 {
		return 0
	}
	return time.Duration(float64(r.Took) * float64(calls) / float64(r.Calls))
}

const (
	rounds   = 5
	patience = 1500 * time.Millisecond // what a round may take

	// tick is how many runs of the body pass between two places where a slice can
	// end: some tens of microseconds.
	tick = 256
)

// NewRace prepares to time a call of p, made times times in a row. size is the
// maxsize of the cache, negative for None. clock tells the time since some moment;
// it must not go back.
func NewRace(p programs.Program, args programs.Args, times, size int, clock func() time.Duration) *Race {
	return &Race{program: p, args: slices.Clone(args), times: times, size: size, clock: clock}
}

// Times is how many calls are made in a row.
func (r *Race) Times() int { return r.times }

// Done reports whether all rounds are measured.
func (r *Race) Done() bool { return r.over }

// Run measures on until time says that the slice is over, and reports whether a
// round was finished.
func (r *Race) Run(time func() bool) (finished bool) {
	for !r.over && time() {
		if r.next == nil {
			r.cached = len(r.With) < len(r.Without)
			r.current = Round{}
			r.next, r.stop = iter.Pull(r.round(r.cached))
		}
		began := r.clock()
		_, more := r.next()
		r.current.Took += r.clock() - began
		if more && (r.current.Took < patience || r.current.Calls == 0) {
			continue
		}
		r.stop()
		r.next = nil
		finished = true
		if r.cached {
			r.With = append(r.With, r.current)
		} else {
			r.Without = append(r.Without, r.current)
		}
		r.over = len(r.With) == rounds
	}
	return finished
}

// Stop gives up the round under way.
func (r *Race) Stop() {
	if r.next != nil {
		r.stop()
		r.next = nil
	}
	r.over = true
}

// round makes the calls of one round and yields where a slice can end.
func (r *Race) round(cached bool) iter.Seq[struct{}] {
	return func(yield func(struct{}) bool) {
		defer func() {
			if e := recover(); e != nil && e != (given{}) {
				panic(e)
			}
		}()
		ran := 0
		pause := func() {
			if ran++; ran%tick == 0 && !yield(struct{}{}) {
				panic(given{})
			}
		}
		call := r.function(cached, pause)
		for range r.times {
			call()
			r.current.Calls++
			pause()
		}
	}
}

// given is what a panic carries that ends a round early.
type given struct{}

// function returns the call to be timed.
func (r *Race) function(cached bool, pause func()) func() {
	body := r.program.Body
	self := programs.Self{Work: func(int) { pause() }}
	if !cached {
		self.Call = func(args ...programs.Arg) programs.Value {
			pause()
			return body(self, args)
		}
		self.CallInt = func(n int) programs.Value { return self.Call(programs.Int(n)) }
		return func() { self.Call(r.args...) }
	}
	bound := lru.MaxSize(max(0, r.size))
	if r.size < 0 {
		bound = lru.Unbounded()
	}
	// A call of one whole number is known to the cache by the number, any other by
	// its place in a table.
	numbers := len(r.args) == 1 && r.args[0].Kind() == programs.Number
	var table []programs.Args
	places := map[string]int{}
	memo := lru.New(func(key int) programs.Value {
		if numbers {
			return body(self, programs.Args{programs.Int(key)})
		}
		return body(self, table[key])
	}, bound)
	self.CallInt = func(n int) programs.Value {
		pause()
		return memo.Call(n)
	}
	self.Call = func(args ...programs.Arg) programs.Value {
		if numbers {
			return self.CallInt(args[0].Int())
		}
		pause()
		text := programs.Args(args).String()
		key, ok := places[text]
		if !ok {
			key = len(table)
			places[text] = key
			table = append(table, slices.Clone(args))
		}
		return memo.Call(key)
	}
	return func() { self.Call(r.args...) }
}

// Spread is the median of several rounds, for so many calls, and the fastest and
// the slowest of them. All are 0 where there is none.
func Spread(rounds []Round, calls int) (median, fastest, slowest time.Duration) {
	if len(rounds) == 0 {
		return 0, 0, 0
	}
	var took []time.Duration
	for _, r := range rounds {
		took = append(took, r.For(calls))
	}
	slices.Sort(took)
	return took[len(took)/2], took[0], took[len(took)-1]
}
