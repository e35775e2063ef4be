package model

import (
	"playground/app/programs"
	"playground/app/show"
	"playground/app/trace"
	"playground/app/views"
)

// NewRecorded returns a model that shows a script of a call record, run to its end; see
// ShowRecorded.
func NewRecorded(s trace.Script, source string) *Model {
	m := newModel([]programs.Program{*s.Given})
	m.ShowRecorded(s, -1, source, nil)
	m.Run(func() bool { return true })
	return m
}

// ShowRecorded asks for a script of a call record, and for a step of it; a negative one
// is the end. source is the program that it was made from, "" if nobody knows, and
// prints lists what a recording of the script prints.
func (m *Model) ShowRecorded(s trace.Script, step int, source string, prints func(*trace.Recording) []views.Printed) Change {
	m.recorded = append([]trace.Statement{}, s.Statements...)
	m.source, m.prints = source, prints
	m.leaving, m.typing = nil, false
	return m.load(s, place{step: step}) | m.fillFields() | show.Leaving
}

// A printed is what was printed in a recording.
type printed struct {
	rec  *trace.Recording
	list []views.Printed
}

// output is what was printed in what is shown.
func (m *Model) output() []views.Printed {
	if m.prints != nil && m.printed.rec != m.rec {
		m.printed = printed{m.rec, m.prints(m.rec)}
	}
	return m.printed.list
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
