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
// entry that is added is followed by a hit of a random one. On Linux it is processor
// time: what else the machine does is not in it, what the system does to provide the
// memory is.
func stalls() {
	fmt.Print("\n| the longest operation, ms | adding up to 1,000,000 | hits meanwhile | adding up to 20,000,000 | hits meanwhile |\n|---|---|---|---|---|\n")
	for _, grow := range growers {
		row := ""
		for _, n := range []int{1_000_000, 20_000_000} {
			add, get := longest(grow(n), n)
			row += fmt.Sprintf(" %.2f | %.2f |", add.Seconds()*1000, get.Seconds()*1000)
		}
		fmt.Printf("| %s |%s\n", grow(1).name, row)
	}
}

// longest adds n entries, and returns the longest that one of them and one of the
// hits took.
func longest(g grower, n int) (add, get time.Duration) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	runtime.GC()
	rng := rand.New(rand.NewPCG(5, uint64(n)))
	for i := range n {
		key := rng.IntN(i + 1)
		start := thread()
		g.add(i)
		added := thread()
		g.get(key)
		got := thread()
		add, get = max(add, added-start), max(get, got-added)
	}
	return add, get
}
