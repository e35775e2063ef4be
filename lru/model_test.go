package lru

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// model is a bounded or unbounded cache as a slice, the least recently used
// entry first: too slow to be wrong.
type model struct {
	limit, hits, misses int
	entries             []pair[byte, int]
	evicted             []byte
}

func (m *model) index(key byte) int {
	return slices.IndexFunc(m.entries, func(p pair[byte, int]) bool { return p.key == key })
}

func (m *model) use(i int) {
	if p := m.entries[i]; m.limit != unbounded {
		m.entries = append(slices.Delete(m.entries, i, i+1), p)
	}
}

func (m *model) call(key byte, value int) int {
	if i := m.index(key); i >= 0 {
		m.hits++
		value = m.entries[i].value
		m.use(i)
		return value
	}
	m.misses++
	m.add(key, value)
	return value
}

func (m *model) add(key byte, value int) {
	if i := m.index(key); i >= 0 {
		m.entries[i].value = value
		m.use(i)
	} else if m.limit != 0 {
		m.entries = append(m.entries, pair[byte, int]{key, value})
		m.shrink()
	}
}

func (m *model) shrink() {
	for m.limit != unbounded && len(m.entries) > m.limit {
		m.evicted = append(m.evicted, m.entries[0].key)
		m.entries = m.entries[1:]
	}
}

// FuzzMemo does what the data say with a Memo, a Cache, a Cache that does everything
// in the smallest pieces, and a slice, and compares the four after every step. The
// first byte is the maxsize; then each pair of bytes is an operation and a key.
func FuzzMemo(f *testing.F) {
	f.Add([]byte("\x03\x00a\x00b\x00c\x00a\x00d"))                   // hits and an eviction
	f.Add([]byte("\x00\x00a\x00a\x04b"))                             // off
	f.Add([]byte("\xff\x00a\x00b\x00a\x01a\x01b\x02\x05"))           // unbounded, then bounded
	f.Add([]byte("\x05\x00a\x00b\x00c\x01b\x00d\x00e\x00f\x02\x01")) // holes, then resized
	rng := rand.New(rand.NewPCG(1, 2))
	for _, size := range []byte{200, 255} { // so many keys that tables are replaced
		data := []byte{size}
		for range 1500 {
			op := []byte{0, 0, 0, 0, 0, 0, 0, 1, 1, 3}[rng.IntN(10)]
			if rng.IntN(150) == 0 {
				op = 2
			}
			data = append(data, op, byte(rng.IntN(256)))
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 {
			return
		}
		size := MaxSize(int(data[0]))
		limit := int(data[0])
		if data[0] == 255 {
			size, limit = Unbounded(), unbounded
		}
		serial := 0
		memo := New(func(byte) int { return serial }, size)
		cache, slow := NewCache[byte, int](size), NewCache[byte, int](size)
		slow.store.atOnce = 1
		caches := []*Cache[byte, int]{cache, slow}
		x := &model{limit: limit}
		evicted := make([][]byte, 3)
		for n, c := range []*core[byte, int]{&memo.core, &cache.core, &slow.core} {
			c.OnEvict(func(k byte, _ int) { evicted[n] = append(evicted[n], k) })
		}
		for step := 1; step+1 < len(data); step += 2 {
			serial++
			op, key := data[step]%6, data[step+1]
			what := fmt.Sprintf("step %d, op %d, key %d", step/2, op, key)
			switch op {
			case 0, 5: // the most frequent
				value := x.call(key, serial)
				if got := memo.Call(key); got != value {
					t.Fatalf("%s: Call: got %d, want %d", what, got, value)
				}
				for _, c := range caches {
					got, ok := c.Get(key)
					if !ok {
						got = serial
						c.Add(key, got)
					}
					if got != value {
						t.Fatalf("%s: Get: got %d, want %d", what, got, value)
					}
				}
			case 1:
				i := x.index(key)
				if memo.Remove(key) != (i >= 0) || cache.Remove(key) != (i >= 0) || slow.Remove(key) != (i >= 0) {
					t.Fatalf("%s: Remove: want %v", what, i >= 0)
				}
				if i >= 0 {
					x.entries = slices.Delete(x.entries, i, i+1)
				}
			case 2:
				before := len(x.entries)
				x.limit = int(key)
				x.shrink()
				n := before - len(x.entries)
				if a, b, c := memo.Resize(int(key)), cache.Resize(int(key)), slow.Resize(int(key)); a != n || b != n || c != n {
					t.Fatalf("%s: Resize: got %d, %d, %d, want %d", what, a, b, c, n)
				}
			case 3:
				i := x.index(key)
				value, ok := memo.Peek(key)
				if ok != (i >= 0) || ok && value != x.entries[i].value {
					t.Fatalf("%s: Peek: got %d, %v", what, value, ok)
				}
				if memo.Contains(key) != ok || cache.Contains(key) != ok || slow.Contains(key) != ok {
					t.Fatalf("%s: Contains: want %v", what, ok)
				}
			case 4:
				memo.CacheClear()
				cache.CacheClear()
				slow.CacheClear()
				*x = model{limit: x.limit, evicted: x.evicted}
			}
			info := CacheInfo{Hits: int64(x.hits), Misses: int64(x.misses), MaxSize: x.limit, CurrSize: len(x.entries)}
			if x.limit == unbounded {
				info.MaxSize, info.Unbounded = 0, true
			}
			for n, c := range []*core[byte, int]{&memo.core, &cache.core, &slow.core} {
				if c.CacheInfo() != info || c.Len() != info.CurrSize {
					t.Fatalf("%s: got %v, want %v", what, c.CacheInfo(), info)
				}
				if !slices.Equal(evicted[n], x.evicted) {
					t.Fatalf("%s: evicted %v, want %v", what, evicted[n], x.evicted)
				}
				if got := pairs(c.All()); !slices.Equal(got, x.entries) {
					t.Fatalf("%s: got %v, want %v", what, got, x.entries)
				}
				back := pairs(c.Backward())
				if slices.Reverse(back); !slices.Equal(back, x.entries) {
					t.Fatalf("%s: Backward is %v, want %v", what, back, x.entries)
				}
				if err := check(c); err != nil {
					t.Fatalf("%s: %v", what, err)
				}
			}
		}
	})
}
