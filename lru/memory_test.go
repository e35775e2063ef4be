package lru

import (
	"runtime"
	"testing"
)

// TestAllocations counts what is allocated beyond what the function itself does.
func TestAllocations(t *testing.T) {
	const n = 100
	i := 0
	next := func() int { i++; return i }
	memo := func(opts ...Option) *Memo[int, int] {
		m := New(ident, opts...)
		for range 2 * n {
			m.Call(next())
		}
		return m
	}
	full, flying, evicting := memo(MaxSize(n)), memo(MaxSize(n), SingleFlight()), memo(MaxSize(n))
	unbounded, off := memo(Unbounded()), memo(MaxSize(0))
	evicting.OnEvict(func(int, int) {})
	failing := NewErr(func(k string) (string, error) { return k, nil }, MaxSize(n))
	words := make([]string, 2*n)
	for i := range words {
		words[i] = stringKey(i)
	}
	type point struct{ x, y int }
	points := New(func(p point) point { return p }, MaxSize(n))
	cache := NewCache[int, int](MaxSize(n))
	for range n {
		cache.Add(next(), 1)
	}
	for name, use := range map[string]func(){
		"hit, most recent":         func() { full.Call(i) },
		"hit":                      func() { full.Call(i - n/2) },
		"hit, unbounded":           func() { unbounded.Call(3 * n) },
		"hit, single flight":       func() { flying.Call(2 * n) },
		"miss, full":               func() { full.Call(next()) },
		"miss, full, with OnEvict": func() { evicting.Call(next()) },
		"miss, off":                func() { off.Call(next()) },
		"strings, hit or miss":     func() { failing.Call(words[next()%len(words)]) },
		"structs, hit or miss":     func() { points.Call(point{next() % (2 * n), 1}) },
		"Get":                      func() { cache.Get(i) },
		"Add":                      func() { cache.Add(next(), 1) },
		"Peek":                     func() { full.Peek(i) },
		"Contains":                 func() { full.Contains(i) },
		"Remove, Add":              func() { cache.Remove(i); cache.Add(i, 1) },
		"CacheInfo":                func() { full.CacheInfo() },
		"CacheClear, Call":         func() { unbounded.CacheClear(); unbounded.Call(1) },
	} {
		if hashAllocates && name == "structs, hit or miss" {
			continue
		}
		use()
		if allocs := testing.AllocsPerRun(1000, use); allocs != 0 {
			t.Errorf("%s: %v allocations", name, allocs)
		}
	}
}

// heap returns the bytes and objects on the heap that are in use.
func heap() (bytes, objects int) {
	var s runtime.MemStats
	runtime.GC()
	runtime.GC() // the first may only finish what another began
	runtime.ReadMemStats(&s)
	return int(s.HeapAlloc), int(s.HeapObjects)
}

// TestMemory measures a cache of a million integers.
func TestMemory(t *testing.T) {
	const bytesPerEntry = 48
	for _, n := range []int{1_000_000, 1 << 20} {
		for name, size := range map[string]Option{"bounded": MaxSize(n), "unbounded": Unbounded()} {
			bytes0, objects0 := heap()
			m := New(ident, size)
			for i := range n {
				m.Call(i)
			}
			bytes, objects := heap()
			want(t, name+": currsize", m.CacheInfo().CurrSize, n)
			if per := float64(bytes-bytes0) / float64(n); per > bytesPerEntry {
				t.Errorf("%s, %d entries: %.2f bytes an entry", name, n, per)
			}
			// However many the entries: the Memo, four slices, some closures.
			if objects-objects0 > 100 {
				t.Errorf("%s, %d entries: %d objects", name, n, objects-objects0)
			}
			runtime.KeepAlive(m)
		}
	}
}

// TestResizeGivesBack checks that memory is given back after shrinking.
func TestResizeGivesBack(t *testing.T) {
	const n = 100_000
	before, _ := heap()
	m := New(ident, MaxSize(n))
	for i := range n {
		m.Call(i)
	}
	full, _ := heap()
	m.Resize(10)
	after, _ := heap()
	if held, was := after-before, full-before; held > was/100 {
		t.Errorf("%d bytes held of %d", held, was)
	}
	want(t, "currsize", m.CacheInfo().CurrSize, 10)
}

// BenchmarkGC collects the garbage around a million entries, which it need not
// look at.
func BenchmarkGC(b *testing.B) {
	m := New(ident, Unbounded())
	for i := range 1_000_000 {
		m.Call(i)
	}
	for b.Loop() {
		runtime.GC()
	}
	runtime.KeepAlive(m)
}
