package trace

import (
	"iter"

	"playground/app/programs"
	"playground/lru"
)

// SweepLimit is how many bodies a point may run.
const SweepLimit = 600_000

// A Sweep runs a script at every maxsize from max down to 0, piece by piece, and
// keeps what each costs. A curve computed in one pass from stack distances (as
// Mattson's for ordinary programs) would be wrong: which calls a recursive
// function makes depends on what its cache holds. Downwards, because the small
// sizes are the ones that take long.
type Sweep struct {
	script  Script
	program *programs.Program
	keys    *keys
	points  []Point // by size; those from next up are done
	next    int
	run     *driver // of the point that is under way, if one is
	count   *counter
	over    bool // stopped, or all done
	bodies  int  // run at the sizes that are done
}

// A Point is what a script costs at one maxsize, in all its statements together,
// whatever cache_clear() forgets in between.
type Point struct {
	Size   Size
	Bodies int  // how often the body of the chosen function ran: once a miss
	Hits   int  // how often the cache answered instead
	More   bool // a limit ended it: Bodies would be more, and Hits says nothing

	lost map[int32]struct{} // the keys that were computed again because they were evicted
}

// NewSweep prepares to run s at the sizes 0 to max, whatever its own Size is. It
// panics if s does not pass its Check.
func NewSweep(s Script, max Size) *Sweep {
	p := s.function()
	return &Sweep{script: s, program: p, keys: keysOf(p), points: make([]Point, max+1), next: int(max) + 1}
}

// Next runs on for some microseconds and reports whether there is more to run.
func (w *Sweep) Next() bool {
	if w.over {
		return false
	}
	if w.run == nil {
		s := w.script
		s.Size = Size(w.next - 1)
		w.count = &counter{keys: w.keys, chosen: int32(w.program.Chosen), lost: map[int32]struct{}{}}
		w.run = drive(s, w.program, w.keys, w.count, SweepLimit)
	}
	if w.run.resumed() && !w.run.over && w.run.bodies <= SweepLimit {
		return true
	}
	w.bodies += w.run.bodies
	p := Point{Size: w.run.script.Size, Bodies: w.count.bodies, Hits: w.count.hits, lost: w.count.lost}
	if w.run.over || w.run.bodies > SweepLimit {
		p.Bodies, p.More = max(0, min(p.Bodies-1, SweepLimit)), true
		w.run.stop()
	}
	w.next--
	w.points[w.next] = p
	w.run = nil
	w.over = w.next == 0
	return !w.over
}

// Stop gives up what is under way; the points stay.
func (w *Sweep) Stop() {
	if w.run != nil {
		w.bodies += w.run.bodies
		w.run.stop()
		w.run = nil
	}
	w.over = true
}

// Max is the largest size of the sweep.
func (w *Sweep) Max() Size { return Size(len(w.points) - 1) }

// Done reports whether there is nothing more to run.
func (w *Sweep) Done() bool { return w.over }

// Bodies is how often the body ran so far, at all sizes.
func (w *Sweep) Bodies() int {
	n := w.bodies
	if w.run != nil {
		n += w.run.bodies
	}
	return n
}

// Points returns the points that are done, by growing size.
func (w *Sweep) Points() []Point { return w.points[w.next:] }

// Keeps returns the smallest maxsize above size at which the call with args is
// never computed again because it was evicted; ok is false while that is not
// known, or if no size of the sweep does it.
func (w *Sweep) Keeps(args programs.Args, size Size) (keeps Size, ok bool) {
	key := w.keys.of(args)
	for m := int(size) + 1; m < len(w.points) && m >= w.next; m++ {
		p := w.points[m]
		if _, lost := p.lost[key]; !lost && !p.More {
			return p.Size, true
		}
	}
	return 0, false
}

// A counter counts what a Recorder would take down.
type counter struct {
	keys    *keys // nil if there are not several functions
	chosen  int32
	hits    int
	bodies  int
	clears  []int32            // by function: how often it was emptied
	evicted []int32            // by key: how many of the clears there were when it was evicted last, plus 1
	lost    map[int32]struct{} // the keys that eviction made the body run again for
}

func (c *counter) Hit(key int32) {
	if c.own(key) {
		c.hits++
	}
}

func (c *counter) Miss(key int32) {
	if c.own(key) {
		c.bodies++
	}
	if int(key) < len(c.evicted) && c.evicted[key] == c.cleared(key)+1 {
		c.lost[key] = struct{}{}
	}
}

func (c *counter) StoreEvicting(_, victim int32, _ programs.Value) {
	for int(victim) >= len(c.evicted) {
		c.evicted = append(c.evicted, 0)
	}
	c.evicted[victim] = c.cleared(victim) + 1
}

func (c *counter) Cleared() { c.Empty(0, Unknown) }

func (c *counter) Empty(function int, _ Cause) {
	for function >= len(c.clears) {
		c.clears = append(c.clears, 0)
	}
	c.clears[function]++
}

// own reports whether a key is of the chosen function.
func (c *counter) own(key int32) bool {
	return c.keys == nil || c.keys.functions == nil || c.keys.functions[key] == c.chosen
}

// cleared is how often the cache was emptied that a key belongs to.
func (c *counter) cleared(key int32) int32 {
	if len(c.clears) == 0 {
		return 0
	}
	function := 0
	if c.keys != nil {
		function = int(c.keys.function(key))
	}
	if function >= len(c.clears) {
		return 0
	}
	return c.clears[function]
}

func (c *counter) Begin()                                      {}
func (c *counter) Fail(int32, programs.Value)                  {}
func (c *counter) Store(int32, programs.Value)                 {}
func (c *counter) Return(int32, programs.Value)                {}
func (c *counter) End(Outcome, lru.CacheInfo, iter.Seq[int32]) {}
