package lru

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

// TestCPython holds the tests of Lib/test/test_functools.py (TestLRU and
// TestCache) as far as Go can say them, each under its own name. Where the
// original makes several functions, so does the port.
func TestCPython(t *testing.T) {
	fibs := func() (fibs []int) {
		for a, b := 0, 1; len(fibs) < 16; a, b = b, a+b {
			fibs = append(fibs, a)
		}
		return fibs
	}()
	callAll := func(m *Memo[int, int]) (results []int) {
		for n := range 16 {
			results = append(results, m.Call(n))
		}
		return results
	}

	t.Run("test_cache", func(t *testing.T) {
		fib := NewRecursive(fibonacci, Unbounded())
		want(t, "results", callAll(fib), fibs)
		want(t, "info", fib.CacheInfo(), CacheInfo{Hits: 28, Misses: 16, CurrSize: 16, Unbounded: true})
		fib.CacheClear()
		want(t, "info", fib.CacheInfo(), CacheInfo{Unbounded: true})
	})

	t.Run("test_lru", func(t *testing.T) {
		type args struct{ x, y int }
		orig := func(a args) int { return 3*a.x + a.y }
		f := New(orig, MaxSize(20))
		wantInfo(t, f, "CacheInfo(hits=0, misses=0, maxsize=20, currsize=0)")
		for range 1000 {
			a := args{rand.IntN(5), rand.IntN(5)}
			want(t, "result", f.Call(a), orig(a))
		}
		i := f.CacheInfo()
		want(t, "more hits than misses", i.Hits > i.Misses, true)
		want(t, "calls", i.Hits+i.Misses, 1000)
		want(t, "currsize", i.CurrSize, 20)

		f.CacheClear()
		wantInfo(t, f, "CacheInfo(hits=0, misses=0, maxsize=20, currsize=0)")
		f.Call(args{1, 2})
		wantInfo(t, f, "CacheInfo(hits=0, misses=1, maxsize=20, currsize=1)")

		want(t, "past the cache", f.Wrapped()(args{3, 4}), orig(args{3, 4}))
		wantInfo(t, f, "CacheInfo(hits=0, misses=1, maxsize=20, currsize=1)")

		for _, c := range []struct{ maxsize, calls int }{{0, 5}, {1, 1}} { // size zero, size one
			fn, calls := counted(func(struct{}) int { return 20 })
			f := New(fn, MaxSize(c.maxsize))
			want(t, "maxsize", f.CacheInfo().MaxSize, c.maxsize)
			for range 5 {
				want(t, "result", f.Call(struct{}{}), 20)
			}
			want(t, "calls", *calls, c.calls)
			want(t, "info", f.CacheInfo(), CacheInfo{Hits: int64(5 - c.calls), Misses: int64(c.calls), MaxSize: c.maxsize, CurrSize: c.maxsize})
		}

		fn, calls := counted(func(x int) int { return x * 10 }) // size two
		g := New(fn, MaxSize(2))
		for _, x := range []int{7, 9, 7, 9, 7, 9, 8, 8, 8, 9, 9, 9, 8, 8, 8, 7} {
			want(t, "result", g.Call(x), x*10)
		}
		want(t, "calls", *calls, 4)
		wantInfo(t, g, "CacheInfo(hits=12, misses=4, maxsize=2, currsize=2)")
	})

	t.Run("test_lru_no_args", func(t *testing.T) {
		square := New(func(x int) int { return x * x })
		want(t, "results", []int{square.Call(10), square.Call(20), square.Call(10)}, []int{100, 400, 100})
		wantInfo(t, square, "CacheInfo(hits=1, misses=2, maxsize=128, currsize=2)")
	})

	t.Run("test_lru_bug_35780", func(t *testing.T) {
		once := true
		f := NewRecursive(func(f func(int) int, x int) int {
			if x == 20 && once {
				once = false
				return f(x)
			}
			return -x
		}, MaxSize(10))
		for x := range 15 {
			f.Call(x)
		}
		want(t, "currsize", f.CacheInfo().CurrSize, 10)
		want(t, "result", f.Call(20), -20)
		want(t, "currsize", f.CacheInfo().CurrSize, 10)
	})

	t.Run("test_lru_reentrancy_with_len", func(t *testing.T) {
		length := New(func(s string) int { return len(s) }, MaxSize(4))
		for _, n := range []int{0, 0, 1, 2, 3, 3, 4, 5, 6, 1, 7, 2, 1} {
			want(t, "length", length.Call("abcdefghijklmn"[:n]), n)
		}
		wantInfo(t, length, "CacheInfo(hits=3, misses=10, maxsize=4, currsize=4)")
	})

	t.Run("test_lru_with_maxsize_none", func(t *testing.T) {
		fib := NewRecursive(fibonacci, Unbounded())
		want(t, "results", callAll(fib), fibs)
		want(t, "info", fib.CacheInfo(), CacheInfo{Hits: 28, Misses: 16, CurrSize: 16, Unbounded: true})
		fib.CacheClear()
		want(t, "info", fib.CacheInfo(), CacheInfo{Unbounded: true})
	})

	t.Run("test_lru_with_maxsize_negative", func(t *testing.T) {
		eq := New(ident, MaxSize(-10))
		for range 2 {
			for n := range 150 {
				want(t, "result", eq.Call(n), n)
			}
		}
		want(t, "info", eq.CacheInfo(), CacheInfo{Misses: 300})
	})

	t.Run("test_lru_with_exceptions", func(t *testing.T) {
		for _, size := range []Option{Unbounded(), MaxSize(128)} {
			fn := New(func(i int) byte { return "abc"[i] }, size)
			want(t, "result", fn.Call(0), 'a')
			for range 2 {
				if panicOf(func() { fn.Call(15) }) == nil {
					t.Error("an index out of range passed")
				}
			}
			want(t, "misses", fn.CacheInfo().Misses, 3)
			want(t, "currsize", fn.CacheInfo().CurrSize, 1)
		}
	})

	t.Run("test_lru_with_keyword_args", func(t *testing.T) {
		fib := NewRecursive(fibonacci)
		want(t, "results", callAll(fib), fibs)
		wantInfo(t, fib, "CacheInfo(hits=28, misses=16, maxsize=128, currsize=16)")
		fib.CacheClear()
		wantInfo(t, fib, "CacheInfo(hits=0, misses=0, maxsize=128, currsize=0)")
	})

	t.Run("test_lru_cache_threaded", func(t *testing.T) {
		const n, m = 5, 11
		f := New(func(x int) int { return 3 * x }, MaxSize(n*m))
		var wg sync.WaitGroup
		start := make(chan bool)
		for k := range n {
			wg.Go(func() { // full
				<-start
				for range m {
					want(t, "result", f.Call(k), 3*k)
				}
			})
		}
		close(start)
		wg.Wait()
		want(t, "info", f.CacheInfo(), CacheInfo{Hits: n*m - n, Misses: n, MaxSize: n * m, CurrSize: n})

		for range 2 { // clear, amid the others
			for k := range n {
				wg.Go(func() {
					for range m {
						want(t, "result", f.Call(k), 3*k)
					}
				})
			}
			wg.Go(f.CacheClear)
		}
		wg.Wait()
		f.CacheClear()
		want(t, "info", f.CacheInfo(), CacheInfo{MaxSize: n * m})
	})

	t.Run("test_lru_cache_threaded2", func(t *testing.T) {
		const n, m = 5, 7 // simultaneous calls, and keys one after the other
		var all sync.WaitGroup
		f := New(func(x int) int { all.Done(); all.Wait(); return 3 * x }, MaxSize(n*m))
		want(t, "info", f.CacheInfo(), CacheInfo{MaxSize: n * m})
		for i := range m {
			var wg sync.WaitGroup
			all.Add(n)
			for range n {
				wg.Go(func() { want(t, "result", f.Call(i), 3*i) })
			}
			wg.Wait()
			want(t, "info", f.CacheInfo(), CacheInfo{Misses: int64(n * (i + 1)), MaxSize: n * m, CurrSize: i + 1})
		}
	})

	t.Run("test_lru_cache_threaded3", func(t *testing.T) {
		var both, wg sync.WaitGroup
		both.Add(2)
		f := New(func(x int) int { both.Done(); both.Wait(); return 3 * x }, MaxSize(2))
		for _, x := range []int{1, 2} {
			wg.Go(func() { want(t, "result", f.Call(x), 3*x) })
		}
		wg.Wait()
	})

	t.Run("test_lru_method", func(t *testing.T) {
		type X int
		type args struct {
			self X
			x    int
		}
		f := New(func(a args) int { return a.x*10 + int(a.self) }, MaxSize(2))
		for _, c := range []struct {
			self X
			xs   []int
			info CacheInfo
		}{
			{5, []int{1, 2, 2, 3, 1, 1, 1, 2, 3, 3}, CacheInfo{4, 6, 2, 2, false}},
			{5, []int{1, 2, 1, 1, 1, 1, 3, 2, 2, 2}, CacheInfo{10, 10, 2, 2, false}},
			{7, []int{2, 1, 1, 1, 1, 2, 1, 3, 2, 1}, CacheInfo{15, 15, 2, 2, false}},
		} {
			for _, x := range c.xs {
				want(t, "result", f.Call(args{c.self, x}), x*10+int(c.self))
			}
			want(t, "info", f.CacheInfo(), c.info)
		}
	})

	// A copy of a decorated function is the function itself, sharing its cache;
	// in Go, a copy of the pointer is.
	for _, name := range []string{"test_copy", "test_deepcopy"} {
		t.Run(name, func(t *testing.T) {
			f := New(ident)
			copied := slices.Clone([]*Memo[int, int]{f})[0]
			f.Call(1)
			copied.Call(1)
			want(t, "the same", copied == f, true)
			wantInfo(t, f, "CacheInfo(hits=1, misses=1, maxsize=128, currsize=1)")
		})
	}

	t.Run("test_lru_cache_parameters", func(t *testing.T) {
		want(t, "f", New(ident, MaxSize(2)).CacheParameters(), CacheParameters{MaxSize: 2})
		want(t, "g", New(ident, MaxSize(1000)).CacheParameters(), CacheParameters{MaxSize: 1000})
	})

	t.Run("test_lru_recursion", func(t *testing.T) {
		for _, size := range []Option{Unbounded(), MaxSize(10_000)} {
			fib := NewRecursive(bigFibonacci, size)
			fib.Call(500)
			i := fib.CacheInfo()
			want(t, "misses", i.Misses, 501)
			want(t, "hits", i.Hits, 498)
		}
	})
}
