package calls

import (
	"strconv"
	"strings"

	"playground/app/calls/keylog"
	"playground/lru"
)

// A Record is what a program asked its cached functions for: every key, with
// what its body asked for in turn. It holds no results that could be used, only
// how they read. The zero value is a record of nothing.
//
// All numbers of functions and keys are indices into Functions and Keys, and
// those that a Reader returns are within bounds. A Record is not changed once it
// has been read, so several goroutines may use it.
type Record struct {
	Functions  []Function  // in the order of decoration
	Keys       []Key       // in the order of their first call
	Statements []Statement // in the order in which they began

	// Whole reports that the program ended by itself and the record with it.
	// Otherwise the program was killed, or the text was cut off.
	Whole bool
}

// A Function is one decorated function with a cache of its own.
type Function struct {
	Name      string // "fib", "lcs.<locals>.solve"; "dp#2" is the second of that name
	MaxSize   int    // as its decorator says; 0 if caching is off or Unbounded
	Unbounded bool   // the decorator says maxsize=None
	Typed     bool   // the decorator says typed=True
	Within    int32  // the key whose body decorated it, each time that it ran, or -1
}

// Size is the size that the decorator gives to the cache.
func (f Function) Size() lru.Option {
	if f.Unbounded {
		return lru.Unbounded()
	}
	return lru.MaxSize(f.MaxSize)
}

// Base is the Name without the number that tells functions of one name apart.
func (f Function) Base() string {
	base, _, _ := strings.Cut(f.Name, "#")
	return base
}

// Decorator is the decorator of the function as Python source.
func (f Function) Decorator() string {
	size := "None"
	if !f.Unbounded {
		size = strconv.Itoa(f.MaxSize)
	}
	if f.Typed {
		return "@lru_cache(maxsize=" + size + ", typed=True)"
	}
	return "@lru_cache(maxsize=" + size + ")"
}

// A Key is what Python tells calls apart by: a function and its arguments.
type Key struct {
	Function int32
	Outcome  Outcome
	Args     string // the arguments as they read in a call: "3, k=5"
	Text     string // the result, or the exception with its message; "" if Unfinished
	Asks     []Step // what the body asked for, in order, hits and misses alike

	// Contradicts reports that the body ran more than once and did not ask for
	// the same, or returned once and raised once. The key is then as the first
	// run left it, and no replay of it is exact.
	Contradicts bool
}

// An Outcome says how the body of a key ended.
type Outcome uint8

const (
	Unfinished  Outcome = iota // the program ended first, or the record does
	Returned                   // with a result, which was stored
	Raised                     // an exception: nothing is stored
	Interrupted                // by a RecursionError or such; it might have asked for more
)

// A Step is what a body, or the program, does: ask for a key, or clear a cache.
type Step int32

// Ask is the step that asks for a key.
func Ask(key int) Step { return Step(key) }

// Clear is the step that calls cache_clear() of a function.
func Clear(function int) Step { return Step(^function) }

// Key returns the key asked for; ok is false if the step clears a cache.
func (s Step) Key() (key int, ok bool) { return int(s), s >= 0 }

// Clears returns the function whose cache is cleared; ok is false if the step
// asks for a key.
func (s Step) Clears() (function int, ok bool) { return int(^s), s < 0 }

// A Statement is a step taken while the body of no recorded function ran, one or
// several times in a row.
type Statement struct {
	Step  Step
	Times int // at least 1
}

// Call is a key as it reads in a program: "fib(3)".
func (r *Record) Call(key int) string {
	k := &r.Keys[key]
	return r.Functions[k.Function].Name + "(" + k.Args + ")"
}

// Calls returns how often the function was called when it was recorded, and how
// many different keys it was called with. Its cache had no bound then: a smaller
// one may be asked more.
func (r *Record) Calls(function int) (calls, keys int) {
	count := func(s Step, times int) {
		if k, ok := s.Key(); ok && int(r.Keys[k].Function) == function {
			calls += times
		}
	}
	for _, s := range r.Statements {
		count(s.Step, s.Times)
	}
	for i := range r.Keys {
		if int(r.Keys[i].Function) == function {
			keys++
		}
		for _, s := range r.Keys[i].Asks {
			count(s, 1)
		}
	}
	return calls, keys
}

// Same returns the functions that have the same Base as the given one, itself
// included. A function inside another is decorated each time that the outer one
// runs; its decorator stands in the source once, so to change the maxsize there is
// to change it for all of them.
func (r *Record) Same(function int) []int {
	var same []int
	for i, f := range r.Functions {
		if f.Base() == r.Functions[function].Base() {
			same = append(same, i)
		}
	}
	return same
}

// Contradiction returns the first key of a function that contradicts itself, so
// that the function cannot be replayed exactly; ok is false if there is none.
func (r *Record) Contradiction(function int) (key int, ok bool) {
	for i := range r.Keys {
		if r.Keys[i].Contradicts && int(r.Keys[i].Function) == function {
			return i, true
		}
	}
	return 0, false
}

// DependsOnCaches reports whether what a function is asked for depends on what
// caches hold, since bodies of recorded functions ask for it: its own if it is
// recursive, or those of others. If not, it is asked for the same at every
// maxsize, and [Record.Log] has that.
func (r *Record) DependsOnCaches(function int) bool {
	for i := range r.Keys {
		for _, s := range r.Keys[i].Asks {
			if k, ok := s.Key(); ok && int(r.Keys[k].Function) == function {
				return true
			}
		}
	}
	return false
}

// Log returns what the program itself asked a function for, in order: all that it
// is asked for, unless that depends on caches. Where the cache was cleared, the log
// just goes on.
func (r *Record) Log(function int) keylog.Log {
	var log keylog.Log
	numbers := map[int]int32{} // of keys that are in the log
	for _, s := range r.Statements {
		k, ok := s.Step.Key()
		if !ok || int(r.Keys[k].Function) != function {
			continue
		}
		n, known := numbers[k]
		if !known {
			n = int32(len(log.Keys))
			numbers[k] = n
			log.Keys = append(log.Keys, r.Keys[k].Args)
		}
		for range s.Times {
			log.Calls = append(log.Calls, n)
		}
	}
	return log
}
