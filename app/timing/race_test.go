package timing_test

import (
	"runtime"
	"testing"
	"time"

	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/timing"
)

// A clock of its own, which goes on by a millisecond whenever it is asked.
func ticking() func() time.Duration {
	var now time.Duration
	return func() time.Duration { now += time.Millisecond; return now }
}

func find(t *testing.T, id string) programs.Program {
	p, ok := programs.Find(id)
	if !ok {
		t.Fatal("no " + id)
	}
	return p
}

func TestRace(t *testing.T) {
	for _, size := range []int{-1, 0, 1, 128} {
		r := timing.NewRace(find(t, "factorial"), programs.Ints(50), 10, size, ticking())
		slices := 0
		for !r.Done() {
			once := true
			r.Run(func() bool { defer func() { once = false }(); return once })
			slices++
		}
		if len(r.Without) != 5 || len(r.With) != 5 {
			t.Fatalf("%d rounds without and %d with", len(r.Without), len(r.With))
		}
		for _, round := range append(r.Without, r.With...) {
			if round.Calls != 10 || round.Took <= 0 {
				t.Errorf("maxsize %d: %+v", size, round)
			}
		}
		if slices < 10 {
			t.Errorf("10 rounds took only %d slices", slices)
		}
	}
}

// What takes too long is measured in part.
func TestRaceIsPatientOnlyForSoLong(t *testing.T) {
	r := timing.NewRace(find(t, "fibonacci"), programs.Ints(15), 1_000_000, 128, ticking())
	for len(r.Without) == 0 {
		r.Run(func() bool { return true })
		if len(r.Without) > 0 {
			break
		}
	}
	r.Stop()
	first := r.Without[0]
	if first.Calls == 0 || first.Calls >= 1_000_000 || first.Took < 1500*time.Millisecond {
		t.Errorf("%+v", first)
	}
	if got, want := first.For(2*first.Calls), 2*first.Took; got != want {
		t.Errorf("twice the calls take %v, want %v", got, want)
	}
	if !r.Done() {
		t.Error("stopped, and not done")
	}
}

func TestSpread(t *testing.T) {
	ms := time.Millisecond
	rounds := []timing.Round{{10, 30 * ms}, {5, 10 * ms}, {10, 50 * ms}}
	median, fastest, slowest := timing.Spread(rounds, 10)
	if median != 30*ms || fastest != 20*ms || slowest != 50*ms {
		t.Errorf("%v, %v, %v", median, fastest, slowest)
	}
}

// What is timed is the function: without a cache it runs its body again and again,
// with one as often as the cache makes it. The clock ticks once for some 256 runs.
func TestRaceRunsWhatItSays(t *testing.T) {
	text := programstest.EditDistance()
	for _, test := range []struct {
		p    programs.Program
		args programs.Args
	}{
		{find(t, "fibonacci"), programs.Ints(17)},
		{text, programs.Args{programs.Str("abcde"), programs.Str("vwxyz")}},
	} {
		for _, size := range []int{0, 128} {
			r := timing.NewRace(test.p, test.args, 20, size, ticking())
			for !r.Done() {
				r.Run(func() bool { return true })
			}
			without, _, _ := timing.Spread(r.Without, 20)
			with, _, _ := timing.Spread(r.With, 20)
			if ratio := float64(without) / float64(with); (size == 0) != (ratio < 2) || size > 0 && ratio < 10 {
				t.Errorf("%s, maxsize %d: %.1f times as fast", test.p.Name, size, ratio)
			}
		}
	}
}

// A race that is given up leaves nothing running.
func TestRaceStops(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 10 {
		r := timing.NewRace(find(t, "fibonacci"), programs.Ints(17), 1000, 2, ticking())
		once := true
		r.Run(func() bool { defer func() { once = false }(); return once })
		r.Stop()
		if r.Run(func() bool { return true }) || !r.Done() {
			t.Error("stopped, it runs")
		}
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, and before there were %d", after, before)
	}
}

func TestSpreadOfNothing(t *testing.T) {
	if a, b, c := timing.Spread(nil, 10); a != 0 || b != 0 || c != 0 {
		t.Errorf("%v, %v, %v", a, b, c)
	}
	if got := (timing.Round{}).For(10); got != 0 {
		t.Errorf("no call takes %v", got)
	}
}
