// Package experiments is the place where people predict what a cache does, run it,
// and see what decided.
//
// A [Card] is one experiment: one small file, and one line in [All]. What it says
// is made when it is shown, by running package lru there and then; no number in it
// is typed in. A [Place] shows the cards, one at a time, and keeps what was guessed.
package experiments

import (
	"playground/app/markup"
	"playground/app/timing"
	"playground/app/trace"
)

// All returns the cards in the order of the page.
func All() []Card {
	return []Card{
		howManyCalls(),
		theSecondCall(),
		oneLine(),
		oneMoreSlot(),
		whoHasToGo(),
		theOtherOrder(),
		aLoopTooLong(),
		biggerAndSlower(),
		maxsizeNone(),
		readTheCounters(),
		whatCacheClearKeeps(),
		theChallenge(),
		theTalksPi(),
		factorialsFirstCall(),
		theRecursionLimit(),
		aFunctionThatPrints(),
		aList(),
		anAnswerGoneStale(),
		somebodyChangedMyList(),
		sameCallOtherKey(),
		aFailingCall(),
		aMethod(),
		twoThreads(),
	}
}

// The groups of cards, in order.
const (
	Saves  = "What the cache saves"
	Size   = "maxsize and eviction"
	Info   = "cache_info and cache_clear"
	Pays   = "When it pays"
	NotFor = "When not to"
)

// A Card is one experiment.
type Card struct {
	Name  string // stable: it is in links
	Group string
	Title string

	// Story runs the experiment. It takes some milliseconds at most; what takes
	// longer is measured by the place, and told by m.
	Story func(m Measured) *Story

	// Inspects says that calls can be typed, to see their keys.
	Inspects bool

	// Race is what is measured when the card is run, nil for nothing.
	Race func() trace.Script
}

// Measured is what was measured here so far.
type Measured struct {
	Without, With []timing.Round
	Done          bool
}

// A Story is all that a card has to say.
type Story struct {
	Ask   Text  // the question, in one or two sentences
	Guess Guess // how it is answered beforehand
	Tone  string
	Why   Text   // two sentences that name the event that decided
	Watch string // the address of the playground, or of Your function, at the step that decided
	There Text   // what is other there than here, in a few words; nil for nothing
	Own   string // and where one can go on with something of one's own

	// Picture shows more than the prediction does, nil if nothing: beforehand, and
	// when shown says so, what came of it.
	Picture func(width int, shown bool) markup.Node

	Record string // the call record that the recorder writes of the program, or of its beginning; "" where none is shown
	Python string // the program, as it is shown and run
	Go     string // the same in Go, where there is something to compare
	Prints string // what Python prints for it, or what that begins with: times differ
	Words  []string
	More   []Source // the documentation or the report behind it
}

// A Source is something to read.
type Source struct{ Title, URL string }

var (
	functools = Source{"The Python documentation: functools.lru_cache", "https://docs.python.org/3/library/functools.html#functools.lru_cache"}
	talk      = Source{"The talk “Caching with lru_cache”", "https://github.com/pysprings/lightning-talks"}
)

// A Kind says how one predicts.
type Kind uint8

const (
	Choice Kind = iota // one of four
	Tap                // one of the entries of a cache
	Dot                // a point of the curve
	Number             // a number
)

// A Guess is what there is to predict.
type Guess struct {
	Kind    Kind
	Options []Text // of a Choice or a Tap; of a Dot or a Number, made of Offers
	Truth   int    // the index of the option, or the number; negative while that is not known

	// Of a Dot: the curve, and the maxsize that is asked for.
	Points []trace.Point
	At     trace.Size
	Note   string // stands behind the truth

	// Of a Number: the end of its axis, and what is counted.
	Most int
	Unit string

	// Offers are numbers to choose from in a room, where nobody can drag anything:
	// wrong ones, which come of a run as the truth does.
	Offers []int
}
