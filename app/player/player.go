// Package player holds what the page shows: a script, its recording, and the
// cursor in it.
//
// There are two ways to change it. Load, Resize and Append change the script,
// which then runs in slices under Work until it is done; only then the page
// changes, all at once. Seek moves the cursor. What is drawn follows from the
// player alone.
package player

import (
	"slices"

	"playground/app/trace"
)

// Bounds of the maxsize axis, which the slider and the curve share.
const (
	minAxis trace.Size = 12
	maxAxis trace.Size = 128
)

// A Player is for one goroutine. Make one with New.
type Player struct {
	Rec  *trace.Recording // what is shown; it does not change while something runs
	Step int              // the cursor, from 0, which stands before all, to Steps
	Axis trace.Size       // the largest maxsize of the slider and the curve

	script  trace.Script  // what was asked for last
	run     *trace.Runner // runs script, or a beginning of it
	running bool
	want    int // the cursor to go to when it has run; negative for the end

	sweep *trace.Sweep
	tree  shownTree
}

// New returns a player that shows s, run to its end.
func New(s trace.Script) *Player {
	p := &Player{}
	p.Load(s, -1)
	p.Work(func() bool { return true })
	return p
}

// Script is what was asked for last: while it runs, Rec is still that of the
// script before.
func (p *Player) Script() trace.Script { return p.script }

// Load runs another script, which must pass its Check, and goes to step; a
// negative one is the end.
func (p *Player) Load(s trace.Script, step int) {
	if p.running {
		p.run.Stop()
	}
	p.script, p.run = s, trace.Start(s)
	p.running, p.want = true, step
}

// Resize runs the script as it would have been with another maxsize.
func (p *Player) Resize(size trace.Size) {
	s := p.script
	s.Size = size
	p.Load(s, -1)
}

// Append adds a statement. Only the statement runs, on the cache as it stands
// when all before it has run. The error says why there is no room for it.
func (p *Player) Append(st trace.Statement) error {
	s := p.script.With(st)
	if err := s.Check(); err != nil {
		return err
	}
	p.script = s
	p.running, p.want = true, -1
	return nil
}

// Running reports whether the script asked for has not run to its end yet.
func (p *Player) Running() bool { return p.running }

// Progress is how often the body ran so far in the run under way.
func (p *Player) Progress() int { return p.run.Bodies() }

// Work runs on while there is time, and reports whether the page has something
// new to show: the script has run to its end.
func (p *Player) Work(time func() bool) (done bool) {
	for p.running && time() {
		if !p.run.Next() && !p.extend() {
			p.show()
			return true
		}
	}
	return false
}

// Stop ends the run under way, at once; what it did so far is shown.
func (p *Player) Stop() {
	if !p.running {
		return
	}
	p.run.Stop()
	for p.extend() {
		p.run.Stop()
	}
	p.show()
}

// extend gives the runner, which has nothing more to run, the first statement
// that was appended since it got its last.
func (p *Player) extend() bool {
	has := len(p.run.Recording().Script.Statements)
	if has == len(p.script.Statements) {
		return false
	}
	p.run.Append(p.script.Statements[has])
	return true
}

// show makes the run that has ended the one that is shown.
func (p *Player) show() {
	rec := p.run.Recording()
	resized := p.Rec != nil && p.Rec.Script.Program == rec.Script.Program &&
		slices.EqualFunc(p.Rec.Script.Statements, rec.Script.Statements, trace.Statement.Equal)
	p.Rec, p.running = rec, false
	if p.want < 0 {
		p.want = p.Steps()
	}
	p.Seek(p.want)
	p.fitAxis(resized)
	p.fitSweep(resized)
}

// fitAxis lets the axis end where a larger maxsize makes no difference. While
// only the maxsize changes it never shrinks: nothing moves under a dragging hand.
func (p *Player) fitAxis(resized bool) {
	axis := max(minAxis, min(trace.Size(p.Rec.Keys()), maxAxis), min(p.Rec.Script.Size, maxAxis))
	if resized {
		axis = max(axis, p.Axis)
	}
	p.Axis = axis
}
