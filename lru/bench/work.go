package main

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"sync"
)

// A work is something to be done with a cache of each peer and timed.
type work[K comparable] struct {
	name     string
	capacity int
	procs    int // goroutines, and GOMAXPROCS
	warm     []K // added beforehand
	keys     []K // one operation for each
	passes   int // times that keys are gone through in a round
	op       func(c cache[K], keys []K) (sum int)
}

const (
	small  = 128
	large  = 65_536
	rounds = 9
)

// works makes what is measured for keys of one type, one by one.
func works[K comparable](key func(int) K) iter.Seq[work[K]] {
	return func(yield func(work[K]) bool) {
		_ = yield(hitWork(small, 1, key)) &&
			yield(hitWork(large, 1, key)) &&
			yield(zipfWork(small, key)) &&
			yield(zipfWork(large, key)) &&
			yield(evictWork(small, key)) &&
			yield(evictWork(large, key)) &&
			yield(hitWork(small, 2, key)) &&
			yield(hitWork(large, 2, key))
	}
}

// hitWork looks up random keys that are all in the cache.
func hitWork[K comparable](n, procs int, key func(int) K) work[K] {
	rng := rand.New(rand.NewPCG(3, uint64(n)))
	w := work[K]{name: "hit", capacity: n, procs: procs, passes: 2, op: cache[K].Gets}
	if procs > 1 {
		w.name = fmt.Sprintf("hit, GOMAXPROCS=%d", procs)
		w.passes = 16 // long beside the start of a goroutine
	}
	for i := range n {
		w.warm = append(w.warm, key(i))
	}
	for range large {
		w.keys = append(w.keys, key(rng.IntN(n)))
	}
	return w
}

// zipfWork gets or loads keys of which few are frequent and many are rare,
// sixteen times as many as the cache holds.
func zipfWork[K comparable](n int, key func(int) K) work[K] {
	rng := rand.New(rand.NewPCG(4, uint64(n)))
	zipf := rand.NewZipf(rng, 1.01, 1, uint64(16*n))
	w := work[K]{name: "Zipf get-or-load", capacity: n, procs: 1, passes: 1, op: cache[K].Loads}
	for range 1 << 19 {
		w.keys = append(w.keys, key(int(zipf.Uint64())))
	}
	return w
}

// evictWork adds keys that are never in the cache, to a cache that is full:
// there are more of them than it holds, and none comes twice in a pass.
func evictWork[K comparable](n int, key func(int) K) work[K] {
	w := work[K]{name: "add that evicts", capacity: n, procs: 1, passes: 1, op: adds[K]}
	for i := range 4 * large {
		w.keys = append(w.keys, key(int(uint32(i)*0x9E3779B9)))
	}
	return w
}

func adds[K comparable](c cache[K], keys []K) (sum int) {
	c.Adds(keys)
	return 0
}

func intKey(i int) int { return i }

// stringKey makes a new string each time, so that no cache is asked with the
// very bytes that it holds.
func stringKey(i int) string { return "key:" + strconv.Itoa(i) }

// run times all peers in interleaved rounds, so that what disturbs the machine
// disturbs all alike, and returns the median of ns an operation for each. Each round
// has a new cache, at another place in memory: on that depends up to a tenth.
func run[K comparable](w work[K], peers []peer[K]) []float64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(w.procs))
	times := make([][]float64, len(peers))
	for round := range rounds {
		for j := range peers {
			i := (j + round) % len(peers)
			caches := make([]cache[K], 1+rand.IntN(8))
			for k := range caches {
				caches[k] = peers[i].new(w.capacity)
			}
			c := caches[len(caches)-1]
			c.Adds(w.warm)
			runtime.GC()    // of what another peer has left
			w.op(c, w.keys) // brings it into the processor's caches
			clock := now
			if w.procs > 1 {
				clock = wall // or waiting for the lock would count for each processor
			}
			start := clock()
			w.round(c)
			times[i] = append(times[i], float64(clock()-start)/float64(len(w.keys)*w.passes))
			runtime.KeepAlive(caches)
		}
	}
	medians := make([]float64, len(peers))
	for i := range peers {
		medians[i] = median(times[i])
	}
	return medians
}

// round goes through the keys as often as it says, each goroutine through its
// share of them.
func (w *work[K]) round(c cache[K]) {
	var wg sync.WaitGroup
	for part := range slices.Chunk(w.keys, (len(w.keys)+w.procs-1)/w.procs) {
		wg.Go(func() {
			for range w.passes {
				keep(w.op(c, part))
			}
		})
	}
	wg.Wait()
}

func median(xs []float64) float64 {
	return slices.Sorted(slices.Values(xs))[len(xs)/2]
}

// What was read goes here, once for each batch, lest the reading be optimized
// away: a store within the loop would have to be waited for by the next locked
// instruction.
var sink struct {
	sync.Mutex
	sum int
}

func keep(sum int) {
	sink.Lock()
	defer sink.Unlock()
	sink.sum += sum
}
