package player

import "playground/app/trace"

// fitSweep begins the curve anew unless all that changed is the maxsize, which
// the curve runs through anyway.
func (p *Player) fitSweep(resized bool) {
	if resized && p.sweep.Max() >= p.Axis {
		return
	}
	if p.sweep != nil {
		p.sweep.Stop()
	}
	p.sweep = trace.NewSweep(p.Rec.Script, p.Axis)
}

// Sweep runs on with the curve while there is time, and reports whether there is
// a new point to draw. It does nothing while the script itself runs.
func (p *Player) Sweep(time func() bool) (drew bool) {
	if p.running {
		return false
	}
	before := len(p.sweep.Points())
	for time() && p.sweep.Next() {
	}
	return len(p.sweep.Points()) > before
}

// Sweeping reports whether there are points of the curve to run now.
func (p *Player) Sweeping() bool { return !p.running && !p.sweep.Done() }

// Points returns the points of the curve that are known, by growing maxsize.
func (p *Player) Points() []trace.Point { return p.sweep.Points() }

// Keeps returns the smallest maxsize that would have kept key in the cache, as
// far as the curve has got.
func (p *Player) Keeps(key int32) (trace.Size, bool) {
	return p.sweep.Keeps(p.Rec.Args(key), p.Rec.Script.Size)
}
