// Package lru is functools.lru_cache for Go: it makes a function remember the
// results of its most recent calls.
//
//	square := lru.New(func(n int) int { return n * n }, lru.MaxSize(1000))
//	square.Call(12) // computes
//	square.Call(12) // remembers
//
// # The idea
//
// A call whose result is in the cache is a hit and does not run the function.
// Any other call is a miss: the function runs, and what it returns is stored.
// When the cache is full, storing evicts the entry that has not been used for
// longest, the least recently used one, on the assumption that what was needed
// lately will be needed again. A hit counts as a use.
//
// Everything that can be observed is as in CPython: hits, misses, sizes, and
// which entry is evicted when, down to functions that call themselves or clear
// their own cache. [CacheInfo] prints what Python prints. Tests replay programs
// that CPython has run, and draw new ones.
//
// # When to use it, and when not
//
// The function should be pure: the same key must mean the same result, for as
// long as it is cached. It should cost more than the cache does; a hit in a
// small cache takes some 10 to 20 nanoseconds on current machines, most of it
// for locking. And calls should repeat, within the capacity: going round one
// key more than the cache can hold, time after time, never hits at all.
//
// It is not for functions with side effects, for results that go stale (there
// is no expiry), or for results that can be used once only, such as an
// io.Reader, a channel, or an iter.Seq that consumes its source: the second
// caller would get the used one.
//
// # Sizes
//
// The capacity is [DefaultMaxSize] if no option says otherwise. [MaxSize] sets
// it; 0 or less turns caching off, which still counts calls as misses.
// [Unbounded] removes it, as functools.cache does: right where the keys are known
// to be few, and a leak where they are not. Resize and Unbound change it later. One
// cache holds at most 1073741824 entries; from then on even an unbounded one evicts.
//
// There is no option to say beforehand how many entries will come. All it would save
// is moving them from one table to the next, for which nobody waits, as said below.
//
// # Keys
//
// Keys may be of any comparable type. Several arguments make a struct, no
// argument is struct{}. A memoized method has its receiver in the key, or, more
// in the way of Go, a Memo in a field of each receiver. Go tells types apart
// where Python does not: in a Memo[any, V], 1 and 1.0 are two keys. NaN is no
// key that is ever found again, but is evicted like any other; in an unbounded
// cache, each call with it adds an entry.
//
// # Results are shared
//
// A hit returns the stored value itself, so all callers share what it points to.
// This matters for slices, maps and pointers, and for *[math/big.Int] most of
// all, whose methods change their receiver:
//
//	a := fib.Call(n - 1)
//	a.Add(a, fib.Call(n-2))                  // wrong: changes the cached fib(n-1)
//	new(big.Int).Add(a, fib.Call(n-2))       // right
//
// # Failing and recursion
//
// Errors are not cached; see [NewErr]. A panic passes through and leaves the
// cache in order. A function that calls itself should do so through the cache,
// which [NewRecursive] makes easy. Its recursion is as deep as without a cache
// when the cache is cold: keys can be asked for in steps to keep it shallow.
//
// # Adding and removing by hand
//
// Add tells a [Memo] results that need not be computed, say from a file, and Remove
// and CacheClear make it forget some. A [Cache] has no function, and lives of that
// alone. OnEvict and OnLeave set a function to be called with what leaves, where there
// is something to be closed or counted. Entries can be looked at with Peek and Oldest,
// and, in the order of recency, with All, Backward, Keys and Values.
//
// # Concurrency
//
// All caches may be used from several goroutines at once; counts stay exact. One
// mutex guards each cache and is never held while the function or a callback
// runs. So simultaneous callers of a key that is not in the cache all compute
// it, as in Python. Where the function is expensive enough, [SingleFlight] has
// them share one computation, be it a success or a failure; with CallContext a caller
// waits no longer than it wants to, and Remove forgets a computation under way, which
// elsewhere is called Forget.
//
// # Cost
//
// A hit, a miss, an eviction and a removal take constant time, a hash and one or
// two locks, and allocate nothing, however large the key, once the cache has its size.
// (With SingleFlight a miss costs some 5 microseconds and a few allocations more.)
//
// Memory grows with the entries, not with the capacity. In a large cache that is full,
// each takes one and a half times the size of key, value and 11 bytes, which is 40
// bytes for two integers; in one of up to 4096 entries, twice that size. While the cache
// grows it is up to three times as much for the time of moving to a table twice as
// large, then up to twice as much. Large values are better kept behind a pointer. The
// memory lies in four slices, eight while it grows, which the garbage collector skips if
// neither keys nor values contain pointers.
//
// Nobody waits for long. The memory for a larger table is asked for without the lock;
// then each operation that adds moves four entries there, so that a cache of millions
// keeps the lock for some microseconds at most, or for some tenths of a millisecond
// where the system has to provide the memory. The one operation that asks for a table
// does wait for it: at 20 million entries some 15 milliseconds, and up to half a second
// where the memory was used before and has to be cleared. CacheClear gives a large
// table back rather than clearing it; Resize, and loops over All, hold the lock for a
// thousand entries at a time.
//
// The algorithm is that of lru_cache in CPython's Lib/functools.py and
// Modules/_functoolsmodule.c.
package lru
