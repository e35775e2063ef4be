package trace

// A Cause says why a step went as it did.
type Cause uint8

const (
	Unknown     Cause = iota // the steps that would tell were not recorded
	FirstTime                // a miss: nobody asked for it before
	Evicted                  // a miss: it was evicted
	Forgotten                // a miss: cache_clear() forgot it
	NeverStored              // a miss: the earlier call for it failed or was stopped
	Off                      // a miss: with maxsize 0 nothing is ever stored
	Kept                     // a hit: it was stored and not evicted since
	LeastRecent              // an eviction: nobody used the victim for longest
)

// A Why is the cause of one step. At is the step that explains it, 0 where no
// recorded one does: where the key was evicted (By is the key whose result
// needed the place), forgotten, abandoned or stored; for an eviction, where the
// victim was last used.
type Why struct {
	Cause Cause
	At    int
	By    int32
}

// Why explains a lookup or an eviction. It reads backwards from step, so it
// costs at most one pass over the recording; ask it for the step shown, not for
// all.
func (r *Recording) Why(step int) Why {
	if step < 1 || step > len(r.Events) {
		return Why{}
	}
	e := r.Events[step-1]
	switch {
	case e.Kind == Miss:
		return Why{Cause: FirstTime}
	case e.Kind == Again && r.Script.Size == 0:
		return Why{Cause: Off}
	case e.Kind == Again:
		return r.whyAgain(step-1, e.Key)
	case e.Kind == Hit:
		return r.whyThere(step-1, e.Key, Kept, false)
	case e.Evicts:
		return r.whyThere(step-1, e.Victim, LeastRecent, true)
	}
	return Why{}
}

// whyAgain finds what became of key before Events[i].
func (r *Recording) whyAgain(i int, key int32) Why {
	cleared, raised := 0, 0
	for i--; i >= 0; i-- {
		e := r.Events[i]
		switch {
		case e.Kind == Skip:
			return Why{}
		case e.Kind == Cleared:
			cleared = i + 1
		case e.Kind == Raise:
			raised = i + 1
		case e.Evicts && e.Victim == key && cleared == 0:
			return Why{Cause: Evicted, At: i + 1, By: e.Key}
		case e.Evicts && e.Victim == key:
			// Had it not been evicted, it would have been forgotten all the same:
			// no larger maxsize would have kept it.
			return Why{Cause: Forgotten, At: cleared}
		case e.Key == key && e.Kind == Store:
			return Why{Cause: Forgotten, At: cleared}
		case e.Key == key && e.Missed():
			return Why{Cause: NeverStored, At: raised}
		}
	}
	return Why{}
}

// whyThere finds the step before Events[i] that stored key or, where uses count,
// last used it.
func (r *Recording) whyThere(i int, key int32, cause Cause, uses bool) Why {
	for i--; i >= 0 && r.Events[i].Kind != Skip; i-- {
		e := r.Events[i]
		if e.Key == key && (e.Kind == Store || uses && e.Kind == Hit) {
			return Why{Cause: cause, At: i + 1}
		}
	}
	return Why{Cause: cause}
}
