package lru

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
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

// checkLanded checks that no flight is left behind, and nobody waits.
func checkLanded[K comparable, V any](t *testing.T, m *memo[K, V]) {
	t.Helper()
	want(t, "flights", len(m.flights), 0)
	want(t, "waiting", len(m.waiting), 0)
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

// TestSingleFlightFails has the computation fail in each possible way, which those
// who wait share. The next call computes.
func TestSingleFlightFails(t *testing.T) {
	errFail := errors.New("fail")
	for name, fail := range map[string]func() error{
		"error":  func() error { return errFail },
		"panic":  func() error { panic(errFail) },
		"Goexit": func() error { runtime.Goexit(); return nil },
	} {
		synctest.Test(t, func(t *testing.T) {
			finish := make(chan bool)
			calls := 0
			m := NewErr(func(k int) (int, error) {
				if calls++; calls > 1 {
					return calls, nil
				}
				<-finish
				return k, fail()
			}, SingleFlight())
			outcomes := make(chan any, 5)
			inFlight(5, finish, func() {
				var outcome any = "Goexit"
				defer func() {
					if p := recover(); p != nil {
						outcome = p
					}
					outcomes <- outcome
				}()
				v, err := m.Call(1)
				want(t, name+": value with the error", v, 1)
				outcome = err
			})
			shared := 0
			for range 5 {
				switch outcome := <-outcomes; name {
				case "error":
					want(t, name, outcome, any(errFail))
				case "Goexit":
					want(t, name, outcome, any("Goexit"))
				case "panic":
					if p, ok := outcome.(*PanicError); ok {
						shared++
						want(t, name, []any{p.Value, errors.Is(p, errFail)}, []any{errFail, true})
						if text := p.Error(); !strings.Contains(text, "fail") || !strings.Contains(text, "TestSingleFlightFails") {
							t.Errorf("the error names neither value nor function: %s", text)
						}
					} else {
						want(t, name, outcome, any(errFail))
					}
				}
			}
			if name == "panic" {
				want(t, "panics of those who waited", shared, 4)
			}
			want(t, name+": computations", calls, 1)
			wantInfo(t, m, "CacheInfo(hits=4, misses=1, maxsize=128, currsize=0)")
			v, err := m.Call(1)
			want(t, name+": the next call", []any{v, err}, []any{2, nil})
			checkLanded(t, &m.memo)
		})
	}
}

// TestSingleFlightForget removes the key, in each way, while others wait for it.
// They get the old value. A new call computes anew, and what is stored is the new
// value, whichever computation ends first.
func TestSingleFlightForget(t *testing.T) {
	for name, forget := range map[string]func(m *Memo[string, string]){
		"Remove":     func(m *Memo[string, string]) { want(t, "removed", m.Remove("a"), false) },
		"CacheClear": func(m *Memo[string, string]) { m.CacheClear() },
		"Add":        func(m *Memo[string, string]) { m.Add("a", "new"); want(t, "removed", m.Remove("a"), true) },
	} {
		for _, size := range []Option{MaxSize(2), Unbounded()} {
			for _, oldFirst := range []bool{true, false} {
				synctest.Test(t, func(t *testing.T) {
					results := make(chan chan string, 2)
					m := New(func(string) string {
						result := make(chan string)
						results <- result
						return <-result
					}, SingleFlight(), size)
					var wg sync.WaitGroup
					for range 3 {
						wg.Go(func() { want(t, name+": result", m.Call("a"), "old") })
					}
					synctest.Wait()
					forget(m)
					for range 3 {
						wg.Go(func() { want(t, name+": result", m.Call("a"), "new") })
					}
					synctest.Wait()
					first, second := <-results, <-results
					if oldFirst {
						first <- "old"
						synctest.Wait()
						want(t, name+": stored", m.Contains("a"), false)
						second <- "new"
					} else {
						second <- "new"
						synctest.Wait()
						first <- "old"
					}
					wg.Wait()
					value, _ := m.Peek("a")
					want(t, name+": stored", value, "new")
					checkLanded(t, &m.memo)
				})
			}
		}
	}
}

// TestSingleFlightAdd adds a key while it is computed: what was added stays.
func TestSingleFlightAdd(t *testing.T) {
	for _, size := range []Option{MaxSize(2), Unbounded()} {
		var m *Memo[int, string]
		m = New(func(k int) string { m.Add(k, "added"); return "computed" }, SingleFlight(), size)
		want(t, "result", m.Call(1), "computed")
		want(t, "result", m.Call(1), "added")
		checkLanded(t, &m.memo)
	}
}

// TestSingleFlightInterrupted clears the cache, or turns it off, from within the
// function, while others wait: they get the result all the same.
func TestSingleFlightInterrupted(t *testing.T) {
	for _, c := range []struct {
		interrupt func(m *Memo[int, int])
		info      string
	}{
		{(*Memo[int, int]).CacheClear, "CacheInfo(hits=0, misses=0, maxsize=128, currsize=0)"},
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

// wantDeadlock checks that a panic says that a key waits for itself.
func wantDeadlock(t *testing.T, p any, key string) {
	t.Helper()
	if text := fmt.Sprint(p); !strings.Contains(text, "key "+key+",") || !strings.Contains(text, "wait for itself") {
		t.Errorf("got the panic %q, which does not say that %s waits for itself", text, key)
	}
}

// TestSingleFlightItself has functions and a callback ask for what is computed by
// the goroutine that they run in.
func TestSingleFlightItself(t *testing.T) {
	t.Run("a key", func(t *testing.T) {
		m := NewRecursive(func(self func(string) string, k string) string { return self(k) }, SingleFlight())
		wantDeadlock(t, panicOf(func() { m.Call("a") }), `"a"`)
		wantDeadlock(t, panicOf(func() { m.Call("a") }), `"a"`) // and nothing is left of the first time
		checkLanded(t, &m.memo)
	})
	t.Run("through another", func(t *testing.T) {
		var m *Memo[int, int]
		m = New(func(k int) int { return m.Call((k + 1) % 3) }, SingleFlight())
		wantDeadlock(t, panicOf(func() { m.Call(1) }), "1")
		checkLanded(t, &m.memo)
	})
	t.Run("deep in a recursion", func(t *testing.T) {
		var m *Memo[int, int]
		m = New(func(k int) int { return m.Call((k + 1) % 1000) }, SingleFlight())
		wantDeadlock(t, panicOf(func() { m.Call(7) }), "7")
		checkLanded(t, &m.memo)
	})
	t.Run("OnEvict", func(t *testing.T) {
		m := NewRecursive(func(self func(int) int, k int) int {
			if k == 1 {
				self(2)
			}
			return k
		}, SingleFlight(), MaxSize(1))
		m.OnEvict(func(int, int) { m.Call(1) })
		m.Call(3)
		wantDeadlock(t, panicOf(func() { m.Call(1) }), "1")
		want(t, "stored", m.Contains(2), true) // all the same
		checkLanded(t, &m.memo)
	})
	t.Run("while others compute", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			finish := make(chan bool)
			m := NewRecursive(func(self func(int) int, k int) int {
				if k == 0 {
					return self(k)
				}
				<-finish
				return k
			}, SingleFlight())
			var wg sync.WaitGroup
			for k := range 10 {
				wg.Go(func() { m.Call(1 + k/2) })
			}
			synctest.Wait()
			wantDeadlock(t, panicOf(func() { m.Call(0) }), "0")
			close(finish)
			wg.Wait()
			checkLanded(t, &m.memo)
		})
	})
}

// TestSingleFlightEachOther has two goroutines ask for the key that the other one
// computes. The second of them panics, and the first one gets to know.
func TestSingleFlightEachOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var both sync.WaitGroup
		both.Add(2)
		m := NewRecursive(func(self func(int) int, k int) int {
			both.Done()
			both.Wait()
			return self(3 - k)
		}, SingleFlight())
		panics := make(chan any)
		for k := range 2 {
			go func() { panics <- panicOf(func() { m.Call(1 + k) }) }()
		}
		p, q := <-panics, <-panics
		if _, ok := p.(*PanicError); ok {
			p, q = q, p
		}
		if text := fmt.Sprint(p); !strings.Contains(text, "wait for itself") {
			t.Errorf("got the panic %s", text)
		}
		if e, ok := q.(*PanicError); !ok || e.Value != p {
			t.Errorf("got the panic %v", q)
		}
		checkLanded(t, &m.memo)
	})
}

// TestSingleFlightAtOnce has a goroutine compute what another one waits for, and then,
// before that has even woken up, ask for what the other one computes. That is no
// deadlock.
func TestSingleFlightAtOnce(t *testing.T) {
	for range 1000 {
		synctest.Test(t, func(t *testing.T) {
			m := NewRecursive(func(self func(int) int, k int) int {
				if k == 0 {
					synctest.Wait() // until the other one waits for it
					return 1
				}
				return 2 * self(k-1)
			}, SingleFlight(), MaxSize(1))
			began := make(chan bool)
			go func() {
				<-began
				m.Call(1)
			}()
			close(began)
			m.Call(0)
			want(t, "result", m.Call(1), 2)
			synctest.Wait()
			checkLanded(t, &m.memo)
		})
	}
}

// TestSingleFlightNested has one computation wait for another, of another
// goroutine, and both for a third. That is no deadlock.
func TestSingleFlightNested(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		finish := make(chan bool)
		m := NewRecursive(func(self func(int) int, k int) int {
			if k == 0 {
				<-finish
				return 1
			}
			return 2 * self(k-1)
		}, SingleFlight())
		var wg sync.WaitGroup
		for k := range 30 {
			wg.Go(func() { want(t, "result", m.Call(k%10), 1<<(k%10)) })
			synctest.Wait()
		}
		close(finish)
		wg.Wait()
		wantInfo(t, m, "CacheInfo(hits=29, misses=10, maxsize=128, currsize=10)")
		checkLanded(t, &m.memo)
	})
}

func TestCallContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		finish := make(chan bool)
		m := New(func(k int) int { <-finish; return k * 10 }, SingleFlight())
		go m.Call(1)
		synctest.Wait()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		v, err := m.CallContext(ctx, 1)
		want(t, "gave up", []any{v, err}, []any{0, context.DeadlineExceeded})

		var wg sync.WaitGroup
		wg.Go(func() {
			v, err := m.CallContext(t.Context(), 1)
			want(t, "waited", []any{v, err}, []any{10, nil})
		})
		synctest.Wait()
		close(finish)
		wg.Wait()
		v, err = m.CallContext(ctx, 1) // need not wait
		want(t, "hit", []any{v, err}, []any{10, nil})
		v, err = m.CallContext(ctx, 2)
		want(t, "miss", []any{v, err}, []any{20, nil})
		wantInfo(t, m, "CacheInfo(hits=3, misses=2, maxsize=128, currsize=2)")
		checkLanded(t, &m.memo)
	})
	m := NewErr(func(k float64) (float64, error) { return k, nil })
	v, err := m.CallContext(t.Context(), 1)
	want(t, "without SingleFlight", []any{v, err}, []any{1, nil})
	m = NewErr(func(float64) (float64, error) { return 7, nil }, SingleFlight())
	v, err = m.CallContext(t.Context(), math.NaN())
	want(t, "NaN", []any{v, err}, []any{7, nil})
}

// TestGoroutine checks that each goroutine has a number, and keeps it.
func TestGoroutine(t *testing.T) {
	me := goroutine()
	other := make(chan uint64)
	go func() { other <- goroutine() }()
	if o := <-other; me == 0 || o == 0 || me == o || me != goroutine() {
		t.Errorf("the goroutines are %d and %d, then %d", me, o, goroutine())
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
