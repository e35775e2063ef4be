package pycall

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word of the text, as CPython's Parser/tokenizer.c cuts it.
type token struct {
	kind   kind
	text   string // as written
	offset int
	line   int // from 1
}

type kind int

const (
	end kind = iota
	name
	number
	str
	op
	broken // a backslash that does not continue the line; its text says why
)

// maxDepth is how deep CPython lets brackets nest.
const maxDepth = 200

// A lexer cuts a text into tokens.
type lexer struct {
	text   string
	at     int
	line   int
	ended  bool // the line that the call is on
	tokens []*token
	open   []*token // the brackets open at this place
}

// lex returns all tokens, the last of kind end, and the brackets that are open
// there. It panics with an *Error.
func lex(text string) ([]*token, []*token) {
	l := &lexer{text: text, line: 1}
	for l.next() {
	}
	l.add(end, l.at)
	return l.tokens, l.open
}

// fail panics with the error that is noticed here.
func (l *lexer) fail(format string, args ...any) {
	panic(errorAt(l.at, syntaxError, format, args...))
}

func (l *lexer) add(k kind, from int) {
	l.put(k, l.text[from:l.at], from, l.line)
}

func (l *lexer) put(k kind, text string, from, line int) {
	l.tokens = append(l.tokens, &token{k, text, from, line})
}

// peek returns the byte that is n further, 0 after the end.
func (l *lexer) peek(n int) byte {
	if l.at+n < len(l.text) {
		return l.text[l.at+n]
	}
	return 0
}

// next adds the next token, or passes over space. It returns false at the end.
func (l *lexer) next() bool {
	from := l.at
	switch c := l.peek(0); {
	case l.at == len(l.text):
		return false
	case c == ' ' || c == '\t' || c == '\f':
		l.at++
	case c == '\n':
		l.at++
		l.line++
		l.ended = len(l.open) == 0 && len(l.tokens) > 0
	case c == '#':
		for l.at < len(l.text) && l.peek(0) != '\n' {
			l.at++
		}
	case l.ended:
		panic(errorAt(l.at, refused, "only the first line can be read; a call goes on in the next one only within its brackets"))
	case c == '\\':
		return l.continuation()
	case digit(c) || c == '.' && digit(l.peek(1)):
		l.number()
		l.add(number, from)
	case l.prefix() >= 0:
		l.string(l.prefix())
	case wordByte(c):
		l.word()
		l.add(name, from)
	default:
		l.op()
	}
	return true
}

// continuation passes over a backslash and the end of its line. Python notices
// what is wrong with it only when it comes to read it, not beforehand as with all
// other tokens, so it is a token of its own, and the last.
func (l *lexer) continuation() bool {
	from := l.at
	l.at++
	switch {
	case l.at == len(l.text) || l.text[l.at:] == "\n":
		if len(l.open) == 0 {
			l.put(broken, "unexpected EOF while parsing", from, l.line)
		}
		l.at = len(l.text)
		return false
	case l.peek(0) != '\n':
		l.put(broken, "unexpected character after line continuation character", from, l.line)
		return false
	}
	l.at++
	l.line++
	return true
}

// word passes over a name.
func (l *lexer) word() {
	from := l.at
	for l.at < len(l.text) && wordByte(l.peek(0)) {
		l.at++
	}
	for i, r := range l.text[from:l.at] {
		switch {
		case r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r):
		case i > 0 && unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc):
		case unicode.IsPrint(r):
			l.at = from + i
			l.fail("invalid character '%c' (U+%04X)", r, r)
		default:
			l.at = from + i
			l.fail("invalid non-printable character U+%04X", r)
		}
	}
}

// wordByte reports whether a byte can be part of a name: all that is not ASCII
// can, until the whole name is looked at.
func wordByte(c byte) bool {
	return c == '_' || digit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// operators of more than one character, the longest first.
const operators = "**= //= >>= <<= ... -> := == != <= >= ** // << >> += -= *= /= %= @= &= |= ^="

// op adds an operator, and keeps account of the brackets.
func (l *lexer) op() {
	from := l.at
	l.at++
	for o := range strings.FieldsSeq(operators) {
		if strings.HasPrefix(l.text[from:], o) {
			l.at = from + len(o)
			break
		}
	}
	c := l.text[from:l.at]
	if c < " " || c == "\x7f" {
		l.at = from
		l.fail("invalid non-printable character U+%04X", c[0])
	}
	l.add(op, from)
	switch c {
	case "(", "[", "{":
		if len(l.open) == maxDepth {
			l.fail("too many nested parentheses")
		}
		l.open = append(l.open, l.tokens[len(l.tokens)-1])
	case ")", "]", "}":
		l.at = from
		if len(l.open) == 0 {
			l.fail("unmatched '%s'", c)
		}
		last := l.open[len(l.open)-1]
		switch last.text + c {
		case "()", "[]", "{}":
		default:
			if last.line != l.line {
				l.fail("closing parenthesis '%s' does not match opening parenthesis '%s' on line %d", c, last.text, last.line)
			}
			l.fail("closing parenthesis '%s' does not match opening parenthesis '%s'", c, last.text)
		}
		l.open = l.open[:len(l.open)-1]
		l.at++
	}
}
