package model

import (
	"hash/fnv"
	"strconv"

	"playground/app/markup"
	"playground/app/source"
	"playground/app/trace"
	"playground/app/views"
)

// A Question is what CPython is to be asked, in the browser: to run a script under its
// own lru_cache.
type Question struct {
	Script string // the last line that it prints is the CacheInfo, unless Own says otherwise
	Here   string // the CacheInfo that the page says at the end

	// Own says what is wanted of a visitor's program, nil for a script of ours: the name
	// of the function whose CacheInfo that is, nth, its number among those of that name
	// in the order of decoration (-1 for the last), the size that it gets (nil for None),
	// and clears, how often cache_clear() is called at the end.
	Own map[string]any
}

// Ask is what to ask of what is shown.
func (m *Model) Ask() Question {
	q := Question{Script: m.Python(), Here: m.rec.Info().String()}
	if m.source == "" {
		return q
	}
	q.Script = m.source
	p := m.rec.Program
	first, nth, all, clears := p.Functions[p.Chosen].Decorator, 0, 0, 0
	for i, f := range p.Functions {
		if f.Decorator == first {
			all++
			if i < p.Chosen {
				nth++
			}
		}
	}
	if all == 1 {
		nth = -1 // a body that runs again decorates it again
	}
	for _, st := range m.rec.Script.Statements[len(m.recorded):] {
		if st.Op == trace.Clear && st.Function == p.Chosen {
			clears++
		}
	}
	q.Own = map[string]any{"name": p.Functions[first].Name, "nth": nth, "size": nil, "clears": clears}
	if size := m.rec.Script.Size; size != trace.None {
		q.Own["size"] = int(size)
	}
	return q
}

// askView is the button that asks. While what comes next is hidden, there is none:
// the answer is of the end.
func (m *Model) askView(int) markup.Node {
	if m.Hide() {
		return views.Ask(false, "")
	}
	return views.Ask(m.askable(), m.question())
}

// question tells one question from another, by a sum of what is asked.
func (m *Model) question() string {
	q, s := m.Ask(), m.rec.Script
	h := fnv.New32a()
	for _, part := range []string{q.Script, q.Here, strconv.Itoa(m.Program().Chosen), strconv.Itoa(int(s.Size)), strconv.Itoa(len(s.Statements))} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return strconv.FormatUint(uint64(h.Sum32()), 36)
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
