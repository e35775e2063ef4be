package lru

import (
	"fmt"
	"testing"
)

// TestOnLeave has entries leave in every way there is.
func TestOnLeave(t *testing.T) {
	for name, fill := range map[string]func(c *Cache[int, int]){
		"small": func(c *Cache[int, int]) {},
		"in the middle of being moved": func(c *Cache[int, int]) {
			c.store.atOnce = 1
			for c.store.old == nil {
				c.Add(c.Len()+100, 0)
			}
			c.Resize(c.Len() + 1)
		},
	} {
		c := NewCache[int, int](MaxSize(100))
		fill(c)
		filled := order(c.All())
		if len(filled) == 0 {
			c.Resize(1)
		}
		log := []string{}
		c.OnLeave(func(k, v int, why Reason) {
			log = append(log, fmt.Sprint(why, " ", k, ": ", v))
			c.Len() // no lock is held
		})
		wantLog := func(what string, lines ...string) {
			t.Helper()
			want(t, name+": "+what, log, lines)
			log = []string{}
		}
		evicted := func(k, v int) []string { // what is the first to go when k comes
			if len(filled) == 0 {
				return []string{fmt.Sprintf("evicted %d: %d", k, v)}
			}
			k, filled = filled[0], filled[1:]
			return []string{fmt.Sprintf("evicted %d: 0", k)}
		}
		c.Add(1, 10)
		wantLog("added")
		c.Add(1, 11)
		wantLog("replaced", "replaced 1: 10")
		c.GetOrAdd(1, 12)
		wantLog("not added")
		c.Add(2, 20)
		wantLog("evicted", evicted(1, 11)...)
		c.Remove(2)
		wantLog("removed", "removed 2: 20")
		c.Remove(2)
		wantLog("not there")
		c.Resize(3)
		log = nil
		c.CacheClear()
		log = nil
		for k := range 3 {
			c.Add(k, k)
		}
		c.RemoveOldest()
		wantLog("removed", "removed 0: 0")
		c.Resize(1)
		wantLog("evicted by Resize", "evicted 1: 1")
		c.Resize(2)
		c.Add(3, 3)
		c.Get(2)
		c.CacheClear()
		wantLog("cleared, the least recent first", "cleared 3: 3", "cleared 2: 2")
		c.Add(4, 4)
		c.OnEvict(func(k, v int) { log = append(log, fmt.Sprint(k)) })
		c.Add(4, 5)
		c.Remove(4)
		c.Add(5, 5)
		c.CacheClear()
		wantLog("OnEvict")
		c.Resize(1)
		c.Add(6, 6)
		c.Add(7, 7)
		wantLog("OnEvict", "6")
		c.OnLeave(nil)
		c.CacheClear()
		wantLog("none")
		if err := check(&c.core); err != nil {
			t.Error(err)
		}
	}
}

// TestOnLeaveMemo has a value be replaced by a later computation, which happens in
// an unbounded Memo only, and has one not be stored.
func TestOnLeaveMemo(t *testing.T) {
	for _, c := range []struct {
		size Option
		log  string
	}{
		{Unbounded(), "[replaced 1: 2]"},
		{MaxSize(5), "[]"}, // the later one is not even stored
	} {
		serial := 0
		m := NewRecursive(func(self func(int) int, k int) int {
			if serial++; serial == 1 {
				self(k)
				serial = 1
			}
			return serial
		}, c.size)
		log := []string{}
		m.OnLeave(func(k, v int, why Reason) { log = append(log, fmt.Sprint(why, " ", k, ": ", v)) })
		m.Call(1)
		want(t, "log", fmt.Sprint(log), c.log)
	}
}

// TestClearLarge clears a cache whose memory is not kept, entry by entry.
func TestClearLarge(t *testing.T) {
	const n = 5000
	c := NewCache[int, int](MaxSize(n))
	for k := range 2 * n {
		c.Add(k, -k)
	}
	k := n
	c.OnLeave(func(key, value int, why Reason) {
		if key != k || value != -k || why != Cleared {
			t.Errorf("%v %d: %d, want %d", why, key, value, k)
		}
		k++
	})
	c.CacheClear()
	want(t, "cleared", k, 2*n)
	want(t, "length", c.Len(), 0)
	if c.store.cur.capacity > 2*minCapacity {
		t.Errorf("memory for %d entries is kept", c.store.cur.capacity)
	}
}

func TestReason(t *testing.T) {
	want(t, "text", fmt.Sprint([]Reason{Evicted, Removed, Replaced, Cleared, 0, 5}),
		"[evicted removed replaced cleared unknown reason unknown reason]")
}
