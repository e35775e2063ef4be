package model

import (
	"cmp"
	"strconv"

	"playground/app/show"
	"playground/app/trace"
	"playground/app/views"
)

// Go moves the cursor to a step, or as near as there is one, and stops playing.
func (m *Model) Go(step int) Change { return m.pause() | m.seek(step) }

func (m *Model) seek(step int) Change {
	step = max(0, min(step, m.Steps()))
	if step == m.step && len(m.leaving) == 0 {
		return 0
	}
	m.step, m.leaving = step, nil
	return Cursor | show.Leaving | show.Shown
}

// GoToEviction goes to the next step that evicts, or to the one before.
func (m *Model) GoToEviction(back bool) Change {
	by := 1
	if back {
		by = -1
	}
	for step := m.step + by; step >= 1 && step <= m.Steps(); step += by {
		if m.rec.Events[step-1].Evicts() {
			return m.Go(step)
		}
	}
	return 0
}

// GoToShare moves the cursor by a share of all steps, as Page Up and Page Down
// do.
func (m *Model) GoToShare(share float64) Change {
	by := max(1, int(share*float64(m.Steps())))
	if share < 0 {
		by = min(-1, int(share*float64(m.Steps())))
	}
	return m.Go(m.step + by)
}

// stepsASecond is what 1× means.
const stepsASecond = 2.0

// longestFrame is the most that playing goes on by in one frame, in seconds. A
// page that was left, or lay frozen, goes on from where it was.
const longestFrame = 0.25

// Play starts to play, from the beginning where the cursor is at the end, or
// stops it.
func (m *Model) Play() Change {
	if m.playing {
		return m.pause()
	}
	change := Playing | show.Dressed
	if m.step == m.Steps() {
		change |= m.seek(0)
	}
	m.playing, m.due = true, 0
	return change
}

// Playing reports whether the cursor moves by itself.
func (m *Model) Playing() bool { return m.playing }

func (m *Model) pause() Change {
	if !m.playing {
		return 0
	}
	m.playing = false
	return Playing | show.Dressed
}

// Speed sets how fast it plays, as one of [views.Speeds].
func (m *Model) Speed(speed string) Change {
	s := m.Settings()
	s.Speed = speed
	return m.Adjust(s)
}

func (m *Model) speed() string { return cmp.Or(m.Settings().Speed, "1") }

// Motion is how many steps a second are played; 0 while nothing plays.
func (m *Model) Motion() float64 {
	if !m.playing {
		return 0
	}
	x, _ := strconv.ParseFloat(m.speed(), 64)
	return x * stepsASecond
}

// Advance plays on by the seconds since the last frame.
func (m *Model) Advance(seconds float64) Change {
	m.due += min(seconds, longestFrame) * m.Motion()
	steps := int(m.due)
	if steps == 0 {
		return 0
	}
	m.due -= float64(steps)
	change := m.seek(m.step + steps)
	if m.step == m.Steps() {
		change |= m.pause()
	}
	return change
}

// Position is where the cursor is.
func (m *Model) Position() views.Position {
	return views.Position{Step: m.step, Steps: m.Steps(), Seen: m.seen(), Axis: m.room(), Playing: m.playing, Speed: m.speed()}
}

// KeyAt is the name of the key that a step is about, "" where it is about none.
func (m *Model) KeyAt(step int) string {
	if step < 1 || step > m.seen() {
		return ""
	}
	e := m.rec.Events[step-1]
	if !e.Lookup() && e.Kind != trace.Store && e.Kind != trace.Return && e.Kind != trace.Failed {
		return ""
	}
	return m.keyName(e.Key)
}
