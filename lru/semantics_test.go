package lru

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync"
	"testing"
	"weak"
)

// TestSemantics has one subtest for each behaviour of functools.lru_cache that
// a Go program can observe, named by its number in the list of all behaviours
// (those missing need arguments of dynamic types, or are of Python only). The
// figures expected are the output of CPython for the same calls.
func TestSemantics(t *testing.T) {
	t.Run("item 1: the default maxsize is 128", func(t *testing.T) {
		m := New(ident)
		want(t, "parameters", m.CacheParameters(), CacheParameters{MaxSize: 128})
		wantInfo(t, m, "CacheInfo(hits=0, misses=0, maxsize=128, currsize=0)")
	})
	t.Run("item 4: maxsize None has no bound and no recency", func(t *testing.T) {
		m := New(ident, Unbounded())
		for i := range 1000 {
			m.Call(i)
		}
		m.Call(0)
		wantInfo(t, m, "CacheInfo(hits=1, misses=1000, maxsize=None, currsize=1000)")
		for i, got := range order(m.All()) {
			if i != got {
				t.Fatalf("key %d is in place %d: the hit moved it", got, i)
			}
		}
	})
	t.Run("item 5: functools.cache is maxsize None", func(t *testing.T) {
		fib := NewRecursive(fibonacci, Unbounded())
		for n := range 16 {
			fib.Call(n)
		}
		want(t, "fib(15)", fib.Call(15), 610)
		wantInfo(t, fib, "CacheInfo(hits=29, misses=16, maxsize=None, currsize=16)")
		want(t, "parameters", fib.CacheParameters(), CacheParameters{Unbounded: true})
	})
	t.Run("item 6: maxsize 0 is off", func(t *testing.T) {
		m := New(ident, MaxSize(0))
		for range 5 {
			want(t, "result", m.Call(20), 20)
		}
		wantInfo(t, m, "CacheInfo(hits=0, misses=5, maxsize=0, currsize=0)")
	})
	t.Run("item 7: a negative maxsize is 0", func(t *testing.T) {
		m := New(ident, MaxSize(-10))
		for range 2 {
			for n := range 150 {
				m.Call(n)
			}
		}
		wantInfo(t, m, "CacheInfo(hits=0, misses=300, maxsize=0, currsize=0)")
		want(t, "parameters", m.CacheParameters(), CacheParameters{})
	})
	t.Run("item 11: one set of options, independent caches", func(t *testing.T) {
		opts := []Option{MaxSize(2)}
		f, g := New(ident, opts...), New(ident, opts...)
		f.Call(-1)
		f.Call(-1)
		g.Call(-5)
		wantInfo(t, f, "CacheInfo(hits=1, misses=1, maxsize=2, currsize=1)")
		wantInfo(t, g, "CacheInfo(hits=0, misses=1, maxsize=2, currsize=1)")
	})
	t.Run("item 12: whatever can be called can be wrapped", func(t *testing.T) {
		want(t, "a function of the library", New(strings.ToUpper).Call("abc"), "ABC")
		r := strings.NewReplacer("a", "b")
		want(t, "a method value", New(r.Replace).Call("aa"), "bb")
		bound := 2.0
		want(t, "a closure", New(func(x float64) float64 { return math.Pow(bound, x) }).Call(10), 1024)
		outer := New(New(ident).Call)
		want(t, "another Memo", outer.Call(7), 7)
	})
	t.Run("item 13: a hit returns the stored value itself", func(t *testing.T) {
		fn, calls := counted(func(n int) *big.Int { return big.NewInt(int64(n)) })
		m := New(fn)
		a := m.Call(1)
		a.SetInt64(99)
		if b := m.Call(1); b != a {
			t.Error("the second caller got another pointer")
		}
		want(t, "calls", *calls, 1)
	})
	t.Run("item 14: a zero value is a result like any other", func(t *testing.T) {
		for _, size := range []Option{Unbounded(), MaxSize(4)} {
			fn, calls := counted(func(int) any { return nil })
			m := New(fn, size)
			for range 3 {
				want(t, "result", m.Call(1), nil)
			}
			want(t, "calls", *calls, 1)
			want(t, "hits", m.CacheInfo().Hits, 2)
		}
	})
	t.Run("item 15: a hit makes an entry the most recent", func(t *testing.T) {
		m := New(ident, MaxSize(3))
		for _, step := range []struct {
			key   int
			hit   bool
			order []int
		}{
			{1, false, []int{1}},
			{2, false, []int{1, 2}},
			{3, false, []int{1, 2, 3}},
			{1, true, []int{2, 3, 1}},
			{4, false, []int{3, 1, 4}},
			{2, false, []int{1, 4, 2}},
			{1, true, []int{4, 2, 1}},
		} {
			before := m.CacheInfo().Hits
			m.Call(step.key)
			want(t, "hit", m.CacheInfo().Hits > before, step.hit)
			want(t, "order", order(m.All()), step.order)
		}
	})
	t.Run("item 16: the documented sequence for two entries", func(t *testing.T) {
		var computed []int
		m := New(func(x int) int { computed = append(computed, x); return x * 10 }, MaxSize(2))
		for _, x := range []int{7, 9, 7, 9, 7, 9, 8, 8, 8, 9, 9, 9, 8, 8, 8, 7} {
			want(t, "result", m.Call(x), x*10)
		}
		want(t, "computed", computed, []int{7, 9, 8, 7})
		wantInfo(t, m, "CacheInfo(hits=12, misses=4, maxsize=2, currsize=2)")
	})
	t.Run("item 17: size one", func(t *testing.T) {
		m := New(ident, MaxSize(1))
		for _, x := range []int{1, 1, 2, 2, 1, 1} {
			m.Call(x)
		}
		wantInfo(t, m, "CacheInfo(hits=3, misses=3, maxsize=1, currsize=1)")
	})
	t.Run("item 18: room is made when the result is stored", func(t *testing.T) {
		var m *Memo[int, int]
		m = New(func(k int) int {
			if k == 3 {
				wantInfo(t, m, "CacheInfo(hits=0, misses=3, maxsize=2, currsize=2)")
				m.Call(1) // a hit still, and now 2 is the one to go
				want(t, "hits", m.CacheInfo().Hits, 1)
			}
			return k * 10
		}, MaxSize(2))
		m.Call(1)
		m.Call(2)
		m.Call(3)
		want(t, "order", order(m.All()), []int{1, 3})
	})
	t.Run("item 19: currsize never passes maxsize", func(t *testing.T) {
		type args struct{ x, y int }
		evictions := 0
		m := New(func(a args) int { return 3*a.x + a.y }, MaxSize(20))
		m.OnEvict(func(args, int) { evictions++ })
		rng := rand.New(rand.NewPCG(1, 1))
		for range 1000 {
			before, full := evictions, m.CacheInfo().CurrSize == 20
			misses := m.CacheInfo().Misses
			m.Call(args{rng.IntN(5), rng.IntN(5)})
			want(t, "evicted", evictions-before == 1, full && m.CacheInfo().Misses > misses)
			if n := m.CacheInfo().CurrSize; n > 20 {
				t.Fatalf("currsize=%d", n)
			}
		}
		i := m.CacheInfo()
		want(t, "hits and misses", i.Hits+i.Misses, 1000)
		want(t, "currsize", i.CurrSize, 20)
		want(t, "more hits than misses", i.Hits > i.Misses, true)
	})
	t.Run("item 20: keys and results live until evicted or cleared", func(t *testing.T) {
		type blob [64]byte
		m := New(func(*blob) *blob { return new(blob) }, MaxSize(1))
		gone := func(p weak.Pointer[blob]) bool {
			runtime.GC()
			return p.Value() == nil
		}
		call := func() (key, value weak.Pointer[blob]) {
			k := new(blob)
			v := m.Call(k)
			return weak.Make(k), weak.Make(v)
		}
		k1, v1 := call()
		want(t, "gone while kept", []bool{gone(k1), gone(v1)}, []bool{false, false})
		k2, v2 := call()
		want(t, "gone after eviction", []bool{gone(k1), gone(v1)}, []bool{true, true})
		m.CacheClear()
		want(t, "gone after clear", []bool{gone(k2), gone(v2)}, []bool{true, true})
		k3, v3 := call()
		m.Remove(k3.Value())
		want(t, "gone after Remove", []bool{gone(k3), gone(v3)}, []bool{true, true})
		k4, v4 := call()
		m.Resize(0)
		want(t, "gone after Resize", []bool{gone(k4), gone(v4)}, []bool{true, true})
		runtime.KeepAlive(m)
	})
	t.Run("item 21: no arguments, one entry", func(t *testing.T) {
		m := New(func(struct{}) int { return 20 })
		m.Call(struct{}{})
		want(t, "result", m.Call(struct{}{}), 20)
		wantInfo(t, m, "CacheInfo(hits=1, misses=1, maxsize=128, currsize=1)")
	})
	t.Run("item 22: a miss is counted before the function runs", func(t *testing.T) {
		for _, c := range []struct {
			size          Option
			inside, after string
		}{
			{MaxSize(0), "CacheInfo(hits=0, misses=1, maxsize=0, currsize=0)", "CacheInfo(hits=0, misses=1, maxsize=0, currsize=0)"},
			{Unbounded(), "CacheInfo(hits=0, misses=1, maxsize=None, currsize=0)", "CacheInfo(hits=0, misses=1, maxsize=None, currsize=1)"},
			{MaxSize(4), "CacheInfo(hits=0, misses=1, maxsize=4, currsize=0)", "CacheInfo(hits=0, misses=1, maxsize=4, currsize=1)"},
		} {
			var m *Memo[int, CacheInfo]
			m = New(func(int) CacheInfo { return m.CacheInfo() }, c.size)
			want(t, "inside", m.Call(1).String(), c.inside)
			wantInfo(t, m, c.after)
		}
	})
	t.Run("item 23: an error is a miss, not stored, passed on as it is", func(t *testing.T) {
		for _, c := range []struct {
			size Option
			info string
		}{
			{MaxSize(0), "CacheInfo(hits=0, misses=6, maxsize=0, currsize=0)"},
			{Unbounded(), "CacheInfo(hits=2, misses=4, maxsize=None, currsize=2)"},
			{MaxSize(2), "CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)"},
		} {
			errRange := errors.New("string index out of range")
			m := NewErr(func(i int) (string, error) {
				if i >= len("abc") {
					return "partial", errRange
				}
				return "abc"[i : i+1], nil
			}, c.size)
			m.Call(0)
			m.Call(1)
			for range 2 {
				v, err := m.Call(15)
				if v != "partial" || err != errRange { // the very error, not one that wraps it
					t.Errorf("got %q, %v", v, err)
				}
			}
			m.Call(0)
			m.Call(1)
			wantInfo(t, m, c.info)
		}
	})
	t.Run("item 24: panic and Goexit pass through", func(t *testing.T) {
		leave := map[string]func(){
			"panic":  func() { panic("stop") },
			"Goexit": runtime.Goexit,
		}
		for name, leave := range leave {
			m := New(func(x int) int {
				if x == 7 {
					leave()
				}
				return x
			}, MaxSize(2))
			m.Call(1)
			for range 2 {
				var wg sync.WaitGroup
				wg.Go(func() {
					defer func() {
						if p := recover(); name == "panic" && p != "stop" {
							t.Errorf("recovered %v", p)
						}
					}()
					m.Call(7)
					t.Error("Call returned")
				})
				wg.Wait()
			}
			wantInfo(t, m, "CacheInfo(hits=0, misses=3, maxsize=2, currsize=1)")
		}
	})
	t.Run("item 26: info is a snapshot and can be compared", func(t *testing.T) {
		m := New(ident, MaxSize(2))
		i := m.CacheInfo()
		m.Call(-1)
		want(t, "before", i.String(), "CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)")
		want(t, "equal", i == CacheInfo{MaxSize: 2}, true)
		wantInfo(t, m, "CacheInfo(hits=0, misses=1, maxsize=2, currsize=1)")
	})
	t.Run("item 27: clear empties and sets the counters to 0", func(t *testing.T) {
		m := New(ident, MaxSize(2))
		for _, x := range []int{1, 1, 2, 3} {
			m.Call(x)
		}
		wantInfo(t, m, "CacheInfo(hits=1, misses=3, maxsize=2, currsize=2)")
		m.CacheClear()
		wantInfo(t, m, "CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)")
		m.Call(1)
		wantInfo(t, m, "CacheInfo(hits=0, misses=1, maxsize=2, currsize=1)")
	})
	t.Run("item 28: clear while a computation runs", func(t *testing.T) {
		for _, size := range []Option{Unbounded(), MaxSize(4)} {
			var m *Memo[int, int]
			m = New(func(n int) int {
				if n == 2 {
					m.CacheClear()
				}
				return n * 10
			}, size)
			m.Call(1)
			m.Call(2)
			want(t, "order", order(m.All()), []int{2})
			want(t, "misses", m.CacheInfo().Misses, 0)
			m.Call(2)
			want(t, "hits", m.CacheInfo().Hits, 1)
		}
	})
	t.Run("item 29: parameters are a copy", func(t *testing.T) {
		m := New(ident, MaxSize(2))
		p := m.CacheParameters()
		p.MaxSize = 99
		want(t, "parameters", m.CacheParameters(), CacheParameters{MaxSize: 2})
		want(t, "negative", New(ident, MaxSize(-3)).CacheParameters(), CacheParameters{})
	})
	t.Run("item 31: the wrapped function passes the cache by", func(t *testing.T) {
		m := New(ident, MaxSize(20))
		want(t, "result", m.Wrapped()(5), 5)
		wantInfo(t, m, "CacheInfo(hits=0, misses=0, maxsize=20, currsize=0)")
		fib := NewRecursive(fibonacci)
		want(t, "fib(10)", fib.Wrapped()(10), 55)
		wantInfo(t, fib, "CacheInfo(hits=8, misses=10, maxsize=128, currsize=10)")
	})
	t.Run("item 32: a recursive function", func(t *testing.T) {
		var computed []int
		fib := NewRecursive(func(fib func(int) int, n int) int {
			computed = append(computed, n)
			return fibonacci(fib, n)
		})
		want(t, "fib(5)", fib.Call(5), 5)
		want(t, "computed", computed, []int{5, 4, 3, 2, 1, 0})
		wantInfo(t, fib, "CacheInfo(hits=3, misses=6, maxsize=128, currsize=6)")
		want(t, "order", order(fib.All()), []int{0, 1, 2, 4, 3, 5})
		big := NewRecursive(bigFibonacci)
		want(t, "fib(100)", big.Call(100).String(), "354224848179261915075")
		wantInfo(t, big, "CacheInfo(hits=98, misses=101, maxsize=128, currsize=101)")
	})
	t.Run("item 33: the same key within its own computation", func(t *testing.T) {
		for _, c := range []struct {
			size   Option
			cached string
			info   string
		}{
			{MaxSize(2), "value 2", "CacheInfo(hits=1, misses=2, maxsize=2, currsize=1)"},
			{Unbounded(), "value 1", "CacheInfo(hits=1, misses=2, maxsize=None, currsize=1)"},
		} {
			n := 0
			m := NewRecursive(func(self func(int) string, k int) string {
				n++
				me := n
				if me == 1 {
					self(k)
				}
				return fmt.Sprint("value ", me)
			}, c.size)
			want(t, "first", m.Call(5), "value 1")
			want(t, "then", m.Call(5), c.cached)
			wantInfo(t, m, c.info)
		}
	})
	t.Run("item 34: and the second store refreshes nothing", func(t *testing.T) {
		once := true
		m := NewRecursive(func(self func(int) int, k int) int {
			if k == 5 && once {
				once = false
				self(5)
				self(6)
			}
			return k
		}, MaxSize(2))
		m.Call(5)
		want(t, "order", order(m.All()), []int{5, 6})
		m.Call(7)
		want(t, "order", order(m.All()), []int{6, 7})
	})
	t.Run("item 35: a re-entrant store evicts nothing it should not", func(t *testing.T) {
		once := true
		m := NewRecursive(func(self func(int) string, x int) string {
			if x == 20 && once {
				once = false
				return self(x)
			}
			return fmt.Sprintf(".%d.", x)
		}, MaxSize(10))
		for x := range 15 {
			m.Call(x)
		}
		want(t, "result", m.Call(20), ".20.")
		wantInfo(t, m, "CacheInfo(hits=0, misses=17, maxsize=10, currsize=10)")
	})
	t.Run("item 39: what runs on eviction sees a consistent cache", func(t *testing.T) {
		var log []string
		m := New(ident, MaxSize(2))
		m.OnEvict(func(k, _ int) {
			if k < 3 {
				log = append(log, fmt.Sprint(k, " ", m.CacheInfo()))
				m.Call(100 + k)
			}
		})
		for k := range 5 {
			m.Call(k)
		}
		want(t, "log", strings.Join(log, "\n"), strings.Join([]string{
			"0 CacheInfo(hits=0, misses=3, maxsize=2, currsize=2)",
			"1 CacheInfo(hits=0, misses=4, maxsize=2, currsize=2)",
			"2 CacheInfo(hits=0, misses=5, maxsize=2, currsize=2)",
		}, "\n"))
		wantInfo(t, m, "CacheInfo(hits=0, misses=8, maxsize=2, currsize=2)")
	})
	t.Run("item 40: recursion too deep: misses stay, nothing is stored", func(t *testing.T) {
		errDepth := errors.New("maximum recursion depth exceeded")
		const limit = 500
		depth := 0
		fib := NewRecursiveErr(func(fib func(int) (int, error), n int) (int, error) {
			if depth++; depth > limit {
				depth--
				return 0, errDepth
			}
			defer func() { depth-- }()
			if n <= 1 {
				return n, nil
			}
			a, err := fib(n - 1)
			if err != nil {
				return 0, err
			}
			b, err := fib(n - 2)
			return a + b, err
		}, Unbounded())
		for try := 1; try <= 2; try++ {
			if _, err := fib.Call(1500); err != errDepth {
				t.Errorf("got %v", err)
			}
			want(t, "info", fib.CacheInfo(), CacheInfo{Misses: int64(try * (limit + 1)), Unbounded: true})
		}
		for n := 0; n <= 1500; n += 300 {
			if _, err := fib.Call(n); err != nil {
				t.Errorf("fib(%d) after warming up: %v", n, err)
			}
		}
		want(t, "currsize", fib.CacheInfo().CurrSize, 1501)
	})
	t.Run("item 55: as a method, the receiver is part of the key", func(t *testing.T) {
		type args struct{ self, x int }
		computed := map[int]int{} // by receiver
		m := New(func(a args) int { computed[a.self]++; return a.x*10 + a.self }, MaxSize(2))
		// Two receivers that are equal share entries: here 5 and 5.
		for _, step := range []struct {
			self int
			xs   []int
			info CacheInfo
		}{
			{5, []int{1, 2, 2, 3, 1, 1, 1, 2, 3, 3}, CacheInfo{Hits: 4, Misses: 6, MaxSize: 2, CurrSize: 2}},
			{5, []int{1, 2, 1, 1, 1, 1, 3, 2, 2, 2}, CacheInfo{Hits: 10, Misses: 10, MaxSize: 2, CurrSize: 2}},
			{7, []int{2, 1, 1, 1, 1, 2, 1, 3, 2, 1}, CacheInfo{Hits: 15, Misses: 15, MaxSize: 2, CurrSize: 2}},
		} {
			for _, x := range step.xs {
				want(t, "result", m.Call(args{step.self, x}), x*10+step.self)
			}
			want(t, "info", m.CacheInfo(), step.info)
		}
		want(t, "computed", computed, map[int]int{5: 10, 7: 5})
	})
	t.Run("item 60: with goroutines the counts are exact", func(t *testing.T) {
		m := New(func(x int) int { return 3 * x }, MaxSize(55))
		var wg sync.WaitGroup
		for k := range 5 {
			wg.Go(func() {
				for range 11 {
					m.Call(k)
				}
			})
		}
		wg.Wait()
		wantInfo(t, m, "CacheInfo(hits=50, misses=5, maxsize=55, currsize=5)")
	})
	t.Run("item 61: no single flight", func(t *testing.T) {
		const n = 5
		var inside sync.WaitGroup
		inside.Add(n)
		next := make(chan int, n)
		for i := range n {
			next <- i
		}
		m := New(func(int) int {
			inside.Done()
			inside.Wait() // until all are inside
			return <-next
		}, MaxSize(10))
		got := make(chan int, n)
		for range n {
			go func() { got <- m.Call(1) }()
		}
		seen := map[int]bool{}
		for range n {
			seen[<-got] = true
		}
		want(t, "different results", len(seen), n) // each got its own
		wantInfo(t, m, "CacheInfo(hits=0, misses=5, maxsize=10, currsize=1)")
	})
	t.Run("item 62: the function runs without the lock", func(t *testing.T) {
		var both, done sync.WaitGroup
		both.Add(2)
		m := New(func(x int) int {
			both.Done()
			both.Wait() // for ever, if calls came one after the other
			return 3 * x
		}, MaxSize(2))
		for _, x := range []int{1, 2} {
			done.Go(func() { want(t, "result", m.Call(x), 3*x) })
		}
		done.Wait()
		wantInfo(t, m, "CacheInfo(hits=0, misses=2, maxsize=2, currsize=2)")
	})
	t.Run("item 63: clear in the middle of everything", func(t *testing.T) {
		m := New(ident, MaxSize(4))
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for i := range 2000 {
					m.Call(i % 7)
				}
			})
		}
		wg.Go(func() {
			for range 200 {
				m.CacheClear()
			}
		})
		wg.Wait()
		if err := check(&m.core); err != nil {
			t.Error(err)
		}
		m.CacheClear()
		for i := range 10 {
			m.Call(i)
		}
		wantInfo(t, m, "CacheInfo(hits=0, misses=10, maxsize=4, currsize=4)")
	})
}

// fibonacci is the body of the talk's function, open to whatever it calls.
func fibonacci(self func(int) int, n int) int {
	if n <= 1 {
		return n
	}
	return self(n-1) + self(n-2)
}

func bigFibonacci(self func(int) *big.Int, n int) *big.Int {
	if n <= 1 {
		return big.NewInt(int64(n))
	}
	a := self(n - 1)
	return new(big.Int).Add(a, self(n-2))
}
