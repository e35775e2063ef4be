package lru

// DefaultMaxSize is the capacity of a cache made without a size option, as in
// Python's lru_cache.
const DefaultMaxSize = 128

// An Option says how a cache is to behave. Options are plain values without
// state: one may serve for any number of caches. Where two contradict each
// other, the later one holds.
type Option func(*options)

type options struct {
	limit        int // most entries kept, or unbounded
	singleFlight bool
}

// unbounded is the limit of a cache that has none. No size ever equals it.
const unbounded = -1

// MaxSize bounds the cache to n entries. With n = 0 caching is off: every call
// is a miss and nothing is kept. A negative n means 0, as it does in Python,
// and is reported as 0.
//
// A large n costs nothing until the entries come.
func MaxSize(n int) Option {
	return func(o *options) { o.limit = max(n, 0) }
}

// Unbounded removes the bound, as Python's maxsize=None and functools.cache
// do: nothing is ever evicted, so no recency is kept either, and hits leave the
// order of the entries alone.
func Unbounded() Option {
	return func(o *options) { o.limit = unbounded }
}

// SingleFlight makes simultaneous callers of one key share one computation:
// the first computes, the others wait for its result. Python never does that,
// and it shows in the counts: the waiting callers count as hits when the result
// comes, where without SingleFlight each of them is a miss.
//
// When the computation fails (an error, a panic, runtime.Goexit), those who
// waited get neither value nor error; they ask again, one of them computing.
//
// The function must not ask the cache for the key that it is computing, not
// even through other keys or goroutines: it would wait for itself for ever.
// For other keys it may recurse as usual.
//
// Where caching is off, and for a [Cache], which has no function, SingleFlight
// changes nothing.
func SingleFlight() Option {
	return func(o *options) { o.singleFlight = true }
}

func newOptions(opts []Option) options {
	o := options{limit: DefaultMaxSize}
	for _, opt := range opts {
		opt(&o)
	}
	return o
}
