package experiments

import (
	"time"

	"playground/app/show"
	"playground/app/timing"
)

// What a transition can change.
const (
	shownCard show.Change = 1 << iota // another card
	predicted                         // what was guessed, or run
	timed                             // measured times have come
	listed                            // which cards are done
	layout                            // how the page is shown
	inspected                         // what stands in the key inspector

	onCard = shownCard | predicted | timed | layout | inspected
)

// A Place shows the experiments, one at a time. Make one with New. It is for one
// goroutine.
type Place struct {
	show.Page
	cards []Card
	at    int
	story *Story // of the card at at, once it was asked for

	guess   int    // negative: none yet
	typed   string // what stands in the field of a number
	problem string // what is wrong with it
	shown   bool

	embed, present, paper bool
	one                   bool // of a worksheet: this card alone

	clock func() time.Duration
	race  *timing.Race
	base  string
	inspector
}

// New returns the place as it opens. clock tells the time since some moment.
func New(clock func() time.Duration) *Place {
	return &Place{cards: All(), guess: -1, clock: clock, inspector: newInspector()}
}

// Base tells the address of the page, without what a link adds to it.
func (p *Place) Base(address string) { p.base = address }

func (p *Place) card() Card { return p.cards[p.at] }

// told is the story of the card, which is made once.
func (p *Place) told() *Story {
	if p.story == nil {
		p.story = p.card().Story(p.measured())
	}
	return p.story
}

// Go shows another card, to be predicted.
func (p *Place) Go(i int) show.Change { return p.open(max(0, min(i, len(p.cards)-1)), false) }

// Next goes to the next card, or back where by is negative.
func (p *Place) Next(by int) show.Change {
	n := len(p.cards)
	return p.Go((p.at + by + n) % n)
}

// open shows a card; with its answer where answered says so, and with what was
// guessed then.
func (p *Place) open(i int, answered bool) show.Change {
	if p.race != nil {
		p.race.Stop()
		p.race = nil
	}
	p.at, p.story, p.shown = i, nil, answered
	p.guess, p.typed, p.problem = -1, "", ""
	if guess, done := p.done()[p.card().Name]; done && answered {
		p.setGuess(guess)
	}
	if answered {
		p.measure()
	}
	return shownCard | predicted | timed | listed | inspected | show.Shown
}

// Sentence is the question, or, once it is answered, what decided.
func (p *Place) Sentence() string {
	if p.shown {
		return p.told().Why.String()
	}
	return p.told().Ask.String()
}

// Presented reports whether the card is shown to a room.
func (p *Place) Presented() bool { return p.present }

// Dress is how the page is shown as a whole.
func (p *Place) Dress() show.Dress {
	return show.Dress{Embed: p.embed, Present: p.present, Paper: p.paper}
}

// Worksheet has a worksheet drawn, to be printed: of all cards, or of this one.
func (p *Place) Worksheet(yes, one bool) show.Change {
	p.paper, p.one = yes, one
	return layout | show.Dressed
}

// Python is the program of the card.
func (p *Place) Python() string { return p.told().Python }

// Golang is the program of the card in Go, "" where there is none.
func (p *Place) Golang() string { return p.told().Go }
