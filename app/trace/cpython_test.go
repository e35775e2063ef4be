package trace

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"playground/lru"
)

// A program is one line of the file of traces recorded from CPython's
// functools.lru_cache; package lru replays the same file.
type cpython struct {
	ID, Kind string
	MaxSize  *int
	Ops      []cpythonOp
}

type cpythonOp struct {
	Op     string
	Arg    int
	Result string
	Info   struct {
		Hits, Misses, CurrSize int
		MaxSize                *int
	}
	Computed, Order, Evicted []int
}

// script is the program as a script, and for each statement the operation that
// it comes from.
func (c cpython) script() (s Script, ops []cpythonOp) {
	s = Script{Program: c.Kind, Size: None}
	if c.MaxSize != nil {
		s.Size = Size(max(*c.MaxSize, 0))
	}
	for _, op := range c.Ops {
		switch op.Op {
		case "call":
			s = s.With(times(1, op.Arg))
		case "clear":
			s = s.With(Statement{Op: Clear, Times: 1})
		default:
			continue // cache_info(), which changes nothing
		}
		ops = append(ops, op)
	}
	return s, ops
}

func (op cpythonOp) info() lru.CacheInfo {
	info := lru.CacheInfo{Hits: int64(op.Info.Hits), Misses: int64(op.Info.Misses), CurrSize: op.Info.CurrSize}
	if op.Info.MaxSize == nil {
		info.Unbounded = true
	} else {
		info.MaxSize = *op.Info.MaxSize
	}
	return info
}

// cpythonPrograms returns the programs of the file that a script can express.
func cpythonPrograms(t testing.TB) []cpython {
	t.Helper()
	f, err := os.Open("../../lru/testdata/cpython-traces.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []cpython
	for in := json.NewDecoder(bufio.NewReader(f)); in.More(); {
		var c cpython
		if err := in.Decode(&c); err != nil {
			t.Fatal(err)
		}
		if c.Kind == "fibonacci" || c.Kind == "factorial" {
			all = append(all, c)
		}
	}
	if len(all) < 50 {
		t.Fatalf("only %d programs of fibonacci and factorial", len(all))
	}
	return all
}

// recordings are all those that the tests of a cursor look at.
func recordings(t testing.TB) []*Recording {
	t.Helper()
	var recs []*Recording
	for _, events := range []int{1, 100, 1000, 2000} {
		recs = append(recs, stopped(events))
	}
	for _, s := range varied() {
		recs = append(recs, Record(s))
	}
	for _, c := range cpythonPrograms(t) {
		s, _ := c.script()
		recs = append(recs, Record(s))
	}
	return recs
}

// TestCPython compares recordings with what CPython did: results, counters, what
// was computed and evicted, and the order of the cache after every statement.
func TestCPython(t *testing.T) {
	for _, c := range cpythonPrograms(t) {
		t.Run(c.ID, func(t *testing.T) {
			s, ops := c.script()
			rec := Record(s)
			if len(rec.Results) != len(ops) {
				t.Fatalf("%d results of %d statements", len(rec.Results), len(ops))
			}
			for i, op := range ops {
				res := rec.Results[i]
				events := rec.Events[res.First:res.Last]
				state := rec.At(res.Last)
				switch {
				case res.Outcome != Returned:
					t.Fatalf("statement %d ended with outcome %d", i, res.Outcome)
				case op.Op == "call" && res.Value.String() != op.Result:
					t.Errorf("statement %d returned %s, want %s", i, res.Value, op.Result)
				case res.Info != op.info():
					t.Errorf("statement %d left %s, want %s", i, res.Info, op.info())
				case state.Info != op.info():
					t.Errorf("the state after statement %d says %s, want %s", i, state.Info, op.info())
				case !slices.Equal(computed(rec, events), op.Computed):
					t.Errorf("statement %d computed %v, want %v", i, computed(rec, events), op.Computed)
				case res.Bodies != len(op.Computed):
					t.Errorf("statement %d ran %d bodies, want %d", i, res.Bodies, len(op.Computed))
				case !slices.Equal(evicted(rec, events), op.Evicted):
					t.Errorf("statement %d evicted %v, want %v", i, evicted(rec, events), op.Evicted)
				case !slices.Equal(numbers(rec, state.Order), op.Order):
					t.Errorf("statement %d left %v, want %v", i, numbers(rec, state.Order), op.Order)
				}
			}
		})
	}
}
