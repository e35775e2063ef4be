package lru

import "unsafe"

// A hasher hashes keys of type K, with random numbers of its own: nobody can choose
// keys that collide on purpose.
//
// hash/maphash serves every comparable type. Integers and strings, the most common
// keys, have a shorter way. As with a Go map, an interface key whose value cannot be
// hashed panics.
type hasher[K comparable] struct {
	mixer
	other func(K) uint32 // for keys that are neither int nor string, chosen once
}

func newHasher[K comparable]() hasher[K] {
	m := newMixer()
	var other any
	switch any(*new(K)).(type) {
	case int64:
		other = func(key int64) uint32 { return m.hashInt(uint64(key)) }
	case uint64:
		other = func(key uint64) uint32 { return m.hashInt(key) }
	case int32:
		other = func(key int32) uint32 { return m.hashInt(uint64(key)) }
	case uint32:
		other = func(key uint32) uint32 { return m.hashInt(uint64(key)) }
	default:
		other = comparableHash[K]()
	}
	return hasher[K]{m, other.(func(K) uint32)}
}

// sum returns the hash of key. The two most common types are hashed without a call
// through a variable; to tell them takes a comparison each, and converts nothing.
// For larger types it does not even come to that, since to convert a key of more
// than a kilobyte would allocate memory for it. (The compiler knows the size.)
func (h *hasher[K]) sum(key K) uint32 {
	if unsafe.Sizeof(key) <= unsafe.Sizeof("") {
		if k, ok := any(key).(int); ok {
			return h.hashInt(uint64(k))
		}
		if k, ok := any(key).(string); ok {
			return h.hashString(k)
		}
	}
	return h.other(key)
}
