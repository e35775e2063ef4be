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
func (p *parser) isWhole(first *token, e expr) {
	p.isComputed(first)
	if t := p.peek(); p.starts(t) {
		p.forgotComma(first, e, t)
	}
}

// isComputed panics if what follows a value makes it part of an expression.
func (p *parser) isComputed(first *token) {
	t := p.peek()
	if t.kind == op && strings.Contains(computing, " "+t.text+" ") || t.kind == name && continues(t.text) {
		p.refuse(first, onlyLiterals)
	}
}

// computing are the operators that can follow a value within an expression.
const computing = " + - * / // % @ ** << >> & | ^ < > <= >= == != . ( [ "

// continues reports whether a keyword can follow a value within an expression.
func continues(word string) bool {
	return strings.Contains(" and or if in is not for async ", " "+word+" ")
}

// starts reports whether a token can be the first of a value.
func (p *parser) starts(t *token) bool {
	switch t.kind {
	case number, str:
		return true
	case name:
		return !keyword(t.text) || constant(t.text)
	}
	return t.is("{") || t.is("...")
}

// signed reads a value with the signs before it, and the sum of a real and an
// imaginary number, which is how Python writes a complex one: -1+2j.
func (p *parser) signed() expr {
	var signs []*token
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
		if re, _ = strconv.ParseFloat(x.N.String(), 64); math.IsInf(re, 0) {
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
			return Int{new(big.Int).Neg(x.N)}, true
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
