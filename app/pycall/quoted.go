package pycall

import "strings"

// prefix returns the length of the letters before a string's quote, -1 where no
// string begins.
func (l *lexer) prefix() int {
	for n := range 3 {
		if c := l.peek(n); c == '"' || c == '\'' {
			switch strings.ToLower(l.text[l.at : l.at+n]) {
			case "", "r", "u", "b", "br", "rb", "f", "fr", "rf":
				return n
			}
			return -1
		}
	}
	return -1
}

// string adds a string, of which n bytes are prefix.
func (l *lexer) string(n int) {
	from, line := l.at, l.line
	quote := l.text[from+n : from+n+1]
	what := "string literal"
	if strings.HasPrefix(l.text[from+n:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
		what = "triple-quoted string literal"
	}
	l.at += n + len(quote)
	for !strings.HasPrefix(l.text[l.at:], quote) {
		c := l.peek(0)
		if l.at == len(l.text) || c == '\n' && len(quote) == 1 {
			at := l.line
			if l.at == len(l.text) && at > line && l.text[l.at-1] == '\n' {
				at-- // the last line is the one that ends here
			}
			l.at = from
			l.fail("unterminated %s (detected at line %d)", what, at)
		}
		if c == '\\' && l.at+1 < len(l.text) {
			l.at++
			c = l.peek(0)
		}
		if c == '\n' {
			l.line++
		}
		l.at++
	}
	l.at += len(quote)
	l.put(str, l.text[from:l.at], from, line)
}
