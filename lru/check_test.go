package lru

import "fmt"

// check returns an error if the data structure inside c contradicts itself.
func check[K comparable, V any](c *core[K, V]) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := &c.table
	if c.off.Load() != (t.limit == 0) {
		return fmt.Errorf("off is %v with a limit of %d", c.off.Load(), t.limit)
	}
	if t.limit != unbounded && t.size > t.limit {
		return fmt.Errorf("%d entries, more than the limit %d", t.size, t.limit)
	}
	return checkTable(t, c.hash)
}

// checkTable checks that the ring, the chains and the free list each hold what
// they must, and that together they hold every place in the slab once.
func checkTable[K comparable, V any](t *table[K, V], hash func(K) uint32) error {
	const root, ring, free = 1, 2, 3
	where := make([]int, len(t.entries))
	where[0] = root

	older := uint32(0)
	for i := t.entries[0].newer; i != 0; i = t.entries[i].newer {
		if where[i] != 0 {
			return fmt.Errorf("entry %d is in the ring twice", i)
		}
		where[i] = ring
		e := &t.entries[i]
		if e.older != older {
			return fmt.Errorf("entry %d: older is %d, want %d", i, e.older, older)
		}
		if e.key == e.key && t.chains[i].hash != hash(e.key) {
			return fmt.Errorf("entry %d: hash %#x is not that of key %v", i, t.chains[i].hash, e.key)
		}
		older = i
	}
	if t.entries[0].older != older {
		return fmt.Errorf("the root's older is %d, want %d", t.entries[0].older, older)
	}

	inRing := 0
	for _, w := range where {
		if w == ring {
			inRing++
		}
	}
	if t.size != inRing {
		return fmt.Errorf("size is %d, but the ring has %d entries", t.size, inRing)
	}

	if len(t.heads)&(len(t.heads)-1) != 0 {
		return fmt.Errorf("%d buckets, not a power of two", len(t.heads))
	}
	chained := 0
	for b, ref := range t.heads {
		for ref != 0 {
			i := ref & t.index
			if i == 0 || where[i] != ring {
				return fmt.Errorf("bucket %d: entry %d is not in the ring", b, i)
			}
			hash := t.chains[i].hash
			if home := hash & uint32(len(t.heads)-1); home != uint32(b) {
				return fmt.Errorf("bucket %d: entry %d belongs to bucket %d", b, i, home)
			}
			if ref&^t.index != hash&^t.index {
				return fmt.Errorf("bucket %d: entry %d: the tag of %#x is not that of hash %#x", b, i, ref, hash)
			}
			if chained++; chained > t.size {
				return fmt.Errorf("bucket %d: a chain has a cycle, or an entry is chained twice", b)
			}
			ref = t.chains[i].next
		}
	}
	if chained != t.size {
		return fmt.Errorf("%d entries chained of %d", chained, t.size)
	}

	for i := t.free; i != 0; i = t.entries[i].newer {
		if where[i] != 0 {
			return fmt.Errorf("free entry %d is in use, or free twice", i)
		}
		where[i] = free
		var zero V
		e := &t.entries[i]
		if *new(K) != e.key || fmt.Sprint(zero) != fmt.Sprint(e.value) {
			return fmt.Errorf("free entry %d keeps %v: %v alive", i, e.key, e.value)
		}
	}
	for i, w := range where {
		if w == 0 {
			return fmt.Errorf("entry %d is lost: neither in the ring nor free", i)
		}
	}
	return nil
}
