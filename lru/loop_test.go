package lru

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestLoopWhileUsed has loops use the cache in every way, which is copied for them
// in small pieces. A loop sees no entry twice, none that came after it began, those
// it sees in the order that they had then, and all that stayed where they were.
func TestLoopWhileUsed(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for round := range 2000 {
		c := NewCache[int, int](MaxSize(10 + rng.IntN(60)))
		c.store.atOnce = 1 + rng.IntN(4)
		if rng.IntN(4) == 0 {
			c.Unbound()
		}
		next := 0
		for range rng.IntN(70) {
			c.Add(next, next)
			next++
		}
		seqs := []iter.Seq2[int, int]{c.All(), c.Backward()}
		began := [][]int{order(seqs[0]), order(seqs[1])}
		used := map[int]bool{}
		add := func(k int) {
			if oldest, _, ok := c.Oldest(); ok && c.Len() == c.CacheParameters().MaxSize {
				used[oldest] = true // and perhaps pushed out
			}
			used[k] = true
			c.Add(k, k)
		}
		use := func() {
			k := rng.IntN(next + 1)
			used[k] = true
			switch rng.IntN(8) {
			case 0, 1, 2:
				c.Get(k)
			case 3:
				add(k)
			case 4:
				c.Remove(k)
			case 5, 6:
				add(next)
				next++
			case 7:
				for k := range c.All() { // a loop in a loop
					if rng.IntN(3) == 0 {
						used[k] = true
						c.Get(k)
						break
					}
				}
			}
		}
		busy := 1 + rng.IntN(20)
		for n, seq := range seqs {
			clear(used)
			began[n] = order(seq)
			var seen []int
			for k := range seq {
				seen = append(seen, k)
				if rng.IntN(busy) == 0 {
					use()
				}
				if err := check(&c.core); err != nil {
					t.Fatal(err)
				}
			}
			at := 0
			for _, k := range seen {
				i := slices.Index(began[n][at:], k)
				if i < 0 {
					t.Fatalf("round %d: of %v, a loop sees %v", round, began[n], seen)
				}
				at += i + 1
			}
			for _, k := range began[n] {
				if !used[k] && !slices.Contains(seen, k) {
					t.Fatalf("round %d: of %v, a loop sees %v, not %d", round, began[n], seen, k)
				}
			}
			want(t, "loops", len(c.store.loops), 0)
		}
	}
}

// TestLoopInterrupted clears the cache from within a loop, or makes it smaller. The
// loop has a copy of the next thousand entries only, not of all.
func TestLoopInterrupted(t *testing.T) {
	const n = 5000
	for name, interrupt := range map[string]func(c *Cache[int, int]){
		"CacheClear": func(c *Cache[int, int]) { c.CacheClear() },
		"Resize":     func(c *Cache[int, int]) { c.Resize(0) },
	} {
		for dir, all := range map[string]func(c *Cache[int, int]) iter.Seq2[int, int]{
			"All": (*Cache[int, int]).All, "Backward": (*Cache[int, int]).Backward,
		} {
			c := NewCache[int, int](Unbounded())
			for k := range n {
				c.Add(k, k)
			}
			seen := 0
			for range all(c) {
				if seen++; seen == 1 {
					interrupt(c)
					c.Resize(n)
					for k := range n { // nothing of that is seen
						c.Add(k, k)
					}
				}
			}
			want(t, fmt.Sprint(name, " in ", dir, ": seen"), seen, atOnce)
		}
	}
}

// TestLoopPanics leaves a loop by a panic: it is not told of anything any longer.
func TestLoopPanics(t *testing.T) {
	c := NewCache[int, int](MaxSize(3 * atOnce))
	for k := range 3 * atOnce {
		c.Add(k, k)
	}
	p := panicOf(func() {
		for k := range c.Keys() {
			if k == atOnce {
				panic("left")
			}
		}
	})
	want(t, "panic", p, any("left"))
	want(t, "loops", len(c.store.loops), 0)
	if err := check(&c.core); err != nil {
		t.Error(err)
	}
}
