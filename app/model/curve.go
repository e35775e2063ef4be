package model

import (
	"math/big"
	"playground/app/trace"
	"playground/app/words"
)

// fitSweep begins the curve anew unless all that changed is the maxsize, which
// the curve runs through anyway.
func (m *Model) fitSweep(resized bool) {
	if resized && m.sweep.Max() == m.axis {
		return
	}
	if m.sweep != nil {
		m.sweep.Stop()
	}
	m.sweep = trace.NewSweep(m.rec.Script, m.axis)
}

// Sweep runs on with the curve while there is time. It does nothing while the
// script itself runs.
func (m *Model) Sweep(time func() bool) Change {
	if m.running {
		return 0
	}
	before := len(m.sweep.Points())
	for time() && m.sweep.Next() {
	}
	if len(m.sweep.Points()) == before {
		return 0
	}
	return Curve
}

// Sweeping reports whether there are points of the curve to run now.
func (m *Model) Sweeping() bool { return !m.running && !m.sweep.Done() }

// Points are the points of the curve that are known, by growing maxsize.
func (m *Model) Points() []trace.Point { return m.sweep.Points() }

// keeps is the smallest maxsize that would have kept key in the cache, as far as
// the curve has got.
func (m *Model) keeps(key int32) (trace.Size, bool) {
	return m.sweep.Keeps(m.rec.Args(key), m.rec.Script.Size)
}

// Timed tells how long running so many bodies took here, in seconds, for the page
// to say how long it would take to run what a limit ended.
func (m *Model) Timed(bodies int, seconds float64) {
	m.bodies += float64(bodies)
	m.seconds += seconds
}

// Swept is how often the body ran for the curve so far.
func (m *Model) Swept() int { return m.sweep.Bodies() }

// wouldTake says in words how long the script would take without a cache, at the
// speed measured here; "" where nobody knows.
func (m *Model) wouldTake() string {
	if m.bodies == 0 || m.seconds == 0 {
		return ""
	}
	n, ok := words.Uncached(m.rec)
	if !ok {
		return ""
	}
	runs, _ := new(big.Float).SetInt(n).Float64()
	return "would take " + words.Long(runs*m.seconds/m.bodies)
}
