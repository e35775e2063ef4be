package pycall

import "strings"

// MaxText is the longest text, in bytes, that Parse and ParseValue read.
const MaxText = 100_000

// A Call is what was called, and with what.
type Call struct {
	Func     string // as written: f, math.sqrt
	Args     []Value
	Keywords []Keyword // in the order of the call; no name comes twice
}

// A Keyword is an argument given by name.
type Keyword struct {
	Name  string
	Value Value
}

// Parse reads one call, such as f(1, x="a"). Space and comments around it do not
// matter. The error, if there is one, is an *Error. The cost is linear in the
// length of the text, but for decimal integers of thousands of digits.
func Parse(text string) (Call, error) {
	p, err := newParser(text)
	if err != nil {
		return Call{}, err
	}
	return caught(p, p.wholeCall)
}

// ParseValue reads one literal, such as (1, "a"), by the rules of an argument.
// The error, if there is one, is an *Error.
func ParseValue(text string) (Value, error) {
	p, err := newParser(text)
	if err != nil {
		return nil, err
	}
	return caught(p, p.wholeValue)
}

// String returns the call as Python would be given it, each value by its repr.
func (c Call) String() string {
	var args []string
	for _, a := range c.Args {
		args = append(args, a.String())
	}
	for _, k := range c.Keywords {
		args = append(args, k.Name+"="+k.Value.String())
	}
	return c.Func + "(" + strings.Join(args, ", ") + ")"
}
