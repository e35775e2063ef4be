package lru

// A flight is a computation that other goroutines wait for.
type flight[V any] struct {
	landed chan struct{} // closed when the computation has ended
	value  V
	ok     bool // it ended with this value
}

// share answers a call whose key is not in the cache, with SingleFlight: by
// computing, or by waiting for the goroutine that does. It is called with the
// lock held and returns without.
func (m *memo[K, V]) share(hash uint32, key K) (V, error) {
	if i := m.flights.find(hash, key); i != 0 {
		return m.join(hash, key, i)
	}
	m.misses++
	puts := m.puts
	m.flights.put(hash, key, nil) // who comes first makes the flight; mostly nobody comes
	m.mu.Unlock()

	stored := false
	defer func() {
		if !stored {
			m.mu.Lock()
			m.land(hash, key, flight[V]{})
			m.mu.Unlock()
		}
	}()
	value, err := m.fn(key)
	if err == nil {
		stored = true
		m.store(hash, key, value, puts) // lands too
	}
	return value, err
}

// join waits for the flight in entry i. It is called with the lock held and
// returns without.
func (m *memo[K, V]) join(hash uint32, key K, i uint32) (V, error) {
	waiting := &m.flights.entries[i].value
	if *waiting == nil {
		*waiting = &flight[V]{landed: make(chan struct{})}
	}
	f := *waiting
	m.mu.Unlock()
	<-f.landed
	if !f.ok {
		return m.call(key)
	}
	m.mu.Lock()
	m.hits++ // even if the entry has been evicted in the meantime
	if i := m.table.find(hash, key); i != 0 {
		m.table.touch(i)
	}
	m.mu.Unlock()
	return f.value, nil
}

// land ends the flight of key, if there is one, with the given outcome.
// The lock must be held.
func (m *memo[K, V]) land(hash uint32, key K, outcome flight[V]) {
	i := m.flights.find(hash, key)
	if i == 0 {
		return
	}
	f := m.flights.entries[i].value
	m.flights.remove(i)
	if f != nil {
		f.value, f.ok = outcome.value, outcome.ok
		close(f.landed)
	}
}
