// Package source shows a script as text: the decorated function as the page
// lists it, with the line that runs at each step, and the whole script as a
// program to copy, in Python and in Go.
//
// The copies are meant to be run. Under CPython, and on package lru, they print
// the very results and the very CacheInfo that the page shows.
package source

import (
	"strings"

	"playground/app/programs"
	"playground/app/trace"
)

// A Kind says how a span is to look.
type Kind uint8

const (
	Text     Kind = iota
	Keyword       // def, if, return
	Function      // the name of the function, and that of the decorator
	Number        // a literal
	Size          // the maxsize in the decorator, None included
)

// A Span is a piece of a line that looks the same throughout.
type Span struct {
	Kind Kind
	Text string
}

// A Line is one line of source. Its spans, joined, are the line.
type Line []Span

// Listing returns the function with its decorator in front, which is line 0.
func Listing(p programs.Program, size trace.Size) []Line {
	lines := []Line{{
		{Text, "@"}, {Function, "lru_cache"}, {Text, "(maxsize="}, {Size, size.String()}, {Text, ")"},
	}}
	for text := range strings.SplitSeq(p.Python, "\n") {
		lines = append(lines, spans(text, p.Name))
	}
	return lines
}

// spans takes a line of Python apart, as far as the catalogue needs it: there
// are no strings and no comments in it.
func spans(text, name string) Line {
	var line Line
	for text != "" {
		n, kind := token(text, name)
		if last := len(line) - 1; kind == Text && last >= 0 && line[last].Kind == Text {
			line[last].Text += text[:n]
		} else {
			line = append(line, Span{kind, text[:n]})
		}
		text = text[n:]
	}
	return line
}

// token returns the length and the kind of what text begins with.
func token(text, name string) (n int, kind Kind) {
	for n < len(text) && isWord(text[n]) {
		n++
	}
	if n == 0 {
		return 1, Text
	}
	if isDigit(text[0]) {
		// The point of 0.0 belongs to the number.
		if n+1 < len(text) && text[n] == '.' && isDigit(text[n+1]) {
			for n++; n < len(text) && isWord(text[n]); n++ {
			}
		}
		return n, Number
	}
	switch text[:n] {
	case name:
		return n, Function
	case "def", "if", "elif", "else", "return", "for", "in", "while", "and", "or", "not",
		"None", "True", "False", "raise", "try", "except", "pass", "lambda":
		return n, Keyword
	}
	return n, Text
}

func isWord(c byte) bool {
	return c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z' || isDigit(c)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
