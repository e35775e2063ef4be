package trace

import (
	"fmt"
	"slices"
	"testing"
)

// TestMomentIsItsStep: in the same recording a moment is found where it was.
func TestMomentIsItsStep(t *testing.T) {
	places := map[Place]int{}
	recs := append(recordings(t), Record(scriptOf("fibonacci", 0, 5, 26, 26, 5)))
	for _, rec := range recs {
		n := len(rec.Events)
		by := 1 + n/300 // a moment costs a pass over its call
		for step := -1; step <= n+1; step++ {
			if step > 3 && step < n-3 && step%by != 0 {
				continue
			}
			m := rec.Moment(step)
			places[m.At]++
			if got, want := rec.Find(m), max(0, min(step, n)); got != want {
				t.Fatalf("step %d of %v, which is %+v, is found at step %d", step, rec.Script, m, got)
			}
		}
	}
	for at := AtStart; at <= AtEnd; at++ {
		if places[at] == 0 {
			t.Errorf("no moment was at place %d", at)
		}
	}
}

// way are the keys of the calls on the way to a step from the prompt, outermost
// first, that of the step itself included.
func way(rec *Recording, step int) (keys []string) {
	e := rec.Events[step-1]
	state := rec.At(step - 1)
	if e.Kind == Store || e.Kind == Return {
		state.Stack = state.Stack[:len(state.Stack)-1]
	}
	for _, f := range state.Stack {
		keys = append(keys, rec.Call(f.Key))
	}
	return append(keys, rec.Call(e.Key))
}

// TestMomentAtAnotherSize: what is found in another recording is the call that
// was asked for, or one that it was made within.
func TestMomentAtAnotherSize(t *testing.T) {
	exact, within := 0, 0
	for _, s := range append(varied(), scriptOf("fibonacci", 0, 26, 26)) {
		if slices.ContainsFunc(s.Statements, func(st Statement) bool { return len(st.Args) == 1 && st.Args[0].Int() > 26 }) {
			continue // too long without a cache
		}
		recs := map[Size]*Recording{}
		for _, size := range []Size{0, 1, 2, 3, 7, None} {
			s.Size = size
			recs[size] = Record(s)
		}
		for _, asked := range recs {
			n := len(asked.Events)
			for step := 1; step < n; step += 1 + n/40 {
				m := asked.Moment(step)
				if m.At == AtLast {
					continue
				}
				e, want := asked.Events[step-1], []string(nil)
				if e.Kind != Cleared {
					want = way(asked, step)
				}
				for _, other := range recs {
					got := other.Find(m)
					if got == 0 || got == len(other.Events) {
						continue
					}
					where := fmt.Sprintf("step %d of %v at maxsize %s is found at step %d of maxsize %s", step, s, asked.Script.Size, got, other.Script.Size)
					if asked.Statement(step) != other.Statement(got) {
						t.Fatalf("%s, in another statement", where)
					}
					found := other.Events[got-1]
					if (found.Kind == Cleared) != (e.Kind == Cleared) {
						t.Fatalf("%s: a %d is a %d", where, e.Kind, found.Kind)
					}
					if found.Kind == Raise || found.Kind == Skip || found.Kind == Cleared {
						continue
					}
					is := way(other, got)
					switch {
					case len(is) > len(want) || !slices.Equal(is, want[:len(is)]):
						t.Fatalf("%s:\n%v, want\n%v", where, is, want)
					case len(is) < len(want):
						if within++; found.Kind != Hit {
							t.Fatalf("%s, in a call that goes on", where)
						}
					case e.Lookup() != found.Lookup() && found.Kind != Hit:
						t.Fatalf("%s: a %d is a %d", where, e.Kind, found.Kind)
					default:
						exact++
					}
				}
			}
		}
	}
	t.Log(exact, "moments were found,", within, "were within a hit")
	if exact < 1000 || within < 1000 {
		t.Error("these are too few")
	}
}

// TestMomentInWords writes one path out.
func TestMomentInWords(t *testing.T) {
	rec := Record(scriptOf("fibonacci", 0, 3, 1).With(times(2, 2)))
	// fibonacci(3): 1 miss 3, 2 miss 2, 3 miss 1, 4 return 1, 5 miss 0, 6 return 0,
	// 7 return 2, 8 miss 1, 9 return 1, 10 return 3; then 11 miss 1, 12 return 1.
	for step, want := range map[int]Moment{
		0:  {},
		1:  {At: AtLookup},
		3:  {At: AtLookup, Path: []int{0, 0}},
		6:  {At: AtExit, Path: []int{0, 1}},
		8:  {At: AtLookup, Path: []int{1}},
		10: {At: AtExit},
		11: {At: AtLookup, Statement: 1},
		13: {At: AtLookup, Statement: 2},
		19: {At: AtLookup, Statement: 2, Call: 1},
	} {
		got := rec.Moment(step)
		if got.At != want.At || got.Statement != want.Statement || got.Call != want.Call || !slices.Equal(got.Path, want.Path) {
			t.Errorf("step %d is %+v, want %+v", step, got, want)
		}
	}
}

// FuzzFind: whatever a moment names, it is found within the recording.
func FuzzFind(f *testing.F) {
	recs := []*Recording{Record(scriptOf("fibonacci", 3, 6, 1000, 5)), Record(scriptOf("fibonacci", 2)), stopped(100)}
	f.Add(uint8(1), 0, 0, 1, 2, 3)
	f.Add(uint8(2), 5, -1, -1, 0, 1<<40)
	f.Add(uint8(1), -5, -1, -1, 0, 1<<40)
	f.Fuzz(func(t *testing.T, at uint8, statement, call, a, b, c int) {
		m := Moment{At: Place(at), Statement: statement, Call: call, Path: []int{a, b, c}}
		for _, rec := range recs {
			if step := rec.Find(m); step < 0 || step > len(rec.Events) {
				t.Errorf("%+v is found at step %d of %d", m, step, len(rec.Events))
			}
		}
	})
}
