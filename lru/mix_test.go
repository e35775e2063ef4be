package lru

import (
	"slices"
	"strings"
	"testing"
)

// hashes are those of one key with two mixers. Some of many keys may well agree in
// one of them; in both, of a thousand keys, once in forty million million runs.
type hashes [2]uint32

func TestHashString(t *testing.T) {
	a, b := newMixer(), newMixer()
	seen := map[hashes]string{}
	try := func(s string) {
		h := hashes{a.hashString(s), b.hashString(s)}
		if before, ok := seen[h]; ok {
			t.Errorf("%q and %q have the same hash", before, s)
		}
		seen[h] = s
		if c := strings.Clone(s); a.hashString(c) != h[0] {
			t.Errorf("a copy of %q has another hash", s)
		}
	}
	for n := range 40 {
		zeros := make([]byte, n)
		try(string(zeros))
		for i := range zeros { // each byte matters
			changed := slices.Clone(zeros)
			changed[i]++
			try(string(changed))
		}
	}
}

func TestHashInt(t *testing.T) {
	a, b := newMixer(), newMixer()
	seen := map[hashes]bool{}
	for shift := range 55 {
		for n := uint64(1); n < 20; n += 2 {
			seen[hashes{a.hashInt(n << shift), b.hashInt(n << shift)}] = true
		}
	}
	if len(seen) != 550 {
		t.Errorf("550 integers have only %d hashes", len(seen))
	}
}
