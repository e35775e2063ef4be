package experiments

import (
	"slices"
	"strconv"
	"strings"

	"playground/app/show"
	"playground/app/views"
)

// setGuess takes a guess, however it was made.
func (p *Place) setGuess(guess int) {
	p.guess, p.problem = guess, ""
	if p.told().Guess.Kind == Number && guess >= 0 {
		p.typed = strconv.Itoa(guess)
	}
}

// nudge makes the guess larger, or smaller where by is negative.
func (p *Place) nudge(by int) show.Change {
	g := p.told().Guess
	if p.shown || g.Kind != Dot && g.Kind != Number {
		return 0
	}
	low, most, from := 1, p.prediction(g).Most(), p.guess
	if g.Kind == Number {
		low, most = 0, g.Most
	}
	if from < 0 {
		from = low
		if g.Kind == Dot {
			from = g.Points[max(0, g.At-1)].Bodies
		}
	}
	p.setGuess(max(low, min(from+by, most)))
	return predicted
}

// typeNumber takes what stands in the field, right or wrong.
func (p *Place) typeNumber(text string) show.Change {
	if p.shown {
		return 0
	}
	p.typed, p.problem, p.guess = text, "", -1
	if strings.TrimSpace(text) == "" {
		return predicted
	}
	g := p.told().Guess
	n, err := views.Whole(g.Unit, text, 0, g.Most)
	if err != nil {
		p.problem = err.Error()
	} else {
		p.guess = n
	}
	return predicted
}

// done are the guesses of the cards that were run on this device, by name.
func (p *Place) done() map[string]int {
	done := map[string]int{}
	for _, word := range strings.Fields(p.Settings().Done) {
		name, guess, _ := strings.Cut(word, ":")
		n, err := strconv.Atoi(guess)
		if err != nil {
			n = -1
		}
		if slices.ContainsFunc(p.cards, func(c Card) bool { return c.Name == name }) {
			done[name] = n
		}
	}
	return done
}
