package experiments

import (
	"playground/app/show"
	"playground/app/timing"
)

// measure begins to time what the card times.
func (p *Place) measure() {
	if p.card().Race == nil || p.clock == nil || p.race != nil {
		return
	}
	s := p.card().Race()
	f, _ := s.Func()
	st := s.Statements[0]
	p.race = timing.NewRace(f, st.Args, st.Times, int(s.Size), p.clock)
}

// Work goes on with what is measured.
func (p *Place) Work(time func() bool, _ float64) show.Change {
	if !p.Waiting() || !p.race.Run(time) {
		return 0
	}
	p.story = nil
	return timed | predicted
}

// Waiting reports whether there is something to measure.
func (p *Place) Waiting() bool { return p.race != nil && !p.race.Done() }

// Motion is always 0: nothing moves by itself.
func (p *Place) Motion() float64 { return 0 }

// measured is what there is of it so far.
func (p *Place) measured() Measured {
	if p.race == nil {
		return Measured{}
	}
	return Measured{Without: p.race.Without, With: p.race.With, Done: p.race.Done()}
}
