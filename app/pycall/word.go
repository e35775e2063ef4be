package pycall

import (
	"math"
	"strconv"
	"strings"
)

// word reads True, float("nan") or the name of something, which has no value
// here.
func (p *parser) word() expr {
	t := p.next()
	switch t.text {
	case "True", "False":
		return expr{Bool(t.text == "True"), t.text}
	case "None":
		return expr{None{}, t.text}
	case "lambda", "not", "await", "yield":
		p.refuse(t, onlyLiterals)
	}
	if keyword(t.text) {
		p.invalid(t)
	}
	if p.peek().is("(") {
		switch t.text {
		case "float":
			return p.float()
		case "set":
			if p.ahead(1).is(")") {
				p.at += 2
				return expr{Set(nil), "function call"}
			}
		}
		p.refuse(t, onlyLiterals)
	}
	return expr{p.raise(t, refused, "name '%s' has no value here; %s, and a string in quotes", t.text, onlyLiterals), "name"}
}

// float reads ("nan") after float, and any other number in a string.
func (p *parser) float() expr {
	open := p.next()
	text := p.next()
	if text.kind != str || !p.peek().is(")") {
		p.refuse(open, `float is for float("nan") and float("inf") here; write other numbers as they are`)
	}
	p.at++
	v, err := joined([]*token{text})
	if err != nil {
		panic(err)
	}
	s, _ := v.(Str)
	f, wrong := strconv.ParseFloat(strings.TrimSpace(string(s)), 64)
	if wrong != nil && !math.IsInf(f, 0) || strings.ContainsAny(string(s), "xX_") {
		p.refuse(open, `float is for float("nan") and float("inf") here; write other numbers as they are`)
	}
	return expr{NewFloat(f), "function call"}
}

// keyword reports whether a word cannot be a name.
func keyword(word string) bool {
	return strings.Contains(keywords, " "+word+" ")
}

const keywords = " False None True and as assert async await break class continue def del elif else except finally for" +
	" from global if import in is lambda nonlocal not or pass raise return try while with yield "

func constant(word string) bool { return word == "True" || word == "False" || word == "None" }
