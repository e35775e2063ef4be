package lru

import (
	"hash/maphash"
	"math/bits"
)

// A hasher hashes keys of type K, with random numbers of its own: nobody can choose
// keys that collide on purpose.
//
// hash/maphash serves every comparable type. Integers and short strings, the most
// common keys, have a shorter way. As with a Go map, an interface key whose value
// cannot be hashed panics.
type hasher[K comparable] struct {
	mixer
	other func(K) uint32 // for keys that are neither int nor string, chosen once
}

func newHasher[K comparable]() hasher[K] {
	seed := maphash.MakeSeed()
	m := mixer{
		seed:    seed,
		mask:    maphash.Comparable(seed, 0),
		factor1: maphash.Comparable(seed, 1) | 1,
		factor2: maphash.Comparable(seed, 2) | 1,
	}
	var other any
	switch any(*new(K)).(type) {
	case int64:
		other = func(key int64) uint32 { return m.integer(uint64(key)) }
	case uint64:
		other = func(key uint64) uint32 { return m.integer(key) }
	case int32:
		other = func(key int32) uint32 { return m.integer(uint64(key)) }
	case uint32:
		other = func(key uint32) uint32 { return m.integer(uint64(key)) }
	default:
		other = func(key K) uint32 { return uint32(maphash.Comparable(seed, key)) }
	}
	return hasher[K]{m, other.(func(K) uint32)}
}

// sum returns the hash of key. The two most common types are hashed without a call
// through a variable; to tell them takes a comparison each, and converts nothing.
func (h *hasher[K]) sum(key K) uint32 {
	if k, ok := any(key).(int); ok {
		return h.integer(uint64(k))
	}
	if k, ok := any(key).(string); ok {
		return h.string(k)
	}
	return h.other(key)
}

// A mixer hashes numbers and strings, with the secret numbers it consists of.
type mixer struct {
	seed                   maphash.Seed
	mask, factor1, factor2 uint64
}

func (m *mixer) integer(n uint64) uint32 { return m.mix(n, 0, 0) }

// string hashes a short string as one or two numbers that tell all of its bytes,
// some of them twice, and its length.
func (m *mixer) string(s string) uint32 {
	var head, tail uint64
	n := len(s)
	switch {
	case n > 16:
		return uint32(maphash.String(m.seed, s))
	case n >= 8:
		head, tail = load64(s), load64(s[n-8:])
	case n >= 4:
		head, tail = load32(s), load32(s[n-4:])
	case n > 0:
		head = uint64(s[0])<<16 | uint64(s[n/2])<<8 | uint64(s[n-1])
	}
	return m.mix(head, tail, uint64(n))
}

// mix hashes three numbers: it multiplies two of them, made secret, and folds the
// halves of the product together, as wyhash does. That may leave regular what is
// regular in the keys, such as a few equal bits at the end; so it takes the upper
// half of another product.
func (m *mixer) mix(head, tail, length uint64) uint32 {
	hi, lo := bits.Mul64(head^m.mask, tail^m.factor1)
	return uint32((hi ^ lo ^ length) * m.factor2 >> 32)
}

func load64(s string) uint64 {
	_ = s[7] // so that the compiler need not check each byte, and loads them in one
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func load32(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
