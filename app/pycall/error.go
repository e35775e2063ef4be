package pycall

import "fmt"

// An Error says what is wrong with a text or a key.
type Error struct {
	// Kind is the exception that Python raises: SyntaxError, TypeError or
	// OverflowError. It is empty where Python would take the text, but this
	// package does not.
	Kind string

	// Text is the message: Python's own where there is a Kind.
	Text string

	// Offset is where in the text it was noticed, in bytes (the end of a line is
	// one, even if it is \r\n), or -1 for an error of a key. Python may point to
	// another place of the same call.
	Offset int
}

// Error returns the last line of Python's traceback: TypeError: unhashable type:
// 'list'.
func (e *Error) Error() string {
	if e.Kind == "" {
		return e.Text
	}
	return e.Kind + ": " + e.Text
}

const (
	syntaxError   = "SyntaxError"
	typeError     = "TypeError"
	overflowError = "OverflowError"

	// refused is the kind of what Python would take.
	refused = ""
)

const (
	onlyLiterals = "only literals can be written here: numbers, strings, True, False, None, and tuples, lists, dicts and sets of them"
	onlyCalls    = "write one call with its arguments, for example f(1, x=2)"
)

func errorAt(offset int, kind, format string, args ...any) *Error {
	text := format
	if len(args) > 0 {
		text = fmt.Sprintf(format, args...)
	}
	return &Error{kind, text, offset}
}

// caught runs a part of the parser, which leaves by a panic with an *Error from
// any depth, as go/parser does.
func caught[T any](p *parser, parse func() T) (v T, err error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*Error)
			if !ok {
				panic(r)
			}
			var zero T
			v, err = zero, p.overruled(e)
		}
	}()
	v = parse()
	if p.later != nil {
		var zero T
		return zero, p.later
	}
	return v, nil
}

// overruled returns the error that Python prefers to e. After a SyntaxError it
// reads on to the end, and if a bracket of an earlier line is open there, that is
// the error.
func (p *parser) overruled(e *Error) *Error {
	if e.Kind != syntaxError || len(p.open) == 0 || p.tokens[p.furthest].kind == broken {
		return e
	}
	last := p.open[len(p.open)-1]
	if p.tokens[p.furthest].line > last.line {
		return last.neverClosed()
	}
	return e
}

func (t *token) neverClosed() *Error {
	return errorAt(t.offset, syntaxError, "'%s' was never closed", t.text)
}
