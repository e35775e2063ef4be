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
// not reached, it was a hit. The Runner tells what happened to a [Recorder],
// which others can tell, too: whoever can say what a cache did, step by step,
// gets a Recording of it.
//
// A function need not be of the catalogue: [Script.Given] carries any other, one
// made from a call record or one that a test brings along (see package
// programstest). A cache tells calls apart by their arguments, and a recording
// names each distinct call by a key, a small number: [Recording.Call] tells how
// it reads.
package trace

import (
	"fmt"
	"slices"
	"strconv"

	"playground/app/programs"
)

// A Script says all there is to run. It is a value: change a copy.
type Script struct {
	Program    string            // the ID of the function
	Given      *programs.Program // the function itself if it is not of the catalogue, else nil
	Size       Size
	Statements []Statement
}

// NewScript returns a script for p, of the catalogue or not, without statements.
func NewScript(p programs.Program, size Size) Script {
	s := Script{Program: p.ID, Size: size}
	if _, ok := programs.Find(p.ID); !ok {
		s.Given = &p
	}
	return s
}

// Func returns the function of the script; ok is false where there is none.
func (s Script) Func() (p programs.Program, ok bool) {
	if s.Given != nil {
		return *s.Given, s.Given.ID == s.Program
	}
	return programs.Find(s.Program)
}

// With returns the script with one more statement at its end.
func (s Script) With(st Statement) Script {
	s.Statements = append(s.Statements[:len(s.Statements):len(s.Statements)], st)
	return s
}

// Equal reports whether two scripts run the same. Functions are compared by
// their ID.
func (s Script) Equal(other Script) bool {
	return s.Program == other.Program && s.Size == other.Size &&
		slices.EqualFunc(s.Statements, other.Statements, Statement.Equal)
}

// Check returns nil for a script that can be run, and otherwise an error that
// says what would be accepted.
func (s Script) Check() error {
	p, ok := s.Func()
	if !ok {
		return fmt.Errorf("no function is called %q here", s.Program)
	}
	return s.check(p)
}

// check is Check for a script whose function is known.
func (s Script) check(p programs.Program) error {
	largest, most := MaxSize, MaxStatements
	if p.Functions != nil {
		largest, most = MaxRecordedSize, MaxRecorded
	}
	if s.Size != None && (s.Size < 0 || s.Size > largest) {
		return fmt.Errorf("maxsize must be None or a whole number from 0 to %d", largest)
	}
	if len(s.Statements) > most {
		return fmt.Errorf("a script holds at most %d statements", most)
	}
	for _, st := range s.Statements {
		if err := st.check(p); err != nil {
			return err
		}
	}
	return nil
}

// function returns the function of a script that is to be run. It panics if the
// script does not pass its Check.
func (s Script) function() *programs.Program {
	p, ok := s.Func()
	if !ok {
		panic("trace: " + s.Check().Error())
	}
	if err := s.check(p); err != nil {
		panic("trace: " + err.Error())
	}
	return &p
}

// sizeOf is the maxsize that a function of a script's program has: of the chosen one
// and those that share its decorator the script's, of any other its own.
func (s Script) sizeOf(p *programs.Program, function int) Size {
	if p.Functions == nil || p.Functions[function].Decorator == p.Functions[p.Chosen].Decorator {
		return s.Size
	}
	return Size(p.Functions[function].MaxSize)
}

// A Size is a maxsize as written in Python's decorator: 0 is off, and None is
// unbounded. (Python takes a negative number for 0; here only None is below 0.)
type Size int

// None is maxsize=None: no bound, no recency, no eviction.
const None Size = -1

// String gives the size as Python writes it.
func (s Size) String() string {
	if s == None {
		return "None"
	}
	return strconv.Itoa(int(s))
}
