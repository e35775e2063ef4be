package keys

import (
	"playground/app/calls"
	"playground/app/show"
)

// Stop ends what takes long, and is content with what there is.
func (p *Place) Stop() Change {
	c := p.coming
	switch {
	case c == nil:
		for _, l := range p.lines {
			l.stopped = l.running()
		}
		return Lines
	case c.pass == nil:
		c.stopped = true
		if c.inside {
			return p.read(nil)
		}
		return Coming // the page ends it
	case c.pass.Progress() == 0:
		return p.refuse(stoppedEarly)
	}
	c.stopped = true
	return p.finish()
}

// Work goes on with what takes longer than a moment.
func (p *Place) Work(time func() bool, _ float64) Change {
	c := p.coming
	switch {
	case c == nil:
		return p.workLines(time)
	case c.pass != nil:
		for c.pass.Step(callsAtOnce) {
			if !time() {
				return Coming
			}
		}
		return p.finish()
	case c.inside:
		for more := true; more && len(c.pending) > 0; {
			n := min(pieceSize, len(c.pending))
			more = c.feed(c.pending[:n])
			c.pending = c.pending[n:]
			if more && !time() {
				return Coming
			}
		}
		return p.read(nil)
	}
	return 0 // the page feeds
}

// Waiting reports whether there is something for Work to do.
func (p *Place) Waiting() bool {
	if c := p.coming; c != nil {
		return c.pass != nil || c.inside
	}
	for _, l := range p.lines {
		if l.running() {
			return true
		}
	}
	return false
}

// finish shows the log that was gone through.
func (p *Place) finish() Change {
	c := p.coming
	p.coming = nil
	r := result{source: c.source, in: c.in, which: c.which, stopped: c.stopped, curve: c.pass.Curve(),
		hottest: c.pass.Hottest(hottestShown), once: c.pass.Once()}
	r.verdicts = r.curve.Verdicts()
	r.recursive = looksRecursive(r.in.Logs[r.which])
	if r.example == "" {
		p.counter++
		p.own, p.dirty = r.source, true
	}
	p.shown = r
	change := Result | Size | Lines | Coming | Box | Field | show.Shown
	p.fillBox()
	size := p.Enough()
	if p.wanted > 0 {
		size = p.wanted
	}
	p.wanted, p.chosen = 0, 0
	p.Choose(size)
	for _, l := range p.lines {
		l.begin(r)
	}
	return change
}

// looksRecursive looks at the beginning of a log: to know takes no more.
func looksRecursive(l calls.Logged) bool {
	const enough = 20_000
	if len(l.Calls) > enough {
		l.Calls = l.Calls[:enough]
		keys := int32(0)
		for _, key := range l.Calls {
			keys = max(keys, key+1)
		}
		l.Keys = l.Keys[:keys]
	}
	return l.LooksRecursive()
}
