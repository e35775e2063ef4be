//go:build !purego

package lru

import "hash/maphash"

// hashAllocates is what tests of allocations have to know.
const hashAllocates = false

// comparableHash returns a function that hashes keys of type K. Were it one that hashes
// a key with a seed, generic itself, each hash would take two calls: the compiler does
// not inline it.
func comparableHash[K comparable]() func(K) uint32 {
	seed := maphash.MakeSeed()
	return func(key K) uint32 { return uint32(maphash.Comparable(seed, key)) }
}
