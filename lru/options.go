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
// the first computes, the others wait for what comes of it. Python never does that,
// and it shows in the counts: those who wait count as hits, where without
// SingleFlight each of them is a miss.
//
// What comes of it may also be a failure, which they share too: an error is
// returned to all of them; a panic goes on to the one that computes, and the others
// panic with a [*PanicError] that has its value; after a runtime.Goexit all exit.
// The next call computes again.
//
// Remove, CacheClear and Add forget the computations that are under way: those who
// wait get what they waited for, but it is not stored, and calls from now on
// compute anew.
//
// A function that asks for the key it is computing, be it through other keys, would
// wait for itself for ever, and so would an eviction callback that asks for a key
// whose computation caused the eviction. Where that happens in one goroutine, or
// between goroutines that compute each other's keys of one cache, the call that
// would wait panics and names the key. It cannot be seen, and the calls do wait for
// ever, if a computation waits, in some other way, for a goroutine that asks for its
// key, or if it goes in a circle through several caches.
//
// To find that out, each computation, and each caller that waits, has to learn which
// goroutine it is, which takes some 5 microseconds. So SingleFlight is for functions
// that take longer than that. Hits cost the same as without.
//
// Where caching is off, and for a [Cache], which has no function, SingleFlight
// changes nothing.
func SingleFlight() Option {
	return func(o *options) { o.singleFlight = true }
}

func newOptions(opts []Option) options {
	o := options{limit: DefaultMaxSize}
	for _, opt := range opts {
		if opt == nil {
			panic("lru: a nil Option; use MaxSize, Unbounded or SingleFlight, or none")
		}
		opt(&o)
	}
	return o
}
