package lru

import (
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
)

// TestConcurrentCounts has goroutines call, and counts on the outside: every
// call is a hit or a miss, every run of the function is a miss, and every entry
// added was evicted or is still there.
func TestConcurrentCounts(t *testing.T) {
	const goroutines, calls, keys = 8, 5000, 200
	for name, opts := range map[string][]Option{
		"bounded":        {MaxSize(100)},
		"small":          {MaxSize(1)},
		"unbounded":      {Unbounded()},
		"off":            {MaxSize(0)},
		"single flight":  {MaxSize(100), SingleFlight()},
		"more than keys": {MaxSize(2 * keys)},
	} {
		t.Run(name, func(t *testing.T) {
			var computed, evicted atomic.Int64
			m := New(func(k int) int {
				computed.Add(1)
				if k%10 == 0 {
					runtime.Gosched() // let others in between
				}
				return k * k
			}, opts...)
			m.OnEvict(func(k, v int) {
				if v != k*k {
					t.Errorf("evicted %d: %d", k, v)
				}
				evicted.Add(1)
			})
			var wg sync.WaitGroup
			for g := range goroutines {
				wg.Go(func() {
					rng := rand.New(rand.NewPCG(uint64(g), 0))
					for range calls {
						if k := rng.IntN(keys); m.Call(k) != k*k {
							t.Errorf("wrong result for %d", k)
						}
					}
				})
			}
			wg.Wait()
			i := m.CacheInfo()
			want(t, "hits + misses", i.Hits+i.Misses, goroutines*calls)
			want(t, "misses", i.Misses, computed.Load())
			want(t, "entries ever added", int64(m.puts), evicted.Load()+int64(i.CurrSize))
			if err := check(&m.core); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestConcurrentEverything uses all methods at once, for the race detector, and
// looks at the invariants in between.
func TestConcurrentEverything(t *testing.T) {
	m := New(func(k int) int { return k }, MaxSize(50))
	c := NewCache[int, int](MaxSize(50))
	rounds := 300
	if testing.Short() {
		rounds = 30
	}
	var wg sync.WaitGroup
	for _, do := range []func(i int){
		func(i int) { m.Call(i % 97) },
		func(i int) { m.Call(i % 89) },
		func(i int) { m.Remove(i % 97) },
		func(i int) { m.Resize(i % 60) },
		func(i int) { m.CacheInfo(); m.CacheParameters() },
		func(i int) { order(m.All()); order(m.Backward()) },
		func(i int) { m.Peek(i); m.Contains(i) },
		func(i int) { m.OnEvict(func(int, int) { m.Peek(i) }) },
		func(i int) {
			if i%40 == 0 {
				m.CacheClear()
			}
		},
		func(i int) {
			if err := checkInUse(&m.core); err != nil {
				t.Error(err)
			}
		},
		func(i int) { c.Add(i%97, i); c.Get(i % 89); c.Len() },
		func(i int) { c.Remove(i % 31); c.Resize(40 + i%20) },
	} {
		wg.Go(func() {
			for i := range rounds {
				do(i)
			}
		})
	}
	wg.Wait()
	if err := check(&c.core); err != nil {
		t.Error(err)
	}
}

// TestNobodyStarves has many more goroutines than processors hit one cache; each
// must get through all its calls.
func TestNobodyStarves(t *testing.T) {
	const goroutines, calls = 64, 1000
	m := New(ident)
	var wg sync.WaitGroup
	for range goroutines {
		wg.Go(func() {
			for i := range calls {
				m.Call(i % 100)
			}
		})
	}
	wg.Wait()
	i := m.CacheInfo()
	want(t, "calls", i.Hits+i.Misses, goroutines*calls)
}
