package pycall

// parenthesized reads a value in brackets, or a tuple.
func (p *parser) parenthesized() expr {
	p.next()
	if p.skip(")") {
		return expr{Tuple(nil), "tuple"}
	}
	first := p.element()
	if p.skip(")") {
		return first
	}
	return expr{Tuple(p.elements(")", &first)), "tuple"}
}

// elements reads the rest of a list, tuple or set up to the closing bracket,
// after its first element if that was read already.
func (p *parser) elements(closing string, first *expr) []Value {
	var vs []Value
	if first != nil {
		vs = append(vs, first.value)
	}
	for {
		if vs != nil && !p.skip(",") && !p.peek().is(closing) {
			p.unexpected(p.peek())
		}
		if p.skip(closing) {
			return vs
		}
		vs = append(vs, p.element().value)
	}
}

// element reads an element of a list, tuple or set.
func (p *parser) element() expr {
	p.noUnpacking()
	t := p.peek()
	e := p.expression()
	p.notAssigned(t, e)
	return e
}

// notAssigned panics if an equals sign follows an element, which begins with t.
// That has errors of its own, see invalid_named_expression in
// Grammar/python.gram.
func (p *parser) notAssigned(t *token, e expr) {
	if !p.peek().is("=") {
		return
	}
	equals := p.next()
	bracket := t.is("(") || t.is("[")
	grouped := bracket && e.what != "tuple" && e.what != "list" // (1) is no tuple
	after := p.peek()
	if bracket != grouped || constant(e.what) && !grouped || !p.reads(func() { p.signed() }) {
		p.invalid(equals)
	}
	p.isComputed(after)
	if p.peek().is("=") || p.peek().is(":=") {
		p.invalid(equals)
	}
	if e.what == "name" && !grouped {
		p.fail(t, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	p.fail(t, "cannot assign to %s here. Maybe you meant '==' instead of '='?", e.what)
}

// braces reads a dict or a set.
func (p *parser) braces() expr {
	open := p.next()
	if p.skip("}") {
		return expr{Dict(nil), "dict literal"}
	}
	p.noUnpacking()
	t := p.peek()
	first := p.expression()
	if p.peek().is(":") {
		return expr{p.dict(open, first.value), "dict literal"}
	}
	p.notAssigned(t, first)
	var set Set
	seen := index{}
	for _, v := range p.elements("}", &first) {
		at, err := seen.find(v, len(set))
		if err != nil {
			return expr{p.raise(open, err.Kind, "%s", err.Text), "set display"}
		}
		if at == len(set) {
			set = append(set, v)
		}
	}
	return expr{set, "set display"}
}

func (p *parser) noUnpacking() {
	if t := p.peek(); t.is("*") || t.is("**") {
		p.refuse(t, "nothing can be unpacked with * and ** here; write the elements one by one")
	}
}

// dict reads the rest of a dict after its first key.
func (p *parser) dict(open *token, key Value) Value {
	var items []Item
	for {
		if !p.skip(":") {
			p.fail(p.peek(), "':' expected after dictionary key")
		}
		switch t := p.peek(); {
		case t.is("}") || t.is(","):
			p.fail(t, "expression expected after dictionary key and ':'")
		case t.is("*"):
			p.refuse(t, "nothing can be unpacked with * and ** here; write the elements one by one")
		}
		items = append(items, Item{key, p.expression().value})
		if !p.skip(",") && !p.peek().is("}") {
			p.unexpected(p.peek())
		}
		if p.skip("}") {
			break
		}
		p.noUnpacking()
		first := p.peek()
		key = p.signed().value
		p.isComputed(first)
	}
	var dict Dict
	seen := index{}
	for _, i := range items {
		at, err := seen.find(i.Key, len(dict))
		if err != nil {
			return p.raise(open, err.Kind, "%s", err.Text)
		}
		if at == len(dict) {
			dict = append(dict, i)
		} else {
			dict[at].Value = i.Value // the first key stays, as in Python
		}
	}
	return dict
}

// An index finds values that are equal to one seen before.
type index map[uint64][]indexed

type indexed struct {
	value Value
	at    int
}

// find returns where an equal value is, or notes that v is at next.
func (x index) find(v Value, next int) (int, *Error) {
	h, err := hashOf(v)
	if err != nil {
		return 0, err
	}
	for _, i := range x[h] {
		if Equal(i.value, v) {
			return i.at, nil
		}
	}
	x[h] = append(x[h], indexed{v, next})
	return next, nil
}
