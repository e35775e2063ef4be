package model

import (
	"playground/app/programs"
	"playground/app/show"
	"playground/app/trace"
)

// NewRecorded returns a model that shows a script of a call record, run to its end.
func NewRecorded(s trace.Script) *Model {
	m := newModel([]programs.Program{*s.Given})
	m.ShowRecorded(s)
	m.Run(func() bool { return true })
	return m
}

// ShowRecorded asks for a script of a call record.
func (m *Model) ShowRecorded(s trace.Script) Change { return m.ShowRecordedAt(s, -1) }

// ShowRecordedAt asks for a script of a call record, and for a step of it; a negative
// one is the end.
func (m *Model) ShowRecordedAt(s trace.Script, step int) Change {
	m.recorded = append([]trace.Statement{}, s.Statements...)
	m.leaving, m.typing = nil, false
	return m.load(s, place{step: step}) | m.fillFields() | show.Leaving
}

// ChooseDecorated looks at another one of the record's functions, at the same step.
// The maxsize that the one before was given stays.
func (m *Model) ChooseDecorated(function int) Change {
	p := m.Program()
	if function < 0 || function >= len(p.Functions) || function == p.Chosen {
		return 0
	}
	p = p.Choose(function, int(m.script.Size))
	s := m.script
	s.Given, s.Size = &p, trace.Size(p.Functions[function].MaxSize)
	want := m.want
	if !m.running {
		want = end
		if m.step < m.Steps() {
			want = place{step: m.step}
		}
	}
	return m.load(s, want) | m.fillFields()
}
