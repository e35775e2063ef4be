package keylog

import "sort"

// A Curve tells how many calls of a log an LRU cache answers, for every maxsize.
type Curve struct {
	calls int
	hits  []int // by maxsize, 0 to the number of different keys
}

// CurveOf computes the whole curve of a log at once.
func CurveOf(log Log) Curve {
	p := NewPass(log)
	for p.Step(1 << 20) {
	}
	return p.Curve()
}

// Calls is the number of calls.
func (c Curve) Calls() int { return c.calls }

// Keys is the number of different keys: the largest maxsize that makes sense.
func (c Curve) Keys() int { return max(0, len(c.hits)-1) }

// Hits returns how many calls are hits with maxsize entries. Below 0 it is as 0,
// and above the number of different keys as if the cache were unbounded.
func (c Curve) Hits(maxsize int) int {
	if len(c.hits) == 0 {
		return 0
	}
	return c.hits[min(max(maxsize, 0), len(c.hits)-1)]
}

// Ratio returns the part of all calls that are hits, from 0 to 1; 0 for an empty
// log.
func (c Curve) Ratio(maxsize int) float64 {
	if c.calls == 0 {
		return 0
	}
	return float64(c.Hits(maxsize)) / float64(c.calls)
}

// Attainable returns the hits of an unbounded cache: all calls but the first of
// each key.
func (c Curve) Attainable() int { return c.calls - c.Keys() }

// Ceiling is the ratio of Attainable.
func (c Curve) Ceiling() float64 { return c.Ratio(c.Keys()) }

// Enough returns the smallest maxsize, at least 1, at which the given part of
// what is attainable is attained: 0.95 for 95 % of the hits of an unbounded
// cache. It is 1 if there is nothing to attain.
func (c Curve) Enough(part float64) int {
	want := part*float64(c.Attainable()) - 1e-6 // 0.55 times 100 is more than 55 to a float64
	size := sort.Search(c.Keys(), func(m int) bool { return float64(c.hits[m]) >= want })
	return max(size, 1)
}

// Misses splits the calls that are no hits at a maxsize: first are those of a new
// key, which no cache can help, and early those of a key that was there before and
// has been evicted. At maxsize 0 nothing is evicted, since nothing is stored; then
// early are the calls that any cache might have helped.
func (c Curve) Misses(maxsize int) (first, early int) {
	return c.Keys(), c.Attainable() - c.Hits(maxsize)
}
