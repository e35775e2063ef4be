// Package programs holds the functions that the playground memoizes: what each
// computes, how it reads in Python, and how it reads in Go.
//
// A program is written with open recursion: it receives the function it calls
// instead of calling itself. Whoever runs it decides what that function is. The
// playground passes the memoized one, wrapped on the outside to see the calls
// and on the inside to see the misses, so neither the program nor package lru
// needs to know that somebody watches.
//
// Adding a function is one file and one line in [All].
package programs

import (
	"fmt"
	"math/big"
	"strconv"
)

// A Value is what a program returns. String gives it as Python prints it.
// Values are shared with the cache: never change one in place.
type Value = fmt.Stringer

// A Self is what a running program may use.
type Self struct {
	// Call asks for the result of another argument, through the cache. It
	// panics to end the computation (a RecursionError, a stop by hand), so a
	// program must not recover.
	Call func(n int) Value

	// Work reports that so many units of work were done since the last report.
	// A long body calls it every millisecond or so: that is where a run can be
	// paused and stopped.
	Work func(units int)
}

// Literal writes an argument as Python source does, from five digits on with
// underscores between the thousands: 5_000_000.
func Literal(n int) string {
	s := strconv.Itoa(n)
	if -10_000 < n && n < 10_000 {
		return s
	}
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "_" + s[i:]
	}
	return s
}

// A Phase is a moment in the life of one call of the body.
type Phase int

const (
	Enter  Phase = iota // the body begins
	Wait                // it waits for a call that it made
	Return              // it returns
)

// A Program is one function of the catalogue.
type Program struct {
	ID    string // unique, stable: it is written into links
	Name  string // what Python calls it: "fibonacci"
	Param string // the name of its parameter: "n"

	// Min, Max and Default bound the argument that the page accepts; Presets
	// are worth trying.
	Min, Max, Default int
	Presets           []int

	// Negative says what the function does with a negative argument, where it
	// takes one.
	Negative string

	// Twin, where there is one, is the ID of the same function with its operands
	// swapped, and TwinLabel the name of that switch. Both twins carry both;
	// Swapped is true of the second.
	Twin, TwinLabel string
	Swapped         bool

	// Body computes the result for n.
	Body func(self Self, n int) Value

	// Python is the definition as Python source, without its decorator; Go the
	// literal func(self func(int) T, n int) T, T being GoType.
	Python, Go, GoType string

	// Line tells which line of Python (0 is the def) runs for argument n.
	Line func(n int, at Phase) int

	// Bodies is how often the body runs for one call without any cache, by
	// arithmetic; nil where the recursion never ends.
	Bodies func(n int) *big.Int
}

// All returns the catalogue in the order of the page.
func All() []Program {
	return []Program{fibonacci(), fibonacciSwapped(), factorial(), calcPi()}
}

// Find returns the program with that ID; ok is false where there is none.
func Find(id string) (p Program, ok bool) {
	for _, p := range All() {
		if p.ID == id {
			return p, true
		}
	}
	return Program{}, false
}

// open adapts a function over its own result type to a Body.
func open[V Value](f func(self func(int) V, n int) V) func(Self, int) Value {
	return func(self Self, n int) Value {
		return f(func(k int) V { return self.Call(k).(V) }, n)
	}
}
