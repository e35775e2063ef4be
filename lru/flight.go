package lru

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
)

// A flight is a computation that other callers may wait for.
type flight[V any] struct {
	pilot   uint64        // the goroutine that computes, or 0 if that is not known
	waiters int           // how many have ever waited
	landed  chan struct{} // closed when the computation has ended
	over    bool          // the function has returned, and f has landed

	// How it has ended:
	value    V
	err      error
	panicked *PanicError
	exited   bool // by runtime.Goexit
}

// hasLanded reports whether those who wait for f are free to go, though some may not
// have gone yet.
func (f *flight[V]) hasLanded() bool {
	select {
	case <-f.landed:
		return true
	default:
		return false
	}
}

// A PanicError is what a caller panics with that waited for a computation of
// another one, under [SingleFlight], which panicked.
type PanicError struct {
	Value any    // that of the panic
	Stack []byte // of the goroutine that computed, as formatted by debug.Stack
}

// Error returns the value and the stack.
func (p *PanicError) Error() string {
	return fmt.Sprintf("lru: the computation waited for has panicked: %v\n\n%s", p.Value, p.Stack)
}

// Unwrap returns the value of the panic if that was an error, else nil.
func (p *PanicError) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// CallContext is like Call, except that with [SingleFlight] a caller that waits for
// the computation of another one gives up when ctx is done, and returns the error
// of ctx. The computation goes on, for those who still wait, and its result is
// stored. A caller that computes is not interrupted.
func (m *memo[K, V]) CallContext(ctx context.Context, key K) (V, error) {
	if m.flights == nil || !m.on.Load() || key != key { // nobody else can ask for a NaN
		return m.call(key)
	}
	hash := m.store.sum(key)
	m.mu.Lock()
	value, ok := m.get(hash, key)
	m.mu.Unlock()
	if ok {
		return value, nil
	}
	return m.share(ctx, hash, key)
}

// get returns the value for key as a hit, if there is one. The lock must be held.
func (m *memo[K, V]) get(hash uint32, key K) (value V, ok bool) {
	if value, ok = m.store.get(hash, key); ok {
		m.hits++
	}
	return value, ok
}

// share answers a call whose key was not in the cache, with SingleFlight: by
// computing, or by waiting for the goroutine that does.
func (m *memo[K, V]) share(ctx context.Context, hash uint32, key K) (V, error) {
	me := goroutine()
	m.mu.Lock()
	if value, ok := m.get(hash, key); ok { // by now
		m.mu.Unlock()
		return value, nil
	}
	if f := m.flights[key]; f != nil {
		return m.wait(ctx, me, f, key)
	}
	m.misses++
	f := &flight[V]{pilot: me, landed: make(chan struct{})}
	m.flights[key] = f
	m.mu.Unlock()
	return m.fly(f, hash, key)
}

// fly computes, and lets those who wait have what comes of it.
func (m *memo[K, V]) fly(f *flight[V], hash uint32, key K) (V, error) {
	defer func() {
		if f.over {
			return
		}
		m.mu.Lock()
		m.unlist(f, key)
		alone := f.waiters == 0
		m.mu.Unlock()
		if alone {
			return // and let it go on, with next to no cost even from deep in a recursion
		}
		p := recover()
		if f.exited = p == nil; p != nil {
			f.panicked = &PanicError{p, debug.Stack()}
		}
		close(f.landed)
		if p != nil {
			panic(p)
		}
	}()
	f.value, f.err = m.fn(key)
	m.mu.Lock()
	if f.err == nil && m.store.needsRoom() {
		m.makeRoom()
	}
	if m.land(f, key) && f.err == nil {
		m.settle(hash, key, f.value)
	} else {
		m.mu.Unlock()
	}
	return f.value, f.err
}

// land lets go those who wait for f, and reports whether it was still listed. The
// lock must be held.
func (m *memo[K, V]) land(f *flight[V], key K) (listed bool) {
	f.over = true
	close(f.landed)
	return m.unlist(f, key)
}

// unlist sees to it that nobody else will wait for f, and reports whether calls would
// have done so until now. The lock must be held.
func (m *memo[K, V]) unlist(f *flight[V], key K) (listed bool) {
	if listed = m.flights[key] == f; listed {
		delete(m.flights, key)
	}
	return listed
}

// wait waits for f to land. It is called with the lock held and returns without.
func (m *memo[K, V]) wait(ctx context.Context, me uint64, f *flight[V], key K) (value V, err error) {
	for g := f; me != 0 && g != nil && !g.hasLanded(); g = m.waiting[g.pilot] {
		if g.pilot == me {
			m.mu.Unlock()
			panic(fmt.Sprintf("lru: the computation of key %#v, with SingleFlight, would wait for itself: the function, or an eviction callback, has asked for it again", key))
		}
	}
	m.hits++
	f.waiters++
	if me != 0 {
		m.waiting[me] = f
	}
	m.mu.Unlock()
	select {
	case <-f.landed:
	case <-ctx.Done():
		err = ctx.Err()
	}
	m.mu.Lock()
	delete(m.waiting, me)
	m.mu.Unlock()
	switch {
	case err != nil:
		return value, err
	case f.exited:
		runtime.Goexit()
	case f.panicked != nil:
		panic(f.panicked)
	}
	return f.value, f.err
}
