package trace

import (
	"maps"
	"slices"
	"testing"
)

// explain tells why each step went as it did by going forward: it writes down
// what becomes of each key at the moment when it happens. Why finds the same by
// looking back.
func explain(rec *Recording) []Why {
	stored, used := map[int32]int{}, map[int32]int{} // of the keys in the cache
	fate := map[int32]Why{}                          // of those that are not
	var waiting []int32
	whys := []Why{{}} // of step 0
	for i, e := range rec.Events {
		step, why := i+1, Why{}
		switch e.Kind {
		case Hit:
			why = Why{Cause: Kept, At: stored[e.Key]}
			used[e.Key] = step
		case Miss, Again:
			why = Why{Cause: FirstTime}
			if f, asked := fate[e.Key]; asked {
				why = f
			}
			waiting = append(waiting, e.Key)
		case Store:
			waiting = waiting[:len(waiting)-1]
			if e.Evicts() {
				why = Why{Cause: LeastRecent, At: used[e.Victim()]}
				fate[e.Victim()] = Why{Cause: Evicted, At: step, By: e.Key}
				delete(stored, e.Victim())
				delete(used, e.Victim())
			}
			stored[e.Key], used[e.Key] = step, step
		case Return:
			waiting = waiting[:len(waiting)-1]
			fate[e.Key] = Why{Cause: Off}
		case Cleared:
			for key := range stored {
				fate[key] = Why{Cause: Forgotten, At: step}
			}
			for key, f := range fate {
				if f.Cause == Evicted { // which makes no difference any more
					fate[key] = Why{Cause: Forgotten, At: step}
				}
			}
			stored, used = map[int32]int{}, map[int32]int{}
		case Raise:
			for _, key := range waiting {
				fate[key] = Why{Cause: NeverStored, At: step}
				if rec.Script.Size == 0 {
					fate[key] = Why{Cause: Off}
				}
			}
			waiting = nil
		}
		whys = append(whys, why)
	}
	return whys
}

// everyCause has each cause in it.
func everyCause() []Script {
	return []Script{
		scriptOf("factorial", 2, 3, 2, 5, 3, cacheClear, 5, 3, 1500, -1, -1, 1500, 3),
		scriptOf("fibonacci", 0, 6, cacheClear, 1000, 6),
		scriptOf("fibonacci", 128, 1000, 1000, 300, cacheClear, 1000, 300),
	}
}

// lookBack tells why a lookup went as it did by the plainest means: it goes back
// from there until it finds what became of the key.
func lookBack(rec *Recording, step int) Why {
	e := rec.Events[step-1]
	cleared, raised := 0, 0
	for i := step - 2; i >= 0; i-- {
		before := rec.Events[i]
		switch {
		case before.Kind == Cleared:
			cleared = i + 1
		case before.Kind == Raise:
			raised = i + 1
		case before.Evicts() && before.Victim() == e.Key && cleared == 0:
			return Why{Cause: Evicted, At: i + 1, By: before.Key}
		case before.Evicts() && before.Victim() == e.Key:
			// Had it not been evicted, it would have been forgotten all the same:
			// no larger maxsize would have kept it.
			return Why{Cause: Forgotten, At: cleared}
		case before.Key != e.Key:
		case before.Kind == Store && e.Kind == Hit:
			return Why{Cause: Kept, At: i + 1}
		case before.Kind == Store:
			return Why{Cause: Forgotten, At: cleared}
		case before.Missed() && rec.Script.Size == 0:
			return Why{Cause: Off}
		case before.Missed():
			return Why{Cause: NeverStored, At: raised}
		}
	}
	return Why{Cause: FirstTime}
}

func TestWhy(t *testing.T) {
	recs := recordings(t)
	for _, s := range everyCause() {
		recs = append(recs, Record(s))
	}
	seen := map[Cause]int{}
	for _, rec := range recs {
		split := Misses{}
		for step, want := range explain(rec) {
			got := rec.Why(step)
			if got != want {
				t.Fatalf("step %d of %v: %+v, want %+v", step, rec.Script, got, want)
			}
			seen[got.Cause]++
			if step == 0 {
				continue
			}
			e := rec.Events[step-1]
			if e.Lookup() && (step < 3000 || step%97 == 0) { // to look back takes long
				if back := lookBack(rec, step); got != back {
					t.Fatalf("step %d of %v: %+v, looking back %+v", step, rec.Script, got, back)
				}
			}
			if e.Kind == Cleared {
				split = Misses{}
			}
			if e.Missed() {
				split.add(want.Cause, step)
			}
			if step%61 == 0 || step == len(rec.Events) {
				if state := rec.At(step); state.Split != split || split.all() != int(state.Info.Misses) {
					t.Fatalf("step %d of %v: misses %+v of %d, want %+v", step, rec.Script, state.Split, state.Info.Misses, split)
				}
			}
		}
	}
	t.Log("causes:", seen)
	for _, c := range []Cause{FirstTime, Evicted, Forgotten, NeverStored, Off, Kept, LeastRecent} {
		if seen[c] == 0 {
			t.Errorf("cause %d was not among them", c)
		}
	}
}

func (m Misses) all() int {
	n := 0
	for _, kind := range m {
		n += kind.Count
	}
	return n
}

// TestSplitOfWhatIsCounted: where steps are only counted, their misses are split
// all the same.
func TestSplitOfWhatIsCounted(t *testing.T) {
	for _, tt := range []struct {
		script Script
		again  Cause // of the misses that are not the first
	}{
		{scriptOf("fibonacci", 0, 27), Off},
		{scriptOf("fibonacci", 1, 27), Evicted},
	} {
		rec := Record(tt.script)
		if rec.Results[0].Skipped == 0 {
			t.Fatal("nothing was skipped")
		}
		st := rec.At(len(rec.Events))
		got, want := st.Split, 2*317_811-1
		if got[FirstTime].Count != 28 || got[tt.again].Count != want-28 || got.all() != int(rec.Info().Misses) || st.Bodies != want {
			t.Errorf("%v: %+v, %d bodies", tt.script, got, st.Bodies)
		}
	}
}

// TestWhyInWords writes one story out.
func TestWhyInWords(t *testing.T) {
	// 1 miss 5, 2 store 5, 3 miss 6, 4 store 6, 5 hit 5, 6 miss 7, 7 store 7 which
	// evicts 6, 8 hit 5, 9 miss 6 again, 10 store 6 which evicts 7.
	rec := Record(scriptOf("calc_pi", 2, 5, 6, 5, 7, 5, 6))
	want := map[int]Why{
		0:  {},
		1:  {Cause: FirstTime},
		2:  {},
		5:  {Cause: Kept, At: 2},
		7:  {Cause: LeastRecent, At: 4},
		8:  {Cause: Kept, At: 2},
		9:  {Cause: Evicted, At: 7, By: 2},
		10: {Cause: LeastRecent, At: 7},
		11: {}, // there is none
		-1: {},
	}
	for _, step := range slices.Sorted(maps.Keys(want)) {
		if got := rec.Why(step); got != want[step] {
			t.Errorf("step %d: %+v, want %+v", step, got, want[step])
		}
	}
}

// TestWhyUnknown: what was not recorded cannot explain anything.
func TestWhyUnknown(t *testing.T) {
	rec := Record(scriptOf("fibonacci", 1, 27, 27, 5))
	skip := rec.Results[0].Last
	if rec.Events[skip-1].Kind != Skip {
		t.Fatal("nothing was skipped")
	}
	if got := rec.Why(skip); got != (Why{}) {
		t.Errorf("the skipped steps: %+v", got)
	}
	// The hit on 27: it is kept, but where it was stored is not recorded.
	if got, want := rec.Why(skip+1), (Why{Cause: Kept}); got != want {
		t.Errorf("a hit after them: %+v, want %+v", got, want)
	}
	// 5 was computed before and is not there: nobody saw it go.
	if e := rec.Events[skip+1]; e.Kind != Again || e.Key != keyOf(rec, 5) {
		t.Fatalf("not a miss of 5: %+v", e)
	}
	if got := rec.Why(skip + 2); got != (Why{}) {
		t.Errorf("a miss after them: %+v", got)
	}
}
