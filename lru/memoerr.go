package lru

// A MemoErr is a [Memo] of a function that can fail. Errors are not cached: a
// call that fails is counted as a miss, nothing is stored or evicted, and the
// next call of the same key runs the function again, as with a Python function
// that raises.
type MemoErr[K comparable, V any] struct {
	memo[K, V]
}

// NewErr is [New] for a function that can fail.
func NewErr[K comparable, V any](fn func(key K) (V, error), opts ...Option) *MemoErr[K, V] {
	if fn == nil {
		panic("lru: NewErr of a nil function")
	}
	m := new(MemoErr[K, V])
	m.init(opts, fn)
	return m
}

// NewRecursiveErr is [NewRecursive] for a function that can fail.
func NewRecursiveErr[K comparable, V any](fn func(self func(K) (V, error), key K) (V, error), opts ...Option) *MemoErr[K, V] {
	if fn == nil {
		panic("lru: NewRecursiveErr of a nil function")
	}
	m := new(MemoErr[K, V])
	self := m.Call
	m.init(opts, func(key K) (V, error) { return fn(self, key) })
	return m
}

// Call is like [Memo.Call]. If the function fails, Call returns what it returned,
// value and error unchanged, and stores nothing.
func (m *MemoErr[K, V]) Call(key K) (V, error) {
	return m.call(key)
}

// Wrapped returns the function itself; see [Memo.Wrapped].
func (m *MemoErr[K, V]) Wrapped() func(key K) (V, error) {
	m.made()
	return m.fn
}
