package keylog_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"playground/app/calls/keylog"
)

// The models: a slice of entries each, in the order in which they were stored,
// and all of it looked through each time.

func fifoModel(calls []int32, size int) (hits int) {
	var entries []int32
	for _, key := range calls {
		if slices.Contains(entries, key) {
			hits++
			continue
		}
		if len(entries) == size {
			entries = entries[1:]
		}
		entries = append(entries, key)
	}
	return hits
}

func lfuModel(calls []int32, size int) (hits int) {
	type entry struct{ key, uses int32 }
	var entries []entry
	for _, key := range calls {
		if i := slices.IndexFunc(entries, func(e entry) bool { return e.key == key }); i >= 0 {
			entries[i].uses++
			hits++
			continue
		}
		if len(entries) == size {
			least := 0 // the first of equals
			for i, e := range entries {
				if e.uses < entries[least].uses {
					least = i
				}
			}
			entries = slices.Delete(entries, least, least+1)
		}
		entries = append(entries, entry{key, 1})
	}
	return hits
}

func sieveModel(calls []int32, size int) (hits int) {
	type entry struct {
		key     int32
		visited bool
	}
	var entries []entry
	hand := 0
	for _, key := range calls {
		if i := slices.IndexFunc(entries, func(e entry) bool { return e.key == key }); i >= 0 {
			entries[i].visited = true
			hits++
			continue
		}
		if len(entries) == size {
			for ; entries[hand].visited; hand = (hand + 1) % size {
				entries[hand].visited = false
			}
			entries = slices.Delete(entries, hand, hand+1) // and the hand is at the next,
			if hand == len(entries) {
				hand = 0 // or, after the newest, at the oldest
			}
		}
		entries = append(entries, entry{key, false})
	}
	return hits
}

// optimalModel tries everything: at each miss, every entry that could go.
func optimalModel(calls []int32, size int) int {
	var best func(entries []int32, at int) int
	best = func(entries []int32, at int) int {
		if at == len(calls) {
			return 0
		}
		key := calls[at]
		if slices.Contains(entries, key) {
			return 1 + best(entries, at+1)
		}
		if len(entries) < size {
			return best(append(slices.Clone(entries), key), at+1)
		}
		most := 0
		for i := range entries {
			then := slices.Clone(entries)
			then[i] = key
			most = max(most, best(then, at+1))
		}
		return most
	}
	return best(nil, 0)
}

func TestPoliciesAreAsTheirModels(t *testing.T) {
	for _, test := range []struct {
		policy keylog.Policy
		model  func(calls []int32, size int) int
	}{{keylog.FIFO, fifoModel}, {keylog.LFU, lfuModel}, {keylog.SIEVE, sieveModel}} {
		t.Run(test.policy.String(), func(t *testing.T) {
			drawn(t, 200, func(t *testing.T, log keylog.Log) {
				compare(t, log, test.policy, test.model, len(log.Keys)+2)
			})
		})
	}
}

func TestLRUPolicyIsTheCurve(t *testing.T) {
	drawn(t, 50, func(t *testing.T, log keylog.Log) {
		curve := keylog.CurveOf(log)
		compare(t, log, keylog.LRU, func(_ []int32, size int) int { return curve.Hits(size) }, len(log.Keys))
	})
}

// compare runs a policy at all sizes up to most, in uneven steps.
func compare(t *testing.T, log keylog.Log, policy keylog.Policy, model func([]int32, int) int, most int) {
	t.Helper()
	var sizes []int
	for size := range most {
		sizes = append(sizes, size+1)
	}
	sweep := keylog.NewSweep(log, policy, sizes)
	for n := 1; sweep.Step(n); n = n%37 + 1 {
	}
	points := sweep.Points()
	if len(points) != len(sizes) {
		t.Fatalf("%d points, want %d", len(points), len(sizes))
	}
	for i, p := range points {
		if want := model(log.Calls, sizes[i]); p.Size != sizes[i] || p.Hits != want {
			t.Errorf("size %d: %v, want %d hits", sizes[i], p, want)
		}
	}
}

func TestOptimalIsTheBestOfAllWays(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 1))
	for range 400 {
		var b keylog.Builder
		keys := 1 + rng.IntN(5)
		for range rng.IntN(14) {
			b.Add([]byte{byte('a' + rng.IntN(keys))})
		}
		log := b.Log()
		if compare(t, log, keylog.Optimal, optimalModel, 4); t.Failed() {
			t.Fatal(log.Calls)
		}
	}
}

// On longer logs, no policy has more hits than the best possible, and that is as
// good as a plain Belady.
func TestOptimalOnLongerLogs(t *testing.T) {
	belady := func(calls []int32, size int) (hits int) {
		var entries []int32
		for at, key := range calls {
			if slices.Contains(entries, key) {
				hits++
				continue
			}
			if len(entries) == size {
				latest, when := 0, -1
				for i, e := range entries {
					next := slices.Index(calls[at:], e)
					if next < 0 {
						next = len(calls)
					}
					if next > when {
						latest, when = i, next
					}
				}
				entries = slices.Delete(entries, latest, latest+1)
			}
			entries = append(entries, key)
		}
		return hits
	}
	drawn(t, 100, func(t *testing.T, log keylog.Log) {
		compare(t, log, keylog.Optimal, belady, len(log.Keys)+1)
	})
	log := keylog.Sessions() // long enough for what is outdated to be cleared away
	for _, size := range []int{1, 10, 100, 500} {
		best := hits(log, keylog.Optimal, size)
		if want := belady(log.Calls, size); best != want {
			t.Errorf("sessions, size %d: %d hits, want %d", size, best, want)
		}
		for _, p := range []keylog.Policy{keylog.LRU, keylog.FIFO, keylog.LFU, keylog.SIEVE} {
			if h := hits(log, p, size); h > best {
				t.Errorf("sessions, size %d: %s has %d hits, the best possible %d", size, p, h, best)
			}
		}
	}
}

func hits(log keylog.Log, p keylog.Policy, size int) int {
	sweep := keylog.NewSweep(log, p, []int{size})
	for sweep.Step(1 << 20) {
	}
	return sweep.Points()[0].Hits
}

func TestSizes(t *testing.T) {
	for _, test := range []struct {
		keys, n int
		want    []int
	}{
		{0, 40, nil}, {1, 40, []int{1}}, {1000, 4, []int{1, 10, 100, 1000}}, {3, 40, []int{1, 2, 3}}, {8, 1, []int{8}}, {8, 0, nil},
	} {
		if got := keylog.Sizes(test.keys, test.n); !slices.Equal(got, test.want) {
			t.Errorf("Sizes(%d, %d) = %v, want %v", test.keys, test.n, got, test.want)
		}
	}
	for _, keys := range []int{2, 50, 778, 1_000_000} {
		sizes := keylog.Sizes(keys, 40)
		if sizes[0] != 1 || sizes[len(sizes)-1] != keys || len(sizes) > 40 || !slices.IsSorted(sizes) {
			t.Errorf("Sizes(%d, 40) = %v", keys, sizes)
		}
	}
}

// The points come outermost first, each size once.
func TestSweepSpansTheLineEarly(t *testing.T) {
	sweep := keylog.NewSweep(keylog.Of("a", "b", "a"), keylog.FIFO, []int{4, 1, 2, 3, 5, 1, 9})
	var order []int
	for more := true; more; {
		before := sweep.Points()
		more = sweep.Step(100)
		for _, p := range sweep.Points() {
			if !slices.Contains(before, p) {
				order = append(order, p.Size)
			}
		}
	}
	if want := []int{1, 9, 3, 2, 4, 5}; !slices.Equal(order, want) {
		t.Errorf("%v, want %v", order, want)
	}
	defer func() {
		if recover() == nil {
			t.Error("a size of 0 did not panic")
		}
	}()
	keylog.NewSweep(keylog.Log{}, keylog.FIFO, []int{0})
}
