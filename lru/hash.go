package lru

import (
	"hash/maphash"
	"math/bits"
)

// newHash returns a hash function for keys of type K, with a random seed of its
// own: nobody can choose keys that collide on purpose.
//
// hash/maphash serves every comparable type. Integers and strings, the most
// common keys, have a shorter way; it is chosen here, once, so that a call pays
// for no decision. As with a Go map, an interface key whose value cannot be
// hashed panics.
func newHash[K comparable]() func(K) uint32 {
	seed := maphash.MakeSeed()
	var hash any
	switch any(*new(K)).(type) {
	case string:
		hash = func(key string) uint32 { return uint32(maphash.String(seed, key)) }
	case int:
		hash = integerHash[int](seed)
	case int64:
		hash = integerHash[int64](seed)
	case uint64:
		hash = integerHash[uint64](seed)
	case int32:
		hash = integerHash[int32](seed)
	case uint32:
		hash = integerHash[uint32](seed)
	default:
		return func(key K) uint32 { return uint32(maphash.Comparable(seed, key)) }
	}
	return hash.(func(K) uint32)
}

// integerHash returns a function that twice multiplies the key by a secret
// number and folds the halves of the product together, as wyhash does. Once
// would be enough for most keys, but not for all: after one multiplication, keys
// at regular distances may still be so by their hashes.
func integerHash[T int | int64 | uint64 | int32 | uint32](seed maphash.Seed) func(T) uint32 {
	mask := maphash.Comparable(seed, 0)
	factor1 := maphash.Comparable(seed, 1) | 1
	factor2 := maphash.Comparable(seed, 2) | 1
	return func(key T) uint32 {
		hi, lo := bits.Mul64(uint64(key)^mask, factor1)
		hi, lo = bits.Mul64(hi^lo, factor2)
		return uint32(hi ^ lo)
	}
}
