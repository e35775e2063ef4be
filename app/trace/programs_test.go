package trace

import (
	"math/big"
	"slices"
	"testing"

	"playground/app/programs"
	"playground/app/programs/programstest"
)

// calls is a script that makes each of the calls once.
func calls(p programs.Program, size Size, list ...programs.Args) Script {
	s := NewScript(p, size)
	for _, args := range list {
		s = s.With(Statement{Op: Call, Args: args, Times: 1})
	}
	return s
}

// TestOff: without a cache the body runs as often as arithmetic says, and a cold
// call ends in a RecursionError where its depth says so.
func TestOff(t *testing.T) {
	for _, p := range programstest.All() {
		for _, args := range programstest.Samples(p) {
			res := Record(calls(p, 0, args)).Results[0]
			want := p.Bodies(args)
			switch {
			case (res.Outcome == RecursionError) != (p.Depth(args) > MaxDepth):
				t.Errorf("%s(%s), %d calls deep, ends with outcome %d", p.ID, args, p.Depth(args), res.Outcome)
			case want != nil && want.Cmp(big.NewInt(int64(res.Bodies))) != 0:
				t.Errorf("%s(%s) runs its body %d times, want %v", p.ID, args, res.Bodies, want)
			}
		}
	}
	for _, tt := range []struct {
		id    string
		n     int
		fails bool
	}{{"factorial", 998, false}, {"factorial", 999, true}, {"fibonacci", 1000, true}, {"fibonacci-n-2-first", 999, false}} {
		p, _ := programs.Find(tt.id)
		if fails := p.Depth(programs.Ints(tt.n)) > MaxDepth; fails != tt.fails {
			t.Errorf("%s(%d) is too deep: %v", tt.id, tt.n, fails)
		}
	}
}

// TestOneEntry holds what Program.OneEntryUseless says.
func TestOneEntry(t *testing.T) {
	said, saved := 0, 0
	for _, p := range programstest.All() {
		if !p.OneEntryUseless {
			continue
		}
		samples := slices.DeleteFunc(programstest.Samples(p), func(args programs.Args) bool { return p.Bodies(args) == nil })
		for i, args := range samples {
			before := samples[(7*i+3)%len(samples)]
			for _, before := range []programs.Args{before, samples[max(0, i-1)], args} {
				rec := Record(calls(p, 1, before, args))
				cold, warm := rec.Results[0], rec.Results[1]
				if p.Bodies(before).Cmp(big.NewInt(int64(cold.Bodies))) != 0 {
					t.Errorf("%s(%s) runs its body %d times, want %v", p.ID, before, cold.Bodies, p.Bodies(before))
				}
				want := p.Bodies(args)
				hits := 0
				for _, e := range rec.Events[warm.First:warm.Last] {
					if e.Kind == Hit {
						want.Sub(want, p.Bodies(rec.Args(e.Key)))
						hits++
					}
				}
				if hits > 1 || want.Cmp(big.NewInt(int64(warm.Bodies))) != 0 {
					t.Errorf("%s(%s) after %s: %d hits, %d bodies, want %v", p.ID, args, before, hits, warm.Bodies, want)
				}
				said, saved = said+1, saved+hits
			}
		}
	}
	if said < 200 || saved < 50 {
		t.Errorf("%d times, of which it saved something %d times", said, saved)
	}
}

// TestCallOfItselfFails: what the inner call stored stays, though the outer one
// never returns.
func TestCallOfItselfFails(t *testing.T) {
	first := true
	p := programs.Program{ID: "odd", Name: "odd", Params: []programs.Param{{Name: "n", Max: 9}}}
	p.Body = func(self programs.Self, args programs.Args) programs.Value {
		if first {
			first = false
			self.Call(args...)
			self.Work(maxWork + 1)
		}
		return programs.Float(args[0].Int())
	}
	rec := Record(calls(p, 2, programs.Ints(5), programs.Ints(5)))
	last := rec.Results[1]
	if rec.Results[0].Outcome != OverBudget || last.Outcome != Returned || rec.Events[last.First].Kind != Hit {
		t.Errorf("%+v, and then %+v", rec.Results[0], rec.Events[last.First])
	}
	if state := rec.At(len(rec.Events)); state.Info != rec.Info() {
		t.Errorf("the events end with %s, the cache says %s", state.Info, rec.Info())
	}
}

// TestCallOfItself: a function that calls itself with its own arguments is stored
// once, by the inner call, and the outer one returns.
func TestCallOfItself(t *testing.T) {
	for _, size := range []Size{1, 2, None} {
		first := true
		p := programs.Program{ID: "odd", Name: "odd", Params: []programs.Param{{Name: "n", Max: 9}}}
		p.Body = func(self programs.Self, args programs.Args) programs.Value {
			if first {
				first = false
				return self.Call(args...)
			}
			return programs.Float(args[0].Int())
		}
		run := Start(calls(p, size, programs.Ints(5), programs.Ints(5)))
		rec := finish(run)
		var kinds []Kind
		for _, e := range rec.Events {
			kinds = append(kinds, e.Kind)
		}
		if want := []Kind{Miss, Again, Store, Return, Hit}; !slices.Equal(kinds, want) {
			t.Errorf("maxsize %s: %v, want %v", size, kinds, want)
		}
		if state := rec.At(len(rec.Events)); state.Info != run.memo.CacheInfo() || len(state.Stack) != 0 || len(state.Order) != 1 {
			t.Errorf("maxsize %s: the events end with %+v, the cache says %s", size, state, run.memo.CacheInfo())
		}
	}
}
