package programs

import (
	"strconv"
	"strings"
	"unicode"
)

// An Arg is one argument of a call: a whole number, a string, or something that
// a call record tells of and that only Python could make again. Args are values,
// and equal (==) where Python's cache would take them for equal. The zero Arg is
// the number 0.
type Arg struct {
	kind Kind
	n    int
	text string
}

// A Kind says what an argument is.
type Kind uint8

const (
	Number   Kind = iota // a whole number, Python's int
	Text                 // a string, Python's str
	Anything             // what a record tells of
)

// Int returns the argument that is a whole number.
func Int(n int) Arg { return Arg{n: n} }

// Str returns the argument that is a string.
func Str(s string) Arg { return Arg{kind: Text, text: s} }

// Recorded returns an argument of a call record. The record says by id which of
// its arguments are equal, and by text how this one reads; one id always goes
// with one text.
func Recorded(id int, text string) Arg { return Arg{Anything, id, text} }

// Kind tells what the argument is.
func (a Arg) Kind() Kind { return a.kind }

// Int is the number; 0 if the argument is none.
func (a Arg) Int() int {
	if a.kind != Number {
		return 0
	}
	return a.n
}

// Str is the string; "" if the argument is none.
func (a Arg) Str() string {
	if a.kind != Text {
		return ""
	}
	return a.text
}

// ID is the identity of a recorded argument; 0 for every other.
func (a Arg) ID() int {
	if a.kind != Anything {
		return 0
	}
	return a.n
}

// String writes the argument as Python source does: 5_000_000, 'it is', or as
// the record has it.
func (a Arg) String() string {
	switch a.kind {
	case Number:
		return Literal(a.n)
	case Text:
		return quote(a.text)
	}
	return a.text
}

// Args are the arguments of one call, in order.
type Args []Arg

// Ints returns arguments that are whole numbers.
func Ints(numbers ...int) Args {
	args := make(Args, len(numbers))
	for i, n := range numbers {
		args[i] = Int(n)
	}
	return args
}

// String writes the arguments as between the parentheses of a call: 'ab', 5.
func (a Args) String() string {
	if len(a) == 1 {
		return a[0].String()
	}
	words := make([]string, len(a))
	for i, arg := range a {
		words[i] = arg.String()
	}
	return strings.Join(words, ", ")
}

// Literal writes a whole number as Python source does, from five digits on with
// underscores between the thousands: 5_000_000.
func Literal(n int) string {
	s := strconv.Itoa(n)
	if -10_000 < n && n < 10_000 {
		return s
	}
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "_" + s[i:]
	}
	return s
}

// quote writes a string as Python's repr does: in single quotes unless only
// double ones need no backslash, and with escapes for what does not print.
func quote(s string) string {
	mark := '\''
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		mark = '"'
	}
	var b strings.Builder
	b.WriteRune(mark)
	for _, r := range s {
		switch {
		case r == mark || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r < 0x100:
			b.WriteString(`\x` + hex(r, 2))
		case r < 0x10000:
			b.WriteString(`\u` + hex(r, 4))
		default:
			b.WriteString(`\U` + hex(r, 8))
		}
	}
	b.WriteRune(mark)
	return b.String()
}

func hex(r rune, digits int) string {
	s := strconv.FormatInt(int64(r), 16)
	return strings.Repeat("0", digits-len(s)) + s
}
