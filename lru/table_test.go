package lru

import (
	"fmt"
	"math"
	"math/bits"
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
		slots := 0
		for i := range 3000 {
			c.Add(i, -i)
			if cap(c.table.entries) != slots {
				slots = cap(c.table.entries)
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
		if slots > 1+max(2*n, minCapacity) || limit != unbounded && slots > 1+limit {
			t.Errorf("limit %d: %d slots for %d entries", limit, slots, n)
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

func TestTableLimit(t *testing.T) {
	want(t, "half the limit", grown(maxEntries/2+1, unbounded), maxEntries)
	p := panicOf(func() { grown(maxEntries, unbounded) })
	want(t, "panic", p, any("lru: more than "+strconv.Itoa(math.MaxInt32)+" entries"))
}

// TestHash draws many keys that differ in few or regular bits and checks that
// the chains are as long as chance makes them: with as many buckets as keys and
// a perfect hash, keys compared for a look-up average 1.5, and 10,000 keys have
// no chain of more than 12 in a million years. The upper bits, of which the tags
// are made, have to tell the keys apart as well as the lower ones, which choose
// the bucket.
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
	testHash(t, "struct", n, func(i int) [2]int { return [2]int{i % 100, i / 100} })
	testHash(t, "interface", n, func(i int) any { return i })
}

func testHash[K comparable](t *testing.T, name string, n int, key func(int) K) {
	t.Helper()
	hash := newHash[K]()
	const width = 14 // bits: between n and 2n buckets
	for part, shift := range map[string]int{"lower": 0, "upper": 32 - width} {
		counts := make([]int, 1<<width)
		for i := range n {
			counts[hash(key(i))>>shift&(1<<width-1)]++
		}
		compared := 0
		for _, c := range counts {
			compared += c * (c + 1) / 2
			if c > 16 {
				t.Errorf("%s, %s bits: a chain of %d", name, part, c)
			}
		}
		if mean := float64(compared) / float64(n); mean > 1.5 {
			t.Errorf("%s, %s bits: %.2f keys compared on average", name, part, mean)
		}
	}
}

// TestHashSeeds checks that two caches do not agree about what collides.
func TestHashSeeds(t *testing.T) {
	a, b := newHash[int](), newHash[int]()
	same := 0
	for i := range 1000 {
		if a(i) == b(i) {
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
