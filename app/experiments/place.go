package experiments

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"playground/app/show"
	"playground/app/timing"
	"playground/app/trace"
	"playground/app/views"
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

func (p *Place) measured() Measured {
	if p.race == nil {
		return Measured{}
	}
	return Measured{Without: p.race.Without, With: p.race.With, Done: p.race.Done()}
}

// Go shows another card, to be predicted.
func (p *Place) Go(i int) show.Change { return p.open(max(0, min(i, len(p.cards)-1)), false) }

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

func (p *Place) setGuess(guess int) {
	p.guess, p.problem = guess, ""
	if p.told().Guess.Kind == Number && guess >= 0 {
		p.typed = strconv.Itoa(guess)
	}
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

// Sentence is the question, or, once it is answered, what decided.
func (p *Place) Sentence() string {
	if p.shown {
		return p.told().Why.String()
	}
	return p.told().Ask.String()
}

// Embedded and Presented report how the page is shown; OnPaper whether a worksheet
// is to be printed.
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

// Script is a script of one statement that is made so many times.
func many(id string, size trace.Size, times, n int) trace.Script {
	s := script(id, size, n)
	s.Statements[0].Times = times
	return s
}

// Python is the program of the card.
func (p *Place) Python() string { return p.told().Python }

// Next goes to the next card, or back where by is negative.
func (p *Place) Next(by int) show.Change {
	n := len(p.cards)
	return p.Go((p.at + by + n) % n)
}

// Golang is the program of the card in Go, "" where there is none.
func (p *Place) Golang() string { return p.told().Go }
