package lru

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"
)

func intKey(i int) int { return i }

// stringKey makes a new string each time, so that the cache is not asked with
// the very bytes that it holds.
func stringKey(i int) string { return "key:" + strconv.Itoa(i) }

func BenchmarkHit(b *testing.B) {
	for _, n := range []int{128, 65_536} {
		b.Run(fmt.Sprintf("int/%d", n), func(b *testing.B) { benchmarkHit(b, n, intKey) })
		b.Run(fmt.Sprintf("string/%d", n), func(b *testing.B) { benchmarkHit(b, n, stringKey) })
	}
}

func benchmarkHit[K comparable](b *testing.B, n int, key func(int) K) {
	m := New(func(K) int { return 1 }, MaxSize(n))
	for i := range n {
		m.Call(key(i))
	}
	benchmarkCalls(b, m, func(rng *rand.Rand) K { return key(rng.IntN(n)) })
}

// BenchmarkMiss calls keys that are never in the cache, which is full.
func BenchmarkMiss(b *testing.B) {
	for _, n := range []int{128, 65_536} {
		b.Run(fmt.Sprintf("int/%d", n), func(b *testing.B) {
			m := New(func(int) int { return 1 }, MaxSize(n))
			i := 0
			benchmarkCalls(b, m, func(*rand.Rand) int { i++; return i })
		})
	}
}

// BenchmarkZipf calls sixteen times as many keys as the cache holds, few of
// them often and many rarely.
func BenchmarkZipf(b *testing.B) {
	for _, n := range []int{128, 65_536} {
		b.Run(fmt.Sprintf("int/%d", n), func(b *testing.B) {
			m := New(func(int) int { return 1 }, MaxSize(n))
			var zipf *rand.Zipf
			benchmarkCalls(b, m, func(rng *rand.Rand) int {
				if zipf == nil {
					zipf = rand.NewZipf(rng, 1.07, 1, uint64(16*n))
				}
				return int(zipf.Uint64())
			})
		})
	}
}

func benchmarkCalls[K comparable](b *testing.B, m *Memo[K, int], key func(*rand.Rand) K) {
	rng := rand.New(rand.NewPCG(1, 2))
	keys := make([]K, 1<<18)
	for i := range keys {
		keys[i] = key(rng)
	}
	for _, k := range keys {
		m.Call(k)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		m.Call(keys[i&(len(keys)-1)])
	}
}

// BenchmarkAdd adds keys that are never in the cache, which is full.
func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{128, 65_536} {
		b.Run(fmt.Sprintf("int/%d", n), func(b *testing.B) {
			c := NewCache[int, int](MaxSize(n))
			for i := range n {
				c.Add(-1-i, 1)
			}
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				c.Add(i, 1)
			}
		})
	}
}

func BenchmarkHitParallel(b *testing.B) {
	for _, n := range []int{128, 65_536} {
		b.Run(fmt.Sprintf("int/%d", n), func(b *testing.B) {
			m := New(func(int) int { return 1 }, MaxSize(n))
			for i := range n {
				m.Call(i)
			}
			b.ReportAllocs()
			b.RunParallel(func(pb *testing.PB) {
				rng := rand.New(rand.NewPCG(rand.Uint64(), 2))
				for pb.Next() {
					m.Call(rng.IntN(n))
				}
			})
		})
	}
}

// BenchmarkFibonacci is the example of the documentation: fibonacci(100) from an
// empty cache, with big integers, whose allocations are all there are.
func BenchmarkFibonacci(b *testing.B) {
	fib := NewRecursive(bigFibonacci)
	b.ReportAllocs()
	for b.Loop() {
		fib.CacheClear()
		fib.Call(100)
	}
}

// BenchmarkGrow adds 20 million entries, each followed by a hit of any, and prints how
// long the longest of all these operations took; on Linux that is processor time. Those
// that make a table, which they do without the lock, are apart; the others have the lock
// for nearly all of their time.
func BenchmarkGrow(b *testing.B) {
	const n = 20_000_000
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for b.Loop() {
		var table, add, hit time.Duration
		c := NewCache[int, int](MaxSize(n))
		rng := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			longest := &add
			if c.store.needsRoom() {
				longest = &table
			}
			key := rng.IntN(i + 1)
			start := thread()
			c.Add(i, i)
			added := thread()
			c.Get(key)
			got := thread()
			*longest = max(*longest, added-start)
			hit = max(hit, got-added)
		}
		b.ReportMetric(table.Seconds()*1000, "ms-table")
		b.ReportMetric(add.Seconds()*1000, "ms-add")
		b.ReportMetric(hit.Seconds()*1000, "ms-hit")
	}
}

// BenchmarkHeld times the largest pieces of work that are done while others wait for
// the lock, in a cache of 20 million entries, where the processor has next to nothing
// of them near by. What else the machine does shows in the longest, not in the median.
func BenchmarkHeld(b *testing.B) {
	const n = 20_000_000
	c := NewCache[int, int](Unbounded())
	for i := range n {
		c.Add(i, i)
	}
	held := func(name string, piece func()) {
		b.Run(name, func(b *testing.B) {
			var times []time.Duration
			for b.Loop() {
				start := time.Now()
				piece()
				times = append(times, time.Since(start))
			}
			slices.Sort(times)
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(times[len(times)/2].Seconds()*1000, "ms")
			b.ReportMetric(times[len(times)-1].Seconds()*1000, "ms-longest")
		})
	}
	held("copy for a loop", func() {
		for range c.All() {
			break
		}
	})
	held("evict", func() { c.Resize(c.Len() - atOnce) })
	s := &c.store
	held("move", func() {
		if s.old == nil {
			s.install(newTable[int, int](s.cur.capacity))
		}
		s.move(atOnce / 4)
	})
	held("add while moving", func() {
		if s.old == nil {
			s.install(newTable[int, int](s.cur.capacity))
		}
		c.Remove(n)
		c.Add(n, 1)
	})
}
