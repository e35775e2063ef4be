package model

import (
	"strconv"

	"playground/app/source"
	"playground/app/trace"
	"playground/app/views"
)

// A Question is what CPython is to be asked, in the browser: to run a script under its
// own lru_cache.
type Question struct {
	Script string // the last line that it prints is the CacheInfo, unless it is a visitor's program

	// Of a visitor's program: the function whose CacheInfo is wanted, its number among
	// those of that name in the order of decoration (-1 for the last), the maxsize that
	// it gets, and how often cache_clear() is called at the end.
	Name   string
	Nth    int
	Size   trace.Size
	Clears int
}

// Ask is what to ask of what is shown. What comes of it is then to be Heard.
func (m *Model) Ask() (Question, Change) {
	m.answer = answer{about: m.rec}
	return m.question(), m.Heard("loading", "0")
}

func (m *Model) question() Question {
	if m.source == "" {
		return Question{Script: m.Python()}
	}
	p := m.rec.Program
	q := Question{Script: m.source, Size: m.rec.Script.Size, Nth: -1}
	f := p.Functions[p.Chosen]
	q.Name = p.Functions[f.Decorator].Name // the first of them is called what all are
	for i, other := range p.Functions[:p.Chosen+1] {
		if other.Decorator == f.Decorator && (i > f.Decorator || p.Chosen > f.Decorator) {
			q.Nth++
		}
	}
	for _, st := range m.rec.Script.Statements[len(m.recorded):] {
		if st.Op == trace.Clear && st.Function == p.Chosen {
			q.Clears++
		}
	}
	return q
}

// Own is the question as the page's module takes it; nil for a script of ours.
func (q Question) Own() map[string]any {
	if q.Name == "" {
		return nil
	}
	own := map[string]any{"name": q.Name, "nth": q.Nth, "size": nil, "clears": q.Clears}
	if q.Size != trace.None {
		own["size"] = int(q.Size)
	}
	return own
}

// Python is what is shown as a script of Python.
func (m *Model) Python() string { return source.Python(m.rec) }

// Golang is the same as a program in Go.
func (m *Model) Golang() string { return source.Go(m.rec) }

// askable reports whether what is shown is a script that was run to its end. A record
// is one if it came with its source.
func (m *Model) askable() bool {
	if m.recorded != nil && m.source == "" {
		return false
	}
	for _, res := range m.rec.Results {
		if res.Outcome != trace.Returned && res.Outcome != trace.RecursionError {
			return false
		}
	}
	return true
}

// Heard takes what the browser says of CPython, see confirm in app/python/editor.js.
func (m *Model) Heard(kind, value string) Change {
	a := &m.answer
	if a.about != m.rec {
		return 0 // something else is shown by now
	}
	a.Kind = kind
	switch kind {
	case "loading":
		a.Percent, _ = strconv.Atoi(value)
	case "running":
		a.Version = value
		return Confirmed
	case "says":
		a.Here, a.There = m.rec.Info().String(), value
		a.Report = "The lru_cache playground says " + a.Here + ", CPython " + a.Version + " says " + value + ".\n"
		a.Report += "\n" + m.question().Script
		if a.Here == a.There {
			return Confirmed | m.Say("CPython "+a.Version+" says the same.")
		}
		return Confirmed | m.Say("CPython "+a.Version+" says otherwise.")
	case "problem":
		a.Problem = value
		return Confirmed | m.Say(value)
	}
	return Confirmed
}

// An answer is what came of asking about a recording.
type answer struct {
	views.Answer
	about *trace.Recording
}

// asked is the Answer about what is shown.
func (m *Model) asked() views.Answer {
	if m.answer.about != m.rec {
		return views.Answer{}
	}
	a := m.answer.Answer
	a.AtTheEnd = m.step == m.Steps()
	return a
}
