package lru

import (
	"fmt"
	"iter"
	"slices"
	"testing"
)

// infoer is what has counters: a Memo, a MemoErr or a Cache.
type infoer interface{ CacheInfo() CacheInfo }

// wantInfo compares a cache's info with the text that Python prints.
func wantInfo(t *testing.T, c infoer, want string) {
	t.Helper()
	if got := c.CacheInfo().String(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func want[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		t.Errorf("%s: got %s, want %s", what, g, w)
	}
}

// order returns the keys of All.
func order[K, V any](seq iter.Seq2[K, V]) []K {
	return slices.Collect(keys(seq))
}

// pairs returns what a loop over seq sees.
func pairs[K, V any](seq iter.Seq2[K, V]) []pair[K, V] {
	var all []pair[K, V]
	for k, v := range seq {
		all = append(all, pair[K, V]{k, v})
	}
	return all
}

// panicOf returns what fn panics with, or nil.
func panicOf(fn func()) (p any) {
	defer func() { p = recover() }()
	fn()
	return nil
}

func ident(n int) int { return n }

// counted wraps fn so that its calls are counted.
func counted[K, V any](fn func(K) V) (func(K) V, *int) {
	n := new(int)
	return func(key K) V { *n++; return fn(key) }, n
}
