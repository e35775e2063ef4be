// Package pycall reads a call as it is written in Python, f(1, b="x"), and
// makes the key under which functools.lru_cache would keep its result.
//
// A call holds literals only: numbers, strings, bytes, True, False, None, ...,
// and tuples, lists, dicts and sets of them. Two things that have no literal
// can be written as in Python all the same: float("nan") and set().
//
//	call, err := pycall.Parse("f(1, b=[2])")
//	key, err := call.Key(false) // TypeError: unhashable type: 'list'
//
// The key says which calls share a result. CPython makes it in _make_key of
// Lib/functools.py, and the rules surprise: 1, 1.0 and True are equal, and so
// f(1, 0) and f(1.0, 0) share one entry; but a single int or str is a key by
// itself, and so f(1) and f(1.0) have an entry each. f(x=1) is another call than
// f(1), and f(a=1, b=2) another than f(b=2, a=1).
//
// Errors are those of CPython 3.13, in its words. 3.14 has others for an
// unhashable value within a dict or set: cannot use 'list' as a dict key
// (unhashable type: 'list'), and there 1-0j keeps the sign of its zero. What
// Python would take and this package does not has an error that says what can be
// written instead.
//
// Nothing here is kept between calls of these functions, and no value changes
// once it is made: all may be used from several goroutines.
package pycall
