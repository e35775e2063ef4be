package lru

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"testing"
)

// TestGrowth fills tables of many sizes, checking them before and after each
// step in which memory is replaced.
func TestGrowth(t *testing.T) {
	for _, limit := range []int{1, 2, 7, 8, 9, 100, 1000, unbounded} {
		c := NewCache[int, int](MaxSize(limit))
		if limit == unbounded {
			c = NewCache[int, int](Unbounded())
		}
		capacity := 0
		for i := range 3000 {
			c.Add(i, -i)
			if c.store.cur.capacity != capacity {
				capacity = c.store.cur.capacity
				if err := check(&c.core); err != nil {
					t.Fatalf("limit %d, after %d: %v", limit, i, err)
				}
			}
		}
		n := 3000
		if limit != unbounded {
			n = min(n, limit)
		}
		want(t, "length", c.Len(), n)
		if capacity > max(2*n, minCapacity) || limit != unbounded && capacity > limit {
			t.Errorf("limit %d: memory for %d entries, of which there are %d", limit, capacity, n)
		}
		i := 3000 - n
		for k, v := range c.All() {
			if k != i || v != -i {
				t.Fatalf("limit %d: got %d: %d, want %d", limit, k, v, i)
			}
			i++
		}
	}
}

// TestMaxEntries lowers the most that a cache can hold, which nobody has the memory
// for; an unbounded one then evicts, too.
func TestMaxEntries(t *testing.T) {
	c := NewCache[int, int](Unbounded())
	c.store.bound = 10
	for i := range 100 {
		want(t, "evicted", c.Add(i, i), i >= 10)
	}
	c.Get(90)
	want(t, "order", order(c.All()), []int{90, 91, 92, 93, 94, 95, 96, 97, 98, 99})
	wantInfo(t, c, "CacheInfo(hits=1, misses=0, maxsize=None, currsize=10)")
}

// byHash is a hasher for which a key is its own hash.
var byHash = hasher[uint32]{other: func(key uint32) uint32 { return key }}

// TestAwayFromHome has both of two groups hold an entry that found no place in
// the other. So a search for a key that is not there finds no group where it
// might end. When the entries are gone, so must be every trace of them.
func TestAwayFromHome(t *testing.T) {
	table := newTable[uint32, int](7)
	const groups = 2
	key := func(group, n uint64) uint32 { return uint32((group<<32+groups-1)/groups + n<<8) }
	for g := range uint64(groups) {
		n := uint64(0)
		for ; table.passed[g] == (counts{}); n++ {
			want(t, "home", table.home(key(g, n)), uint32(g))
			table.put(key(g, n), key(g, n), 1)
		}
		want(t, "away", table.away[table.find(key(g, n-1), key(g, n-1))], 1)
		for n := range n - 1 {
			table.remove(table.find(key(g, n), key(g, n)))
			if err := checkTable(&table, &byHash); err != nil {
				t.Fatal(err)
			}
		}
	}
	want(t, "groups", len(table.groups), groups) // it has not grown
	want(t, "passed", slices.Contains(table.passed, counts{}), false)
	want(t, "found", table.find(key(0, 100), key(0, 100)), 0)
	for table.size > 0 {
		table.remove(table.entries.oldest())
		if err := checkTable(&table, &byHash); err != nil {
			t.Fatal(err)
		}
	}
	want(t, "passed", table.passed, make([]counts, groups))
}

// TestSameHash has so many keys of one hash, the greatest, that neither the
// distance from home nor the number of those who passed can be counted.
func TestSameHash(t *testing.T) {
	const n = 3000
	m := New(func(key uint32) uint32 { return key }, MaxSize(n))
	m.store.other = func(uint32) uint32 { return math.MaxUint32 }
	for i := range uint32(2 * n) {
		want(t, "result", m.Call(i), i)
	}
	wantInfo(t, m, "CacheInfo(hits=0, misses=6000, maxsize=3000, currsize=3000)")
	want(t, "stuck", []uint8{slices.Max(m.store.cur.away), m.store.cur.passed[0][kind(255)]}, []uint8{stuck, stuck})
	if err := check(&m.core); err != nil {
		t.Fatal(err)
	}
	for i := range uint32(n) {
		want(t, "removed", []bool{m.Remove(i), m.Remove(n + i)}, []bool{false, true})
	}
	m.Call(1)
	want(t, "found", m.Contains(1), true)
	if err := check(&m.core); err != nil {
		t.Fatal(err)
	}
}

// TestSameHome has all keys belong in one group, where most are away from. There
// are all kinds, and some have the same tag. Get and Call are both tried, since
// each has the search written out.
func TestSameHome(t *testing.T) {
	c := NewCache[uint32, uint32]()
	m := New(func(key uint32) uint32 { return key })
	c.store.hasher, m.store.hasher = byHash, byHash
	const n, step = 3 * places, 16
	for i := range uint32(n) {
		c.Add(i*step, i)
		want(t, "computed", m.Call(i*step), i*step)
		for k := range i + 1 {
			v, ok := c.Get(k * step)
			want(t, "got", []any{v, ok}, []any{k, true})
			want(t, "called", m.Call(k*step), k*step)
		}
		_, ok := c.Get((i + 1) * step)
		want(t, "got", ok, false)
	}
	wantInfo(t, c, "CacheInfo(hits=300, misses=24, maxsize=128, currsize=24)")
	wantInfo(t, m, "CacheInfo(hits=300, misses=24, maxsize=128, currsize=24)")
}

// TestSameTag looks for the second of two keys of one tag, both at home.
func TestSameTag(t *testing.T) {
	const first, second = 16, 16 + 256
	c := NewCache[uint32, string]()
	m := New(func(key uint32) uint32 { return key })
	c.store.hasher, m.store.hasher = byHash, byHash
	c.Add(first, "first")
	c.Add(second, "second")
	v, ok := c.Get(second)
	want(t, "got", []any{v, ok}, []any{"second", true})
	want(t, "called", []uint32{m.Call(first), m.Call(second), m.Call(second)}, []uint32{first, second, second})
	wantInfo(t, m, "CacheInfo(hits=1, misses=2, maxsize=128, currsize=2)")
}

// TestHash draws many keys that differ in few or regular bits and checks that
// they fall together no more often than chance has them: with as many groups as
// keys and a perfect hash, keys compared for a look-up average 1.5, and of 10,000
// keys no more than 12 share one in a million years. The lowest bits, which make
// the tags, have to tell the keys apart as well as the upper ones, which choose
// the group.
func TestHash(t *testing.T) {
	const n = 10_000
	testHash(t, "int, in sequence", n, func(i int) int { return i })
	testHash(t, "int, negative", n, func(i int) int { return -i })
	for shift := range bits.UintSize - 16 { // the key keeps all 14 bits of i
		testHash(t, fmt.Sprint("int, shifted by ", shift), n, func(i int) int { return i << shift })
	}
	testHash(t, "int, both halves alike", n, func(i int) int { return i<<(bits.UintSize/2) | i })
	testHash(t, "int64", n, func(i int) int64 { return int64(i) * 1000 })
	testHash(t, "uint64", n, func(i int) uint64 { return math.Float64bits(float64(i)) })
	testHash(t, "int32", n, func(i int) int32 { return int32(-i) })
	testHash(t, "uint32", n, func(i int) uint32 { return uint32(i) << 16 >> 2 })
	testHash(t, "string", n, strconv.Itoa)
	for _, format := range []string{"key:%d", "%d....", "%d is the key", "the key is %d", "%03[2]d:%[1]d:%03[2]d", "%08[1]d%08[2]d", "%[1]d is of those strings that are %[1]d"} {
		testHash(t, "string, "+format, n, func(i int) string { return fmt.Sprintf(format, i, n-i) })
	}
	testHash(t, "struct", n, func(i int) [2]int { return [2]int{i % 100, i / 100} })
	testHash(t, "interface", n, func(i int) any { return i })
}

func testHash[K comparable](t *testing.T, name string, n int, key func(int) K) {
	t.Helper()
	h := newHasher[K]()
	const width = 14 // bits: between n and 2n of them
	for part, shift := range map[string]int{"lower": 0, "upper": 32 - width} {
		counts := make([]int, 1<<width)
		for i := range n {
			counts[h.sum(key(i))>>shift&(1<<width-1)]++
		}
		compared := 0
		for _, c := range counts {
			compared += c * (c + 1) / 2
			if c > 16 {
				t.Errorf("%s, %s bits: %d keys share them", name, part, c)
			}
		}
		if mean := float64(compared) / float64(n); mean > 1.5 {
			t.Errorf("%s, %s bits: %.2f keys compared on average", name, part, mean)
		}
	}
}

// TestHashSeeds checks that two caches do not agree about what collides.
func TestHashSeeds(t *testing.T) {
	a, b := newHasher[int](), newHasher[int]()
	same := 0
	for i := range 1000 {
		if a.sum(i) == b.sum(i) {
			same++
		}
	}
	if same > 1 {
		t.Errorf("%d of 1000 keys have the same hash in two caches", same)
	}
}

// TestKeys checks that keys of every kind are told apart.
func TestKeys(t *testing.T) {
	type named int
	testKeys(t, 1, 2)
	testKeys(t, int64(1), 1<<40)
	testKeys(t, int32(-1), 1)
	testKeys(t, uint32(1), 2)
	testKeys(t, uint64(1), 1<<63)
	testKeys(t, int8(1), 2)
	testKeys(t, named(1), 2)
	testKeys(t, "", "a")
	testKeys(t, 1.5, math.Inf(1))
	testKeys(t, complex(1, 2), complex(2, 1))
	testKeys(t, true, false)
	testKeys(t, new(int), new(int))
	testKeys(t, make(chan int), make(chan int))
	testKeys(t, [2]string{"a", "bc"}, [2]string{"ab", "c"})
	testKeys(t, struct {
		a int
		b string
	}{1, "a"}, struct {
		a int
		b string
	}{1, "b"})
	testKeys[any](t, 1, 1.0) // unlike Python, Go tells these apart
	testKeys[any](t, nil, 0)
}

func testKeys[K comparable](t *testing.T, a, b K) {
	t.Helper()
	fn, calls := counted(func(key K) K { return key })
	m := New(fn)
	for range 2 {
		want(t, "a", m.Call(a) == a, true)
		want(t, "b", m.Call(b) == b, true)
	}
	want(t, "calls", *calls, 2)
	want(t, "removed", []bool{m.Remove(a), m.Contains(a), m.Contains(b)}, []bool{true, false, true})
}
