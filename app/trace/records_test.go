package trace_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/trace"
	"playground/lru"
)

// drawRecord draws a record of some functions: bodies that ask for keys with larger
// numbers, of any function, raise, and clear caches; functions that are decorated
// inside others; and what the program itself asks for.
func drawRecord(r *rand.Rand) *calls.Record {
	rec := &calls.Record{Whole: true}
	for f := range 1 + r.IntN(4) {
		rec.Functions = append(rec.Functions, calls.Function{
			Name: fmt.Sprintf("f%d", f), MaxSize: r.IntN(5), Unbounded: r.IntN(4) == 0, Within: -1,
		})
	}
	keys := 3 + r.IntN(12)
	for k := range keys {
		key := calls.Key{Function: int32(r.IntN(len(rec.Functions))), Args: fmt.Sprint(k), Text: fmt.Sprintf("r%d", k)}
		key.Outcome = calls.Returned
		if r.IntN(5) == 0 {
			key.Outcome = calls.Raised
		}
		for k+1 < keys && r.IntN(3) > 0 && len(key.Asks) < 4 {
			key.Asks = append(key.Asks, calls.Ask(k+1+r.IntN(keys-k-1)))
		}
		if r.IntN(8) == 0 {
			key.Asks = append(key.Asks, calls.Clear(r.IntN(len(rec.Functions))))
		}
		rec.Keys = append(rec.Keys, key)
	}
	if f := len(rec.Functions) - 1; f > 0 && r.IntN(2) == 0 {
		// The keys of the last function are asked for by the key around it alone.
		rec.Functions[f].Within = 0
		rec.Keys[0].Function = 0
	}
	for range 4 + r.IntN(20) {
		st := calls.Statement{Step: calls.Ask(r.IntN(keys)), Times: 1 + r.IntN(2)}
		if r.IntN(8) == 0 {
			st = calls.Statement{Step: calls.Clear(r.IntN(len(rec.Functions))), Times: 1}
		}
		rec.Statements = append(rec.Statements, st)
	}
	return rec
}

// sizesOf are those of a record with another one for its first function.
func sizesOf(size trace.Size) map[int]lru.Option {
	if size == trace.None {
		return map[int]lru.Option{0: lru.Unbounded()}
	}
	return map[int]lru.Option{0: lru.MaxSize(int(size))}
}

// TestDrawnRecords: whichever function is chosen, a recording says of its cache what
// calls.Replay says; its events end with the same; no event is out of place in a
// tree; and the curve is what recordings at each size cost.
func TestDrawnRecords(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 1))
	failed, fresh, cleared, foreign := 0, 0, 0, 0
	for range 400 {
		rec := drawRecord(r)
		size := trace.Size(r.IntN(6) - 1)
		infos, err := calls.Replay{Sizes: sizesOf(size)}.Run(rec)
		if err != nil {
			t.Fatal(err)
		}
		p := rec.Program(0).Choose(0, int(size))
		for f := range rec.Functions {
			p = p.Choose(f, p.Functions[p.Chosen].MaxSize)
			got := trace.Record(trace.ScriptOf(rec, p))
			if got.Info() != infos[f] {
				t.Fatalf("%s of %+v: %s, want %s", p.Name, rec, got.Info(), infos[f])
			}
			bodies := 0
			for step := range len(got.Events) + 1 {
				st := got.At(step)
				if int(st.Info.CurrSize) != len(st.Order) || st.Bodies < bodies {
					t.Fatalf("step %d of %+v: %+v", step, rec, st)
				}
				bodies = st.Bodies
				for _, key := range st.Order {
					if !got.Own(key) {
						t.Fatalf("step %d: %s is in the cache of %s", step, got.Call(key), p.Name)
					}
				}
				named := step
				for named > 0 && got.Events[named-1].Kind == trace.Cleared && got.Events[named-1].Depth > 0 {
					named-- // what a body clears has no name of its own
				}
				if m := got.Moment(step); got.Find(m) != named {
					t.Fatalf("step %d of %+v is found at %d: %+v", step, rec, got.Find(m), m)
				}
				if step == 0 {
					continue
				}
				switch e := got.Events[step-1]; {
				case e.Kind == trace.Failed:
					failed++
				case e.Fresh():
					fresh++
				case e.Kind == trace.Cleared:
					cleared++
				case !got.Own(e.Key):
					foreign++
				}
			}
			if last := got.At(len(got.Events)); last.Info != infos[f] || last.Bodies != got.Bodies() || len(last.Stack) > 0 {
				t.Fatalf("%s of %+v: the events end with %+v, want %s and %d bodies", p.Name, rec, last, infos[f], got.Bodies())
			}
		}
		p = p.Choose(0, p.Functions[p.Chosen].MaxSize)
		s := trace.ScriptOf(rec, p)
		sweep := trace.NewSweep(s, 5)
		for sweep.Next() {
		}
		for _, point := range sweep.Points() {
			s.Size = point.Size
			if want := trace.Record(s).Bodies(); point.Bodies != want || point.More {
				t.Fatalf("at maxsize %s the curve says %d, a recording %d", point.Size, point.Bodies, want)
			}
		}
	}
	if failed == 0 || fresh == 0 || cleared == 0 || foreign == 0 {
		t.Errorf("%d failed, %d fresh, %d cleared, %d foreign: something was not drawn", failed, fresh, cleared, foreign)
	}
}

// TestLongRecord: of very many statements most are one, and nothing is lost but the
// single steps.
func TestLongRecord(t *testing.T) {
	rec := &calls.Record{Functions: []calls.Function{{Name: "f", MaxSize: 10, Within: -1}}}
	const keys, many = 500, 300_000
	for k := range keys {
		rec.Keys = append(rec.Keys, calls.Key{Args: fmt.Sprint(k), Outcome: calls.Returned, Text: "x"})
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range many {
		rec.Statements = append(rec.Statements, calls.Statement{Step: calls.Ask(r.IntN(keys)), Times: 1})
	}
	s := trace.ScriptOf(rec, rec.Program(0))
	got := trace.Record(s)
	infos, err := calls.Replay{}.Run(rec)
	if err != nil {
		t.Fatal(err)
	}
	if got.Info() != infos[0] || got.At(len(got.Events)).Info != infos[0] {
		t.Errorf("%s, the events end with %s, want %s", got.Info(), got.At(len(got.Events)).Info, infos[0])
	}
	last := s.Statements[len(s.Statements)-1]
	if n := len(s.Statements); n > 2001 || last.Op != trace.Rest || last.Times != many-n+1 {
		t.Errorf("%d statements, the last is %+v", n, last)
	}
	if say := last.Of(*s.Given); !strings.Contains(say, "298000 calls") {
		t.Errorf("the last statement reads %q", say)
	}
}

// TestDeepRecord: a record of a program that raised Python's recursion limit goes as
// deep as that did, and one that would go deeper at a smaller size than Python
// allows ends in its RecursionError.
func TestDeepRecord(t *testing.T) {
	chain := func(n int, statements ...int) *calls.Record {
		rec := &calls.Record{Functions: []calls.Function{{Name: "f", Unbounded: true, Within: -1}}}
		for k := range n {
			key := calls.Key{Args: fmt.Sprint(k), Outcome: calls.Returned, Text: "x"}
			if k > 0 {
				key.Asks = []calls.Step{calls.Ask(k - 1)}
			}
			rec.Keys = append(rec.Keys, key)
		}
		for _, k := range statements {
			rec.Statements = append(rec.Statements, calls.Statement{Step: calls.Ask(k), Times: 1})
		}
		return rec
	}
	for _, tt := range []struct {
		rec     *calls.Record
		size    trace.Size
		outcome trace.Outcome
	}{
		{chain(3000, 2999), trace.None, trace.Returned},
		{chain(3000, 2999), 1, trace.Returned},
		{chain(1800, 900, 1799), trace.None, trace.Returned},
		{chain(1800, 900, 1799), 0, trace.RecursionError},
	} {
		p := tt.rec.Program(0)
		s := trace.ScriptOf(tt.rec, p)
		s.Size = tt.size
		got := trace.Record(s)
		if o := got.Results[len(got.Results)-1].Outcome; o != tt.outcome {
			t.Errorf("%d keys at maxsize %s end with outcome %d, want %d", len(tt.rec.Keys), tt.size, o, tt.outcome)
		}
	}
}
