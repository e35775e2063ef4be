package timing_test

import (
	"testing"
	"time"

	"playground/app/programs"
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
