package model

import (
	"strconv"

	"playground/app/programs"
	"playground/app/trace"
	"playground/app/views"
)

// Choose begins a script for another function, with a call worth seeing.
func (m *Model) Choose(id string) Change {
	for _, p := range m.catalogue {
		if p.ID != id {
			continue
		}
		s := trace.NewScript(p, m.script.Size)
		if p.StartSize > 0 {
			s.Size = trace.Size(p.StartSize)
		}
		change := m.load(s.With(call(p.Defaults())), end)
		return change | m.fillFields()
	}
	return 0
}

// Vary changes to the other way in which the function can be written. It computes
// the same, so the statements stay.
func (m *Model) Vary() Change {
	p := m.Program()
	if p.Variant == "" {
		return 0
	}
	for _, variant := range m.catalogue {
		if variant.ID == p.Variant {
			s := trace.NewScript(variant, m.script.Size)
			s.Statements = m.script.Statements
			return m.load(s, end)
		}
	}
	return 0
}

// TypeArgument takes what stands in the field of the i-th argument, right or
// wrong.
func (m *Model) TypeArgument(i int, text string) Change {
	if i < 0 || i >= len(m.arguments) {
		return 0
	}
	m.arguments[i].Text = text
	m.readArguments()
	return Fields
}

// CountArgument makes the i-th argument larger, or smaller where by is negative.
func (m *Model) CountArgument(i, by int) Change {
	if i < 0 || i >= len(m.arguments) {
		return 0
	}
	p := m.Program().Params[i]
	n, err := views.Whole(p.Name, m.arguments[i].Text, p.Min, p.Max)
	if err != nil {
		return 0
	}
	return m.TypeArgument(i, strconv.Itoa(max(p.Min, min(n+by, p.Max))))
}

// readArguments takes the arguments from their fields; ok is false, and the
// problem stands at the field, where one is none.
func (m *Model) readArguments() (args programs.Args, ok bool) {
	p := m.Program()
	ok = true
	for i, param := range p.Params {
		f := &m.arguments[i]
		f.Problem, f.Note = "", ""
		arg, err := views.Argument(param, f.Text)
		if err != nil {
			f.Problem, ok = err.Error(), false
		}
		args = append(args, arg)
	}
	if ok && p.Note != nil {
		m.arguments[0].Note = p.Note(args)
	}
	return args, ok
}

// Call makes the call that stands in the fields, so many times.
func (m *Model) Call(times int) Change {
	args, ok := m.readArguments()
	if !ok {
		return Fields
	}
	return m.add(trace.Statement{Op: trace.Call, Args: args, Times: times}) | Fields
}

// CallPreset makes the i-th of the calls worth making.
func (m *Model) CallPreset(i int) Change {
	p := m.Program()
	if i < 0 || i >= len(p.Presets) {
		return 0
	}
	for k, arg := range p.Presets[i] {
		m.arguments[k] = views.Field{Text: views.Typed(arg)}
	}
	return m.Call(1)
}

// CallMany makes the call that is worth making a thousand times.
func (m *Model) CallMany() Change {
	p := m.Program()
	if p.Many == nil {
		return 0
	}
	for k, arg := range p.Many {
		m.arguments[k] = views.Field{Text: views.Typed(arg)}
	}
	return m.Call(many)
}

// CallAgain makes the last call once more.
func (m *Model) CallAgain() Change {
	sts := m.script.Statements
	for i := len(sts) - 1; i >= 0; i-- {
		if sts[i].Op == trace.Call {
			return m.add(call(sts[i].Args))
		}
	}
	return 0
}

// called reports whether there is a call that could be made again.
func (m *Model) called() bool {
	for _, st := range m.script.Statements {
		if st.Op == trace.Call {
			return true
		}
	}
	return false
}

// Clear calls cache_clear().
func (m *Model) Clear() Change {
	return m.add(trace.Statement{Op: trace.Clear, Function: m.Program().Chosen, Times: 1})
}

// StartOver makes the script one without statements.
func (m *Model) StartOver() Change {
	s := m.script
	s.Statements = m.recorded
	for i := range m.arguments {
		m.arguments[i].Problem = ""
	}
	return m.load(s, end) | Fields
}

func call(args programs.Args) trace.Statement {
	return trace.Statement{Op: trace.Call, Args: args, Times: 1}
}
