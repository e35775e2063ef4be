package lru

import (
	"fmt"
	"math"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

// TestZeroValue calls all methods of caches that have not been made. Each panics
// and says what to do, every time: no lock is left held.
func TestZeroValue(t *testing.T) {
	for _, cache := range []any{new(Memo[int, int]), new(MemoErr[int, int]), new(Cache[int, int])} {
		v := reflect.ValueOf(cache)
		for i := range v.NumMethod() {
			name := fmt.Sprintf("%T.%s", cache, v.Type().Method(i).Name)
			var args []reflect.Value
			for j := range v.Method(i).Type().NumIn() {
				args = append(args, reflect.Zero(v.Method(i).Type().In(j)))
			}
			for range 2 {
				p, _ := panicOf(func() { v.Method(i).Call(args) }).(string)
				if !strings.HasPrefix(p, "lru: ") || !strings.Contains(p, "New") {
					t.Errorf("%s: the panic is %q", name, p)
				}
			}
		}
	}
}

func TestNilOption(t *testing.T) {
	p, _ := panicOf(func() { NewCache[int, int](MaxSize(3), nil) }).(string)
	want(t, "panic", p, "lru: a nil Option; use MaxSize, Unbounded or SingleFlight, or none")
}

// TestNoMemory asks for a table that no machine has the memory for. The panic is
// that of make; no lock is left held, and the cache goes on with the table it has.
func TestNoMemory(t *testing.T) {
	c := NewCache[int, int](Unbounded())
	c.mu.Lock()
	if p, ok := panicOf(func() { c.allocate(math.MaxInt / 2) }).(runtime.Error); !ok {
		t.Errorf("the panic is %v", p)
	}
	for i := range 100 {
		c.Add(i, i)
	}
	want(t, "length", c.Len(), 100)
	if err := check(&c.core); err != nil {
		t.Error(err)
	}
}

// TestNilInterface has nil be a key like any other, wherever in a key it is.
func TestNilInterface(t *testing.T) {
	type key struct {
		err error
		n   int
	}
	m := New(func(k key) int { return k.n }, MaxSize(100))
	for range 2 {
		for n := range 10 {
			want(t, "result", m.Call(key{nil, n}), n)
		}
	}
	wantInfo(t, m, "CacheInfo(hits=10, misses=10, maxsize=100, currsize=10)")
	a := New(func(k any) bool { return k == nil })
	want(t, "results", []bool{a.Call(nil), a.Call(nil), a.Call(0)}, []bool{true, true, false})
	wantInfo(t, a, "CacheInfo(hits=1, misses=2, maxsize=128, currsize=2)")
}

// TestLargeKeys: not even for keys and values that are larger than what usually is
// on a stack does a hit, or a miss in a full cache, allocate.
func TestLargeKeys(t *testing.T) {
	testLargeKey(t, strings.Repeat("a", 100_000))
	if hashAllocates {
		t.Skip("maphash allocates in this build, for all but strings")
	}
	testLargeKey(t, [100]byte{})
	testLargeKey(t, [1024]byte{})
	testLargeKey(t, [1025]byte{})
	testLargeKey(t, [100_000]byte{})
	testLargeKey(t, [2]string{strings.Repeat("a", 10_000), ""})
	testLargeKey(t, struct {
		a [2000]int
		b string
	}{})
}

func testLargeKey[K comparable](t *testing.T, key K) {
	t.Helper()
	var zero K
	n := 0
	m := New(func(K) int { return 1 }, MaxSize(1))
	c := NewCache[K, int](MaxSize(1))
	for name, use := range map[string]func(){
		"hit":      func() { m.Call(key) },
		"miss":     func() { m.Call(key); m.Call(zero) },
		"Get":      func() { c.Get(key) },
		"Add":      func() { c.Add(key, n); c.Add(zero, n); n++ },
		"GetOrAdd": func() { c.GetOrAdd(key, n) },
		"Peek":     func() { c.Peek(key) },
		"Remove":   func() { c.Add(key, n); c.Remove(key) },
	} {
		use()
		if allocs := testing.AllocsPerRun(10, use); allocs != 0 {
			t.Errorf("%s of a %T: %v allocations", name, key, allocs)
		}
	}
}

// TestCounters counts beyond what an int has on a machine of 32 bits.
func TestCounters(t *testing.T) {
	m := New(ident, MaxSize(1))
	m.hits, m.misses, m.evictions = math.MaxInt32, math.MaxInt32, math.MaxInt32
	for _, n := range []int{1, 2, 2} {
		m.Call(n)
	}
	wantInfo(t, m, "CacheInfo(hits=2147483648, misses=2147483649, maxsize=1, currsize=1)")
	want(t, "evictions", m.Evictions(), math.MaxInt32+1)
}

// TestOnEvictFails has a callback panic, or exit, for some of the victims of a
// Resize. All get their call all the same, and the cache is in order.
func TestOnEvictFails(t *testing.T) {
	for name, fail := range map[string]func(k int){
		"panic":  func(k int) { panic(k) },
		"Goexit": func(int) { runtime.Goexit() },
	} {
		m := New(ident, MaxSize(10))
		for k := range 10 {
			m.Call(k)
		}
		var log []int
		m.OnEvict(func(k, _ int) {
			log = append(log, k)
			if k == 2 || k == 5 {
				fail(k)
			}
		})
		done := make(chan any)
		go func() {
			var p any = "none"
			defer func() { done <- p }()
			p = panicOf(func() { m.Resize(1) })
		}()
		p := <-done
		if name == "panic" {
			want(t, "panic", p, any(2)) // not 5, which came later
		}
		want(t, name+": victims", log, []int{0, 1, 2, 3, 4, 5, 6, 7, 8})
		want(t, name+": order", order(m.All()), []int{9})
		if err := check(&m.core); err != nil {
			t.Error(err)
		}
	}
}

// TestOnEvictAlwaysFails has it panic for so many victims that their panics would not
// have room on the stack, one on top of the other.
func TestOnEvictAlwaysFails(t *testing.T) {
	const n = 100_000
	defer debug.SetMaxStack(debug.SetMaxStack(1 << 20))
	c := NewCache[int, int](Unbounded())
	for k := range n {
		c.Add(k, k)
	}
	calls := 0
	c.OnEvict(func(k, _ int) { calls++; panic(k) })
	want(t, "panic", panicOf(func() { c.Resize(1) }), any(0))
	want(t, "calls", calls, n-1)
}

// TestOnEvictFailsOnce has it panic when one entry pushes out another.
func TestOnEvictFailsOnce(t *testing.T) {
	for _, opts := range [][]Option{{MaxSize(1)}, {MaxSize(1), SingleFlight()}} {
		m := New(ident, opts...)
		m.OnEvict(func(k, _ int) { panic(k) })
		m.Call(1)
		want(t, "panic", panicOf(func() { m.Call(2) }), any(1))
		want(t, "stored", slices.Collect(m.Keys()), []int{2})
		want(t, "hit", m.Call(2), 2)
		wantInfo(t, m, "CacheInfo(hits=1, misses=2, maxsize=1, currsize=1)")
	}
}
