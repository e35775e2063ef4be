package pycall

import (
	"math/big"
	"strings"

	"playground/app/programs"
)

// A Value is a value as Python has it. It is one of None, Ellipsis, Bool, Int,
// *Float, Complex, Str, Bytes, Tuple, List, Dict, Set, and in keys also Class and
// Mark.
type Value interface {
	// Type returns the name of the value's type in Python: int, NoneType.
	Type() string

	// String returns the value as Python's repr prints it.
	String() string
}

type (
	// None is None.
	None struct{}

	// Ellipsis is what ... stands for.
	Ellipsis struct{}

	// Bool is True or False.
	Bool bool

	// Int is an int of any size. The number must not be nil, and not be changed.
	// It has a name lest Int has all the methods of a big.Int.
	Int struct{ N *big.Int }

	// A Float is a float. It is used by pointer because Python finds a nan in a
	// tuple or a cache by its identity: nan is equal to no number, but a key that
	// holds the same object is found.
	Float struct{ Value float64 }

	// Complex is a complex number.
	Complex complex128

	// Str is a str.
	Str string

	// Bytes is a bytes object.
	Bytes string

	// Tuple is a tuple.
	Tuple []Value

	// List is a list.
	List []Value

	// Dict is a dict, in the order of insertion. No key comes twice.
	Dict []Item

	// Set is a set in the order in which it was written; none comes twice. Python
	// has an order of its own, which for strings is another one in every process.
	Set []Value

	// Class is the class of this name. It is found in keys only, if they are
	// typed.
	Class string

	// Mark is the object that parts positional arguments from keywords in a key:
	// kwd_mark in Lib/functools.py.
	Mark struct{}
)

// An Item is a key of a dict with its value.
type Item struct{ Key, Value Value }

// NewFloat returns a float, another object at each call.
func NewFloat(f float64) *Float { return &Float{f} }

func (None) Type() string     { return "NoneType" }
func (Ellipsis) Type() string { return "ellipsis" }
func (Bool) Type() string     { return "bool" }
func (Int) Type() string      { return "int" }
func (*Float) Type() string   { return "float" }
func (Complex) Type() string  { return "complex" }
func (Str) Type() string      { return "str" }
func (Bytes) Type() string    { return "bytes" }
func (Tuple) Type() string    { return "tuple" }
func (List) Type() string     { return "list" }
func (Dict) Type() string     { return "dict" }
func (Set) Type() string      { return "set" }
func (Class) Type() string    { return "type" }
func (Mark) Type() string     { return "object" }

func (None) String() string     { return "None" }
func (Ellipsis) String() string { return "Ellipsis" }
func (b Bool) String() string {
	if b {
		return "True"
	}
	return "False"
}

// String returns the int in decimal, however long: Python refuses to print one of
// more than 4300 digits.
func (i Int) String() string    { return i.N.String() }
func (f *Float) String() string { return programs.Float(f.Value).String() }
func (c Complex) String() string {
	part := func(f float64) string { return strings.TrimSuffix(programs.Float(f).String(), ".0") }
	re, im := part(real(c)), part(imag(c))
	if re == "0" {
		return im + "j"
	}
	if im[0] != '-' {
		im = "+" + im
	}
	return "(" + re + im + "j)"
}
func (s Str) String() string   { return reprStr(string(s)) }
func (b Bytes) String() string { return reprBytes(string(b)) }
func (t Tuple) String() string {
	if len(t) == 1 {
		return "(" + t[0].String() + ",)"
	}
	return "(" + list(t) + ")"
}
func (l List) String() string { return "[" + list(l) + "]" }
func (d Dict) String() string {
	var items []string
	for _, i := range d {
		items = append(items, i.Key.String()+": "+i.Value.String())
	}
	return "{" + strings.Join(items, ", ") + "}"
}
func (s Set) String() string {
	if len(s) == 0 {
		return "set()"
	}
	return "{" + list(s) + "}"
}
func (c Class) String() string { return "<class '" + string(c) + "'>" }

// String returns what Python prints, with three dots for the address.
func (Mark) String() string { return "<object object at 0x...>" }

func list(vs []Value) string {
	var reprs []string
	for _, v := range vs {
		reprs = append(reprs, v.String())
	}
	return strings.Join(reprs, ", ")
}
