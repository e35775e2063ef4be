package experiments

import (
	"strconv"

	"playground/app/show"
)

// Do does what a control says.
func (p *Place) Do(what string, in show.Input) (show.Change, bool) {
	if change, ok := p.DoPage(what, in); ok {
		return change, true
	}
	n, err := strconv.Atoi(in.Value)
	g := p.told().Guess
	switch what {
	case "run":
		return p.run(), true
	case "again":
		p.shown, p.story = false, nil
		if p.race != nil {
			p.race.Stop()
			p.race = nil
		}
		return predicted | timed | show.Shown, true
	case "reset":
		p.Page.ForgetGuesses()
		return listed | show.Dressed | p.open(p.at, false), true
	case "choose":
		if err == nil && !p.shown && n >= 0 && n < len(g.Options) {
			p.setGuess(n)
			return predicted, true
		}
	case "share-of-dot": // a share of the height
		share, err := strconv.ParseFloat(in.Value, 64)
		if err == nil && !p.shown && g.Kind == Dot {
			p.setGuess(p.prediction(g).Guessed(share))
			return predicted, true
		}
	case "nudge":
		if err == nil {
			return p.nudge(n), true
		}
	case "number":
		return p.typeNumber(in.Value), true
	case "present":
		p.present = !p.present
		return layout | show.Dressed, true
	case "inspect", "typed":
		return p.inspect(what, in), true
	default:
		return 0, false
	}
	return 0, true
}

// run shows what is true, and notes what was guessed.
func (p *Place) run() show.Change {
	if p.shown || p.problem != "" {
		return 0
	}
	p.shown = true
	p.measure()
	p.Page.KeepGuess(p.card().Name, p.guess)
	return predicted | timed | listed | show.Shown | show.Dressed
}
