package lru

// A Cache is an LRU cache without a function: what is to be kept is added by
// hand. It has the same core and the same rules as [Memo], and its methods may
// be called from several goroutines at once. Make one with [NewCache]; it must
// not be copied.
type Cache[K comparable, V any] struct {
	core[K, V]
}

// NewCache returns an empty cache for the [DefaultMaxSize] most recently used
// entries, if no option says otherwise.
func NewCache[K comparable, V any](opts ...Option) *Cache[K, V] {
	c := new(Cache[K, V])
	c.init(newOptions(opts))
	return c
}

// Get returns the value stored for key and whether there is one. That is a hit,
// which makes the entry the most recently used one, or a miss.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	if c.off.Load() {
		c.miss()
		return value, false
	}
	t := &c.table // from here on as in memo.call
	var hash uint32
	if k, ok := any(key).(int); ok {
		hash = t.hashInt(uint64(k))
	} else if k, ok := any(key).(string); ok {
		hash = t.hashString(k)
	} else {
		hash = t.other(key)
	}
	c.mu.Lock()
	tag, g := tagOf(hash), t.home(hash)
	elsewhere := true
	if found := t.groups[g].match(tag); found == 0 {
		elsewhere = t.passed[g][kind(tag)] != 0
	} else if i := index(g, found.first()); t.entries[i].key == key {
		entries := t.entries
		value = entries[i].value
		c.hits++
		if t.limit != unbounded {
			entries.touch(i)
		}
		c.mu.Unlock()
		return value, true
	}
	if elsewhere {
		value, ok = t.get(hash, key)
	}
	if ok {
		c.hits++
	} else {
		c.misses++
	}
	c.mu.Unlock()
	return value, ok
}

// Add stores value for key as the most recently used entry, in place of the
// value stored before if there was one. In a full cache a new key evicts the
// least recently used entry; Add reports whether it did. It counts neither as a
// hit nor as a miss. If caching is off, nothing is stored.
//
// In an unbounded cache a key stored before keeps its place.
func (c *Cache[K, V]) Add(key K, value V) (evicted bool) {
	if c.off.Load() {
		return false
	}
	hash := c.table.sum(key)
	c.mu.Lock()
	if i := c.table.find(hash, key); i != 0 {
		c.table.entries[i].value = value
		c.table.touch(i)
		c.mu.Unlock()
		return false
	}
	return c.put(hash, key, value)
}

// Len returns the number of entries.
func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.table.size
}
