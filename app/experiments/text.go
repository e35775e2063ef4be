package experiments

import (
	"strings"

	"playground/app/link"
	"playground/app/markup"
	"playground/app/model"
	"playground/app/trace"
	"playground/app/words"
)

// A Text is a few sentences. What is said in it by hand has no digits in it: each
// number comes from a run, or is what was given to one.
type Text []Part

// A Part is a piece of a text.
type Part struct {
	words.Part
	Link string // the address that the text leads to
	Bold bool
	Ran  bool // it comes from a run
}

func say(text string) Text  { return Text(nil).say(text) }
func code(text string) Text { return Text(nil).code(text) }

func (t Text) say(text string) Text { return append(t, Part{Part: words.Part{Text: text}}) }

// code is a piece of Python in which no number stands.
func (t Text) code(text string) Text {
	return append(t, Part{Part: words.Part{Text: text, Code: true}})
}

// bold is what is to be seen first.
func (t Text) bold(text string) Text {
	return append(t, Part{Part: words.Part{Text: text}, Bold: true})
}

// tone begins what one of the meanings says.
func (t Text) tone(m words.Meaning, text string) Text {
	return append(t, Part{Part: words.Part{Text: m.Glyph + " " + text, Tone: m.Name}})
}

// n is a number that was counted.
func (t Text) n(n int) Text {
	return append(t, Part{Part: words.Part{Text: words.Count(n)}, Bold: true, Ran: true})
}

// times is a number of things that were counted: 11 times.
func (t Text) times(n int, one, many string) Text {
	return append(t, Part{Part: words.Part{Text: words.Plural(n, one, many)}, Ran: true})
}

// ran is a piece of Python that was run, or came of a run.
func (t Text) ran(text string) Text {
	return append(t, Part{Part: words.Part{Text: text, Code: true}, Ran: true})
}

// measured is what a measurement says, in words.
func (t Text) measured(text string) Text {
	return append(t, Part{Part: words.Part{Text: text}, Bold: true, Ran: true})
}

// size is a maxsize as in the decorator.
func (t Text) size(size trace.Size) Text { return t.ran("maxsize=" + size.String()) }

// call names the call of a key.
func (t Text) call(rec *trace.Recording, key int32) Text { return t.ran(rec.Call(key)) }

// key is the argument of a key.
func (t Text) key(rec *trace.Recording, key int32) Text { return t.ran(rec.Argument(key)) }

// statement is a line that was typed.
func (t Text) statement(rec *trace.Recording, i int) Text {
	return t.ran(rec.Results[i].Statement.Python(rec.Program.Name))
}

// step leads to a step of a recording, in the playground.
func (t Text) step(rec *trace.Recording, step int) Text {
	return append(t, Part{Part: words.Part{Text: "step " + words.Count(step)}, Link: watch(rec, step), Ran: true})
}

// String is the text without any markup.
func (t Text) String() string {
	var b strings.Builder
	for _, p := range t {
		b.WriteString(p.Text)
	}
	return b.String()
}

// draw turns the text into elements.
func (t Text) draw() []markup.Node {
	var nodes []markup.Node
	for _, p := range t {
		tag := ""
		var attrs []any
		switch {
		case p.Link != "":
			tag, attrs = "a", []any{"href", p.Link}
		case p.Tone != "":
			tag, attrs = "b", []any{"data-tone", p.Tone}
		case p.Code:
			tag, attrs = "code", []any{"translate", "no"}
		case p.Bold:
			tag = "b"
		}
		if tag == "" {
			nodes = append(nodes, markup.Text(p.Text))
			continue
		}
		nodes = append(nodes, markup.El(tag, attrs...).Say(p.Text))
	}
	return nodes
}

// watch is the address of the playground at a step of a recording; at its end
// where the step is negative.
func watch(rec *trace.Recording, step int) string { return playground(rec.Script, step) }

func playground(s trace.Script, step int) string {
	fragment, err := link.Encode(link.View{Script: s, Step: step}, model.Opening())
	if err != nil {
		panic("experiments: " + err.Error()) // a script of a card is short
	}
	return "../#" + fragment
}
