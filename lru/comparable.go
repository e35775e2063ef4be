//go:build !purego

package lru

import "hash/maphash"

// hashAllocates is what tests of allocations have to know.
const hashAllocates = false

// comparableHash returns a hash of keys of type K.
func comparableHash[K comparable]() func(K) uint32 {
	seed := maphash.MakeSeed()
	return func(key K) uint32 { return uint32(maphash.Comparable(seed, key)) }
}
