package lru

import (
	"hash/maphash"
	"math/bits"
)

// A hasher hashes keys of type K, with a random seed of its own: nobody can choose
// keys that collide on purpose.
//
// hash/maphash serves every comparable type. Integers and strings, the most
// common keys, have a shorter way. As with a Go map, an interface key whose value
// cannot be hashed panics.
type hasher[K comparable] struct {
	seed  maphash.Seed
	mixer                // for integers
	other func(K) uint32 // for keys that are neither int nor string, chosen once
}

func newHasher[K comparable]() hasher[K] {
	seed := maphash.MakeSeed()
	m := mixer{
		mask:    maphash.Comparable(seed, 0),
		factor1: maphash.Comparable(seed, 1) | 1,
		factor2: maphash.Comparable(seed, 2) | 1,
	}
	var other any
	switch any(*new(K)).(type) {
	case int64:
		other = func(key int64) uint32 { return m.mix(uint64(key)) }
	case uint64:
		other = func(key uint64) uint32 { return m.mix(key) }
	case int32:
		other = func(key int32) uint32 { return m.mix(uint64(key)) }
	case uint32:
		other = func(key uint32) uint32 { return m.mix(uint64(key)) }
	default:
		other = func(key K) uint32 { return uint32(maphash.Comparable(seed, key)) }
	}
	return hasher[K]{seed, m, other.(func(K) uint32)}
}

// sum returns the hash of key. The two most common types are hashed without a call
// through a variable; to tell them takes a comparison each, and converts nothing.
func (h *hasher[K]) sum(key K) uint32 {
	switch k := any(key).(type) {
	case int:
		return h.mix(uint64(k))
	case string:
		return uint32(maphash.String(h.seed, k))
	}
	return h.other(key)
}

// A mixer hashes integers: it twice multiplies by a secret number and folds the
// halves of the product together, as wyhash does. Once would be enough for most
// keys, but not for all: after one multiplication, keys at regular distances may
// still be so by their hashes.
type mixer struct{ mask, factor1, factor2 uint64 }

func (m *mixer) mix(n uint64) uint32 {
	hi, lo := bits.Mul64(n^m.mask, m.factor1)
	hi, lo = bits.Mul64(hi^lo, m.factor2)
	return uint32(hi ^ lo)
}
