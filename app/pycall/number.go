package pycall

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDigits is how many decimal digits of an int CPython reads, since 3.11.
const maxDigits = 4300

// number passes over a number. Its errors are those of tok_get in CPython's
// Parser/tokenizer.c, in the same order.
func (l *lexer) number() {
	if l.peek(0) == '0' {
		switch l.peek(1) {
		case 'x', 'X':
			l.at += 2
			l.digits("hexadecimal", func(c byte) bool { return digit(c) || 'a' <= c|0x20 && c|0x20 <= 'f' })
			return
		case 'o', 'O':
			l.at += 2
			l.digits("octal", func(c byte) bool { return '0' <= c && c < '8' })
			return
		case 'b', 'B':
			l.at += 2
			l.digits("binary", func(c byte) bool { return c == '0' || c == '1' })
			return
		}
	}
	from := l.at
	whole := l.peek(0) != '.'
	if whole {
		l.decimal()
	}
	leading := l.text[from] == '0' && strings.Trim(l.text[from:l.at], "0_") != ""
	if l.peek(0) == '.' {
		whole = false
		l.at++
		if digit(l.peek(0)) {
			l.decimal()
		}
	}
	if e := l.peek(0); e|0x20 == 'e' {
		sign := 1
		if c := l.peek(1); c == '+' || c == '-' {
			sign = 2
		}
		switch {
		case digit(l.peek(sign)):
			whole = false
			l.at += sign
			l.decimal()
		case sign == 2:
			l.at += 2
			l.fail("invalid decimal literal")
		default:
			l.numberEnds("decimal")
			return
		}
	}
	if l.peek(0)|0x20 == 'j' {
		l.at++
		l.numberEnds("imaginary")
		return
	}
	if leading && whole {
		l.fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
	}
	l.numberEnds("decimal")
}

// decimal passes over digits with single underscores between them.
func (l *lexer) decimal() {
	for {
		for digit(l.peek(0)) {
			l.at++
		}
		if l.peek(0) != '_' {
			return
		}
		l.at++
		if !digit(l.peek(0)) {
			l.fail("invalid decimal literal")
		}
	}
}

// digits passes over the digits after 0x, 0o or 0b, with single underscores
// before and between them.
func (l *lexer) digits(kind string, ok func(byte) bool) {
	wrong := func() {
		if c := l.peek(0); digit(c) {
			l.fail("invalid digit '%c' in %s literal", c, kind)
		}
	}
	for first := true; first || l.peek(0) == '_'; first = false {
		if l.peek(0) == '_' {
			l.at++
		}
		if !ok(l.peek(0)) {
			wrong()
			l.fail("invalid %s literal", kind)
		}
		for ok(l.peek(0)) {
			l.at++
		}
	}
	wrong()
	l.numberEnds(kind)
}

// numberEnds refuses a name right after a number, unless it is a keyword that
// can follow one: 1or 2.
func (l *lexer) numberEnds(kind string) {
	for _, word := range []string{"and", "else", "for", "if", "in", "is", "or", "not"} {
		if strings.HasPrefix(l.text[l.at:], word) {
			return
		}
	}
	if c := l.peek(0); c < utf8.RuneSelf && wordByte(c) {
		l.fail("invalid %s literal", kind)
	}
}

// numberOf returns the value of a number's token.
func numberOf(t *token) (Value, *Error) {
	text := strings.ToLower(strings.ReplaceAll(t.text, "_", ""))
	hex := strings.HasPrefix(text, "0x")
	if imaginary, ok := strings.CutSuffix(text, "j"); ok {
		// ParseFloat's only error here is one of range, with the infinity that
		// Python has too.
		f, _ := strconv.ParseFloat(imaginary, 64)
		return Complex(complex(0, f)), nil
	}
	if !hex && strings.ContainsAny(text, ".e") {
		f, _ := strconv.ParseFloat(text, 64)
		return NewFloat(f), nil
	}
	if digits := len(text); digit(text[len(text)-1]) && (len(text) < 2 || digit(text[1])) && digits > maxDigits {
		return nil, errorAt(t.offset, syntaxError, "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", maxDigits, digits)
	}
	if strings.Trim(text, "0") == "" {
		text = "0" // 000 is 0 in Python, and no octal number
	}
	n, ok := new(big.Int).SetString(text, 0)
	if !ok {
		panic("pycall: the lexer let pass " + t.text)
	}
	return Int{n}, nil
}
