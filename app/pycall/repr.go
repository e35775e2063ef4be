package pycall

import (
	"strconv"
	"strings"
)

// quote returns the quotes that Python's repr chooses: double ones if that saves
// a backslash.
func quote(s string) byte {
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		return '"'
	}
	return '\''
}

// reprStr writes a str. What Python calls printable is what unicode.IsPrint does,
// in whatever version of Unicode each knows.
func reprStr(s string) string {
	q := quote(s)
	b := []byte{q}
	for _, r := range s {
		switch {
		case r == rune(q) || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case strconv.IsPrint(r):
			b = append(b, string(r)...)
		case r <= 0xff:
			b = appendHex(b, 'x', 2, r)
		case r <= 0xffff:
			b = appendHex(b, 'u', 4, r)
		default:
			b = appendHex(b, 'U', 8, r)
		}
	}
	return string(append(b, q))
}

// reprBytes writes bytes.
func reprBytes(s string) string {
	q := quote(s)
	b := []byte{'b', q}
	for _, c := range []byte(s) {
		switch {
		case c == q || c == '\\':
			b = append(b, '\\', c)
		case c == '\n':
			b = append(b, `\n`...)
		case c == '\r':
			b = append(b, `\r`...)
		case c == '\t':
			b = append(b, `\t`...)
		case c < ' ' || c >= 0x7f:
			b = appendHex(b, 'x', 2, rune(c))
		default:
			b = append(b, c)
		}
	}
	return string(append(b, q))
}

// appendHex appends an escape with so many hexadecimal digits.
func appendHex(b []byte, letter byte, digits int, r rune) []byte {
	b = append(b, '\\', letter)
	for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
		b = append(b, "0123456789abcdef"[r>>shift&15])
	}
	return b
}
