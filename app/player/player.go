// Package player holds what the page shows: a script, its recording, and the
// cursor in it.
//
// There are two ways to change it. Load, Call and the like change the script,
// which then runs in slices under Work until it is done; only then the page
// changes, all at once. Seek and the like move the cursor. What is drawn follows
// from the player alone.
package player

import (
	"playground/app/programs"
	"playground/app/trace"
)

// TreeLimit is how many calls a tree shows.
const TreeLimit = 500

// Bounds of the maxsize axis, which the slider and the curve share.
const (
	minAxis trace.Size = 12
	maxAxis trace.Size = 128
)

// A Player is for one goroutine. Make one with New.
type Player struct {
	Rec  *trace.Recording // what is shown, of it the first Steps events
	Step int              // the cursor: 0 stands before all
	Axis trace.Size       // the largest maxsize of the slider and the curve

	run   *trace.Runner // it made Rec, or is making what comes next
	more  bool          // run has more to do
	want  int           // the cursor to go to when it is done; negative for the end
	steps int
	shown trace.Script // the script of Rec when it was shown
	sweep *trace.Sweep

	tree      trace.Tree
	treeFirst int // the step at which the tree's call begins
	treeRec   *trace.Recording
	treeLast  int
}

// New returns a player that shows s, run to its end.
func New(s trace.Script) *Player {
	p := &Player{}
	p.Load(s, -1)
	p.Work(func() bool { return true })
	return p
}

// Program is the function of the script.
func (p *Player) Program() programs.Program { return p.Rec.Program }

// Load runs another script, which must pass its Check, and goes to step; a
// negative one is the end.
func (p *Player) Load(s trace.Script, step int) {
	p.halt()
	p.run, p.more, p.want = trace.Start(s), true, step
}

// Resize runs the script as it would have been with another maxsize.
func (p *Player) Resize(size trace.Size) {
	s := p.script()
	s.Size = size
	p.Load(s, -1)
}

// Append adds a statement. On a script that has run to its end only the
// statement runs, on the cache as it stands.
func (p *Player) Append(st trace.Statement) error {
	s := p.script().With(st)
	if err := s.Check(); err != nil {
		return err
	}
	if p.more {
		p.Load(s, -1)
		return nil
	}
	p.run.Append(st)
	p.more, p.want = true, -1
	return nil
}

// script is the newest script, run or not.
func (p *Player) script() trace.Script { return p.run.Recording().Script }

// Script is what was asked for last: while it runs, Rec is still that of the
// script before.
func (p *Player) Script() trace.Script { return p.script() }

// Running reports whether the script asked for has not run to its end yet.
func (p *Player) Running() bool { return p.more }

// Progress is how often the body ran so far in the run under way.
func (p *Player) Progress() int { return p.run.Bodies() }

// Work runs on while there is time, and reports whether the page has something
// new to show: the script has run to its end.
func (p *Player) Work(time func() bool) (done bool) {
	if !p.more {
		return false
	}
	for time() {
		if !p.run.Next() {
			p.show()
			return true
		}
	}
	return false
}

// Stop ends the run under way, at once; what it did so far is shown.
func (p *Player) Stop() {
	if p.more {
		p.run.Stop()
		p.show()
	}
}

func (p *Player) halt() {
	if p.more {
		p.run.Stop()
		p.more = false
	}
}

// show makes the run that has ended the one that is shown.
func (p *Player) show() {
	p.more = false
	p.Rec = p.run.Recording()
	p.steps = len(p.Rec.Events)
	if p.want < 0 {
		p.want = p.steps
	}
	p.Seek(p.want)
	p.treeRec = nil
	resized := sameStatements(p.shown, p.Rec.Script)
	p.shown = p.Rec.Script
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

func sameStatements(a, b trace.Script) bool {
	if a.Program != b.Program || len(a.Statements) != len(b.Statements) {
		return false
	}
	for i, st := range a.Statements {
		if st != b.Statements[i] {
			return false
		}
	}
	return true
}
