package main

import (
	"fmt"
	"strconv"
	"strings"

	"playground/app/draw"
	"playground/app/programs"
	"playground/app/trace"
)

// A field is an input with what was typed into it, right or wrong, and what is
// wrong with it.
type field struct{ text, problem string }

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
	p.argument.problem = ""
	if err != nil {
		p.argument.problem = err.Error()
	}
	return n, err == nil
}

// fillFields writes into the fields what the script says.
func (p *page) fillFields() {
	s := p.play.Script()
	p.size = field{text: s.Size.String()}
	if s.Size == trace.None {
		p.size.text = ""
	}
	prog := p.program()
	p.argument = field{text: strconv.Itoa(prog.Default)}
	for _, st := range s.Statements {
		if st.Op == trace.Call {
			p.argument.text = strconv.Itoa(st.Arg)
		}
	}
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
