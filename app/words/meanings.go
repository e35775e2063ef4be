package words

import (
	"fmt"
	"strings"

	"playground/app/trace"
)

// A Meaning is one of the four things that can happen to a key. Whatever shows
// one, picture or sentence, shows it by these: never by its colour alone.
type Meaning struct {
	Name    string // in the style sheet, and in the data attributes of marks and tones
	Outcome string // of a call in the tree, in data-outcome
	Glyph   string
	Word    string
	Light   Colours // in the light theme
	Dark    Colours
}

// Colours are those of a meaning: for words and edges, and for the ground that
// such words stand on.
type Colours struct{ Ink, Ground string }

// The four meanings.
var (
	Hit   = Meaning{"hit", "hit", "✓", "hit", Colours{"#006b49", "#d8f3e8"}, Colours{"#43d3a4", "#103a2e"}}
	Miss  = Meaning{"miss", "computed", "+", "computed", Colours{"#7d5200", "#fdebc4"}, Colours{"#f2b84b", "#3d2f10"}}
	Again = Meaning{"again", "recomputed", "↻", "computed again", Colours{"#a63a08", "#ffdfcd"}, Colours{"#ff9a62", "#45240f"}}
	Evict = Meaning{"evict", "", "×", "evicted", Colours{"#a82447", "#fbe0e6"}, Colours{"#ff7d9c", "#3f1722"}}
)

// Meanings returns the four meanings in the order in which legends list them.
func Meanings() []Meaning { return []Meaning{Hit, Miss, Again, Evict} }

// MeaningOf returns what a lookup means: a hit, a first miss or a repeated one.
// It panics for any other kind.
func MeaningOf(k trace.Kind) Meaning {
	switch k {
	case trace.Hit:
		return Hit
	case trace.Miss:
		return Miss
	case trace.Again:
		return Again
	}
	panic("words: this kind is no lookup")
}

// Said is the glyph and the word: "✓ hit".
func (m Meaning) Said() string { return m.Glyph + " " + m.Word }

// StyleSheet declares the colours of the four meanings: --hit for words and edges,
// --hit-bg for the ground beneath them, and so on, for both themes.
func StyleSheet() string {
	var b strings.Builder
	b.WriteString(":root {\n")
	for _, m := range Meanings() {
		fmt.Fprintf(&b, "  --%s: light-dark(%s, %s);\n", m.Name, m.Light.Ink, m.Dark.Ink)
		fmt.Fprintf(&b, "  --%s-bg: light-dark(%s, %s);\n", m.Name, m.Light.Ground, m.Dark.Ground)
	}
	b.WriteString("}\n")
	return b.String()
}
