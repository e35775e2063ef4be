package lru

import (
	"context"
	"unsafe"
)

// A Memo is a function together with the cache of its results. It behaves as a
// Python function decorated with functools.lru_cache. Make one with [New] or
// [NewRecursive]; [MemoErr] is for functions that can fail.
//
// All methods may be called from several goroutines at once, and from within
// the function itself. A Memo must not be copied.
type Memo[K comparable, V any] struct {
	memo[K, V]
}

// New returns a Memo of fn, which keeps the [DefaultMaxSize] most recently used
// results if no option says otherwise. It panics if fn is nil.
func New[K comparable, V any](fn func(key K) V, opts ...Option) *Memo[K, V] {
	if fn == nil {
		panic("lru: New of a nil function")
	}
	m := new(Memo[K, V])
	m.init(opts, func(key K) (V, error) { return fn(key), nil })
	return m
}

// NewRecursive is like New for a function that calls itself through the cache:
// fn gets, as self, the Memo's Call.
func NewRecursive[K comparable, V any](fn func(self func(K) V, key K) V, opts ...Option) *Memo[K, V] {
	if fn == nil {
		panic("lru: NewRecursive of a nil function")
	}
	m := new(Memo[K, V])
	self := m.Call // once: a method value is an allocation
	m.init(opts, func(key K) (V, error) { return fn(self, key), nil })
	return m
}

// Call returns the function's result for key: the stored one if there is one (a
// hit), otherwise by running the function and storing what it returns (a miss).
// Whoever gets a stored result gets that very value, so what it points to must
// not be changed.
//
// The function runs with no lock held. If it panics, the miss stays counted,
// nothing is stored, and the panic goes on to the caller; likewise with
// runtime.Goexit. Of several simultaneous computations of one key each caller
// gets its own result; the first to finish is kept, or the last one if the
// cache is unbounded, as in Python.
//
// A hit costs a hash, a look-up and an uncontended lock, and allocates nothing.
// Call panics if key is an interface that holds an unhashable value, unless
// caching is off.
func (m *Memo[K, V]) Call(key K) V {
	value, _ := m.call(key)
	return value
}

// Wrapped returns the function itself. Calling it passes the cache by and counts
// nothing; a recursive function still goes through the cache for its inner
// calls.
func (m *Memo[K, V]) Wrapped() func(key K) V {
	m.made()
	fn := m.fn
	return func(key K) V {
		value, _ := fn(key)
		return value
	}
}

// memo is what Memo and MemoErr share: the core, and calls of a function.
type memo[K comparable, V any] struct {
	core[K, V]
	fn      func(K) (V, error)
	waiting map[uint64]*flight[V] // what a goroutine waits for, for SingleFlight
}

func (m *memo[K, V]) init(opts []Option, fn func(K) (V, error)) {
	o := newOptions(opts)
	m.core.init(o)
	m.fn = fn
	if o.singleFlight {
		m.flights = map[K]*flight[V]{}
		m.waiting = map[uint64]*flight[V]{}
	}
}

// call is a call through the cache. It follows bounded_lru_cache_wrapper,
// infinite_lru_cache_wrapper and uncached_lru_cache_wrapper in CPython's
// Modules/_functoolsmodule.c, or the three functions called wrapper in
// Lib/functools.py. Like those it is all of a call: the processor foresees the
// returns from a few dozen frames only, so in a deep recursion each frame counts.
//
// For the same reason, and since the compiler does not inline them, what
// store.sum and store.get do for most calls is written out here. That takes 5 to
// 10 % off a hit.
func (m *memo[K, V]) call(key K) (V, error) {
	if !m.on.Load() {
		m.miss()
		return m.fn(key)
	}
	s := &m.store
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
	if !m.mu.TryLock() {
		m.await()
	}
	tag, g := tagOf(hash), s.cur.home(hash)
	elsewhere := true // whether the key may be in another place
	if found := s.cur.groups[g].match(tag); found == 0 {
		elsewhere = s.cur.passed[g][kind(tag)] != 0 || s.old != nil
	} else if i := index(g, found.first()); s.cur.entries[i].key == key {
		entries := s.cur.entries  // not sooner, or it would be saved while strings are compared
		value := entries[i].value // first: a load need not wait for touch's stores
		m.hits++
		switch s.onHit {
		case keepPlace:
		case moveEntry:
			entries.touch(i)
		default: // tellLoops
			s.use(hash, &s.cur, i)
		}
		m.mu.Unlock()
		return value, nil
	}
	if elsewhere {
		if value, ok := s.get(hash, key); ok {
			m.hits++
			m.mu.Unlock()
			return value, nil
		}
	}
	if m.flights != nil && key == key { // nobody else can ask for a NaN
		m.mu.Unlock()
		return m.share(context.Background(), hash, key)
	}
	m.misses++
	puts := m.puts
	m.mu.Unlock()
	value, err := m.fn(key)
	if err == nil {
		m.keep(hash, key, value, puts)
	}
	return value, err
}

// keep keeps the result of a computation that began when puts had the given value.
func (m *memo[K, V]) keep(hash uint32, key K, value V, puts uint64) {
	m.mu.Lock()
	if m.store.needsRoom() {
		m.makeRoom()
	}
	if m.puts != puts {
		m.settle(hash, key, value)
		return
	}
	m.put(hash, key, value)
}

// settle keeps a result where others may have been stored during the computation,
// perhaps one of this very key. Then a bounded cache keeps what it has, not even
// refreshed, and an unbounded one takes the new value in the old place. Both are
// CPython's ways. It is called with the lock held, and unlocks.
func (m *memo[K, V]) settle(hash uint32, key K, value V) {
	switch t, i := m.store.find(hash, key); {
	case i == 0:
		m.put(hash, key, value)
	case m.store.limit == unbounded:
		m.replace(hash, t, i, value)
	default:
		m.mu.Unlock()
	}
}
