// Package keylog tells from a log of keys which maxsize a cache needs.
//
//	log := keylog.Of("a", "b", "a", "c", "a", "b")
//	curve := keylog.CurveOf(log)
//	curve.Ratio(2)     // 1/3: of six calls, a cache of two entries answers two
//	curve.Enough(0.95) // 3: the smallest maxsize that gives 95 % of what is attainable
//
// # The idea
//
// An LRU cache of m entries holds the m keys used last. So a call is a hit in it
// if fewer than m other keys have been used since the last call of the same key.
// That number, plus one, is the stack distance of the call, and it does not
// depend on m: one pass over the log finds it for every call, and with that the
// hits at every maxsize. (R. L. Mattson, J. Gecsei, D. R. Slutz, I. L. Traiger:
// Evaluation techniques for storage hierarchies, IBM Systems Journal 9, 1970.)
//
// The first call of a key is a miss in any cache. What remains is the ceiling
// that no maxsize passes.
//
// This is exact as long as the calls do not depend on the cache. They do if a
// function calls itself through it: a hit spares the calls inside. The log of such
// a function at one maxsize says little of another; replay a record of it, as
// package calls does.
//
// # Other policies
//
// A [Sweep] runs FIFO, LFU, SIEVE, and the best possible that knows the future,
// at chosen sizes, to tell whether LRU is what keeps the hits down.
//
// # In slices
//
// Whatever takes long is a value with a method Step, which goes on for a given
// number of calls of the log and reports whether there is more to do. Whoever
// must stay responsive, such as a browser's page, takes small steps; whoever
// loses interest takes no more.
//
// # Cost
//
// The curve of a million calls takes some 0.2 s, and 30 bytes for each different
// key beside the log. Values here are for one goroutine, but a [Log] is only read
// and may be shared.
package keylog
