package lru

import (
	"errors"
	"math"
	"runtime"
	"sync"
	"testing"
	"testing/synctest"
)

// inFlight starts n simultaneous calls of m for key 1, whose function must wait
// for finish; then it lets the function finish, and waits for the calls.
func inFlight(n int, finish chan bool, call func()) {
	var wg sync.WaitGroup
	for range n {
		wg.Go(call)
	}
	synctest.Wait() // until one is in the function, and the others wait for it
	close(finish)
	wg.Wait()
}

func TestSingleFlight(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		finish := make(chan bool)
		fn, calls := counted(func(k int) int { <-finish; return k * 10 })
		m := New(fn, SingleFlight())
		inFlight(5, finish, func() { want(t, "result", m.Call(1), 10) })
		want(t, "calls", *calls, 1)
		wantInfo(t, m, "CacheInfo(hits=4, misses=1, maxsize=128, currsize=1)")
		m.Call(1)
		m.Call(2)
		wantInfo(t, m, "CacheInfo(hits=5, misses=2, maxsize=128, currsize=2)")
		checkLanded(t, &m.memo)
	})
}

// TestSingleFlightRecency: to wait for a result is to use it. The flight is made
// by hand, since those who wait cannot be told when to come back.
func TestSingleFlightRecency(t *testing.T) {
	m := New(ident, SingleFlight())
	m.Call(1)
	m.Call(2) // stored after 1, and before who waited for 1 comes back
	f := &flight[int]{landed: make(chan struct{}), value: 1, ok: true}
	close(f.landed)
	hash := m.table.sum(1)
	m.flights.put(hash, 1, f)
	m.mu.Lock()
	v, err := m.join(hash, 1, m.flights.find(hash, 1))
	want(t, "result", []any{v, err}, []any{1, nil})
	want(t, "order", order(m.All()), []int{2, 1})
	wantInfo(t, m, "CacheInfo(hits=1, misses=2, maxsize=128, currsize=2)")
}

// checkLanded checks that no flight is left behind.
func checkLanded[K comparable, V any](t *testing.T, m *memo[K, V]) {
	t.Helper()
	want(t, "flights", m.flights.size, 0)
	if err := checkTable(&m.flights); err != nil {
		t.Error(err)
	}
	if err := check(&m.core); err != nil {
		t.Error(err)
	}
}

func TestSingleFlightOtherKeys(t *testing.T) {
	fib := NewRecursive(bigFibonacci, SingleFlight())
	want(t, "fib(100)", fib.Call(100).String(), "354224848179261915075")
	wantInfo(t, fib, "CacheInfo(hits=98, misses=101, maxsize=128, currsize=101)")
	checkLanded(t, &fib.memo)
}

// TestSingleFlightFails has the first computation fail in each possible way;
// those who waited then compute for themselves.
func TestSingleFlightFails(t *testing.T) {
	errFail := errors.New("fail")
	for name, fail := range map[string]func() error{
		"error":  func() error { return errFail },
		"panic":  func() error { panic("fail") },
		"Goexit": func() error { runtime.Goexit(); return nil },
	} {
		synctest.Test(t, func(t *testing.T) {
			finish := make(chan bool)
			calls := 0
			m := NewErr(func(k int) (int, error) {
				calls++ // one at a time, which is the point
				if <-finish; calls == 1 {
					return 0, fail()
				}
				return calls, nil
			}, SingleFlight())
			failed := 0
			inFlight(5, finish, func() {
				returned := false
				defer func() {
					recover()
					if !returned {
						failed++
					}
				}()
				v, err := m.Call(1)
				returned = err == nil
				if returned {
					want(t, "result", v, 2)
				}
			})
			want(t, name+": failed calls", failed, 1)
			want(t, name+": computations", calls, 2)
			wantInfo(t, m, "CacheInfo(hits=3, misses=2, maxsize=128, currsize=1)")
			checkLanded(t, &m.memo)
		})
	}
}

// TestSingleFlightClear clears the cache, or turns it off, while others wait:
// they get the result all the same.
func TestSingleFlightClear(t *testing.T) {
	for _, c := range []struct {
		interrupt func(m *Memo[int, int])
		info      string
	}{
		{(*Memo[int, int]).CacheClear, "CacheInfo(hits=4, misses=0, maxsize=128, currsize=1)"},
		{func(m *Memo[int, int]) { m.Resize(0) }, "CacheInfo(hits=4, misses=1, maxsize=0, currsize=0)"},
	} {
		synctest.Test(t, func(t *testing.T) {
			finish := make(chan bool)
			var m *Memo[int, int]
			m = New(func(k int) int { <-finish; c.interrupt(m); return k }, SingleFlight())
			inFlight(5, finish, func() { want(t, "result", m.Call(1), 1) })
			wantInfo(t, m, c.info)
			checkLanded(t, &m.memo)
		})
	}
}

func TestSingleFlightOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		finish := make(chan bool)
		m := New(func(k int) int { <-finish; return k }, SingleFlight(), MaxSize(0))
		inFlight(5, finish, func() { m.Call(1) })
		wantInfo(t, m, "CacheInfo(hits=0, misses=5, maxsize=0, currsize=0)")
	})
}

// TestSingleFlightNaN: nobody can wait for a key that equals nothing, and
// nothing of it may be left behind.
func TestSingleFlightNaN(t *testing.T) {
	m := New(func(float64) int { return 1 }, SingleFlight(), MaxSize(2))
	for range 100 {
		m.Call(math.NaN())
	}
	wantInfo(t, m, "CacheInfo(hits=0, misses=100, maxsize=2, currsize=2)")
	checkLanded(t, &m.memo)
}

// TestSingleFlightEviction has the eviction callback ask for the key that has
// just been stored.
func TestSingleFlightEviction(t *testing.T) {
	m := New(ident, SingleFlight(), MaxSize(1))
	m.OnEvict(func(k, _ int) {
		if k == 1 {
			want(t, "result", m.Call(2), 2)
		}
	})
	m.Call(1)
	m.Call(2)
	wantInfo(t, m, "CacheInfo(hits=1, misses=2, maxsize=1, currsize=1)")
}
