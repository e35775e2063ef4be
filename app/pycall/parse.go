package pycall

import "strings"

// A parser reads tokens from left to right. It stops at the first error by a
// panic, as an *Error, which caught recovers.
type parser struct {
	tokens   []*token
	open     []*token // the brackets that are open at the end
	at       int
	furthest int // the last token looked at

	// later is the first error of those that Python meets when it evaluates the
	// call, and so only if the whole is written as Python.
	later *Error

	// misplaced is the error of a positional argument after a keyword. Python
	// knows of it only when it has read the rest.
	misplaced *Error

	sideBySide int // how many words were found next to another
}

func newParser(text string) (p *parser, err error) {
	switch zero := strings.IndexByte(text, 0); {
	case len(text) > MaxText:
		return nil, errorAt(MaxText, refused, "this is longer than %d bytes, the most that can be read here", MaxText)
	case zero >= 0:
		return nil, errorAt(zero, syntaxError, "source code string cannot contain null bytes")
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	if valid := strings.ToValidUTF8(text, ""); valid != text {
		return nil, errorAt(0, refused, "this is not UTF-8 text")
	}
	p = &parser{}
	return caught(p, func() *parser {
		p.tokens, p.open = lex(text)
		return p
	})
}

// peek returns the next token. The end within a bracket is an error as soon as it
// is looked at.
func (p *parser) peek() *token { return p.ahead(0) }

// ahead returns the token n after the next.
func (p *parser) ahead(n int) *token {
	i := min(p.at+n, len(p.tokens)-1)
	p.furthest = max(p.furthest, i)
	t := p.tokens[i]
	switch {
	case t.kind == broken:
		p.fail(t, "%s", t.text)
	case t.kind == end && len(p.open) > 0:
		panic(p.open[len(p.open)-1].neverClosed())
	}
	return t
}

// next returns the next token and passes it.
func (p *parser) next() *token {
	t := p.peek()
	p.at++
	return t
}

// skip passes the next token if it is this operator.
func (p *parser) skip(operator string) bool {
	if p.peek().is(operator) {
		p.at++
		return true
	}
	return false
}

func (t *token) is(operator string) bool { return t.kind == op && t.text == operator }

// fail panics with a SyntaxError at a token.
func (p *parser) fail(t *token, format string, args ...any) {
	panic(errorAt(t.offset, syntaxError, format, args...))
}

// invalid panics with the SyntaxError that says no more.
func (p *parser) invalid(t *token) {
	if p.misplaced != nil {
		panic(p.misplaced)
	}
	p.fail(t, "invalid syntax")
}

// refuse panics with the error for what Python might take.
func (p *parser) refuse(t *token, text string) {
	panic(errorAt(t.offset, refused, "%s", text))
}

// raise notes what Python raises when it evaluates this, and returns a value to
// go on with.
func (p *parser) raise(t *token, kind, format string, args ...any) Value {
	if p.later == nil {
		p.later = errorAt(t.offset, kind, format, args...)
	}
	return None{}
}

// wholeValue reads one value and nothing else.
func (p *parser) wholeValue() Value {
	if t := p.peek(); t.kind == end {
		p.refuse(t, "write a value; "+onlyLiterals)
	}
	v := p.expression()
	p.nothingElse("write one value")
	return v.value
}

// wholeCall reads one call and nothing else.
func (p *parser) wholeCall() Call {
	first := p.tokens[p.at]
	var words []string
	for {
		t := p.tokens[p.at]
		if t.kind != name || keyword(t.text) {
			p.refuse(first, onlyCalls)
		}
		words = append(words, t.text)
		p.at++
		if !p.tokens[p.at].is(".") {
			break
		}
		p.at++
	}
	if !p.tokens[p.at].is("(") {
		p.refuse(first, onlyCalls)
	}
	p.at++
	call := p.arguments()
	call.Func = strings.Join(words, ".")
	p.nothingElse(onlyCalls)
	names := map[string]bool{}
	for _, k := range call.Keywords {
		if names[k.Name] {
			p.fail(first, "keyword argument repeated: %s", k.Name)
		}
		names[k.Name] = true
	}
	return call
}

func (p *parser) nothingElse(instead string) {
	if t := p.peek(); t.kind != end {
		p.refuse(t, instead+", and nothing after it")
	}
}

// arguments reads what stands between the brackets of a call, and the closing
// one.
func (p *parser) arguments() Call {
	var c Call
	for !p.skip(")") {
		t := p.peek()
		switch {
		case t.is("*") || t.is("**"):
			p.refuse(t, "arguments cannot be unpacked with * and ** here; write them one by one")
		case t.kind == name && (!keyword(t.text) || constant(t.text)) && p.ahead(1).is("="):
			c.Keywords = append(c.Keywords, p.keywordArgument())
		default:
			v := p.signed()
			if c.Keywords != nil && p.misplaced == nil {
				p.misplaced = errorAt(t.offset, syntaxError, "positional argument follows keyword argument")
			}
			p.isWhole(t, v)
			if p.peek().is("=") {
				p.fail(t, `expression cannot contain assignment, perhaps you meant "=="?`)
			}
			c.Args = append(c.Args, v.value)
		}
		if !p.skip(",") && !p.peek().is(")") {
			p.unexpected(p.peek())
		}
	}
	if p.misplaced != nil {
		panic(p.misplaced)
	}
	return c
}

// keywordArgument reads x=1.
func (p *parser) keywordArgument() Keyword {
	t := p.next()
	if constant(t.text) {
		p.fail(t, "cannot assign to %s", t.text)
	}
	p.next()
	if after := p.peek(); after.is(",") || after.is(")") {
		p.fail(t, "expected argument value expression")
	}
	return Keyword{t.text, p.expression().value}
}

// unexpected panics because of a token that cannot follow a value.
func (p *parser) unexpected(t *token) {
	if t.kind == name && keyword(t.text) && continues(t.text) || t.is(":=") {
		p.refuse(t, onlyLiterals)
	}
	p.invalid(t)
}
