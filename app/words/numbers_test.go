package words

import (
	"math/big"
	"strings"
	"testing"

	"playground/app/programs"
	"playground/app/trace"
)

func TestBig(t *testing.T) {
	for n, want := range map[string]string{
		"0":                              "0",
		"1":                              "1",
		"999":                            "999",
		"1000":                           "1,000",
		"-1000":                          "-1,000",
		"2692537":                        "2,692,537",
		"999999999999999":                "999,999,999,999,999",
		"1000000000000000":               "1.0 × 10¹⁵",
		"1999999999999999":               "1.9 × 10¹⁵",
		"1146295688027634168201":         "1.1 × 10²¹",
		"9" + strings.Repeat("0", 890):   "9.0 × 10⁸⁹⁰",
		"98" + strings.Repeat("7", 4366): "9.8 × 10⁴³⁶⁷",
	} {
		x, ok := new(big.Int).SetString(n, 10)
		if !ok {
			t.Fatal(n)
		}
		if got := Big(x); got != want {
			t.Errorf("Big(%s) = %q, want %q", n, got, want)
		}
		if x.String() != n {
			t.Errorf("Big(%s) changed it to %s", n, x)
		}
	}
}

func TestBigOfFibonacci(t *testing.T) {
	p, _ := programs.Find("fibonacci")
	if got, want := Big(p.Bodies(programs.Ints(100))), "1.1 × 10²¹"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestUncached runs scripts at maxsize 0, where nothing is ever found.
func TestUncached(t *testing.T) {
	for _, p := range programs.All() {
		s := scriptOf(p.ID, trace.None)
		for n := max(p.Params[0].Min, 0); n <= 15; n++ {
			s = s.With(times(1+n%3, n))
			if n == 7 {
				s = s.With(trace.Statement{Op: trace.Clear, Times: 1})
			}
			cached := trace.Record(s)
			s.Size = 0
			want := big.NewInt(int64(trace.Record(s).Bodies()))
			s.Size = trace.None
			if got, ok := Uncached(cached); !ok || got.Cmp(want) != 0 {
				t.Errorf("%v: %v (%v), want %v", s, got, ok, want)
			}
		}
	}
	if n, ok := Uncached(trace.Record(scriptOf("factorial", 5, 3, -1))); ok {
		t.Errorf("factorial(-1) ends after %v bodies", n)
	}
	// What was not run counts on neither side.
	run := trace.Start(scriptOf("fibonacci", 1, 15, 20))
	run.Next()
	run.Stop()
	want := trace.Record(scriptOf("fibonacci", 0, 15)).Bodies()
	if got, ok := Uncached(run.Recording()); !ok || got.Cmp(big.NewInt(int64(want))) != 0 {
		t.Errorf("stopped: %v (%v), want %d", got, ok, want)
	}
}

// TestNeeded: where arithmetic speaks it tells what a run gives.
func TestNeeded(t *testing.T) {
	spoke := 0
	for _, p := range programs.All() {
		for size := trace.Size(-1); size <= 3; size++ {
			for before := -2; before <= 12; before++ {
				for n := -2; n <= 12; n++ {
					if n < p.Params[0].Min || before < p.Params[0].Min || p.Bodies(programs.Ints(n)) == nil || p.Bodies(programs.Ints(before)) == nil {
						continue
					}
					s := scriptOf(p.ID, size, before, before).With(times(1+n%2*n%3, n))
					if n < 0 {
						s.Statements[2].Times = 1
					}
					rec := trace.Record(s)
					for _, res := range rec.Results {
						got := needed(rec, res)
						if (got != nil) != (size == 0 || size == 1) {
							t.Fatalf("%v: %v for %v", s, got, res.Statement)
						}
						if got == nil {
							continue
						}
						spoke++
						if got.Cmp(big.NewInt(int64(res.Bodies))) != 0 {
							t.Errorf("%v: %v for %v, want %d", s, got, res.Statement, res.Bodies)
						}
					}
				}
			}
		}
	}
	if spoke < 1000 {
		t.Errorf("it spoke only %d times", spoke)
	}
}

// TestNeededSilent: no arithmetic for what ends in a RecursionError, was
// stopped, or is no call.
func TestNeededSilent(t *testing.T) {
	for _, s := range []trace.Script{
		scriptOf("factorial", 0, -1),
		scriptOf("factorial", 0, 1500),
		scriptOf("fibonacci", 1, 1000),
		scriptOf("fibonacci", 1, cacheClear),
	} {
		rec := trace.Record(s)
		if n := needed(rec, rec.Results[0]); n != nil {
			t.Errorf("%v needs %v", s, n)
		}
	}
	rec := stopped()
	if n := Needed(rec, rec.Results[1]); n != "" {
		t.Errorf("stopped by hand: %s", n)
	}
	// Half as deep at first, but not to the end.
	rec = trace.Record(scriptOf("fibonacci-n-2-first", 0))
	if n := needed(rec, trace.Result{Statement: times(1, 1500)}); n != nil {
		t.Errorf("fibonacci(1500), n-2 first, needs %v", n)
	}
	if n := needed(rec, trace.Result{Statement: times(1, trace.MaxDepth)}); n == nil {
		t.Errorf("fibonacci(%d), n-2 first: nothing, though it is deep enough", trace.MaxDepth)
	}
}
