package keylog

// A Policy says which entry a full cache evicts. All of them store each key that
// was a miss, as lru_cache does.
type Policy int

const (
	// LRU evicts the entry not used for longest. Its hits are those of the Curve.
	LRU Policy = iota

	// FIFO evicts the entry stored first, whether or not it was used since.
	FIFO

	// LFU evicts the entry used least often since it was stored; of equals, the
	// one stored first.
	LFU

	// SIEVE is as FIFO, but spares entries that were used since it looked at them
	// last. (Y. Zhang, J. Yang, Y. Yue, Y. Vigfusson, K. V. Rashmi: SIEVE is Simpler
	// than LRU, NSDI 2024.)
	SIEVE

	// Optimal evicts the entry that will not be used for longest, which takes
	// knowing the future. No cache that stores each miss has more hits. (L. A.
	// Belady: A study of replacement algorithms for a virtual-storage computer,
	// IBM Systems Journal 5, 1966.)
	Optimal
)

// String returns the usual name: "LRU", "best possible".
func (p Policy) String() string {
	switch p {
	case LRU:
		return "LRU"
	case FIFO:
		return "FIFO"
	case LFU:
		return "LFU"
	case SIEVE:
		return "SIEVE"
	}
	return "best possible"
}

// A cache is asked for key after key and tells whether it had it. All that it
// does is to be at hand for the next call: it has no values.
type cache interface{ ask(key int32) (hit bool) }

// newCache returns an empty cache for size entries, at least one, and for that
// many different keys. For Optimal, next tells what nextUses does.
func newCache(p Policy, size, keys int, next []int32) cache {
	size = max(1, min(size, keys)) // no more is needed
	switch p {
	case LRU:
		return newLRU(size)
	case FIFO:
		return &fifo{ring: make([]int32, 0, size), present: make([]bool, keys)}
	case LFU:
		return newLFU(size, keys)
	case SIEVE:
		return newSieve(size, keys)
	}
	return newOptimal(size, keys, next)
}
