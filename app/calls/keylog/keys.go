package keylog

import "slices"

// A Count is a key and how often it was asked for.
type Count struct {
	Key   int32 // an index into the Keys of the log
	Calls int
}

// Hottest returns the n keys asked for most often, the hottest first, and of
// equals the one that came first.
func (p *Pass) Hottest(n int) []Count {
	var top []Count
	for key, calls := range p.counts {
		if calls == 0 {
			continue
		}
		if len(top) == n && (n == 0 || int(calls) <= top[n-1].Calls) {
			continue
		}
		at, _ := slices.BinarySearchFunc(top, int(calls), func(c Count, calls int) int {
			if c.Calls >= calls {
				return -1
			}
			return 1
		})
		top = slices.Insert(top, at, Count{int32(key), int(calls)})
		top = top[:min(len(top), n)]
	}
	return top
}

// Once returns how many keys were asked for only once.
func (p *Pass) Once() int {
	n := 0
	for _, calls := range p.counts {
		if calls == 1 {
			n++
		}
	}
	return n
}
