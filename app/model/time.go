package model

import (
	"time"

	"playground/app/markup"
	"playground/app/timing"
	"playground/app/trace"
	"playground/app/views"
)

// many is how many calls in a row are timed, without a cache and with one.
const many = 1000

// Clock has the model measure how long things take: clock tells the time since
// some moment. Without one nothing is measured.
func (m *Model) Clock(clock func() time.Duration) { m.clock = clock }

func (m *Model) now() time.Duration {
	if m.clock == nil {
		return 0
	}
	return m.clock()
}

// timed runs the script on a little, and notes how long its statement took.
func (m *Model) timed() (more bool) {
	if m.clock == nil {
		return m.run.Next()
	}
	began := m.clock()
	for len(m.took) <= m.run.Statement() {
		m.took = append(m.took, 0)
	}
	at := m.run.Statement()
	more = m.run.Next()
	m.took[at] += m.clock() - began
	return more
}

// fitRace begins to time the last statement of the script if that is a call made
// many times, unless it is timed already.
func (m *Model) fitRace() Change {
	rec := m.rec
	if m.clock == nil || len(rec.Results) == 0 {
		return m.dropRace()
	}
	res := rec.Results[len(rec.Results)-1]
	depth := rec.Program.Depth
	if res.Statement.Op != trace.Call || res.Statement.Times < many || res.Outcome != trace.Returned ||
		depth == nil || depth(res.Statement.Args) > trace.MaxDepth {
		return m.dropRace()
	}
	s := rec.Script
	s.Statements = []trace.Statement{res.Statement}
	if m.race != nil && m.raced.Equal(s) {
		return 0
	}
	m.dropRace()
	m.raced = s
	m.race = timing.NewRace(rec.Program, res.Statement.Args, res.Statement.Times, int(s.Size), m.clock)
	return Timed
}

func (m *Model) dropRace() Change {
	if m.race == nil {
		return 0
	}
	m.race.Stop()
	m.race = nil
	return Timed
}

// Racing reports whether there is something to time now.
func (m *Model) Racing() bool {
	return m.race != nil && !m.race.Done() && !m.running && !m.playing && m.sweep.Done()
}

// Race times on while there is time.
func (m *Model) Race(time func() bool) Change {
	if !m.Racing() || !m.race.Run(time) {
		return 0
	}
	return Timed
}

func (m *Model) raceView(width int) markup.Node {
	if m.Hide() {
		return views.Waiting(false)
	}
	if m.race == nil || len(m.race.With) == 0 {
		return views.Waiting(m.race != nil)
	}
	return views.Race(m.raced.Statements[0].Python(m.rec.Program.Name), m.race.Times(), m.race.Without, m.race.With, width)
}
