package trace

import (
	"iter"
	"math/rand/v2"
	"slices"
	"testing"
)

// fold tells the state at each step, from step 0 on, by the plainest means: it
// starts from nothing, knows no checkpoints, and finds the order by sorting the
// keys by the moment of their last use. A state is good until the next one.
func fold(rec *Recording) iter.Seq[State] {
	return func(yield func(State) bool) {
		used := map[int32]int{}
		s := State{Info: rec.Script.Size.empty()}
		if !yield(s) {
			return
		}
		for i, e := range rec.Events {
			s.Step = i + 1
			switch e.Kind {
			case Hit:
				s.Info.Hits++
				if !s.Info.Unbounded {
					used[e.Key] = s.Step
				}
			case Miss, Again:
				s.Info.Misses++
				s.Bodies++
				s.Split.add(e.Cause, s.Step) // see TestWhy on what it is
				s.Stack = append(s.Stack, Frame{Key: e.Key, Again: e.Kind == Again, Step: s.Step})
			case Store:
				s.Stack = s.Stack[:len(s.Stack)-1]
				if e.Evicts() {
					delete(used, e.Victim())
					s.Gone = append([]Eviction{{Key: e.Victim(), By: e.Key, Step: s.Step}}, s.Gone...)
				}
				used[e.Key] = s.Step
			case Return:
				s.Stack = s.Stack[:len(s.Stack)-1]
			case Raise:
				s.Stack = nil
			case Cleared:
				s.Info.Hits, s.Info.Misses, s.Gone, s.Split = 0, 0, nil, Misses{}
				used = map[int32]int{}
			default:
				panic("fold cannot follow this event")
			}
			if len(s.Gone) > keepGone {
				s.Gone = s.Gone[:keepGone]
			}
			if !e.Missed() { // which leaves the order alone
				s.Order = sorted(s.Order[:0], used)
			}
			s.Info.CurrSize = len(used)
			if !yield(s) {
				return
			}
		}
	}
}

// sorted appends the keys of used by growing step.
func sorted(order []int32, used map[int32]int) []int32 {
	type use struct {
		step int
		key  int32
	}
	var uses []use
	for key, step := range used {
		uses = append(uses, use{step, key})
	}
	slices.SortFunc(uses, func(a, b use) int { return a.step - b.step })
	for _, u := range uses {
		order = append(order, u.key)
	}
	return order
}

// foldTo is the state at one step, by fold.
func foldTo(rec *Recording, step int) State {
	for s := range fold(rec) {
		if s.Step == step {
			return s
		}
	}
	panic("no such step")
}

func same(a, b State) bool {
	return a.Step == b.Step && a.Info == b.Info && a.Split == b.Split && slices.Equal(a.Order, b.Order) &&
		slices.Equal(a.Stack, b.Stack) && slices.Equal(a.Gone, b.Gone)
}

// sum stands for a state where all states are too many to keep: FNV's hash of
// its numbers.
func sum(s State) uint64 {
	h := uint64(14695981039346656037)
	add := func(numbers ...int) {
		for _, n := range numbers {
			h = (h ^ uint64(n)) * 1099511628211
		}
	}
	add(s.Step, int(s.Info.Hits), int(s.Info.Misses), s.Info.CurrSize, len(s.Order), len(s.Stack))
	for _, key := range s.Order {
		add(int(key))
	}
	for _, f := range s.Stack {
		add(int(f.Key), f.Step)
	}
	for _, g := range s.Gone {
		add(int(g.Key), int(g.By), g.Step)
	}
	return h
}

// TestAt compares every state of every recording with the plain fold: going
// forward, going back, and jumping.
func TestAt(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	steps, longest := 0, 0
	for _, rec := range recordings(t) {
		last := len(rec.Events)
		steps, longest = steps+last, max(longest, last)
		var want []uint64
		for s := range fold(rec) {
			if got := rec.At(s.Step); !same(got, s) {
				t.Fatalf("step %d of %v:\n got %+v\nwant %+v", s.Step, rec.Script, got, s)
			}
			want = append(want, sum(s))
		}
		back := func(step int) {
			if got := rec.At(step); sum(got) != want[step] {
				t.Fatalf("step %d of %v, come back to:\n got %+v\nwant %+v", step, rec.Script, got, foldTo(rec, step))
			}
		}
		for step := last; step >= 0; step-- {
			back(step)
		}
		for range 50 {
			back(r.IntN(last + 1))
		}
	}
	t.Logf("%d steps, %d in the longest recording", steps, longest)
	if longest < 4*spacing {
		t.Errorf("the longest recording has %d steps: checkpoints are hardly used", longest)
	}
}

// TestAtBelongsToTheCaller: a state may be changed, as nobody else has it.
func TestAtBelongsToTheCaller(t *testing.T) {
	rec := Record(scriptOf("fibonacci", 5, 600))
	for _, step := range []int{100, spacing, spacing + 1, 2 * spacing, len(rec.Events)} {
		s := rec.At(step)
		for i := range s.Order {
			s.Order[i] = -1
		}
		for i := range s.Stack {
			s.Stack[i] = Frame{}
		}
		for i := range s.Gone {
			s.Gone[i] = Eviction{}
		}
		_ = append(append(s.Order, -1), -1)
		if got := rec.At(step); !same(got, foldTo(rec, step)) {
			t.Errorf("step %d changed with the state that was returned for it", step)
		}
	}
}

// TestAtIsClamped: a cursor beyond the ends stands at the ends.
func TestAtIsClamped(t *testing.T) {
	rec := Record(scriptOf("fibonacci", 2, 5))
	last := len(rec.Events)
	if got := rec.At(-1); !same(got, rec.At(0)) {
		t.Errorf("before the begin stands %+v", got)
	}
	if got := rec.At(last + 1); !same(got, rec.At(last)) {
		t.Errorf("behind the end stands %+v", got)
	}
}

// TestStateIsTheCaches: after each statement, what the events add up to is what
// the cache itself says of its counters, its entries and their order.
func TestStateIsTheCaches(t *testing.T) {
	scripts := varied()
	for _, c := range cpythonPrograms(t) {
		s, _ := c.script()
		scripts = append(scripts, s)
	}
	for _, s := range scripts {
		run := Start(Script{Program: s.Program, Given: s.Given, Size: s.Size})
		for i, st := range s.Statements {
			run.Append(st)
			rec := finish(run)
			state := rec.At(len(rec.Events))
			var order []int32
			for key := range run.memo.All() {
				order = append(order, int32(key))
			}
			if !slices.Equal(state.Order, order) {
				t.Errorf("after statement %d of %v: the events leave %v, the cache holds %v", i, s, state.Order, order)
			}
			if own := run.memo.CacheInfo(); state.Info != own || rec.Info() != own {
				t.Errorf("after statement %d of %v: the events leave %s, the cache says %s", i, s, state.Info, own)
			}
			if len(state.Stack) != 0 {
				t.Errorf("after statement %d of %v: %v still wait", i, s, state.Stack)
			}
		}
	}
}

// TestDepth: an event's depth is how many bodies waited before it.
func TestDepth(t *testing.T) {
	for _, rec := range recordings(t) {
		waiting := 0
		for i, e := range rec.Events {
			if e.Kind == Raise {
				waiting = 0
			}
			if e.Kind == Store || e.Kind == Return {
				waiting--
			}
			if int(e.Depth) != waiting {
				t.Fatalf("event %d of %v: depth %d, but %d wait", i, rec.Script, e.Depth, waiting)
			}
			if e.Missed() {
				waiting++
			}
		}
	}
}

// TestMissOrAgain: Miss is the first time the body begins for a key.
func TestMissOrAgain(t *testing.T) {
	for _, rec := range recordings(t) {
		begun := map[int32]bool{}
		for i, e := range rec.Events {
			if e.Missed() && begun[e.Key] != (e.Kind == Again) {
				t.Fatalf("event %d of %v: kind %d for key %d", i, rec.Script, e.Kind, e.Key)
			}
			if e.Missed() {
				begun[e.Key] = true
			}
		}
		if rec.Keys() != len(begun) {
			t.Errorf("%v: %d keys, want %d", rec.Script, rec.Keys(), len(begun))
		}
	}
}

// TestStatement looks for the statement of each step one by one.
func TestStatement(t *testing.T) {
	for _, rec := range recordings(t) {
		if got := rec.Statement(0); got != -1 {
			t.Errorf("step 0 belongs to statement %d", got)
		}
		for want, res := range rec.Results {
			for step := res.First + 1; step <= res.Last; step++ {
				if got := rec.Statement(step); got != want {
					t.Fatalf("step %d of %v belongs to statement %d, want %d", step, rec.Script, got, want)
				}
			}
		}
	}
}
