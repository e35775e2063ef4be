package trace

import (
	"playground/app/programs"
	"playground/lru"
)

// A Kind says what happened in one step.
type Kind uint8

const (
	Hit     Kind = iota // the key was in the cache: answered, and made the most recent
	Miss                // it was not, and never was: the body begins
	Again               // it was not, though the body ran for it before: the body begins again
	Store               // the body returned, its result is stored; Evicts tells whether that cost the Victim its place
	Return              // the body returned, nothing is stored: maxsize is 0
	Raise               // the statement ended early: every waiting call is abandoned, nothing of them is stored
	Cleared             // cache_clear()
	Skip                // Skipped steps in a row that were counted and not recorded
)

// An Event is one step of a run. Cache and counters change in events alone, one
// change a step.
type Event struct {
	Kind   Kind
	Evicts bool
	Depth  int16 // how many bodies were waiting when it happened
	Key    int32
	Victim int32
}

// Lookup reports whether the event is a call: a hit or a miss.
func (e Event) Lookup() bool { return e.Kind <= Again }

// Missed reports whether the body begins with this event.
func (e Event) Missed() bool { return e.Kind == Miss || e.Kind == Again }

// An Outcome says how a statement ended.
type Outcome uint8

const (
	Returned       Outcome = iota // with a value
	RecursionError                // Python's limit: more than 999 calls in one another
	OverBudget                    // it would have taken too long, and was stopped
	Stopped                       // by hand
	NotRun                        // because an earlier one was stopped by hand
)

// A Result is what became of one statement.
type Result struct {
	Statement Statement
	Outcome   Outcome
	Value     programs.Value // of the last call; nil unless the Outcome is Returned
	Info      lru.CacheInfo  // after it
	Bodies    int            // how often the body ran, begun runs included
	First     int            // its events are Events[First:Last]
	Last      int
	Skipped   int // steps that were counted and not recorded
}

// A Recording is what running a script gave. It grows while its Runner runs;
// what is recorded never changes.
type Recording struct {
	Script  Script
	Program programs.Program
	Events  []Event
	Results []Result

	tops        []int32 // the index of every event that is a call at the top
	values      map[int32]programs.Value
	texts       map[int32]string // of values, as they are asked for
	skips       map[int]skipped  // by index of the Skip event
	checkpoints []checkpoint     // one every spacing events
}

// skipped is what a Skip event leads to, asked of the cache itself.
type skipped struct {
	steps int
	order []int32
	info  lru.CacheInfo
}

// Value returns what the body computed for a key; nil where it never returned.
func (r *Recording) Value(key int) programs.Value { return r.values[int32(key)] }

// Text returns the result for a key as Python prints it; "" where it never
// returned. It is worked out once: a number of a thousand digits takes longer to
// write than to draw. Unlike the rest of a Recording, Text is for one goroutine.
func (r *Recording) Text(key int) string {
	text, ok := r.texts[int32(key)]
	if v := r.Value(key); !ok && v != nil {
		text = v.String()
		r.texts[int32(key)] = text
	}
	return text
}

// Keys is the number of distinct keys that a result was computed for or begun.
func (r *Recording) Keys() int { return len(r.values) }

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

// Bodies is how often the body ran in all.
func (r *Recording) Bodies() int {
	n := 0
	for _, res := range r.Results {
		n += res.Bodies
	}
	return n
}

// Statement returns the index of the result that step belongs to: step 0 stands
// before all, step k behind Events[k-1]. It is -1 at step 0.
func (r *Recording) Statement(step int) int {
	lo, hi := 0, len(r.Results)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.Results[mid].First < step {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

func (s Size) empty() lru.CacheInfo {
	if s == None {
		return lru.CacheInfo{Unbounded: true}
	}
	return lru.CacheInfo{MaxSize: int(s)}
}

// Argument is how the arguments of a key read: 8, or 5_000_000.
func (r *Recording) Argument(key int32) string { return programs.Literal(int(key)) }

// Call is the call that a key stands for, as one types it in Python:
// fibonacci(8).
func (r *Recording) Call(key int32) string {
	return r.Program.Name + "(" + r.Argument(key) + ")"
}
