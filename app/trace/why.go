package trace

// A Why is the cause of one step. At is the step that explains it, 0 where no
// recorded one does: where the key was evicted (By is the key whose result
// needed the place), forgotten, abandoned or stored; for an eviction, where the
// victim was last used.
type Why struct {
	Cause Cause
	At    int
	By    int32
}

// Why explains a lookup or an eviction; the zero Why stands for any other step,
// and for a miss of which the steps that would tell were not recorded. For an
// eviction it reads backwards from step, so it costs at most one pass over the
// recording; ask it for the step shown, not for all.
func (r *Recording) Why(step int) Why {
	if step < 1 || step > len(r.Events) {
		return Why{}
	}
	e := r.Events[step-1]
	why := Why{Cause: e.Cause, At: int(e.other)}
	switch {
	case e.Evicts():
		why.At = r.lastUse(step-1, e.Victim())
	case e.Cause == FirstTime || e.Cause == Off:
		why.At = 0
	case e.Missed() && why.At == 0:
		return Why{}
	case e.Cause == Evicted:
		why.By = r.Events[why.At-1].Key
	}
	return why
}

// lastUse returns the last step before Events[i] that stored or hit key, 0 if
// that was not recorded.
func (r *Recording) lastUse(i int, key int32) (step int) {
	for i--; i >= 0 && r.Events[i].Kind != Skip; i-- {
		if e := r.Events[i]; e.Key == key && (e.Kind == Store || e.Kind == Hit) {
			return i + 1
		}
	}
	return 0
}
