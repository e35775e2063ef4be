package pycall

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// An expr is a value with what CPython calls the expression that it comes from:
// literal, list, name.
type expr struct {
	value Value
	what  string
}

// expression reads a value and sees to it that what follows does not make it an
// expression that has to be computed.
func (p *parser) expression() expr {
	first := p.peek()
	e := p.signed()
	p.isWhole(first, e)
	return e
}

// isWhole panics if what follows a value belongs to it, or is another value.
func (p *parser) isWhole(first token, e expr) {
	p.isComputed(first)
	if t := p.peek(); p.starts(t) {
		p.forgotComma(first, e, t)
	}
}

// isComputed panics if what follows a value makes it part of an expression.
func (p *parser) isComputed(first token) {
	t := p.peek()
	if t.kind == op && strings.Contains(computing, " "+t.text+" ") || t.kind == name && continues(t.text) {
		p.refuse(first, onlyLiterals)
	}
}

// computing are the operators that can follow a value within an expression.
const computing = " + - * / // % @ ** << >> & | ^ < > <= >= == != . ( [ "

// continues reports whether a keyword can follow a value within an expression.
func continues(word string) bool {
	return slices.Contains([]string{"and", "or", "if", "in", "is", "not", "for", "async"}, word)
}

// starts reports whether a token can be the first of a value.
func (p *parser) starts(t token) bool {
	switch t.kind {
	case number, str:
		return true
	case name:
		return !keyword(t.text) || constant(t.text)
	}
	return t.is("{") || t.is("...")
}

// forgotComma panics because two values stand side by side. CPython has several
// words for it, see invalid_expression in Grammar/python.gram.
func (p *parser) forgotComma(first token, e expr, t token) {
	from := p.at
	soft := func(word string) bool { return strings.HasPrefix(word, first.text) }
	print := first.text == "print" || first.text == "exec"
	if e.what == "name" && (print || t.kind == str || slices.ContainsFunc([]string{"_", "case", "match", "type"}, soft)) {
		// CPython looks whether this is a print statement, and so for errors in what
		// would be printed.
		if p.sideBySide++; p.sideBySide > maxSideBySide {
			p.refuse(first, onlyLiterals)
		}
		another := p.reads(func() { p.expression() })
		for another && p.peek().is(",") {
			p.next()
			if !p.reads(func() { p.expression() }) {
				break
			}
		}
		if print && another {
			p.fail(first, "Missing parentheses in call to '%s'. Did you mean %[1]s(...)?", first.text)
		}
	} else if p.reads(func() { p.signed() }) {
		if p.incomplete() {
			p.isComputed(first)
		}
		p.fail(first, "invalid syntax. Perhaps you forgot a comma?")
	}
	p.invalid(p.tokens[from])
}

// maxSideBySide bounds the recursion for words that stand side by side.
const maxSideBySide = 20

// incomplete reports whether an error lies further on that CPython meets first,
// should it read as far.
func (p *parser) incomplete() bool {
	return len(p.open) > 0 || p.tokens[len(p.tokens)-2].kind == broken
}

// reads reports whether CPython could read this here. An error that says more
// than invalid syntax is an error all the same.
func (p *parser) reads(this func()) (ok bool) {
	defer func() {
		if r := recover(); r != nil {
			e, isError := r.(*Error)
			if !isError || e.Text != "invalid syntax" {
				panic(r)
			}
			ok = false
		}
	}()
	this()
	p.peek() // as CPython does, to see whether there is more of it
	return true
}

// signed reads a value with the signs before it, and the sum of a real and an
// imaginary number, which is how Python writes a complex one: -1+2j.
func (p *parser) signed() expr {
	var signs []token
	for p.peek().is("-") || p.peek().is("+") {
		if signs = append(signs, p.next()); len(signs) > maxDepth {
			p.refuse(signs[0], "these are more signs than can be read here")
		}
	}
	e := p.atom()
	for _, sign := range slices.Backward(signs) {
		v, ok := withSign(sign.text, e.value)
		if !ok {
			v = p.raise(sign, typeError, "bad operand type for unary %s: '%s'", sign.text, e.value.Type())
		}
		e = expr{v, "expression"}
	}
	sign := p.peek()
	if !sign.is("+") && !sign.is("-") {
		return e
	}
	t := p.ahead(1)
	if t.kind != number || t.text[len(t.text)-1]|0x20 != 'j' {
		return e
	}
	var re float64
	switch x := e.value.(type) {
	case Int:
		f, _ := new(big.Float).SetInt(x.Int).Float64()
		if re = f; math.IsInf(f, 0) {
			p.raise(sign, overflowError, "int too large to convert to float")
		}
	case *Float:
		re = x.Value
	default:
		return e
	}
	p.at += 2
	v, err := numberOf(t)
	if err != nil {
		panic(err)
	}
	im := imag(v.(Complex))
	if sign.text == "-" {
		return expr{Complex(complex(re-0, 0-im)), "expression"}
	}
	return expr{Complex(complex(re+0, 0+im)), "expression"}
}

// withSign returns +v or -v; false if v is no number.
func withSign(sign string, v Value) (Value, bool) {
	minus := sign == "-"
	switch x := v.(type) {
	case Bool:
		n := big.NewInt(0)
		if x {
			n.SetInt64(1)
		}
		return withSign(sign, Int{n})
	case Int:
		if minus {
			return Int{new(big.Int).Neg(x.Int)}, true
		}
	case *Float:
		if minus {
			return NewFloat(-x.Value), true
		}
	case Complex:
		if minus {
			return Complex(complex(-real(x), -imag(x))), true
		}
	default:
		return nil, false
	}
	return v, true
}

// atom reads a value without a sign.
func (p *parser) atom() expr {
	switch t := p.peek(); {
	case t.kind == number:
		p.at++
		v, err := numberOf(t)
		if err != nil {
			panic(err)
		}
		return expr{v, "literal"}
	case t.kind == str:
		from := p.at
		for p.peek().kind == str {
			p.at++
		}
		v, err := joined(p.tokens[from:p.at])
		if err != nil {
			panic(err)
		}
		return expr{v, "literal"}
	case t.kind == name:
		return p.word()
	case t.is("..."):
		p.at++
		return expr{Ellipsis{}, "ellipsis"}
	case t.is("("):
		return p.parenthesized()
	case t.is("["):
		p.at++
		return expr{List(p.elements("]", nil)), "list"}
	case t.is("{"):
		return p.braces()
	case t.is("~"):
		p.refuse(t, onlyLiterals)
	default:
		p.invalid(t)
	}
	panic("unreachable")
}

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
	v, err := joined([]token{text})
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
	switch word {
	case "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
		"elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
		"not", "or", "pass", "raise", "return", "try", "while", "with", "yield":
		return true
	}
	return false
}

func constant(word string) bool { return word == "True" || word == "False" || word == "None" }
