//go:build !purego

package lru

import "hash/maphash"

func hashComparable[K comparable](seed maphash.Seed, key K) uint32 {
	return uint32(maphash.Comparable(seed, key))
}
