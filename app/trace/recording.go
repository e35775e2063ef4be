package trace

import (
	"sort"

	"playground/app/programs"
	"playground/lru"
)

// A Recording is what running a script gave. It never changes, not even while
// its Runner goes on. It shares memory with it, though, so Recording and Runner
// are for one goroutine.
type Recording struct {
	Script  Script
	Program programs.Program
	Events  []Event
	Results []Result

	args        []programs.Args  // by key
	functions   []int32          // by key; nil if there are not several
	results     []result         // by key; good if it is among the first returns
	returns     int32            // of how many keys there is a result
	texts       map[int32]string // of values, as they are asked for
	tops        []int32          // the index of every event that is a call at the top
	skips       map[int]skipped  // by index of the Skip event
	checkpoints []State          // by their Step
}

// A Result is what became of one statement.
type Result struct {
	Statement Statement
	Key       int32 // of its call; -1 if it is no call or was not run
	Outcome   Outcome
	Value     programs.Value // of the last call, or the programs.Exception that it raised; nil unless the Outcome is Returned
	Info      lru.CacheInfo  // after it
	Bodies    int            // how often the body of the chosen function ran, begun runs included
	First     int            // its events are Events[First:Last]
	Last      int
	Skipped   int // steps that were counted and not recorded
}

// A result is what the body returned first for a key: the first so many of all
// the keys that have one. Without a value it did not return yet.
type result struct {
	value   programs.Value
	returns int32
}

// skipped is what a Skip event leads to, asked of the cache itself.
type skipped struct {
	steps  int
	order  []int32
	info   lru.CacheInfo
	misses Misses
	bodies int // in all statements so far
}

// Keys is the number of distinct calls that were made. Their keys are the
// numbers from 0 on, in the order in which they were first made.
func (r *Recording) Keys() int { return len(r.args) }

// Args returns the arguments of a key. They are not to be changed.
func (r *Recording) Args(key int32) programs.Args { return r.args[key] }

// Argument is how the arguments of a key read: 8, or 'ab', 5_000_000.
func (r *Recording) Argument(key int32) string { return r.args[key].String() }

// NameOf is the name of the function that a key is of.
func (r *Recording) NameOf(key int32) string { return r.Program.NameOf(r.args[key]) }

// Own reports whether a key is of the chosen function, as it is where there are not
// several.
func (r *Recording) Own(key int32) bool {
	return r.functions == nil || r.functions[key] == int32(r.Program.Chosen)
}

// Distinct is the number of keys of the chosen function.
func (r *Recording) Distinct() int {
	n := len(r.args)
	for key := range r.functions {
		if !r.Own(int32(key)) {
			n--
		}
	}
	return n
}

// Size is the maxsize of the cache that a key belongs to.
func (r *Recording) Size(key int32) Size {
	if r.functions == nil {
		return r.Script.Size
	}
	return r.Script.sizeOf(&r.Program, int(r.functions[key]))
}

// MaxDepth is how many calls may wait in one another.
func (r *Recording) MaxDepth() int {
	if r.Program.MaxDepth > 0 {
		return r.Program.MaxDepth
	}
	return MaxDepth
}

// Failed reports whether the body raised an exception for a key: then that is its
// Value.
func (r *Recording) Failed(key int32) bool {
	_, raised := r.Value(key).(programs.Exception)
	return raised
}

// Call is the call that a key stands for, as one types it in Python:
// fibonacci(8).
func (r *Recording) Call(key int32) string {
	return r.NameOf(key) + "(" + r.Argument(key) + ")"
}

// Value returns what the body computed for a key; nil where it never returned,
// and for what is no key.
func (r *Recording) Value(key int32) programs.Value {
	if key < 0 || int(key) >= len(r.args) || r.results[key].returns > r.returns {
		return nil
	}
	return r.results[key].value
}

// Text returns the result for a key as Python prints it; "" where it never
// returned. It is worked out once: a number of a thousand digits takes longer to
// write than to draw.
func (r *Recording) Text(key int32) string {
	v := r.Value(key)
	if v == nil {
		return ""
	}
	text, ok := r.texts[key]
	if !ok {
		text = v.String()
		r.texts[key] = text
	}
	return text
}

// Skipped is the number of steps behind the Skip event at index i.
func (r *Recording) Skipped(i int) int { return r.skips[i].steps }

// Info is the cache's own cache_info() after the last statement that ran.
func (r *Recording) Info() lru.CacheInfo {
	for i := len(r.Results) - 1; i >= 0; i-- {
		if r.Results[i].Outcome != NotRun {
			return r.Results[i].Info
		}
	}
	return r.Script.Size.empty()
}

// Bodies is how often the body ran in all, in the statements that have ended.
func (r *Recording) Bodies() int {
	n := 0
	for _, res := range r.Results {
		n += res.Bodies
	}
	return n
}

// Statement returns the index of the statement that step belongs to: step 0
// stands before all, step k behind Events[k-1]. It is -1 at step 0.
func (r *Recording) Statement(step int) int {
	if n := len(r.Results); step > r.first(n) {
		return n // it has no result yet
	}
	return sort.Search(len(r.Results), func(i int) bool { return r.Results[i].First >= step }) - 1
}

func (s Size) empty() lru.CacheInfo {
	if s == None {
		return lru.CacheInfo{Unbounded: true}
	}
	return lru.CacheInfo{MaxSize: int(s)}
}
