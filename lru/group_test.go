package lru

import (
	"math/rand/v2"
	"testing"
)

// TestMatch compares match with a look at each byte, for groups of few different
// tags, so that there are many neighbors of each kind.
func TestMatch(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for hash := range uint32(256) {
		tag := tagOf(hash)
		if tag < 2 || tag > 255 {
			t.Fatalf("hash %d: tag %d", hash, tag)
		}
		kinds := []group{0, 0, tag, tag, max(tag^1, 2), group(2 + rng.IntN(254))}
		for range 1000 {
			var bytes [places]group
			var g group
			for place := range uint32(places) {
				bytes[place] = kinds[rng.IntN(len(kinds))]
				g.set(place, bytes[place])
			}
			compareMatch(t, g, bytes, tag)
			compareMatch(t, g, bytes, 0)

			cut := rng.Uint32N(places)
			g.cut(cut)
			bytes[cut] = 0
			compareMatch(t, g, bytes, tag)
		}
	}
}

func compareMatch(t *testing.T, g group, bytes [places]group, tag group) {
	t.Helper()
	found := map[uint32]bool{}
	for m := g.match(tag); m != 0; m = m.rest() {
		place := m.first()
		if len(found) == 0 && bytes[place] != tag {
			t.Fatalf("%016x: the first place matching %d is %d", g, tag, place)
		}
		if tag != 0 && bytes[place]&^1 != tag&^1 {
			t.Fatalf("%016x: place %d matches %d", g, place, tag)
		}
		found[place] = true
	}
	for place, b := range bytes {
		if b == tag && !found[uint32(place)] {
			t.Fatalf("%016x: place %d does not match %d", g, place, tag)
		}
	}
}
