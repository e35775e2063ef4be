// Package trace runs a script and records what the cache did.
//
// A [Script] is a small value: a function, a maxsize, and the statements made
// so far. Running it (a [Runner], or [Record] for all at once) gives a
// [Recording]: every hit, miss, store and eviction, in order. A cursor, an
// integer, into the recording gives the [State] that is drawn. All the page
// does is to make scripts and to move the cursor.
//
// What runs is the real package lru. The function is wrapped twice: outside the
// memoizer to see the calls, and inside it to see the misses. If the inside was
// not reached, it was a hit.
package trace

import (
	"fmt"
	"strconv"
	"strings"

	"playground/app/programs"
)

// A Size is a maxsize as written in Python's decorator: 0 is off, and None is
// unbounded. (Python takes a negative number for 0; here only None is below 0.)
type Size int

// None is maxsize=None: no bound, no recency, no eviction.
const None Size = -1

// MaxSize is the largest maxsize that is accepted.
const MaxSize Size = 5000

// String gives the size as Python writes it.
func (s Size) String() string {
	if s == None {
		return "None"
	}
	return strconv.Itoa(int(s))
}

// Op is the kind of a statement.
type Op uint8

const (
	Call  Op = iota // f(arg)
	Clear           // f.cache_clear()
)

// A Statement is one line typed at the prompt. Times, at least 1, says how
// often a call is made in a row.
type Statement struct {
	Op    Op
	Arg   int
	Times int
}

// Limits of a script.
const (
	MaxStatements = 100
	MaxTimes      = 1000
)

// A Script says all there is to run. It is a value: change a copy.
type Script struct {
	Program    string // the ID of a program
	Size       Size
	Statements []Statement
}

// With returns the script with one more statement at its end.
func (s Script) With(st Statement) Script {
	s.Statements = append(s.Statements[:len(s.Statements):len(s.Statements)], st)
	return s
}

// Check returns nil for a script that can be run, and otherwise an error that
// says what would be accepted.
func (s Script) Check() error {
	p, ok := programs.Find(s.Program)
	if !ok {
		return fmt.Errorf("no function is called %q here", s.Program)
	}
	if s.Size != None && (s.Size < 0 || s.Size > MaxSize) {
		return fmt.Errorf("maxsize must be None or a whole number from 0 to %d", MaxSize)
	}
	if len(s.Statements) > MaxStatements {
		return fmt.Errorf("a script holds at most %d statements", MaxStatements)
	}
	for _, st := range s.Statements {
		switch {
		case st.Op == Clear && st.Times == 1:
		case st.Op != Call:
			return fmt.Errorf("a statement is a call or cache_clear()")
		case st.Arg < p.Min || st.Arg > p.Max:
			return fmt.Errorf("%s must be a whole number from %d to %d", p.Param, p.Min, p.Max)
		case st.Times < 1 || st.Times > MaxTimes:
			return fmt.Errorf("a call is made 1 to %d times", MaxTimes)
		}
	}
	return nil
}

// Python gives a statement as typed at Python's prompt.
func (st Statement) Python(name string) string {
	if st.Op == Clear {
		return name + ".cache_clear()"
	}
	var b strings.Builder
	if st.Times > 1 {
		fmt.Fprintf(&b, "for _ in range(%d): ", st.Times)
	}
	fmt.Fprintf(&b, "%s(%s)", name, programs.Literal(st.Arg))
	return b.String()
}
