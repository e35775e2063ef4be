//go:build purego

package lru

import "hash/maphash"

// hashAllocates: maphash's version for purego goes by way of package reflect.
const hashAllocates = true

// comparableHash returns a function that hashes keys of type K. It does what maphash's
// own version for purego does not: as other maps, it takes a nil interface for a key like
// any other, wherever in the key it is, and panics with a runtime.Error for what cannot
// be hashed. Keys with nil in them all have the same hash, which is slow if there are many
// of them, but right.
func comparableHash[K comparable]() func(K) uint32 {
	seed := maphash.MakeSeed()
	return func(key K) (hash uint32) {
		defer func() {
			if recover() != nil {
				_ = map[K]struct{}{}[key] // panics if key cannot be hashed
				hash = 0
			}
		}()
		return uint32(maphash.Comparable(seed, key))
	}
}
