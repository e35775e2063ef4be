// Package ttl has a cache whose entries grow old: each is forgotten some time
// after it was stored, its time to live, however often it is asked for. So an
// answer is never staler than that, which functools.lru_cache cannot promise.
//
// It behaves as TTLCache of the Python package cachetools does: what has expired
// can no longer be found, and is the first to be removed; if nothing has, the
// least recently used entry makes room. See https://cachetools.readthedocs.io/.
//
// A Cache is for one goroutine at a time.
package ttl

import (
	"fmt"
	"slices"
	"time"
)

// A Cache holds at most so many entries, and each for so long. Time is what the
// caller says: how long it is since any moment, the same for all calls, and never
// less than the time before.
type Cache[K comparable, V any] struct {
	maxSize int
	ttl     time.Duration
	entries []Entry[K, V] // the least recently used first
}

// An Entry is what a Cache holds of one key.
type Entry[K comparable, V any] struct {
	Key     K
	Value   V
	Expires time.Duration // the first moment at which it is forgotten
}

// A Removal tells of an entry that made room for another, or was too old.
type Removal[K comparable] struct {
	Key     K
	Expired bool // or else it was the least recently used
}

// New returns an empty cache of at most maxSize entries, each for the time ttl. It
// panics if maxSize is less than 1; with a ttl of 0 or less every entry has
// expired when it is stored.
func New[K comparable, V any](maxSize int, ttl time.Duration) *Cache[K, V] {
	if maxSize < 1 {
		panic(fmt.Sprintf("ttl: maxSize is %d, but must be 1 at least", maxSize))
	}
	return &Cache[K, V]{maxSize: maxSize, ttl: ttl}
}

// Get returns the value stored for a key; false if there is none, or if it has
// expired. The entry becomes the most recently used, but lives no longer for it.
// The cost is linear in the number of entries, as of all methods.
func (c *Cache[K, V]) Get(now time.Duration, key K) (V, bool) {
	i := c.find(key)
	if i < 0 || c.entries[i].expired(now) {
		var none V
		return none, false
	}
	e := c.entries[i]
	c.entries = append(slices.Delete(c.entries, i, i+1), e)
	return e.Value, true
}

// Contains reports whether Get would find a key. It does not change which entry
// was used when.
func (c *Cache[K, V]) Contains(now time.Duration, key K) bool {
	i := c.find(key)
	return i >= 0 && !c.entries[i].expired(now)
}

// Set stores a value as the most recently used, to expire the time to live from
// now, in place of another of the same key. It returns what is removed before: all
// that has expired, and if the cache is still full, the least recently used.
func (c *Cache[K, V]) Set(now time.Duration, key K, value V) []Removal[K] {
	removed := c.Expire(now)
	if i := c.find(key); i >= 0 {
		c.entries = slices.Delete(c.entries, i, i+1)
	} else if len(c.entries) == c.maxSize {
		removed = append(removed, Removal[K]{Key: c.entries[0].Key})
		c.entries = slices.Delete(c.entries, 0, 1)
	}
	c.entries = append(c.entries, Entry[K, V]{key, value, now + c.ttl})
	return removed
}

// Expire removes all that has expired and returns it, the least recently used
// first.
func (c *Cache[K, V]) Expire(now time.Duration) []Removal[K] {
	var removed []Removal[K]
	c.entries = slices.DeleteFunc(c.entries, func(e Entry[K, V]) bool {
		if e.expired(now) {
			removed = append(removed, Removal[K]{e.Key, true})
		}
		return e.expired(now)
	})
	return removed
}

// Entries returns what has not expired, the least recently used first.
func (c *Cache[K, V]) Entries(now time.Duration) []Entry[K, V] {
	return slices.DeleteFunc(slices.Clone(c.entries), func(e Entry[K, V]) bool { return e.expired(now) })
}

// Clear removes everything.
func (c *Cache[K, V]) Clear() { c.entries = nil }

func (c *Cache[K, V]) find(key K) int {
	return slices.IndexFunc(c.entries, func(e Entry[K, V]) bool { return e.Key == key })
}

func (e Entry[K, V]) expired(now time.Duration) bool { return now >= e.Expires }
