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
	Text string
	Link string // the address that the text leads to
	As   string // "bold", "code", a tone, or "" for plain ink
	Ran  bool   // it comes from a run
}

// text is a text in which each # stands for one of the parts, in order, what is
// between two * is bold, and what is between two ^ code.
func text(format string, parts ...*Part) Text {
	t := make(Text, 0, 2*len(parts)+1)
	as := ""
	for format != "" {
		i := strings.IndexAny(format, "#*^")
		if i < 0 {
			i = len(format)
		}
		if i > 0 {
			t = append(t, Part{Text: format[:i], As: as})
		}
		if i == len(format) {
			break
		}
		switch mark := format[i]; {
		case mark == '#':
			t = append(t, *parts[0])
			parts = parts[1:]
		case as != "":
			as = ""
		case mark == '*':
			as = "bold"
		default:
			as = "code"
		}
		format = format[i+1:]
	}
	return t
}

// n is a number that was counted.
func n(n int) *Part { return &Part{Text: words.Count(n), As: "bold", Ran: true} }

// times is a number of things that were counted: 11 times.
func times(n int, one, many string) *Part { return &Part{Text: words.Plural(n, one, many), Ran: true} }

// ran is a piece of Python that was run, or came of a run.
func ran(text string) *Part { return &Part{Text: text, As: "code", Ran: true} }

// measured is what a measurement says, in words.
func measured(text string) *Part { return &Part{Text: text, As: "bold", Ran: true} }

// tone begins what one of the meanings says. The check mark of a hit is left out: it
// would stand beneath a guess, and seem to be about that.
func tone(m words.Meaning, text string) *Part {
	if m.Name != words.Hit.Name {
		text = m.Glyph + " " + text
	}
	return &Part{Text: text, As: m.Name}
}

// size is a maxsize as in the decorator.
func size(size trace.Size) *Part { return ran("maxsize=" + size.String()) }

// call names the call of a key, and key its argument.
func call(rec *trace.Recording, key int32) *Part { return ran(rec.Call(key)) }
func key(rec *trace.Recording, key int32) *Part  { return ran(rec.Argument(key)) }

// statement is a line that was typed.
func statement(rec *trace.Recording, i int) *Part {
	return ran(rec.Results[i].Statement.Python(rec.Program.Name))
}

// step leads to a step of a recording, in the playground.
func step(rec *trace.Recording, step int) *Part {
	return &Part{Text: "step " + words.Count(step), Link: watch(rec, step), Ran: true}
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
	nodes := make([]markup.Node, 0, len(t))
	for _, p := range t {
		n := markup.Text(p.Text)
		switch {
		case p.Link != "":
			n = markup.El("a", "href", p.Link).Say(p.Text)
		case p.As == "code":
			n = markup.El("code", "translate", "no").Say(p.Text)
		case p.As == "bold":
			n = markup.El("b").Say(p.Text)
		case p.As != "":
			n = markup.El("b", "data-tone", p.As).Say(p.Text)
		}
		nodes = append(nodes, n)
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
