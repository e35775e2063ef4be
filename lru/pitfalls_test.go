package lru

import (
	"errors"
	"math"
	"math/big"
	"runtime"
	"sync"
	"testing"
)

// TestPitfalls goes through what is easiest to get wrong in Go, in the order of
// that list; some of it has a longer test elsewhere.
func TestPitfalls(t *testing.T) {
	t.Run("1: no lock during fn, no eviction before it returns", func(t *testing.T) {
		var m *Memo[int, int]
		m = New(func(k int) int {
			// Every method may be used from within the function.
			if k == 3 {
				want(t, "order inside", order(m.All()), []int{1, 2})
				want(t, "backward inside", order(m.Backward()), []int{2, 1})
				m.Contains(1)
				m.Peek(1)
				m.CacheInfo()
				m.CacheParameters()
				m.Remove(9)
				m.OnEvict(nil)
				m.Resize(2)
				m.Call(2)
				m.Wrapped()(4)
			}
			return k
		}, MaxSize(2))
		m.Call(1)
		m.Call(2)
		m.Call(3)
		want(t, "order", order(m.All()), []int{2, 3})
	})
	t.Run("2: a late result is kept after a clear", func(t *testing.T) {
		began, cleared := make(chan bool), make(chan bool)
		m := New(func(k int) int { began <- true; <-cleared; return k })
		result := make(chan int)
		go func() { result <- m.Call(1) }()
		<-began
		m.CacheClear()
		close(cleared)
		<-result
		wantInfo(t, m, "CacheInfo(hits=0, misses=0, maxsize=128, currsize=1)")
	})
	t.Run("3: bounded and unbounded differ on a race for one key", func(t *testing.T) {
		for _, c := range []struct {
			size Option
			kept string
		}{
			{MaxSize(4), "first to finish"},
			{Unbounded(), "last to finish"},
		} {
			var inside sync.WaitGroup
			inside.Add(2)
			finish := make(chan string)
			m := New(func(int) string { inside.Done(); return <-finish }, c.size)
			result := make(chan string)
			for range 2 {
				go func() { result <- m.Call(1) }()
			}
			inside.Wait()
			for _, s := range []string{"first to finish", "last to finish"} {
				finish <- s
				want(t, "its own result", <-result, s)
			}
			kept, _ := m.Peek(1)
			want(t, "kept", kept, c.kept)
		}
	})
	t.Run("4: the second store of a race refreshes nothing", func(t *testing.T) {
		var inside sync.WaitGroup
		inside.Add(2)
		finish := make(chan bool)
		m := New(func(k int) int {
			if k == 1 {
				inside.Done()
				<-finish
			}
			return k
		}, MaxSize(4))
		done := make(chan int)
		for range 2 {
			go func() { done <- m.Call(1) }()
		}
		inside.Wait()
		finish <- true
		<-done
		m.Call(2)
		finish <- true
		<-done
		want(t, "order", order(m.All()), []int{1, 2})
	})
	t.Run("5: a negative size is off, and zero is not the default", func(t *testing.T) {
		for _, size := range []int{0, -1, math.MinInt} {
			m := New(ident, MaxSize(size))
			m.Call(1)
			m.Call(1)
			wantInfo(t, m, "CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)")
		}
	})
	t.Run("6: a failing call is a miss, counted beforehand", func(t *testing.T) {
		errFail := errors.New("fail")
		var m *MemoErr[int, int]
		m = NewErr(func(k int) (int, error) {
			want(t, "misses inside", m.CacheInfo().Misses, 1)
			return 0, errFail
		})
		if _, err := m.Call(1); err != errFail {
			t.Errorf("got %v", err)
		}
		wantInfo(t, m, "CacheInfo(hits=0, misses=1, maxsize=128, currsize=0)")
	})
	t.Run("7: fn may ask for its own key", func(t *testing.T) {
		depth := 0
		m := NewRecursive(func(self func(int) int, k int) int {
			if depth++; depth < 10 {
				return self(k)
			}
			return k
		})
		want(t, "result", m.Call(1), 1)
		wantInfo(t, m, "CacheInfo(hits=0, misses=10, maxsize=128, currsize=1)")
	})
	t.Run("8: NaN keys never hit and are evicted", func(t *testing.T) {
		m := New(func(x float64) bool { return math.IsNaN(x) }, MaxSize(4))
		evictions := 0
		m.OnEvict(func(float64, bool) { evictions++ })
		for range 1000 {
			want(t, "result", m.Call(math.NaN()), true)
		}
		wantInfo(t, m, "CacheInfo(hits=0, misses=1000, maxsize=4, currsize=4)")
		want(t, "evictions", evictions, 996)
		want(t, "removed", m.Remove(math.NaN()), false)
		want(t, "capacity", m.store.cur.capacity, 4) // it is not the memory that grows
		if err := check(&m.core); err != nil {
			t.Error(err)
		}
		for _, x := range []float64{1, 2, 3, 4} {
			m.Call(x)
		}
		want(t, "order", order(m.All()), []float64{1, 2, 3, 4})

		m.CacheClear()
		m.Call(0)
		m.Call(math.Copysign(0, -1)) // one key, as in Python
		wantInfo(t, m, "CacheInfo(hits=1, misses=1, maxsize=4, currsize=1)")
	})
	t.Run("8: NaN inside structs, arrays and interfaces", func(t *testing.T) {
		type point struct{ x, y float64 }
		s := New(func(point) int { return 0 }, MaxSize(2))
		a := New(func([2]float32) int { return 0 }, MaxSize(2))
		i := New(func(any) int { return 0 }, MaxSize(2))
		for range 10 {
			s.Call(point{1, math.NaN()})
			a.Call([2]float32{float32(math.NaN()), 1})
			i.Call(math.NaN())
		}
		for _, m := range []infoer{s, a, i} {
			wantInfo(t, m, "CacheInfo(hits=0, misses=10, maxsize=2, currsize=2)")
		}
	})
	t.Run("9: an unhashable key panics, before counting, and leaves no lock held", func(t *testing.T) {
		bad := any([]int{1})
		for _, size := range []Option{MaxSize(4), Unbounded()} {
			m := New(func(any) int { return 1 }, size)
			c := NewCache[any, int](size)
			m.Call("stored")
			before := m.CacheInfo()
			for name, use := range map[string]func(){
				"Call":         func() { m.Call(bad) },
				"Call, nested": func() { m.Call(struct{ x any }{bad}) },
				"Peek":         func() { m.Peek(bad) },
				"Contains":     func() { m.Contains(bad) },
				"Remove":       func() { m.Remove(bad) },
				"Cache.Get":    func() { c.Get(bad) },
				"Cache.Add":    func() { c.Add(bad, 1) },
			} {
				if _, ok := panicOf(use).(runtime.Error); !ok {
					t.Errorf("%s did not panic with a runtime error", name)
				}
			}
			want(t, "info", m.CacheInfo(), before)
			want(t, "the next call", m.Call("stored"), 1)
		}
		off := New(func(any) int { return 1 }, MaxSize(0)) // no key is needed there
		want(t, "result", off.Call(bad), 1)
		want(t, "contained", off.Contains(bad), false)
		want(t, "removed", off.Remove(bad), false)
		wantInfo(t, off, "CacheInfo(hits=0, misses=1, maxsize=0, currsize=0)")
	})
	t.Run("10: a result changed in place is changed for all", func(t *testing.T) {
		m := New(func(n int64) *big.Int { return big.NewInt(n) })
		m.Call(1).Add(m.Call(1), big.NewInt(1)) // what the documentation warns of
		want(t, "result", m.Call(1).String(), "2")
	})
	t.Run("11: recursion as deep as a browser allows", func(t *testing.T) {
		fib := NewRecursive(bigFibonacci, Unbounded())
		fib.Call(5000)
		want(t, "info", fib.CacheInfo(), CacheInfo{Hits: 4998, Misses: 5001, CurrSize: 5001, Unbounded: true})
	})
}
