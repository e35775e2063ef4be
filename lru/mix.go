package lru

import (
	"hash/maphash"
	"math/bits"
)

// A mixer hashes integers and strings; it is the secret numbers for that. Two of them
// do not agree about what collides.
type mixer struct {
	seed                 maphash.Seed
	mask1, mask2, factor uint64
}

// newMixer draws the numbers of a mixer.
func newMixer() mixer {
	seed := maphash.MakeSeed()
	return mixer{
		seed:   seed,
		mask1:  maphash.Comparable(seed, 0),
		mask2:  maphash.Comparable(seed, 1) | 1, // not 0: integers are multiplied by it
		factor: maphash.Comparable(seed, 2) | 1,
	}
}

// hashInt returns the hash of an integer.
func (m *mixer) hashInt(n uint64) uint32 { return m.mix(n, 0, 0) }

// hashString returns the hash of a string. Up to 16 bytes are read as two numbers, which
// may overlap; the length tells apart what they do not. Longer strings are left to
// maphash.
func (m *mixer) hashString(s string) uint32 {
	var head, tail uint64
	n := len(s)
	switch {
	case n > 16:
		return uint32(maphash.String(m.seed, s))
	case n >= 8:
		head, tail = load64(s), load64(s[n-8:])
	case n >= 4:
		head, tail = uint64(load32(s)), uint64(load32(s[n-4:]))
	case n > 0:
		head = uint64(s[0])<<16 | uint64(s[n/2])<<8 | uint64(s[n-1])
	}
	return m.mix(head, tail, uint64(n))
}

// mix multiplies two numbers, made secret, and folds the halves of the product
// together, as wyhash does; then it does so once more, with the length in it. Once
// would be enough for most keys, but not for all: after one multiplication, keys at
// regular distances may still be so by their hashes.
func (m *mixer) mix(head, tail, length uint64) uint32 {
	hi, lo := bits.Mul64(head^m.mask1, tail^m.mask2)
	hi, lo = bits.Mul64(hi^lo^length, m.factor)
	return uint32(hi ^ lo)
}

func load64(s string) uint64 {
	_ = s[7] // so that the compiler need not check each byte, and makes one load of them
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func load32(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
