package keylog_test

import (
	"fmt"

	"playground/app/calls/keylog"
)

func Example() {
	log := keylog.Of("a", "b", "a", "c", "a", "b")
	curve := keylog.CurveOf(log)
	for maxsize := range curve.Keys() + 1 {
		fmt.Printf("maxsize=%d: %d of %d calls are hits\n", maxsize, curve.Hits(maxsize), curve.Calls())
	}
	fmt.Println("enough for 95 % of what is attainable:", curve.Enough(0.95))
	first, early := curve.Misses(2)
	fmt.Printf("maxsize=2 misses %d keys the first time, and %d that it has evicted too early\n", first, early)
	// Output:
	// maxsize=0: 0 of 6 calls are hits
	// maxsize=1: 0 of 6 calls are hits
	// maxsize=2: 2 of 6 calls are hits
	// maxsize=3: 3 of 6 calls are hits
	// enough for 95 % of what is attainable: 3
	// maxsize=2 misses 3 keys the first time, and 1 that it has evicted too early
}

// Four keys in a loop: with three entries there is never a hit.
func ExampleCurve_Verdicts() {
	var b keylog.Builder
	for i := range 400 {
		b.Add([]byte{byte('a' + i%4)})
	}
	curve := keylog.CurveOf(b.Log())
	for _, v := range curve.Verdicts() {
		if v.Kind == keylog.Loop {
			fmt.Printf("a loop: at %d slots %.0f %%, at %d %.0f %%\n", v.Less, 100*curve.Ratio(v.Less), v.Size, 100*curve.Ratio(v.Size))
		}
	}
	// Output: a loop: at 3 slots 0 %, at 4 99 %
}

// What other policies would do, in steps.
func ExampleSweep() {
	log := keylog.Sessions()
	curve := keylog.CurveOf(log)
	for _, policy := range []keylog.Policy{keylog.FIFO, keylog.LFU, keylog.SIEVE, keylog.Optimal} {
		sweep := keylog.NewSweep(log, policy, []int{128})
		for sweep.Step(10_000) {
			// time for something else
		}
		fmt.Printf("%s: %d hits\n", policy, sweep.Points()[0].Hits)
	}
	fmt.Printf("LRU: %d hits of %d calls\n", curve.Hits(128), curve.Calls())
	// Output:
	// FIFO: 2916 hits
	// LFU: 1445 hits
	// SIEVE: 2160 hits
	// best possible: 3904 hits
	// LRU: 3031 hits of 5000 calls
}
