package model

import (
	"playground/app/link"
	"playground/app/trace"
	"playground/app/views"
)

// Resize runs the script as it would have been with another maxsize. The cursor
// stays at the same moment of the run.
func (m *Model) Resize(size trace.Size) Change {
	m.typing = false
	return m.resize(size) | m.sayFieldSize(sizeText(size))
}

func (m *Model) resize(size trace.Size) Change {
	size = max(trace.None, min(size, m.most()))
	if size == m.script.Size {
		return 0
	}
	want := m.want
	if !m.running {
		moment := m.rec.Moment(m.step)
		want = place{moment: &moment}
	}
	s := m.script
	s.Size = size
	return m.load(s, want)
}

// ResizeBy makes maxsize larger, or smaller where by is negative, but not None.
// From None it goes on from the end of the slider.
func (m *Model) ResizeBy(by int) Change {
	size := m.script.Size
	if size == trace.None {
		size = m.sizes()
		if by < 0 {
			by++ // from unbounded to the end of the slider is a step
		}
	}
	return m.Resize(max(0, size+trace.Size(by)))
}

// ResizeTo puts maxsize at a share of the axis, from 0 to 1.
func (m *Model) ResizeTo(share float64) Change {
	return m.Resize(trace.Size(share*float64(m.sizes()) + 0.5))
}

// Unbound makes the cache unbounded, or bounded again by what it needs.
func (m *Model) Unbound(yes bool) Change {
	if yes {
		return m.Resize(trace.None)
	}
	return m.Resize(min(m.sizes(), trace.Size(m.known().Distinct())))
}

// TypeSize takes what stands in the field of maxsize, right or wrong.
func (m *Model) TypeSize(text string) Change {
	n, err := views.Whole("maxsize", text, 0, int(m.most()))
	if err != nil {
		m.size = views.Field{Text: text, Problem: err.Error() + " None has a box of its own."}
		return Fields
	}
	m.size = views.Field{Text: text}
	change := m.resize(trace.Size(n))
	if !m.typing {
		m.typing = true
		m.session++
	}
	m.typed = scriptLink(link.View{Script: m.script})
	return change | Fields
}

// LeaveSize puts the maxsize that holds back into its field. What was wrong with
// what was typed there is not said any more.
func (m *Model) LeaveSize() Change {
	m.typing = false
	return m.sayFieldSize(sizeText(m.script.Size))
}

func (m *Model) sayFieldSize(text string) Change {
	f := views.Field{Text: text}
	if m.size == f {
		return 0
	}
	m.size = f
	return Fields
}

// most is the largest maxsize there is.
func (m *Model) most() trace.Size {
	if m.recorded != nil {
		return trace.MaxRecordedSize
	}
	return trace.MaxSize
}

// Sizing is what the controls of maxsize show.
func (m *Model) Sizing() views.Sizing {
	return views.Sizing{Size: m.script.Size, Axis: m.sizes(), Most: m.most(), Field: m.size}
}
