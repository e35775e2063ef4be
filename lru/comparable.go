//go:build !purego

package lru

import "hash/maphash"

// hashAllocates is what tests of allocations have to know.
const hashAllocates = false

func hashComparable[K comparable](seed maphash.Seed, key K) uint32 {
	return uint32(maphash.Comparable(seed, key))
}
