package keylog_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"playground/app/calls/keylog"
	"playground/lru"
)

// draw draws a log of one of several shapes.
func draw(rng *rand.Rand) keylog.Log {
	var b keylog.Builder
	keys, calls, shape := 1+rng.IntN(60), rng.IntN(600), rng.IntN(4)
	for i := range calls {
		key := 0
		switch shape {
		case 0: // all alike
			key = rng.IntN(keys)
		case 1: // some more often
			u := rng.Float64()
			key = int(float64(keys) * u * u * u)
		case 2: // round and round
			key = i % keys
		case 3: // in runs, and now and then something new
			key = i / (1 + rng.IntN(4)) % keys
			if rng.IntN(20) == 0 {
				key = 1000 + i
			}
		}
		b.Add([]byte(strconv.Itoa(key)))
	}
	return b.Log()
}

func drawn(t *testing.T, n int, f func(t *testing.T, log keylog.Log)) {
	for seed := range uint64(n) {
		log := draw(rand.New(rand.NewPCG(seed, 1)))
		if f(t, log); t.Failed() {
			t.Fatalf("seed %d: %v", seed, log.Calls)
		}
	}
}

// lruHits runs package lru itself.
func lruHits(log keylog.Log, maxsize int) int {
	f := lru.New(func(key int32) int32 { return key }, lru.MaxSize(maxsize))
	for _, key := range log.Calls {
		f.Call(key)
	}
	return int(f.CacheInfo().Hits)
}

func TestCurveIsThatOfPackageLRU(t *testing.T) {
	drawn(t, 300, func(t *testing.T, log keylog.Log) {
		curve := keylog.CurveOf(log)
		if curve.Calls() != len(log.Calls) || curve.Keys() != len(log.Keys) {
			t.Fatalf("%d calls of %d keys, want %d of %d", curve.Calls(), curve.Keys(), len(log.Calls), len(log.Keys))
		}
		for m := -1; m <= len(log.Keys)+2; m++ {
			if got, want := curve.Hits(m), lruHits(log, m); got != want {
				t.Errorf("maxsize %d: %d hits, package lru has %d", m, got, want)
			}
		}
		for _, part := range []float64{0, 0.5, 0.95, 1} {
			size := curve.Enough(part)
			enough := func(m int) bool {
				return float64(lruHits(log, m)) >= part*float64(len(log.Calls)-len(log.Keys))-1e-6
			}
			if !enough(size) || size > 1 && enough(size-1) {
				t.Errorf("Enough(%v) is %d", part, size)
			}
		}
	})
}

// Keys that close up many times, and places for them that are few.
func TestCurveOfLongLogs(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 1))
	for _, keys := range []int{1, 2, 63, 64, 65, 511, 512, 513, 2000} {
		var b keylog.Builder
		for range 20 * max(keys, 100) {
			b.Add(strconv.AppendInt(nil, int64(rng.IntN(keys)), 10))
		}
		log := b.Log()
		curve := keylog.CurveOf(log)
		for _, m := range keylog.Sizes(keys, 12) {
			if got, want := curve.Hits(m), lruHits(log, m); got != want {
				t.Errorf("%d keys, maxsize %d: %d hits, package lru has %d", keys, m, got, want)
			}
		}
	}
}

// Whatever the steps, the end is the same, and on the way it is that of the calls
// so far.
func TestPassInSteps(t *testing.T) {
	drawn(t, 40, func(t *testing.T, log keylog.Log) {
		rng := rand.New(rand.NewPCG(uint64(len(log.Calls)), 2))
		pass := keylog.NewPass(log)
		done := 0
		for more := true; more; {
			step := rng.IntN(50)
			more = pass.Step(step)
			done = min(done+step, len(log.Calls))
			var so keylog.Builder
			for _, key := range log.Calls[:done] {
				so.Add([]byte(log.Keys[key]))
			}
			got, want := pass.Curve(), keylog.CurveOf(so.Log())
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("after %d calls %v, want %v", done, got, want)
			}
			if want := float64(done) / float64(max(len(log.Calls), 1)); pass.Progress() != want && len(log.Calls) > 0 {
				t.Fatalf("progress %v, want %v", pass.Progress(), want)
			}
		}
		if done != len(log.Calls) {
			t.Errorf("it ended after %d calls", done)
		}
	})
}

func TestHottestAndOnce(t *testing.T) {
	drawn(t, 100, func(t *testing.T, log keylog.Log) {
		counts := make([]keylog.Count, len(log.Keys))
		once := 0
		for _, key := range log.Calls {
			counts[key].Key = key
			counts[key].Calls++
		}
		for _, c := range counts {
			if c.Calls == 1 {
				once++
			}
		}
		slices.SortStableFunc(counts, func(a, b keylog.Count) int { return b.Calls - a.Calls })
		pass := keylog.NewPass(log)
		for pass.Step(7) {
		}
		for _, n := range []int{0, 1, 5, 1000} {
			if got, want := pass.Hottest(n), counts[:min(n, len(counts))]; !slices.Equal(got, want) {
				t.Errorf("the %d hottest are %v, want %v", n, got, want)
			}
		}
		if pass.Once() != once {
			t.Errorf("%d keys once, want %d", pass.Once(), once)
		}
	})
}

func TestMisses(t *testing.T) {
	curve := keylog.CurveOf(keylog.Of("a", "b", "a", "c", "b", "a"))
	for _, test := range []struct{ maxsize, first, early int }{{0, 3, 3}, {1, 3, 3}, {2, 3, 2}, {3, 3, 0}, {4, 3, 0}} {
		if first, early := curve.Misses(test.maxsize); first != test.first || early != test.early {
			t.Errorf("maxsize %d: %d the first time, %d evicted too early; want %d, %d", test.maxsize, first, early, test.first, test.early)
		}
	}
	if got := curve.Ceiling(); got != 0.5 {
		t.Errorf("ceiling %v", got)
	}
}

func TestEmptyLog(t *testing.T) {
	curve := keylog.CurveOf(keylog.Log{})
	if curve.Hits(3) != 0 || curve.Ratio(3) != 0 || curve.Ceiling() != 0 || curve.Enough(0.95) != 1 || curve.Keys() != 0 {
		t.Errorf("%+v", curve)
	}
	var zero keylog.Curve
	if zero.Hits(1) != 0 || zero.Enough(1) != 1 || zero.Keys() != 0 {
		t.Error("the zero Curve is not that of no calls")
	}
	sweep := keylog.NewSweep(keylog.Log{}, keylog.Optimal, []int{1, 2})
	for sweep.Step(5) {
	}
	if len(sweep.Points()) != 2 || sweep.Progress() != 1 {
		t.Error(sweep.Points(), sweep.Progress())
	}
}

func TestVerdicts(t *testing.T) {
	repeat := func(n int, keys ...string) []string { return slices.Repeat(keys, n) }
	var fresh []string
	for i := range 200 {
		fresh = append(fresh, strconv.Itoa(i))
	}
	for _, test := range []struct {
		name string
		log  keylog.Log
		want []keylog.Verdict
	}{
		{"nothing", keylog.Log{}, []keylog.Verdict{{Kind: keylog.Empty}}},
		{"all new", keylog.Of(fresh...), []keylog.Verdict{{Kind: keylog.EveryKeyNew}}},
		{"nearly all new", keylog.Of(append(fresh, "0", "1")...), []keylog.Verdict{{Kind: keylog.FewRepeats}}},
		{"one key", keylog.Of(repeat(200, "a")...), []keylog.Verdict{{Kind: keylog.OneKey, Size: 1}}},
		{"runs", keylog.Of(append(repeat(100, "a"), repeat(100, "b")...)...), []keylog.Verdict{{Kind: keylog.Runs, Size: 1}}},
		{"loop", keylog.Of(repeat(50, "a", "b", "c", "d")...), []keylog.Verdict{{Kind: keylog.Loop, Size: 4, Less: 3}}},
		{"short loop", keylog.Of(repeat(5, "a", "b", "c", "d")...), []keylog.Verdict{{Kind: keylog.Loop, Size: 4, Less: 3}, {Kind: keylog.Short}}},
		{"sessions", keylog.Sessions(), nil},
	} {
		if got := keylog.CurveOf(test.log).Verdicts(); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	if !(keylog.Verdict{Kind: keylog.EveryKeyNew}).Hopeless() || (keylog.Verdict{Kind: keylog.Loop}).Hopeless() {
		t.Error("a loop has a remedy, new keys have none")
	}
}

// The examples are what they are said to be.
func TestExamples(t *testing.T) {
	good := keylog.CurveOf(keylog.Sessions())
	if d, size := good.Ratio(lru.DefaultMaxSize), good.Enough(0.95); good.Ceiling() < 0.75 || d > 0.9*good.Ceiling() || size < 200 || size > good.Keys()*9/10 {
		t.Errorf("sessions: ceiling %v, default %v, enough %d of %d", good.Ceiling(), d, size, good.Keys())
	}
	bad := keylog.CurveOf(keylog.NightlyScan())
	v := bad.Verdicts()
	if bad.Ratio(lru.DefaultMaxSize) != 0 || len(v) != 1 || v[0].Kind != keylog.Loop || v[0].Size < 900 {
		t.Errorf("nightly scan: default %v, %v", bad.Ratio(lru.DefaultMaxSize), v)
	}
	t.Logf("sessions: %d calls, %d keys, ceiling %.3f, 128 %.3f, 95 %% at %d; scan: %d calls, %d keys, %v",
		good.Calls(), good.Keys(), good.Ceiling(), good.Ratio(128), good.Enough(0.95), bad.Calls(), bad.Keys(), v)
}
