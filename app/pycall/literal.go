package pycall

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A text literal is taken apart: rb'x' is raw, bytes, with the body x.
type literal struct {
	raw, bytes, formatted bool
	body                  string
	offset                int
}

func literalOf(t *token) literal {
	prefix, rest := t.text, ""
	if i := strings.IndexAny(t.text, `'"`); i >= 0 {
		prefix, rest = strings.ToLower(t.text[:i]), t.text[i:]
	}
	quote := 1
	if len(rest) >= 6 && rest[0] == rest[1] && rest[0] == rest[2] {
		quote = 3
	}
	return literal{
		raw:       strings.Contains(prefix, "r"),
		bytes:     strings.Contains(prefix, "b"),
		formatted: strings.Contains(prefix, "f"),
		body:      rest[quote : len(rest)-quote],
		offset:    t.offset,
	}
}

// joined returns the value of strings that stand side by side.
func joined(tokens []*token) (Value, *Error) {
	first := literalOf(tokens[0])
	var b strings.Builder
	for _, t := range tokens {
		l := literalOf(t)
		if l.formatted {
			return nil, errorAt(l.offset, refused, "an f-string computes; %s", onlyLiterals)
		}
		if err := l.write(&b); err != nil {
			return nil, err
		}
		if l.bytes != first.bytes {
			return nil, errorAt(first.offset, syntaxError, "cannot mix bytes and nonbytes literals")
		}
	}
	if first.bytes {
		return Bytes(b.String()), nil
	}
	return Str(b.String()), nil
}

// write writes what a literal stands for.
func (l literal) write(b *strings.Builder) *Error {
	if l.bytes {
		for i := range len(l.body) {
			if l.body[i] >= utf8.RuneSelf {
				return errorAt(l.offset, syntaxError, "bytes can only contain ASCII literal characters")
			}
		}
	}
	if l.raw {
		b.WriteString(l.body)
		return nil
	}
	for rest := l.body; rest != ""; {
		if rest[0] != '\\' {
			n := strings.IndexByte(rest, '\\')
			if n < 0 {
				n = len(rest)
			}
			b.WriteString(rest[:n])
			rest = rest[n:]
			continue
		}
		n, err := l.escape(b, rest, len(l.body)-len(rest))
		if err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

// escape writes what the escape at the beginning of rest stands for, and returns
// its length. It stands at the byte at of the body.
func (l literal) escape(b *strings.Builder, rest string, at int) (int, *Error) {
	c := rest[1] // a literal does not end with a single backslash
	if i := strings.IndexByte("\\'\"abfnrtv", c); i >= 0 {
		b.WriteByte("\\'\"\a\b\f\n\r\t\v"[i])
		return 2, nil
	}
	switch {
	case c == '\n':
		return 2, nil
	case '0' <= c && c <= '7':
		n := 2
		for n < 4 && n < len(rest) && '0' <= rest[n] && rest[n] <= '7' {
			n++
		}
		v, _ := strconv.ParseUint(rest[1:n], 8, 32)
		l.char(b, rune(v))
		return n, nil
	case c == 'x' && l.bytes:
		n := hexes(rest[2:], 2)
		if n < 2 {
			return 0, errorAt(l.offset, syntaxError, `(value error) invalid \x escape at position %d`, at)
		}
		v, _ := strconv.ParseUint(rest[2:4], 16, 32)
		b.WriteByte(byte(v))
		return 4, nil
	case l.bytes:
	case c == 'x':
		return l.unicode(b, rest, at, 2, `\xXX`)
	case c == 'u':
		return l.unicode(b, rest, at, 4, `\uXXXX`)
	case c == 'U':
		return l.unicode(b, rest, at, 8, `\UXXXXXXXX`)
	case c == 'N':
		return 0, errorAt(l.offset, refused, `\N{…} is not known here; write the character itself, or its number as in \u00e9`)
	}
	b.WriteByte('\\') // no escape at all: Python keeps the backslash
	return 1, nil
}

// unicode writes the character of an escape with so many hexadecimal digits.
func (l literal) unicode(b *strings.Builder, rest string, at, digits int, form string) (int, *Error) {
	n := hexes(rest[2:], digits)
	wrong := func(why string) *Error {
		from := l.position(at)
		return errorAt(l.offset, syntaxError, "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", from, from+1+n, why)
	}
	if n < digits {
		return 0, wrong("truncated " + form + " escape")
	}
	v, _ := strconv.ParseUint(rest[2:2+n], 16, 32)
	switch {
	case v > utf8.MaxRune:
		return 0, wrong("illegal Unicode character")
	case !utf8.ValidRune(rune(v)):
		return 0, errorAt(l.offset, refused, "%s is half a character (a surrogate), which cannot be kept here; write the whole one, as in \\U0001f600", rest[:2+n])
	}
	l.char(b, rune(v))
	return 2 + n, nil
}

// char writes a character, or the byte that CPython makes of it.
func (l literal) char(b *strings.Builder, r rune) {
	if l.bytes {
		b.WriteByte(byte(r))
		return
	}
	b.WriteRune(r)
}

// position returns where CPython counts the byte at of the body to be: its codec
// is given \U0001f600 for each character that is not ASCII, and \u005c for a
// backslash before one. See decode_unicode_with_escapes in
// Parser/string_parser.c.
func (l literal) position(at int) int {
	position := 0
	for i, r := range l.body[:at] {
		switch {
		case r >= utf8.RuneSelf:
			position += 10
		case r == '\\' && (i == 0 || !l.escaped(i)) && i+1 < len(l.body) && l.body[i+1] >= utf8.RuneSelf:
			position += 6
		default:
			position++
		}
	}
	return position
}

// escaped reports whether an odd number of backslashes stands before byte i.
func (l literal) escaped(i int) bool {
	before := l.body[:i]
	return (len(before)-len(strings.TrimRight(before, `\`)))%2 == 1
}

// hexes returns how many hexadecimal digits, at most most, text begins with.
func hexes(text string, most int) int {
	n := 0
	for n < most && n < len(text) && strings.IndexByte("0123456789abcdefABCDEF", text[n]) >= 0 {
		n++
	}
	return n
}
