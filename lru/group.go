package lru

import "math/bits"

// A group says what is in eight neighboring places of a table: one byte each,
// the tag of the key there, or 0 for a free place. All eight are compared at
// once, in a few instructions and without a branch. The idea is that of Abseil's
// Swiss tables; there it takes vector instructions, here ordinary ones.
type group uint64

const (
	places = 8                  // in a group
	ones   = 0x0101010101010101 // 1 in each byte
	highs  = ones << 7          // the high bit in each byte
)

// tagOf returns the byte of a hash that stands for its key in a group. It is neither
// 0, for a free place, nor 1, which match might take a 0 for.
func tagOf(hash uint32) group {
	t := group(hash & 0xff)
	if t < 2 {
		t += 2
	}
	return t
}

// match returns the places whose tag is t. After one that is right there may be
// one that is not, with a tag that differs from t in the lowest bit only: that is
// how far the subtraction can borrow. (Hacker's Delight, 6-1, "Find First 0-Byte",
// has this test and the exact one, which takes longer.) It is never a free place,
// unless those are asked for, and then the first one is right.
func (g group) match(t group) matches {
	x := g ^ t*ones
	return matches((x - ones) &^ x & highs)
}

// set puts tag t in a place that is free.
func (g *group) set(place uint32, t group) { *g |= t << (8 * place) }

// cut makes a place free and returns the tag that was there.
func (g *group) cut(place uint32) group {
	t := *g >> (8 * place) & 0xff
	*g &^= t << (8 * place)
	return t
}

// matches are places of a group: for each, the high bit of its byte.
type matches uint64

func (m matches) first() uint32 { return uint32(bits.TrailingZeros64(uint64(m))) / 8 }
func (m matches) rest() matches { return m & (m - 1) }

// counts are the entries that found no place in a group and went on to the next,
// apart for four kinds of tags, so that fewer searches for what is not there go on
// in vain.
type counts [4]uint8

// kind returns which of the counts an entry with tag t is in.
func kind(t group) group { return t >> 6 }
