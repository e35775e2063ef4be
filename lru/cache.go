package lru

import "unsafe"

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
	if !c.on.Load() {
		c.miss()
		return value, false
	}
	s := &c.store // from here on as in memo.call
	var hash uint32
	if unsafe.Sizeof(key) > unsafe.Sizeof("") {
		hash = s.other(key)
	} else if k, ok := any(key).(int); ok {
		hash = s.hashInt(uint64(k))
	} else if k, ok := any(key).(string); ok {
		hash = s.hashString(k)
	} else {
		hash = s.other(key)
	}
	if !c.mu.TryLock() {
		c.await()
	}
	tag, g := tagOf(hash), s.cur.home(hash)
	elsewhere := true
	if found := s.cur.groups[g].match(tag); found == 0 {
		elsewhere = s.cur.passed[g][kind(tag)] != 0 || s.old != nil
	} else if i := index(g, found.first()); s.cur.entries[i].key == key {
		entries := s.cur.entries
		value = entries[i].value
		c.hits++
		switch s.onHit {
		case keepPlace:
		case moveEntry:
			entries.touch(i)
		default: // tellLoops
			s.use(hash, &s.cur, i)
		}
		c.mu.Unlock()
		return value, true
	}
	if elsewhere {
		value, ok = s.get(hash, key)
	}
	if ok {
		c.hits++
	} else {
		c.misses++
	}
	c.mu.Unlock()
	return value, ok
}

// GetOrAdd returns the value stored for key and true, as Get does, or else adds the
// given value, as Add does, and returns that and false. Nobody can come in between.
func (c *Cache[K, V]) GetOrAdd(key K, value V) (actual V, loaded bool) {
	if !c.on.Load() {
		c.miss()
		return value, false
	}
	hash := c.store.sum(key)
	c.mu.Lock()
	if c.store.needsRoom() {
		c.makeRoom()
	}
	if actual, loaded = c.store.get(hash, key); loaded {
		c.hits++
		c.mu.Unlock()
		return actual, true
	}
	c.misses++
	c.put(hash, key, value)
	return value, false
}
