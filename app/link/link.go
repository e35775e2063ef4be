// Package link writes what the page shows as the fragment of an address, and
// reads it back.
//
// A link looks like
//
//	#v=1&f=factorial&max=128&run=500x1000,clear,5&step=77
//
// v is the version, f the function, max the maxsize (None is unbounded), run the
// statements in order, and step the cursor. view=embed shows the page without its
// frame, view=present for a lecture room, hide=next nothing beyond the cursor, and
// show=code,tree,curve,counters,why these parts alone. What is left out is as in
// the page that opens without a link; without step the cursor is at the end.
//
// A statement is clear or a call. In version 1, for functions of one whole number,
// a call is the number, with xN behind it if it is made N times in a row. In
// version 2, for all other functions, it is the number of times and the arguments,
// with colons between:
//
//	#v=2&f=edit_distance&run=1:kitten:sitting,1000:ab:~-
//
// Of a string, letters, digits and - stand for themselves; ~ and two hexadecimal
// digits are any other byte of its UTF-8, and ~- alone is the empty string. So
// programs that encode, decode or cut addresses find nothing in it to change.
//
// The state is in the fragment, and not in the query, so that it never leaves
// the browser and a cached page serves every link.
package link

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"playground/app/programs"
	"playground/app/trace"
)

// MaxLength is how many bytes a link's fragment may have.
const MaxLength = 2000

// A View is what a link shows.
type View struct {
	Script   trace.Script
	Step     int // negative: the end
	Embed    bool
	Present  bool // not with Embed, which goes first
	HideNext bool
	Show     Parts // those that are shown alone; none: as the page has it
}

// Equal reports whether two views show the same.
func (v View) Equal(other View) bool {
	a, b := v, other
	a.Script, b.Script = trace.Script{}, trace.Script{}
	a.Step, b.Step = max(a.Step, -1), max(b.Step, -1)
	return v.Script.Equal(other.Script) && a.Step == b.Step && a.Embed == b.Embed &&
		a.Present == b.Present && a.HideNext == b.HideNext && a.Show == b.Show
}

// Parts is a set of parts of the page.
type Parts uint8

// The parts that show= can name.
const (
	Code Parts = 1 << iota
	Tree
	Curve
	Counters
	Why
)

var partNames = []string{"code", "tree", "curve", "counters", "why"}

// Has reports whether part is in the set.
func (p Parts) Has(part Parts) bool { return p&part != 0 }

func (p Parts) String() string {
	var names []string
	for i, name := range partNames {
		if p.Has(1 << i) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ",")
}

// Encode returns the fragment, without its #, that Decode reads as v, with what
// is as in the opening view left out. It fails if the script is too long for a
// link.
func Encode(v, opening View) (string, error) {
	s, o := v.Script, opening.Script
	form := formOf(s)
	parts := []string{"v=" + form.version}
	add := func(name, value string) { parts = append(parts, name+"="+value) }
	if s.Program != o.Program {
		add("f", s.Program)
	}
	if s.Size != o.Size {
		add("max", s.Size.String())
	}
	if !slices.EqualFunc(s.Statements, o.Statements, trace.Statement.Equal) {
		add("run", form.encode(s.Statements))
	}
	if v.Step >= 0 {
		add("step", strconv.Itoa(v.Step))
	}
	switch {
	case v.Embed:
		add("view", "embed")
	case v.Present:
		add("view", "present")
	}
	if v.HideNext {
		add("hide", "next")
	}
	if v.Show != 0 {
		add("show", v.Show.String())
	}
	fragment := strings.Join(parts, "&")
	if len(fragment) > MaxLength {
		return "", fmt.Errorf("this script is too long for a link: its %d statements take %d characters, and a link holds %d", len(s.Statements), len(fragment), MaxLength)
	}
	return fragment, nil
}

// function returns the function with that ID, of the catalogue or the one that
// the opening script was given.
func function(id string, opening trace.Script) (s trace.Script, p programs.Program, ok bool) {
	s = trace.Script{Program: id}
	if opening.Given != nil && opening.Given.ID == id {
		s.Given = opening.Given
	}
	p, ok = s.Func()
	return s, p, ok
}
