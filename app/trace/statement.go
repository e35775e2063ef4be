package trace

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"playground/app/programs"
)

// A Statement is one line typed at the prompt. Times, at least 1, says how
// often a call is made in a row.
type Statement struct {
	Op    Op
	Args  programs.Args // of a Call
	Times int

	// Function is the one that a Clear is of, if there are several.
	Function int
}

// Op is the kind of a statement.
type Op uint8

const (
	Call  Op = iota // f(args)
	Clear           // f.cache_clear()
	Rest            // Times more steps of a call record
)

// Equal reports whether two statements say the same.
func (st Statement) Equal(other Statement) bool {
	return st.Op == other.Op && st.Times == other.Times && st.Function == other.Function && slices.Equal(st.Args, other.Args)
}

// Name is the name of the function that the statement is about.
func (st Statement) Name(p programs.Program) string {
	if st.Op == Clear && p.Functions != nil {
		return p.Functions[st.Function].Name
	}
	return p.NameOf(st.Args)
}

// Of gives a statement as typed at Python's prompt, p being its program.
func (st Statement) Of(p programs.Program) string { return st.Python(st.Name(p)) }

// Python gives a statement as typed at Python's prompt, name being that of the
// function.
func (st Statement) Python(name string) string {
	switch st.Op {
	case Clear:
		return name + ".cache_clear()"
	case Rest:
		return "# the rest of the record: " + strconv.Itoa(st.Times) + " calls"
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
		if st.Function < 0 || st.Function > 0 && st.Function >= len(p.Functions) {
			return fmt.Errorf("there is no function of that number")
		}
		return nil
	case st.Op == Rest && p.Rest != nil && st.Times > 0 && len(st.Args) == 0:
		return nil
	case st.Op != Call:
		return fmt.Errorf("a statement is a call or cache_clear()")
	case st.Times < 1 || st.Times > MaxTimes:
		return fmt.Errorf("a call is made 1 to %d times", MaxTimes)
	}
	return p.Check(st.Args)
}
