package main

import (
	"fmt"
	"strconv"
	"strings"

	"playground/app/draw"
	"playground/app/programs"
	"playground/app/trace"

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
// names it in the message.
func whole(what, text string, badInput bool, lo, hi int) (int, error) {
	accepted := fmt.Sprintf("%s is a whole number from %s to %s", what, draw.Count(lo), draw.Count(hi))
	text = strings.NewReplacer("_", "", ",", "", " ", "").Replace(text)
	if badInput {
		return 0, fmt.Errorf("That is not a number: %s.", accepted)
	}
	if text == "" {
		return 0, fmt.Errorf("Nothing is typed here: %s.", accepted)
	}
	n, err := strconv.Atoi(text)
	switch {
	case err != nil && strings.Trim(text, "+-0123456789") == "":
		return 0, fmt.Errorf("That is too large: %s.", accepted)
	case err != nil:
		return 0, fmt.Errorf("That is not a whole number: %s.", accepted)
	case n > hi:
		return 0, fmt.Errorf("%s is too large: %s.", draw.Count(n), accepted)
	case n < lo && lo == 0:
		return 0, fmt.Errorf("%s is negative: %s.", draw.Count(n), accepted)
	case n < lo:
		return 0, fmt.Errorf("%s is too small: %s.", draw.Count(n), accepted)
	}
	return n, nil
}

// readArgument takes the argument from its field; ok is false, and the problem
// stands at the field, where it is none.
func (p *page) readArgument(badInput bool) (n int, ok bool) {
	prog := p.program()
	n, err := whole(prog.Param, p.argument.text, badInput, prog.Min, prog.Max)
	p.argument.problem, p.argument.note = "", ""
	if err != nil {
		p.argument.problem = err.Error()
	} else if n < 0 {
		p.argument.note = prog.Negative
	}
	return n, err == nil
}

// fillFields writes into the fields what the script says.
func (p *page) fillFields() {
	s := p.play.Script()
	p.setSize(sizeIn(s.Size))
	n := p.program().Default
	for _, st := range s.Statements {
		if st.Op == trace.Call {
			n = st.Arg
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

// python writes an integer as Python source does: with underscores where it is
// long.
func python(n int) string {
	if n > -100_000 && n < 100_000 {
		return strconv.Itoa(n)
	}
	return strings.ReplaceAll(draw.Count(n), ",", "_")
}
