package trace

// A Point is what a script costs at one maxsize.
type Point struct {
	Size   Size
	Bodies int  // how often the body ran
	More   bool // a limit ended it: the body would have run more often than Bodies

	lost map[int32]struct{} // the keys that were computed again because they were evicted
}

// SweepLimit is how many bodies a point may run.
const SweepLimit = 600_000

// A Sweep runs a script at every maxsize from max down to 0, piece by piece, and
// keeps what each costs. A curve computed in one pass from stack distances (as
// Mattson's for ordinary programs) would be wrong: which calls a recursive
// function makes depends on what its cache holds. Downwards, because the small
// sizes are the ones that take long.
type Sweep struct {
	script Script
	points []Point // by size; those from next up are done
	next   int
	run    *Runner
	over   bool // stopped, or all done
}

// NewSweep prepares to run s at the sizes 0 to max, whatever its own Size is.
func NewSweep(s Script, max Size) *Sweep {
	return &Sweep{script: s, points: make([]Point, max+1), next: int(max) + 1}
}

// Next runs on for some microseconds and reports whether there is more to run.
func (w *Sweep) Next() bool {
	if w.over {
		return false
	}
	if w.run == nil {
		s := w.script
		s.Size = Size(w.next - 1)
		w.run = start(s, 0, SweepLimit)
		w.run.losses = &losses{gone: map[int32]struct{}{}, lost: map[int32]struct{}{}}
	}
	run := w.run
	if run.Next() && !run.over && run.bodies <= SweepLimit {
		return true
	}
	p := Point{Size: run.rec.Script.Size, Bodies: run.bodies, lost: run.losses.lost}
	if run.over || p.Bodies > SweepLimit {
		p.Bodies, p.More = min(p.Bodies-1, SweepLimit), true
		run.Stop()
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
		w.run.Stop()
		w.run = nil
	}
	w.over = true
}

// Max is the largest size of the sweep.
func (w *Sweep) Max() Size { return Size(len(w.points) - 1) }

// Done reports whether there is nothing more to run.
func (w *Sweep) Done() bool { return w.over }

// Points returns the points that are done, by growing size.
func (w *Sweep) Points() []Point { return w.points[w.next:] }

// Keeps returns the smallest maxsize above size at which key is never computed
// again because it was evicted; ok is false while that is not known, or if no
// size of the sweep does it.
func (w *Sweep) Keeps(key int32, size Size) (keeps Size, ok bool) {
	for m := int(size) + 1; m < len(w.points) && m >= w.next; m++ {
		p := w.points[m]
		if _, lost := p.lost[key]; !lost && !p.More {
			return p.Size, true
		}
	}
	return 0, false
}

// losses collects the keys that eviction made the body run again for. A nil one
// collects nothing.
type losses struct {
	gone map[int32]struct{} // evicted, since the last cache_clear()
	lost map[int32]struct{}
}

func (l *losses) evicted(key int32) {
	if l != nil {
		l.gone[key] = struct{}{}
	}
}

func (l *losses) missed(key int32) {
	if l == nil {
		return
	}
	if _, ok := l.gone[key]; ok {
		l.lost[key] = struct{}{}
	}
}

func (l *losses) cleared() {
	if l != nil {
		clear(l.gone)
	}
}
