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
	points, bodies := len(m.sweep.Points()), m.sweep.Bodies()
	began := m.now()
	for time() && m.sweep.Next() {
	}
	m.bodies += float64(m.sweep.Bodies() - bodies)
	m.seconds += (m.now() - began).Seconds()
	if len(m.sweep.Points()) == points {
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
	if m.Hide() {
		return 0, false // that depends on what is asked for later
	}
	if !m.rec.Own(key) {
		return 0, false
	}
	return m.sweep.Keeps(m.rec.Args(key), m.rec.Script.Size)
}

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
