package main

import (
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// contention has 64 goroutines hit one cache on two processors for a second, and
// prints the time an operation and how the least lucky of the goroutines was served. (In
// much less than a second, some would not even get a time slice.) Whether two of them
// meet at the lock is a matter of luck, and how they part, too. So there are many
// rounds, interleaved, and with each median go the quartiles.
func contention(peers []peer[int]) {
	const goroutines = 64
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	w := hitWork(small, 2, intKey)
	peers = safe(peers, goroutines)
	times, least := make([][]float64, len(peers)), make([][]float64, len(peers))
	for round := range rounds {
		for j := range peers {
			i := (j + round) % len(peers)
			c := peers[i].new(w.capacity)
			c.Adds(w.warm)
			runtime.GC() // of what another peer has left
			counts, took := crowd(c, w.keys, goroutines)
			total := 0.0
			for _, n := range counts {
				total += n
			}
			times[i] = append(times[i], float64(took)/total)
			least[i] = append(least[i], slices.Min(counts))
		}
	}
	fmt.Printf("\n| %d goroutines, GOMAXPROCS=2, hit, int, %d | ns an operation | quartiles | operations of the least served goroutine | quartiles |\n|---|---|---|---|---|\n", goroutines, small)
	for i, p := range peers {
		fmt.Printf("| %s | %s | %s |\n", p.name, quartiles(times[i]), quartiles(least[i]))
	}
}

// crowd has goroutines get the keys for a second, and returns how many each got.
func crowd(c cache[int], keys []int, goroutines int) (counts []float64, took time.Duration) {
	const batch = 16
	counts = make([]float64, goroutines)
	var stop atomic.Bool
	var wg sync.WaitGroup
	start := time.Now()
	for g := range goroutines {
		wg.Go(func() {
			n := 0
			for at := g * batch; !stop.Load(); at = (at + batch) % len(keys) {
				c.Gets(keys[at : at+batch])
				n += batch
			}
			counts[g] = float64(n)
		})
	}
	time.Sleep(time.Second)
	stop.Store(true)
	wg.Wait()
	return counts, time.Since(start)
}

// quartiles returns the median and, in another column, the quartiles around it.
func quartiles(xs []float64) string {
	xs = slices.Sorted(slices.Values(xs))
	n := len(xs)
	return fmt.Sprintf("%.0f | %.0f to %.0f", xs[n/2], xs[n/4], xs[n-1-n/4])
}
