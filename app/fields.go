package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// A field is an input for a whole number: what was typed into it, right or
// wrong, what is wrong with it, and what is worth knowing about it.
type field struct{ text, problem, note string }

// input is the field itself. In the browser show writes into it; go-app would
// write with every redraw, and take away what is half typed, as the minus of a
// negative number.
func (f field) input(id, label string, lo, hi int) app.HTMLInput {
	in := app.Input().Type("number").ID(id).Aria("label", label).
		Min(lo).Max(hi).Step(1).
		Attr("inputmode", "numeric").AutoComplete(false).
		Aria("invalid", f.problem != "").Aria("describedby", id+"-says")
	if app.IsServer {
		in = in.Value(f.text)
	}
	return in
}

func show(id, text string) {
	if in := app.Window().GetElementByID(id); in.Truthy() && in.Get("value").String() != text {
		in.Set("value", text)
	}
}

// says is what stands at the field: the problem, or else the note.
func (f field) says(id string) app.UI {
	text := f.problem
	if text == "" {
		text = f.note
	}
	return problem(id+"-says", text).Attr("data-note", f.problem == "")
}

// problem says what is wrong and what would be accepted.
func problem(id, text string) app.HTMLP {
	return app.P().ID(id).Class("problem").Aria("live", "polite").Hidden(text == "").Text(text)
}

const maxSize = int(trace.MaxSize) // of the field

// whole reads a whole number from lo to hi as people and Python write it; what
// names it in the message, which always says what would be accepted.
func whole(what, text string, badInput bool, lo, hi int) (int, error) {
	refuse := func(why string) (int, error) {
		return 0, refusal(fmt.Sprintf("%s: %s is a whole number from %s to %s.", why, what, words.Count(lo), words.Count(hi)))
	}
	text = strings.TrimSpace(text)
	if badInput {
		return refuse("That is not a number")
	}
	if text == "" {
		return refuse("Nothing is typed here")
	}
	n, err := strconv.Atoi(joined(text))
	huge := errors.Is(err, strconv.ErrRange) // n is the nearest there is
	said := words.Count(n)
	if huge {
		said = "That"
	}
	switch {
	case err != nil && !huge:
		return refuse("That is not a whole number")
	case n > hi || huge && n > 0:
		return refuse(said + " is too large")
	case n < lo && lo == 0:
		return refuse(said + " is negative")
	case n < lo || huge:
		return refuse(said + " is too small")
	}
	return n, nil
}

// A refusal is what a field says to what it cannot use, in whole sentences.
type refusal string

func (r refusal) Error() string { return string(r) }

// joined leaves out what separates the thousands: 1_000, 1,000 and 1 000. What
// separates anything else stays, for 2,5 is not 25.
func joined(text string) string {
	for _, separator := range []string{"_", ",", " "} {
		groups := strings.Split(text, separator)
		if len(groups) > 1 && thousands(groups) {
			return strings.Join(groups, "")
		}
	}
	return text
}

func thousands(groups []string) bool {
	first := strings.TrimLeft(groups[0], "+-")
	for _, group := range groups[1:] {
		if len(group) != 3 {
			return false
		}
	}
	return 1 <= len(first) && len(first) <= 3
}

// readArgument takes the argument from its field; ok is false, and the problem
// stands at the field, where it is none.
func (p *page) readArgument(badInput bool) (n int, ok bool) {
	prog := p.program()
	n, err := whole(prog.Params[0].Name, p.argument.text, badInput, prog.Params[0].Min, prog.Params[0].Max)
	p.argument.problem, p.argument.note = "", ""
	if err != nil {
		p.argument.problem = err.Error()
	} else if prog.Note != nil {
		p.argument.note = prog.Note(programs.Ints(n))
	}
	return n, err == nil
}

// fillFields writes into the fields what the script says.
func (p *page) fillFields() {
	s := p.play.Script()
	p.setSize(sizeIn(s.Size))
	n := p.program().Defaults()[0].Int()
	for _, st := range s.Statements {
		if st.Op == trace.Call {
			n = st.Args[0].Int()
		}
	}
	p.setArgument(strconv.Itoa(n))
}

// sizeIn is a maxsize as it stands in its field; None has a box of its own.
func sizeIn(size trace.Size) string {
	if size == trace.None {
		return ""
	}
	return size.String()
}

func (p *page) setSize(text string) {
	if p.size.text != text || p.size.problem != "" {
		p.size = field{text: text}
	}
	show("maxsize-value", text)
}

func (p *page) setArgument(text string) {
	p.argument = field{text: text}
	show("n", text)
}

// program is the function of the script asked for.
func (p *page) program() programs.Program {
	prog, _ := programs.Find(p.play.Script().Program)
	return prog
}
