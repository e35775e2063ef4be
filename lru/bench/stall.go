package main

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"time"

	golanglru "github.com/hashicorp/golang-lru/v2"
	"playground/lru"
)

// A grower is something that is filled, entry by entry.
type grower struct {
	name     string
	add, get func(key int)
}

// growers makes what is compared, for n entries.
var growers = []func(n int) grower{
	func(n int) grower {
		m := lru.New(load[int], lru.MaxSize(n))
		call := func(key int) { m.Call(key) }
		return grower{"this package, Memo", call, call}
	},
	func(n int) grower {
		c := lru.NewCache[int, int](lru.MaxSize(n))
		return grower{"this package, Cache", func(key int) { c.Add(key, 1) }, func(key int) { c.Get(key) }}
	},
	func(n int) grower {
		c := must(golanglru.New[int, int](n))
		return grower{golangLRU, func(key int) { c.Add(key, 1) }, func(key int) { c.Get(key) }}
	},
	func(int) grower {
		m := map[int]int{}
		return grower{"a Go map, no LRU", func(key int) { m[key] = 1 }, func(key int) { _ = m[key] }}
	},
}

// stalls prints the longest that a single operation takes while a cache grows. Each
// entry that is added is followed by a hit of a random one. On a machine that does
// other things, too, the longest is theirs; therefore the same is done a few times,
// and an operation counts with the shortest of its times.
func stalls() {
	const times = 2
	fmt.Printf("\n| the worst of all operations, ms, each the least of %d times | adding up to 1,000,000 | hits meanwhile | adding up to 20,000,000 | hits meanwhile |\n|---|---|---|---|---|\n", times)
	for _, grow := range growers {
		row := ""
		for _, n := range []int{1_000_000, 20_000_000} {
			adds, gets := slow(grow(n), n)
			for range times - 1 {
				moreAdds, moreGets := slow(grow(n), n)
				adds, gets = least(adds, moreAdds), least(gets, moreGets)
			}
			row += fmt.Sprintf(" %s | %s |", worst(adds), worst(gets))
		}
		fmt.Printf("| %s |%s\n", grow(1).name, row)
	}
}

// notable is the time from which on an operation is noted.
const notable = 20 * time.Microsecond

// slow adds n entries, and returns the times of the operations that took long.
func slow(g grower, n int) (adds, gets map[int]time.Duration) {
	runtime.GC()
	rng := rand.New(rand.NewPCG(5, uint64(n)))
	adds, gets = map[int]time.Duration{}, map[int]time.Duration{}
	for i := range n {
		key := rng.IntN(i + 1)
		start := wall()
		g.add(i)
		added := wall()
		g.get(key)
		got := wall()
		if t := added - start; t > notable {
			adds[i] = t
		}
		if t := got - added; t > notable {
			gets[i] = t
		}
	}
	return adds, gets
}

// least returns the operations that took long both times, each with the shorter time.
func least(a, b map[int]time.Duration) map[int]time.Duration {
	both := map[int]time.Duration{}
	for i, t := range a {
		if u, ok := b[i]; ok {
			both[i] = min(t, u)
		}
	}
	return both
}

func worst(times map[int]time.Duration) string {
	worst := time.Duration(0)
	for _, t := range times {
		worst = max(worst, t)
	}
	if worst == 0 {
		return fmt.Sprintf("< %.2f", notable.Seconds()*1000)
	}
	return fmt.Sprintf("%.2f", worst.Seconds()*1000)
}
