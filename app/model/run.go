package model

import (
	"strconv"

	"playground/app/link"
	"playground/app/show"
	"playground/app/trace"
	"playground/app/views"
)

// Bounds of the maxsize axis, which the slider and the curve share.
const (
	leastAxis trace.Size = 12
	mostAxis  trace.Size = 128
)

// Show asks for what a link says. notices are what the page has to say of it.
func (m *Model) Show(v link.View, notices []string) Change {
	m.frame = v
	change := m.load(v.Script, place{step: v.Step}) | m.fillFields() | m.Dismiss() | m.Notice(notices...)
	return change | dressed
}

// load asks for a script, which must pass its Check, and for a moment in it.
func (m *Model) load(s trace.Script, want place) Change {
	if m.running {
		m.run.Stop()
	}
	m.script, m.run, m.took = s, trace.Start(s), nil
	m.running, m.want, m.busy, m.slices = true, want, false, 0
	return m.pause() | Asked
}

// add asks for one more statement. Only the statement runs, on the cache as it
// stands when all before it has run.
func (m *Model) add(st trace.Statement) Change {
	s := m.script.With(st)
	if err := s.Check(); err != nil {
		m.arguments[0].Problem = "No room for one more: " + err.Error() + ". Start over to go on."
		return Fields
	}
	m.script = s
	m.running, m.want, m.busy, m.slices = true, end, false, 0
	m.leaving, m.typing = nil, false
	return m.pause() | Asked | show.Leaving
}

// Running reports whether the script asked for has not run to its end yet.
func (m *Model) Running() bool { return m.running }

// busyAfter is how many slices a run may take before the page says that it runs.
const busyAfter = 12

// Run runs on while there is time. When the script has run to its end, it is
// shown.
func (m *Model) Run(time func() bool) Change {
	if !m.running {
		return 0
	}
	for time() {
		if !m.timed() && !m.extend() {
			return m.show()
		}
	}
	if m.slices++; m.slices < busyAfter {
		return 0
	}
	m.busy = true
	return Progress
}

// Stop ends the run under way, at once; what it did so far is shown.
func (m *Model) Stop() Change {
	if !m.running {
		return 0
	}
	m.run.Stop()
	for m.extend() {
		m.run.Stop()
	}
	return m.show()
}

// extend gives the runner, which has nothing more to run, the first statement
// that was added since it got its last.
func (m *Model) extend() bool {
	has := len(m.run.Recording().Script.Statements)
	if has == len(m.script.Statements) {
		return false
	}
	m.run.Append(m.script.Statements[has])
	return true
}

// show makes the run that has ended the one that is shown.
func (m *Model) show() Change {
	rec := m.run.Recording()
	same := m.rec != nil && m.rec.Script.Given == rec.Script.Given && resized(m.rec.Script, rec.Script)
	m.leaving = nil
	if same && rec.Script.Size != 0 { // with caching off there is no exit to leave by
		m.leaving = m.State().Order
	}
	m.rec, m.running, m.busy = rec, false, false
	m.step = m.want.in(rec)
	if m.leaving = without(m.leaving, m.State().Order); len(m.leaving) > mostLeaving {
		m.leaving = nil
	}
	if m.chosen >= 0 { // whoever is in the tree with the keyboard stays there
		m.chosen = -1
		m.EnterTree()
	}
	m.fitAxis()
	m.fitSweep(same)
	return m.fitRace() | Recording | Cursor | Asked | Progress | Curve | show.Lit | show.Leaving | show.Shown
}

// mostLeaving is how many entries leave the picture before one's eyes. Of more, no
// eye follows any, and the browser takes longer for them than a frame lasts.
const mostLeaving = 64

// resized reports whether two scripts differ in their maxsize at most.
func resized(a, b trace.Script) bool {
	a.Size = b.Size
	return a.Equal(b)
}

// A place is where to go in a recording that is still to be made: to a moment, or,
// where there is none, to a step; a negative one is the end.
type place struct {
	moment *trace.Moment
	step   int
}

// end is the place at the end of a recording.
var end = place{step: -1}

func (p place) in(rec *trace.Recording) int {
	switch {
	case p.moment != nil:
		return rec.Find(*p.moment)
	case p.step < 0:
		return len(rec.Events)
	}
	return min(p.step, len(rec.Events))
}

// without returns the keys that are not among others.
func without(keys, others []int32) []int32 {
	kept := map[int32]bool{}
	for _, k := range others {
		kept[k] = true
	}
	var gone []int32
	for _, k := range keys {
		if !kept[k] {
			gone = append(gone, k)
		}
	}
	return gone
}

// Settle ends the way out of the entries that another maxsize had no place for:
// from now on the picture is that of the recording and the cursor alone.
func (m *Model) Settle() Change {
	if len(m.leaving) == 0 {
		return 0
	}
	m.leaving = nil
	return show.Leaving
}

// fitAxis lets the axis end where a larger maxsize makes no difference. It does not
// depend on the maxsize itself: nothing moves under a dragging hand.
func (m *Model) fitAxis() {
	m.axis = axisFor(m.rec.Distinct())
}

func axisFor(keys int) trace.Size { return max(leastAxis, min(trace.Size(keys), mostAxis)) }

// fillFields writes into the fields what the script says.
func (m *Model) fillFields() Change {
	m.size = views.Field{Text: sizeText(m.script.Size)}
	p := m.Program()
	args := p.Defaults()
	for _, st := range m.script.Statements {
		if st.Op == trace.Call {
			args = st.Args
		}
	}
	m.arguments = make([]views.Field, len(p.Params))
	for i := range m.arguments {
		m.arguments[i].Text = views.Typed(args[i])
	}
	return Fields
}

// sizeText is a maxsize as it stands in its field; None has a box of its own.
func sizeText(size trace.Size) string {
	if size == trace.None {
		return ""
	}
	return strconv.Itoa(int(size))
}
