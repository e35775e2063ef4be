package lru

import "testing"

// TestSteps counts what takes the time while others wait for the lock: the entries
// that an operation moves from one table to the next. Each is hashed anew for that.
// However large the cache, there are few of them.
func TestSteps(t *testing.T) {
	const n = 1 << 16
	steps := 0
	hash := newHasher[uint32]().other
	counting := hasher[uint32]{other: func(key uint32) uint32 { steps++; return hash(key) }}
	m := New(func(key uint32) uint32 { return key }, MaxSize(n))
	c := NewCache[uint32, uint32](Unbounded())
	m.store.hasher, c.store.hasher = counting, counting

	worst := 0
	count := func(name string, use func()) {
		steps = 0
		use()
		steps-- // the key itself
		worst = max(worst, steps)
		if most := max(aside, atOnce); steps > most || m.Len() > 2*atOnce && c.Len() > 2*atOnce && steps > aside {
			t.Fatalf("%s moves %d entries, with %d and %d of them there", name, steps, m.Len(), c.Len())
		}
	}
	moved := 0
	for key := range uint32(n) {
		count("Call that misses", func() { m.Call(key) })
		moved += steps
		count("Call that hits", func() { m.Call(key / 2) })
		moved += steps
		count("Add", func() { c.Add(key, key) })
		count("Add that replaces", func() { c.Add(key/3, key) })
		count("Get", func() { c.Get(key / 2) })
		count("GetOrAdd", func() { c.GetOrAdd(key/2, key) })
	}
	if worst <= aside || moved < n/4 {
		t.Errorf("%d entries moved, %d at most at once: they are not counted", moved, worst)
	}
	want(t, "entries", []int{m.Len(), c.Len()}, []int{n, n})
	steps = 0
	m.Resize(2 * n) // which moves nothing, nor does the same limit again
	m.Resize(2 * n)
	want(t, "steps of Resize", steps, 0)
}
