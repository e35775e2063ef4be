package keys

import "playground/app/calls/keylog"

// A line is what another policy gives, if it was asked for.
type line struct {
	policy  keylog.Policy
	on      bool
	stopped bool
	sweep   *keylog.Sweep // nil before it was asked for
}

// sizesOfLines is how many sizes another policy is run at.
const sizesOfLines = 40

// sizes are those that other policies are run at.
func (r result) sizes() []int { return keylog.Sizes(r.curve.Keys(), sizesOfLines) }

// begin begins the line anew for another log, or once it is asked for.
func (l *line) begin(r result) {
	l.sweep, l.stopped = nil, false
	if l.on {
		log := r.log()
		log.Calls = log.Calls[:r.curve.Calls()] // it may have been stopped
		l.sweep = keylog.NewSweep(log, l.policy, r.sizes())
	}
}

func (l *line) running() bool {
	return l.on && !l.stopped && l.sweep != nil && l.sweep.Progress() < 1
}

// Compare draws another policy, or no longer.
func (p *Place) Compare(name string, on bool) Change {
	for _, l := range p.lines {
		if l.policy.String() == name && l.on != on {
			if l.on = on; on && (l.sweep == nil || l.stopped) {
				l.begin(p.shown)
			}
			return Lines
		}
	}
	return 0
}

// workLines runs the other policies, one after the other.
func (p *Place) workLines(time func() bool) Change {
	for _, l := range p.lines {
		if !l.running() {
			continue
		}
		for l.sweep.Step(callsAtOnce / 2) {
			if !time() {
				break
			}
		}
		return Lines
	}
	return 0
}
