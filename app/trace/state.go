package trace

import (
	"slices"
	"sort"

	"playground/lru"
)

// A Frame is a call that waits for its result, which is not stored yet.
type Frame struct {
	Key   int32
	Again bool // the body ran for this key before
	Step  int  // the step it began with
}

// An Eviction is one entry that lost its place.
type Eviction struct {
	Key  int32 // who had to go
	By   int32 // whose result needed the place
	Step int
}

// A State is all that is visible at one step. Where there are several functions,
// all but the Stack is about the chosen one.
type State struct {
	Step  int
	Order []int32    // the keys in the cache, least recently used first; unbounded: in the order they were stored
	Stack []Frame    // outermost first
	Gone  []Eviction // the last few, newest first
	Info  lru.CacheInfo
	Split Misses // Info.Misses by cause

	// Bodies is how often the body ran so far. Other than Info.Misses, it is not
	// set back by cache_clear().
	Bodies int
}

// Misses are the misses by their cause. Like the counters of the cache,
// cache_clear() sets them back to 0.
type Misses [Off + 1]struct {
	Count int
	First int // the step of the first one; 0 if it was not recorded
}

func (m *Misses) add(c Cause, step int) {
	if m[c].Count++; m[c].Count == 1 {
		m[c].First = step
	}
}

const (
	// spacing is how many events are between two checkpoints; where a checkpoint holds
	// more keys than that, so many.
	spacing  = 512
	keepGone = 3
)

// At returns the state after the first step events; step is from 0 (an empty
// cache) to len(Events), and clamped to that. The result belongs to the caller.
// It costs the replay of at most 511 events, or of as many as there are keys in the
// cache, and that of copying these.
func (r *Recording) At(step int) State {
	step = max(0, min(step, len(r.Events)))
	s := State{Info: r.Script.Size.empty()}
	if c := r.upTo(step); c > 0 {
		s = r.checkpoints[c-1]
		s.Stack = slices.Clone(s.Stack)
		s.Gone = slices.Clone(s.Gone)
	}
	o := order{keys: slices.Clone(s.Order)}
	for s.Step < step {
		r.step(&s, &o)
	}
	s.Order = o.closed()
	return s
}

// upTo is how many checkpoints there are up to a step.
func (r *Recording) upTo(step int) int {
	return sort.Search(len(r.checkpoints), func(i int) bool { return r.checkpoints[i].Step > step })
}

// step replays one event onto s, but for the order of keys, which is o.
func (r *Recording) step(s *State, o *order) {
	i := s.Step
	e := r.Events[i]
	s.Step++
	if r.functions != nil && !r.own(e) {
		s.pass(e)
		return
	}
	switch e.Kind {
	case Hit:
		s.Info.Hits++
		if r.Script.Size != None {
			o.use(e.Key)
		}
	case Miss, Again:
		s.Info.Misses++
		s.Bodies++
		s.Split.add(e.Cause, s.Step)
		s.Stack = append(s.Stack, Frame{e.Key, e.Kind == Again, s.Step})
	case Store:
		s.Stack = s.Stack[:len(s.Stack)-1]
		if e.Evicts() {
			o.remove(e.Victim())
			s.Gone = slices.Insert(s.Gone, 0, Eviction{e.Victim(), e.Key, s.Step})
			s.Gone = s.Gone[:min(len(s.Gone), keepGone)]
		}
		o.add(e.Key)
	case Return, Failed:
		s.Stack = s.Stack[:len(s.Stack)-1]
	case Raise:
		s.Stack = s.Stack[:0]
	case Cleared:
		o.reset(nil)
		s.Gone = s.Gone[:0]
		s.Info.Hits, s.Info.Misses, s.Split = 0, 0, Misses{}
	case Skip:
		s.Stack, s.Gone = s.Stack[:0], s.Gone[:0]
		o.reset(r.skips[i].order)
		s.Info, s.Split, s.Bodies = r.skips[i].info, r.skips[i].misses, r.skips[i].bodies
	}
	s.Info.CurrSize = o.len()
}

// pass replays an event of a function that is not the chosen one.
func (s *State) pass(e Event) {
	switch {
	case e.Missed():
		s.Stack = append(s.Stack, Frame{e.Key, e.Kind == Again, s.Step})
	case e.leaves():
		s.Stack = s.Stack[:len(s.Stack)-1]
	}
}

// own reports whether an event is about the chosen function, or about all.
func (r *Recording) own(e Event) bool {
	switch {
	case r.functions == nil || e.Kind == Raise || e.Kind == Skip:
		return true
	case e.Kind == Cleared:
		return e.Function() == r.Program.Chosen
	}
	return r.functions[e.Key] == int32(r.Program.Chosen)
}
