// Package programs holds the functions that the playground memoizes: what each
// computes, how it reads in Python, and how it reads in Go.
//
// A program is written with open recursion: it receives the function it calls
// instead of calling itself. Whoever runs it decides what that function is. The
// playground passes the memoized one, wrapped on the outside to see the calls
// and on the inside to see the misses, so neither the program nor package lru
// needs to know that somebody watches.
//
// Adding a function is one file and one line in [All]. All that is true of one
// function only stands in its file; the other packages know parameters,
// arguments and the fields of [Program], and no function by name. Package
// programstest has one more function, of two strings, which is not in the
// catalogue: tests of other packages run it to prove that.
package programs

import (
	"fmt"
	"math"
	"math/big"
)

// A Value is what a program returns. String gives it as Python prints it.
// Values are shared with the cache: never change one in place.
type Value = fmt.Stringer

// A Self is what a running program may use.
type Self struct {
	// Call asks for the result of other arguments, through the cache. It does
	// not keep the slice. It panics to end the computation (a RecursionError, a
	// stop by hand), so a program must not recover.
	Call func(args ...Arg) Value

	// CallInt does the same for a single whole number, and makes no garbage.
	CallInt func(n int) Value

	// Work reports that so many units of work were done since the last report.
	// A long body calls it every millisecond or so: that is where a run can be
	// paused and stopped.
	Work func(units int)
}

// Caches are what the body of a program that has several Functions may use.
type Caches struct {
	Ask      func(a Arg) Value  // Call for a single argument, without garbage
	Clear    func(function int) // cache_clear()
	Decorate func(function int) // decorates it anew: it has a new and empty cache
}

// A Phase is a moment in the life of one call of the body.
type Phase int

const (
	Enter  Phase = iota // the body begins
	Wait                // it waits for a call that it made
	Return              // it returns
)

// Endless is the Depth of a recursion without an end.
const Endless = math.MaxInt

// A Program is one function: of the catalogue, or made at run time from a call
// record. The latter may leave out all but ID, Name, Params and Body.
type Program struct {
	ID     string // unique, stable: it is written into links
	Name   string // what Python calls it: "fibonacci"
	Params []Param

	// Presets are arguments worth trying.
	Presets []Args

	// Many are arguments of a call that is worth making a thousand times; nil if
	// there is none.
	Many Args
	// StartSize is the maxsize that the page changes to when this function is
	// chosen, for a first call worth seeing; 0 keeps the one there is.
	StartSize int

	// Note says what is worth knowing before the function is called with args;
	// "" if nothing is. A nil Note never says anything.
	Note func(args Args) string

	// Variant, where there is one, is the ID of the same function with its
	// operands swapped, and VariantLabel the name of that switch. Both carry
	// both; Swapped is true of the second.
	Variant, VariantLabel string
	Swapped               bool

	// Body computes the result. It does not keep args, nor change them.
	Body func(self Self, args Args) Value

	// Python is the definition as Python source, without its decorator.
	Python string

	Go Go

	// Line tells which line of Python (0 is the def) runs for these arguments.
	Line func(args Args, at Phase) int

	// Bodies is how often the body runs for one call without any cache, by
	// arithmetic; nil where the recursion never ends. The result is the caller's.
	Bodies func(args Args) *big.Int

	// Depth is how many calls of the body are in one another at most, the first
	// included, if nothing is cached; [Endless] where the recursion never ends. A
	// cache ends branches of the recursion and begins none, so with a cache it is
	// never more.
	Depth func(args Args) int

	// OneEntryUseless says that a cache of one entry never answers within a call:
	// by the time that a result is asked for again, another one has taken its
	// place. So with maxsize=1 and an empty cache the body runs as often as with
	// maxsize=0, which is Bodies. If there is an entry from before, it can be asked
	// for once at most before the first result of the call replaces it, and then it
	// saves the Bodies of its arguments.
	OneEntryUseless bool

	// A call record may be of several functions, each with a cache of its own. Then
	// Functions lists them all, Of tells which one a call with certain arguments is
	// of, and Chosen is the one that a script's maxsize is of, the one that is
	// looked at. Name is that of the Chosen. Without Functions there is one.
	Functions []Function
	Chosen    int
	Of        func(args Args) (function int)

	// Through makes the Body of a program that has Functions.
	Through func(c *Caches) func(self Self, args Args) Value

	// MaxDepth is how many calls may be in one another, if not 999 as usual: a
	// record may be of a program that has raised Python's recursion limit.
	MaxDepth int

	// Rest makes all the calls of a record for which there are no statements.
	Rest func(c *Caches)

	// KeyName is a name for the arguments that no other arguments have, where
	// different ones may read the same; nil where they cannot.
	KeyName func(args Args) string
}

// A Go says how a function reads in Go.
type Go struct {
	// Func is the literal func(self func(K) V, key K) V, which receives the
	// function that it calls.
	Func string

	// Key is K where it is a struct type, which holds several arguments in the
	// order of the parameters, and Types its declaration. Both are empty for a
	// single argument: K is then int or string.
	Key, Types string

	// Imports are the packages that Func and Types need: "math/big".
	Imports []string

	// Show is the expression that prints a result as Python does, with %s for the
	// result; empty where fmt does so by itself. It may use this package.
	Show string
}

// All returns the catalogue in the order of the page.
func All() []Program {
	return []Program{fibonacci(), fibonacciSwapped(), factorial(), calcPi()}
}

// Unlisted returns what links can name besides the catalogue: functions that the
// experiments have made to show one thing.
func Unlisted() []Program { return []Program{stairs(), greet()} }

// Find returns the program with that ID, of the catalogue or unlisted; ok is
// false where there is none.
func Find(id string) (p Program, ok bool) {
	for _, p := range append(All(), Unlisted()...) {
		if p.ID == id {
			return p, true
		}
	}
	return Program{}, false
}
