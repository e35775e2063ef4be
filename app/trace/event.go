package trace

// An Event is one step of a run. Cache and counters change in events alone, one
// change a step.
type Event struct {
	Kind  Kind
	Cause Cause // why a lookup or a Store went as it did
	Depth int16 // how many bodies were waiting when it happened
	Key   int32 // of a Raise or a Skip, the statement's call; -1 for a Cleared, which has none
	other int32 // the victim of a Store; of a lookup, the step that explains it; of a Cleared, the function
}

// A Kind says what happened in one step.
type Kind uint8

const (
	Hit     Kind = iota // the key was in the cache: answered, and made the most recent
	Miss                // it was not, and never was: the body begins
	Again               // it was not, though the body ran for it before: the body begins again
	Store               // the body returned, its result is stored; Evicts tells whether that cost the Victim its place
	Return              // the body returned, nothing is stored: maxsize is 0, or there is a result for the key by now
	Raise               // the statement ended early: every waiting call is abandoned, nothing of them is stored
	Failed              // the body raised an exception: nothing is stored, and whoever called it goes on
	Cleared             // cache_clear(), or a new cache; see Event.Fresh
	Skip                // Skipped steps in a row that were counted and not recorded
)

// Lookup reports whether the event is a call: a hit or a miss.
func (e Event) Lookup() bool { return e.Kind <= Again }

// leaves reports whether a body ends with the event.
func (e Event) leaves() bool { return e.Kind == Store || e.Kind == Return || e.Kind == Failed }

// Missed reports whether the body begins with this event.
func (e Event) Missed() bool { return e.Kind == Miss || e.Kind == Again }

// Evicts reports whether storing a result cost another entry its place.
func (e Event) Evicts() bool { return e.Kind == Store && e.Cause == LeastRecent }

// Victim is the key that lost its place to a Store that Evicts, and -1 for any
// other event.
func (e Event) Victim() int32 {
	if e.Evicts() {
		return e.other
	}
	return -1
}

// Fresh reports that a Cleared is no cache_clear(), but a function's being decorated
// anew, as the function around it ran again: it has a new and empty cache.
func (e Event) Fresh() bool { return e.Kind == Cleared && e.Cause == Decorated }

// Function is the one whose cache a Cleared empties, 0 where there are not several
// and for any other event.
func (e Event) Function() int {
	if e.Kind == Cleared {
		return int(e.other)
	}
	return 0
}

// A Cause says why a step went as it did.
type Cause uint8

const (
	Unknown     Cause = iota // of a step that is no lookup and evicts nothing
	FirstTime                // a miss: nobody asked for it before
	Evicted                  // a miss: it was evicted
	Forgotten                // a miss: cache_clear() forgot it
	NeverStored              // a miss: the earlier call for it failed, was stopped, or is still running
	Off                      // a miss: with maxsize 0 nothing is ever stored
	Kept                     // a hit: it was stored and not evicted since
	LeastRecent              // an eviction: nobody used the victim for longest
	Decorated                // a new cache: the function was decorated anew
)

// An Outcome says how a statement ended.
type Outcome uint8

const (
	Returned       Outcome = iota // with a value
	RecursionError                // Python's limit: more than 999 calls in one another
	OverBudget                    // it would have taken too long, and was stopped
	Stopped                       // by hand
	NotRun                        // because an earlier one was stopped by hand, or the limit of a record was reached
)
