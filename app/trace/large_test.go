package trace

import (
	"fmt"
	"slices"
	"testing"

	record "playground/app/calls"
)

// chains is a record of some calls, each of which goes so deep: f(n) asks for f(n-1),
// and then for f(n-back) if there is one.
func chains(number, deep, back, maxsize int) *record.Record {
	rec := &record.Record{Whole: true, Functions: []record.Function{{Name: "f", MaxSize: maxsize, Within: -1}}}
	for c := range number {
		first := len(rec.Keys)
		for n := range deep {
			key := record.Key{Args: fmt.Sprintf("%d, %d", c, deep-n), Outcome: record.Returned, Text: "1"}
			for _, by := range []int{1, back} {
				if n+by < deep {
					key.Asks = append(key.Asks, record.Ask(first+n+by))
				}
			}
			rec.Keys = append(rec.Keys, key)
		}
		rec.Statements = append(rec.Statements, record.Statement{Step: record.Ask(first), Times: 1})
	}
	return rec
}

// TestRecordHasOneBudget: the calls of a record that takes too long are stopped
// together, not one after the other.
func TestRecordHasOneBudget(t *testing.T) {
	r := chains(4, 60, 2, 0)
	r.Statements[0] = record.Statement{Step: record.Ask(50), Times: 1} // is soon done
	rec := Record(ScriptOf(r, r.Program(0)))
	var got []Outcome
	for _, res := range rec.Results {
		got = append(got, res.Outcome)
	}
	if want := []Outcome{Returned, OverBudget, NotRun, NotRun}; !slices.Equal(got, want) || rec.Bodies() != MaxBodies+1 {
		t.Errorf("the outcomes are %v after %d bodies, want %v after %d", got, rec.Bodies(), want, MaxBodies+1)
	}
	run := Start(rec.Script)
	for run.Next() {
	}
	run.Append(Statement{Op: Clear, Times: 1})
	for run.Next() {
	}
	if results := run.Recording().Results; len(results) != 5 || results[4].Outcome != Returned || run.Recording().Info().Misses != 0 {
		t.Errorf("after cache_clear() there are %d results, and %s", len(results), run.Recording().Info())
	}
}

// TestLargeRecord: however many calls a record has and however large its cache is, the
// memory is that of its events, and every step has its state. The counters are those of
// the record replayed.
func TestLargeRecord(t *testing.T) {
	loop := &record.Record{Whole: true, Functions: []record.Function{{Name: "f", Within: -1}}}
	for k := range 20_000 {
		loop.Keys = append(loop.Keys, record.Key{Args: fmt.Sprint(k), Outcome: record.Returned, Text: "1"})
	}
	for i := range 100_000 {
		loop.Statements = append(loop.Statements, record.Statement{Step: record.Ask(i * i % 20_000 * 7 % 20_000), Times: 1})
	}
	for i := range 20_000 {
		loop.Statements = append(loop.Statements, record.Statement{Step: record.Ask(i), Times: 1})
	}
	for name, r := range map[string]*record.Record{"deep calls": chains(1500, 100, 2, 0), "a loop": loop} {
		for _, size := range []int{1000, 150_000} {
			r.Functions[0].MaxSize = size
			rec := Record(ScriptOf(r, r.Program(0)))
			infos, err := record.Replay{}.Run(r)
			if err != nil {
				t.Fatal(err)
			}
			if got := rec.Info(); got != infos[0] {
				t.Errorf("%s at maxsize %d: %s, replayed it is %s", name, size, got, infos[0])
			}
			entries := 0
			for _, s := range rec.checkpoints {
				entries += len(s.Order) + len(s.Stack)
			}
			for _, s := range rec.skips {
				entries += len(s.order)
			}
			if entries > 4*len(rec.Events) {
				t.Errorf("%s at maxsize %d: states have %d entries of %d events", name, size, entries, len(rec.Events))
			}
			last := slices.IndexFunc(rec.Events, func(e Event) bool { return e.Kind == Skip })
			if last < 0 {
				last = len(rec.Events)
			}
			for _, step := range []int{0, last / 3, last / 2, last - 1, last} {
				used := map[int32]int{}
				for i, e := range rec.Events[:step] {
					switch {
					case e.Evicts():
						delete(used, e.Victim())
						used[e.Key] = i
					case e.Kind == Hit || e.Kind == Store:
						used[e.Key] = i
					}
				}
				if got, want := rec.At(step).Order, sorted(nil, used); !slices.Equal(got, want) {
					t.Errorf("%s at maxsize %d, step %d: the cache has %d keys, want %d; or another order", name, size, step, len(got), len(want))
				}
			}
		}
	}
}
