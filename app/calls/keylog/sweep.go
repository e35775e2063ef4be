package keylog

import (
	"math"
	"slices"
	"sort"
)

// A Sweep runs a log through caches of one policy at chosen sizes, one after the
// other: first the outermost sizes, then those in the middle between others, so
// that the points found so far always span the whole line.
//
//	sweep := keylog.NewSweep(log, keylog.SIEVE, keylog.Sizes(len(log.Keys), 40))
//	for sweep.Step(10_000) {
//		// look at the clock, draw sweep.Points(), or give up
//	}
//
// Optimal takes 4 bytes more for each call of the log, to know what comes; and
// all policies some 20 bytes for each key.
type Sweep struct {
	log    Log
	policy Policy
	next   []int32 // for Optimal, and made by the first Step
	todo   []int
	total  int // how many sizes there are
	points []Point

	cache cache // of todo[0]; nil before its first call
	at    int   // the calls that it has had
	hits  int
}

// A Point is the hits of a policy at one size.
type Point struct{ Size, Hits int }

// NewSweep prepares to run log at the given sizes, which must be at least 1;
// it panics otherwise.
func NewSweep(log Log, policy Policy, sizes []int) *Sweep {
	if len(sizes) > 0 && slices.Min(sizes) < 1 {
		panic("keylog: NewSweep with a size below 1")
	}
	todo := spread(sizes)
	return &Sweep{log: log, policy: policy, todo: todo, total: len(todo)}
}

// Step goes on for the given number of calls and reports whether there is more to
// do. The first step of Optimal takes longer, some 10 ms for a million calls.
func (s *Sweep) Step(calls int) (more bool) {
	if len(s.todo) == 0 {
		return false
	}
	if s.policy == Optimal && s.next == nil {
		s.next = nextUses(s.log)
	}
	if s.cache == nil {
		s.cache = newCache(s.policy, s.todo[0], len(s.log.Keys), s.next)
	}
	end := min(s.at+calls, len(s.log.Calls))
	for _, key := range s.log.Calls[s.at:end] {
		if s.cache.ask(key) {
			s.hits++
		}
	}
	if s.at = end; end < len(s.log.Calls) {
		return true
	}
	p := Point{s.todo[0], s.hits}
	at := sort.Search(len(s.points), func(i int) bool { return s.points[i].Size >= p.Size })
	s.points = slices.Insert(s.points, at, p)
	s.todo, s.cache, s.at, s.hits = s.todo[1:], nil, 0, 0
	return len(s.todo) > 0
}

// Points returns the points that are done, by size. They stay as they are.
func (s *Sweep) Points() []Point { return slices.Clone(s.points) }

// Progress returns the part that is done, from 0 to 1.
func (s *Sweep) Progress() float64 {
	if s.total == 0 {
		return 1
	}
	part := 0.0
	if len(s.log.Calls) > 0 {
		part = float64(s.at) / float64(len(s.log.Calls))
	}
	return (float64(len(s.points)) + part) / float64(s.total)
}

// Sizes returns n sizes, or fewer, from 1 to keys, evenly on a logarithmic axis:
// as many as there are different ones among the nearest whole numbers. It returns
// none if there are no keys.
func Sizes(keys, n int) []int {
	if keys < 1 || n < 1 {
		return nil
	}
	var sizes []int
	for i := range n {
		at := 1.0
		if n > 1 {
			at = float64(i) / float64(n-1)
		}
		sizes = append(sizes, min(max(1, int(math.Round(math.Pow(float64(keys), at)))), keys))
	}
	return slices.Compact(sizes)
}

// spread returns the sizes without duplicates, the outermost first and then
// halves of what is between.
func spread(sizes []int) []int {
	sizes = slices.Compact(slices.Sorted(slices.Values(sizes)))
	n := len(sizes)
	if n < 3 {
		return sizes
	}
	order := []int{sizes[0], sizes[n-1]}
	for gaps := [][2]int{{0, n - 1}}; len(gaps) > 0; gaps = gaps[1:] {
		from, to := gaps[0][0], gaps[0][1]
		if to-from < 2 {
			continue
		}
		middle := (from + to) / 2
		order = append(order, sizes[middle])
		gaps = append(gaps, [2]int{from, middle}, [2]int{middle, to})
	}
	return order
}
