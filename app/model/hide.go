package model

import (
	"playground/app/trace"
)

// HideNext hides what lies behind the cursor, or shows it again.
func (m *Model) HideNext(yes bool) Change {
	m.frame.HideNext = yes
	return dressed | Cursor
}

// Hide reports whether what lies behind the cursor is hidden.
func (m *Model) Hide() bool { return m.frame.HideNext && m.step < m.Steps() }

// seen is how many steps are shown.
func (m *Model) seen() int {
	if m.Hide() {
		return m.step
	}
	return m.Steps()
}

// known is the recording as far as it is shown. Whatever is laid out by how many
// keys or steps there are is laid out by this one, or its size would tell what
// is hidden.
func (m *Model) known() *trace.Recording {
	if !m.Hide() {
		return m.rec
	}
	if k := &m.part; k.of != m.rec || k.step != m.step {
		*k = part{m.rec, m.step, m.rec.Until(m.step)}
	}
	return m.part.rec
}

// A part is a recording up to a step.
type part struct {
	of   *trace.Recording
	step int
	rec  *trace.Recording
}

// room is how many steps the timeline has room for: as many as there are, or,
// where that is hidden, the next power of two behind the cursor.
func (m *Model) room() int {
	if !m.Hide() {
		return m.Steps()
	}
	room := 16
	for room <= m.step {
		room *= 2
	}
	return room
}

// sizes is the end of the axis of maxsize, as far as it is shown.
func (m *Model) sizes() trace.Size {
	if m.Hide() {
		return axisFor(m.known().Distinct())
	}
	return m.axis
}
