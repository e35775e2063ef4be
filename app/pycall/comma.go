package pycall

import (
	"slices"
	"strings"
)

// forgotComma panics because two values stand side by side. CPython has several
// words for it, see invalid_expression in Grammar/python.gram.
func (p *parser) forgotComma(first *token, e expr, t *token) {
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
	} else if p.depth() > 0 && p.reads(func() { p.signed() }) {
		if p.incomplete() {
			p.isComputed(first)
		}
		p.fail(first, "invalid syntax. Perhaps you forgot a comma?")
	}
	p.invalid(p.tokens[from])
}

// depth returns how many brackets are open here.
func (p *parser) depth() int {
	depth := 0
	for _, t := range p.tokens[:p.at] {
		switch {
		case t.kind != op:
		case strings.Contains("([{", t.text):
			depth++
		case strings.Contains(")]}", t.text):
			depth--
		}
	}
	return depth
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
