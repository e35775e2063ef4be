// Package words says in plain English what a step did and why.
//
// Sentences are lists of parts, so that the page can light a key wherever else
// it is drawn and can make a link of a step or a maxsize; [Plain] joins them for
// a screen reader and for tests. The same four glyphs stand for the same four
// meanings as in the pictures: ✓ hit, + computed, ↻ computed again, × evicted.
package words

import (
	"strings"

	"playground/app/trace"
)

// A Part is a piece of a sentence. At most one of Tone, Key, Step and Size is
// set.
type Part struct {
	Text string
	Tone string      // "hit", "miss", "again" or "evict"; "" for plain ink
	Key  *int32      // the key that Text names
	Step int         // the step that Text links to, if not 0
	Size *trace.Size // the maxsize that Text links to
}

// Plain joins the parts.
func Plain(parts []Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// A teller builds sentences about one recording.
type teller struct {
	rec   *trace.Recording
	parts []Part
}

func (t *teller) add(p Part) *teller {
	t.parts = append(t.parts, p)
	return t
}

func (t *teller) say(text string) *teller { return t.add(Part{Text: text}) }

func (t *teller) tone(tone, text string) *teller { return t.add(Part{Text: text, Tone: tone}) }

func (t *teller) call(key int32) *teller {
	return t.add(Part{Text: t.rec.Call(key), Key: &key})
}

// equals is a call with its result.
func (t *teller) equals(key int32) *teller { return t.call(key).say(" = ").value(key) }

// value is the result of a call that returned.
func (t *teller) value(key int32) *teller {
	return t.say(Short(t.rec.Value(key).String(), 24))
}

func (t *teller) step(step int) *teller {
	return t.add(Part{Text: "step " + Count(step), Step: step})
}

func (t *teller) size(size trace.Size) *teller {
	return t.add(Part{Text: "maxsize=" + size.String(), Size: &size})
}
