package trace

import (
	"fmt"
	"slices"
	"strings"

	"playground/app/programs"
)

// A Statement is one line typed at the prompt. Times, at least 1, says how
// often a call is made in a row.
type Statement struct {
	Op    Op
	Args  programs.Args // of a Call
	Times int
}

// Op is the kind of a statement.
type Op uint8

const (
	Call  Op = iota // f(args)
	Clear           // f.cache_clear()
)

// Equal reports whether two statements say the same.
func (st Statement) Equal(other Statement) bool {
	return st.Op == other.Op && st.Times == other.Times && slices.Equal(st.Args, other.Args)
}

// Python gives a statement as typed at Python's prompt, name being that of the
// function.
func (st Statement) Python(name string) string {
	if st.Op == Clear {
		return name + ".cache_clear()"
	}
	var b strings.Builder
	if st.Times > 1 {
		fmt.Fprintf(&b, "for _ in range(%d): ", st.Times)
	}
	fmt.Fprintf(&b, "%s(%s)", name, st.Args)
	return b.String()
}

// check returns nil for a statement that can be run on p, and otherwise an error
// that says what would be accepted.
func (st Statement) check(p programs.Program) error {
	switch {
	case st.Op == Clear && st.Times == 1 && len(st.Args) == 0:
		return nil
	case st.Op != Call:
		return fmt.Errorf("a statement is a call or cache_clear()")
	case st.Times < 1 || st.Times > MaxTimes:
		return fmt.Errorf("a call is made 1 to %d times", MaxTimes)
	}
	return p.Check(st.Args)
}
