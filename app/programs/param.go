package programs

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A Param is one parameter of a function, and what the page accepts for it.
type Param struct {
	Name string // as in the definition: "n"
	Kind Kind

	// Min and Max bound a number. Of a string they bound the length, in
	// characters (code points, as Python's len counts).
	Min, Max int

	Default Arg // what the page begins with
}

// Accepts says in words what may be given for the parameter: "a whole number
// from 0 to 10".
func (p Param) Accepts() string {
	switch {
	case p.Kind == Number:
		return fmt.Sprintf("a whole number from %d to %d", p.Min, p.Max)
	case p.Kind == Text && p.Min == 0:
		return fmt.Sprintf("text of at most %d characters", p.Max)
	case p.Kind == Text:
		return fmt.Sprintf("text of %d to %d characters", p.Min, p.Max)
	}
	return "an argument of the call record"
}

// Check returns nil for an argument that is accepted, and otherwise an error
// that says what would be.
func (p Param) Check(a Arg) error {
	ok := a.kind == p.Kind
	switch {
	case !ok:
	case p.Kind == Number:
		ok = p.Min <= a.n && a.n <= p.Max
	case p.Kind == Text:
		n := utf8.RuneCountInString(a.text)
		ok = utf8.ValidString(a.text) && p.Min <= n && n <= p.Max
	}
	if !ok {
		return fmt.Errorf("%s must be %s", p.Name, p.Accepts())
	}
	return nil
}

// Signature is the list of the parameters' names as in the definition: "s, t".
func (p Program) Signature() string {
	names := make([]string, len(p.Params))
	for i, param := range p.Params {
		names[i] = param.Name
	}
	return strings.Join(names, ", ")
}

// Defaults are the arguments that the page begins with.
func (p Program) Defaults() Args {
	args := make(Args, len(p.Params))
	for i, param := range p.Params {
		args[i] = param.Default
	}
	return args
}

// Check returns nil for arguments that the page accepts, and otherwise an error
// that says what would be accepted.
func (p Program) Check(args Args) error {
	if len(args) != len(p.Params) {
		noun := "arguments"
		if len(p.Params) == 1 {
			noun = "argument"
		}
		return fmt.Errorf("%s takes %d %s: %s", p.Name, len(p.Params), noun, p.Signature())
	}
	for i, param := range p.Params {
		if err := param.Check(args[i]); err != nil {
			return err
		}
	}
	return nil
}

// Bind writes each parameter with its argument: "s = 'ab',
// t = 5".
func (p Program) Bind(args Args) string {
	var b strings.Builder
	for i, param := range p.Params {
		if i >= len(args) {
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(param.Name + " = " + args[i].String())
	}
	return b.String()
}
