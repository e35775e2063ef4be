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
// much less than a second, some would not even get a time slice.)
func contention(peers []peer[int]) {
	const goroutines, while, batch, rounds = 64, time.Second, 16, 5
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	w := hitWork(small, 2, intKey)
	fmt.Printf("\n| %d goroutines, GOMAXPROCS=2, hit, int, %d | ns an operation | operations of the least served goroutine |\n|---|---|---|\n", goroutines, small)
	peers = safe(peers, goroutines)
	times, least := make([][]float64, len(peers)), make([][]float64, len(peers))
	for range rounds {
		for i, p := range peers {
			c := p.new(w.capacity)
			c.Adds(w.warm)
			counts := make([]float64, goroutines)
			var stop atomic.Bool
			var wg sync.WaitGroup
			start := time.Now()
			for g := range goroutines {
				wg.Go(func() {
					for at := g * batch; !stop.Load(); at = (at + batch) % len(w.keys) {
						c.Gets(w.keys[at : at+batch])
						counts[g] += batch
					}
				})
			}
			time.Sleep(while)
			stop.Store(true)
			wg.Wait()
			total := 0.0
			for _, n := range counts {
				total += n
			}
			times[i] = append(times[i], float64(time.Since(start))/total)
			least[i] = append(least[i], slices.Min(counts))
		}
	}
	for i, p := range peers {
		fmt.Printf("| %s | %.0f | %.0f |\n", p.name, median(times[i]), median(least[i]))
	}
}
