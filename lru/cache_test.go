package lru

import (
	"math"
	"slices"
	"sync"
	"testing"
)

func TestCache(t *testing.T) {
	c := NewCache[string, int](MaxSize(2))
	want(t, "evicted", []bool{c.Add("a", 1), c.Add("b", 2)}, []bool{false, false})
	v, ok := c.Get("a")
	want(t, "a", []any{v, ok}, []any{1, true})
	want(t, "evicted", c.Add("c", 3), true)
	want(t, "order", order(c.All()), []string{"a", "c"})
	v, ok = c.Get("b")
	want(t, "b", []any{v, ok}, []any{0, false})
	want(t, "evicted", c.Add("a", 9), false) // an update, and the most recent now
	want(t, "order", order(c.All()), []string{"c", "a"})
	v, ok = c.Peek("a")
	want(t, "a", []any{v, ok}, []any{9, true})
	want(t, "length", c.Len(), 2)
	wantInfo(t, c, "CacheInfo(hits=1, misses=1, maxsize=2, currsize=2)")
	c.CacheClear()
	want(t, "length", c.Len(), 0)
}

func TestCacheUnbounded(t *testing.T) {
	c := NewCache[int, int](Unbounded())
	for i := range 3 {
		c.Add(i, i)
	}
	c.Get(0)
	c.Add(1, 10) // keeps its place, as in a Python dict
	want(t, "order", order(c.All()), []int{0, 1, 2})
	v, _ := c.Peek(1)
	want(t, "updated", v, 10)
}

func TestCacheOff(t *testing.T) {
	c := NewCache[int, int](MaxSize(0))
	want(t, "evicted", c.Add(1, 1), false)
	_, ok := c.Get(1)
	want(t, "found", ok, false)
	_, ok = c.Peek(1)
	want(t, "found", ok, false)
	wantInfo(t, c, "CacheInfo(hits=0, misses=1, maxsize=0, currsize=0)")
	c.Resize(1)
	c.Add(1, 1)
	want(t, "found after Resize", c.Contains(1), true)
}

func TestGetOrAdd(t *testing.T) {
	c := NewCache[string, int](MaxSize(2))
	for _, step := range []struct {
		key           string
		value, actual int
		loaded        bool
	}{
		{"a", 1, 1, false},
		{"b", 2, 2, false},
		{"a", 3, 1, true},
		{"c", 4, 4, false}, // evicts b
		{"b", 5, 5, false},
	} {
		actual, loaded := c.GetOrAdd(step.key, step.value)
		want(t, step.key, []any{actual, loaded}, []any{step.actual, step.loaded})
	}
	want(t, "order", order(c.All()), []string{"c", "b"})
	wantInfo(t, c, "CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)")
	c.Resize(0)
	actual, loaded := c.GetOrAdd("c", 6)
	want(t, "off", []any{actual, loaded, c.Len()}, []any{6, false, 0})
	wantInfo(t, c, "CacheInfo(hits=1, misses=5, maxsize=0, currsize=0)")
}

// TestGetOrAddRace has goroutines add the same keys: for each key, one value only
// is ever returned.
func TestGetOrAddRace(t *testing.T) {
	c := NewCache[int, int](MaxSize(1000))
	var wg sync.WaitGroup
	got := make([][1000]int, 4)
	for g := range got {
		wg.Go(func() {
			for k := range got[g] {
				got[g][k], _ = c.GetOrAdd(k, g)
			}
		})
	}
	wg.Wait()
	for g := range got {
		want(t, "values", got[g], got[0])
	}
	wantInfo(t, c, "CacheInfo(hits=3000, misses=1000, maxsize=1000, currsize=1000)")
}

// TestWarm has a Memo be told results, which it then need not compute.
func TestWarm(t *testing.T) {
	fn, calls := counted(ident)
	m := New(fn, MaxSize(2))
	want(t, "evicted", []bool{m.Add(1, 10), m.Add(2, 20), m.Add(3, 30)}, []bool{false, false, true})
	want(t, "results", []int{m.Call(2), m.Call(3)}, []int{20, 30})
	want(t, "calls", *calls, 0)
	want(t, "length", m.Len(), 2)
	wantInfo(t, m, "CacheInfo(hits=2, misses=0, maxsize=2, currsize=2)")
}

func TestOldest(t *testing.T) {
	c := NewCache[string, int](MaxSize(3))
	for range 2 { // the second time with places that have been used
		_, _, ok := c.Oldest()
		want(t, "of none", ok, false)
		_, _, ok = c.RemoveOldest()
		want(t, "of none", ok, false)
		c.Add("a", 1)
		c.Add("b", 2)
		c.Get("a")
		for range 2 {
			k, v, ok := c.Oldest()
			want(t, "oldest", []any{k, v, ok}, []any{"b", 2, true})
		}
		k, v, ok := c.RemoveOldest()
		want(t, "removed", []any{k, v, ok}, []any{"b", 2, true})
		k, v, ok = c.RemoveOldest()
		want(t, "removed", []any{k, v, ok}, []any{"a", 1, true})
	}
	want(t, "evictions", c.Evictions(), 0)
}

func TestEvictions(t *testing.T) {
	m := New(ident, MaxSize(3))
	for n := range 10 {
		m.Call(n)
	}
	want(t, "pushed out", m.Evictions(), 7)
	m.Remove(9)
	want(t, "removed", m.Evictions(), 7)
	m.Resize(1)
	want(t, "resized", m.Evictions(), 8)
	m.CacheClear()
	want(t, "cleared", m.Evictions(), 0)
}

func TestUnbound(t *testing.T) {
	m := New(ident, MaxSize(2))
	for _, n := range []int{1, 2, 3} {
		m.Call(n)
	}
	m.Unbound()
	for n := range 5 {
		m.Call(n)
	}
	want(t, "order", order(m.All()), []int{2, 3, 0, 1, 4}) // hits no longer move
	wantInfo(t, m, "CacheInfo(hits=2, misses=6, maxsize=None, currsize=5)")
	off := New(ident, MaxSize(0))
	off.Unbound()
	off.Call(1)
	wantInfo(t, off, "CacheInfo(hits=0, misses=1, maxsize=None, currsize=1)")
}

func TestIteration(t *testing.T) {
	m := New(func(n int) int { return n * n }, MaxSize(4))
	for _, n := range []int{1, 2, 3, 4, 2} {
		m.Call(n)
	}
	want(t, "All", order(m.All()), []int{1, 3, 4, 2})
	want(t, "Backward", order(m.Backward()), []int{2, 4, 3, 1})
	for n, v := range m.All() {
		want(t, "value", v, n*n)
	}
	want(t, "Keys", slices.Collect(m.Keys()), []int{1, 3, 4, 2})
	want(t, "Values", slices.Collect(m.Values()), []int{1, 9, 16, 4})
	before := m.CacheInfo()
	var seen []int
	for n := range m.Backward() { // stops when told to
		if seen = append(seen, n); len(seen) == 2 {
			break
		}
	}
	want(t, "seen", seen, []int{2, 4})
	want(t, "info", m.CacheInfo(), before)

	seen = nil
	for n := range m.All() { // sees the cache as it was when the loop began
		m.Call(n + 100)
		seen = append(seen, n)
	}
	want(t, "seen", seen, []int{1, 3, 4, 2})
	want(t, "order", order(m.All()), []int{101, 103, 104, 102})

	all := m.All()
	m.CacheClear()
	want(t, "each loop anew", order(all), []int{})
}

func TestPeekCountsNothing(t *testing.T) {
	m := New(ident, MaxSize(2))
	m.Call(1)
	m.Call(2)
	before := m.CacheInfo()
	v, ok := m.Peek(1)
	want(t, "1", []any{v, ok}, []any{1, true})
	_, ok = m.Peek(3)
	want(t, "3", ok, false)
	want(t, "contained", []bool{m.Contains(1), m.Contains(3)}, []bool{true, false})
	want(t, "info", m.CacheInfo(), before)
	want(t, "order", order(m.All()), []int{1, 2})
}

func TestRemove(t *testing.T) {
	m := New(ident, MaxSize(3))
	evictions := 0
	m.OnEvict(func(int, int) { evictions++ })
	for n := range 3 {
		m.Call(n)
	}
	want(t, "removed", []bool{m.Remove(1), m.Remove(1), m.Remove(7)}, []bool{true, false, false})
	m.Call(3) // needs no new memory
	want(t, "order", order(m.All()), []int{0, 2, 3})
	want(t, "capacity", m.store.cur.capacity, 3)
	want(t, "evictions", evictions, 0)
	wantInfo(t, m, "CacheInfo(hits=0, misses=4, maxsize=3, currsize=3)")
}

// TestRemoveClear reuses a cache that had places free when it was cleared.
func TestRemoveClear(t *testing.T) {
	m := New(ident, MaxSize(3))
	for n := range 3 {
		m.Call(n)
	}
	m.Remove(1)
	m.CacheClear()
	for n := range 5 {
		m.Call(n)
		if err := check(&m.core); err != nil {
			t.Fatal(err)
		}
	}
	want(t, "order", order(m.All()), []int{2, 3, 4})
}

func TestResize(t *testing.T) {
	m := New(ident, MaxSize(5))
	var evicted []int
	m.OnEvict(func(k, _ int) {
		evicted = append(evicted, k)
		m.CacheInfo() // no lock is held
	})
	for n := range 5 {
		m.Call(n)
	}
	m.Call(0)
	want(t, "evicted", m.Resize(2), 3)
	want(t, "by callback, the least recent first", evicted, []int{1, 2, 3})
	want(t, "order", order(m.All()), []int{4, 0})
	wantInfo(t, m, "CacheInfo(hits=1, misses=5, maxsize=2, currsize=2)")
	want(t, "evicted by growing", m.Resize(3), 0)
	m.Call(9)
	want(t, "order", order(m.All()), []int{4, 0, 9})
	want(t, "evicted by turning off", m.Resize(-1), 3)
	m.Call(0)
	wantInfo(t, m, "CacheInfo(hits=1, misses=7, maxsize=0, currsize=0)")
	want(t, "evicted by turning on", m.Resize(1), 0)
	m.Call(0)
	want(t, "order", order(m.All()), []int{0})

	m.OnEvict(nil)
	want(t, "evicted without a callback", m.Resize(0), 1)

	u := New(ident, Unbounded())
	for n := range 4 {
		u.Call(n)
	}
	want(t, "evicted by a bound", u.Resize(3), 1)
	want(t, "order", order(u.All()), []int{1, 2, 3})
	u.Call(1) // from now on there is recency
	want(t, "order", order(u.All()), []int{2, 3, 1})
}

// TestResizeWhileComputing turns caching off while a function runs.
func TestResizeWhileComputing(t *testing.T) {
	var m *Memo[int, int]
	m = New(func(n int) int { m.Resize(n); return n }, MaxSize(4))
	m.OnEvict(func(k, _ int) { t.Errorf("evicted %d", k) })
	m.Call(0)
	wantInfo(t, m, "CacheInfo(hits=0, misses=1, maxsize=0, currsize=0)")
	m.Call(3) // off when it began: nothing is stored
	wantInfo(t, m, "CacheInfo(hits=0, misses=2, maxsize=3, currsize=0)")
}

func TestOnEvict(t *testing.T) {
	m := New(ident, MaxSize(1))
	var log []int
	m.OnEvict(func(k, v int) {
		log = append(log, k)
		if k == 1 {
			m.Call(k) // pushes 2 out in turn
		}
	})
	m.Call(1)
	m.CacheClear() // evicts nothing
	m.Call(1)
	m.Call(2)
	want(t, "log", log, []int{1, 2})
	want(t, "order", order(m.All()), []int{1})

	m.OnEvict(func(int, int) { panic("from the callback") })
	want(t, "panic", panicOf(func() { m.Call(3) }), any("from the callback"))
	m.OnEvict(nil)
	want(t, "the cache is in order", order(m.All()), []int{3})
	m.Call(4)
}

func TestHugeMaxSize(t *testing.T) {
	for _, size := range []int{math.MaxInt, math.MaxInt - 1, 1 << 30} {
		m := New(ident, MaxSize(size))
		m.Call(1)
		want(t, "capacity", m.store.cur.capacity, minCapacity)
		want(t, "unbounded", m.CacheInfo().Unbounded, false)
	}
	want(t, "reported", New(ident, MaxSize(1<<30)).CacheInfo().MaxSize, 1<<30)
	want(t, "reported", New(ident, MaxSize(math.MaxInt)).CacheInfo().MaxSize, math.MaxInt)
}

func TestOptions(t *testing.T) {
	want(t, "the later holds", New(ident, MaxSize(3), Unbounded()).CacheParameters(), CacheParameters{Unbounded: true})
	want(t, "the later holds", New(ident, Unbounded(), MaxSize(3)).CacheParameters(), CacheParameters{MaxSize: 3})
	want(t, "single flight", New(ident, SingleFlight()).CacheParameters(), CacheParameters{MaxSize: 128, SingleFlight: true})
}

func TestNilFunction(t *testing.T) {
	for name, make := range map[string]func(){
		"New":             func() { New[int, int](nil) },
		"NewRecursive":    func() { NewRecursive[int, int](nil) },
		"NewErr":          func() { NewErr[int, int](nil) },
		"NewRecursiveErr": func() { NewRecursiveErr[int, int](nil) },
	} {
		want(t, name, panicOf(make), any("lru: "+name+" of a nil function"))
	}
}

func TestMemoErr(t *testing.T) {
	fact := NewRecursiveErr(func(fact func(int) (int, error), n int) (int, error) {
		if n == 0 {
			return 1, nil
		}
		f, err := fact(n - 1)
		return n * f, err
	})
	f, err := fact.Call(5)
	want(t, "5!", []any{f, err}, []any{120, nil})
	wantInfo(t, fact, "CacheInfo(hits=0, misses=6, maxsize=128, currsize=6)")
	f, err = fact.Wrapped()(6)
	want(t, "6!", []any{f, err}, []any{720, nil})
	wantInfo(t, fact, "CacheInfo(hits=1, misses=6, maxsize=128, currsize=6)")
}
