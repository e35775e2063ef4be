package calls

import (
	"fmt"
	"strconv"

	"playground/app/calls/keylog"
)

// An Input is what a [Reader] found in a text.
type Input struct {
	Kind    Kind
	Record  *Record  // if the Kind is Records, else nil
	Logs    []Logged // if the Kind is another: what was asked of each function, at least one
	Columns []Column // of a Table or an Access log
	Column  int      // which of them has the keys; the first is 1
	Header  bool     // of a Table: the first line was taken for the names of the columns

	Lines    int       // how many there were, empty ones included
	Cut      bool      // one of the Reader's limits was met: the rest was not read
	Bad      int       // how many lines were not understood
	Problems []Problem // the first of them, at most 20
}

// Logged is the calls of one function, in order.
type Logged struct {
	Function
	Declared bool // its decorator is known; if not, the Function has nothing but a name
	keylog.Log
}

// A Column is a column of a table, or a field of an access log.
type Column struct {
	Name    string // as the header has it; "column 2" if there is none
	Example string // what stands there in the first line that has keys
}

// A Kind is a kind of text that a [Reader] reads.
type Kind int

const (
	Detect  Kind = iota // none yet: find out which, from how the text begins
	Records             // a record of recorder.py
	Logs                // a log of recorder.py
	Keys                // one key a line
	Table               // CSV, with the keys in one of its columns
	Access              // the access log of a web server, with the keys in one of its fields
)

// String says what it is: "a call record".
func (k Kind) String() string {
	switch k {
	case Records:
		return "a call record"
	case Logs:
		return "a log of calls"
	case Keys:
		return "a list of keys"
	case Table:
		return "a table"
	case Access:
		return "an access log"
	}
	return "nothing known"
}

// A Problem is a line that is not understood. It is an error.
type Problem struct {
	Line int    // the first line is 1; 0 if it is about the text as a whole
	Text string // how the line begins, or "" if that helps nobody
	Want string // what is wrong with it and what would be accepted, without a full stop
}

// Error says all three: `line 3: "bodi 5": a line of a record begins with …`.
func (p Problem) Error() string {
	s := p.Want
	if p.Text != "" {
		s = strconv.Quote(p.Text) + ": " + s
	}
	if p.Line > 0 {
		s = fmt.Sprintf("line %d: %s", p.Line, s)
	}
	return s
}

// beginning is a line as a Problem shows it.
func beginning(line []byte) string {
	const most = 60
	if len(line) <= most {
		return string(line)
	}
	return string(line[:most]) + "…"
}
