package main

import (
	"fmt"
	"runtime"
	"time"
)

// memory prints what a million entries cost: bytes, objects on the heap, and the
// time of a full garbage collection while they are there.
func memory(peers []peer[int]) {
	const n = 1_000_000
	fmt.Print("\n| 1,000,000 entries, int to int | bytes an entry | heap objects | full collection, ms |\n|---|---|---|---|\n")
	keys := make([]int, n)
	for i := range keys {
		keys[i] = i
	}
	collect() // what the works have left
	fmt.Printf("| nothing | | | %.2f |\n", collect().ms)
	for _, p := range peers {
		before := collect()
		c := p.new(n)
		c.Adds(keys)
		after := collect()
		fmt.Printf("| %s | %.1f | %d | %.2f |\n", p.name,
			float64(after.bytes-before.bytes)/n, after.objects-before.objects, after.ms)
		runtime.KeepAlive(c)
	}
	runtime.KeepAlive(keys)
}

// A heap is what is in use after a full collection, and the time that took.
type heap struct {
	bytes, objects int
	ms             float64
}

func collect() heap {
	var times []float64
	for range rounds {
		start := time.Now()
		runtime.GC()
		times = append(times, time.Since(start).Seconds()*1000)
	}
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return heap{int(s.HeapAlloc), int(s.HeapObjects), median(times)}
}
