package show

import (
	"strconv"
	"strings"

	"playground/app/calls"
)

// LogName is the name under which the browser keeps the log that one place hands
// over to another.
const LogName = "log"

// A Log is how a log of keys is handed over: Your keys has the browser keep its
// text, and an address of Your function says how to read it, and what to show.
type Log struct {
	Options  calls.Options
	Function int // which of the Logs that are in it
	Calls    int // how many of the calls, from the first on
	MaxSize  int
}

// logPrefix begins the fragment of an address that shows a log.
const logPrefix = "log="

// Fragment is the fragment of the address, such as log=3.0.0.0.5000.532.
func (l Log) Fragment() string {
	s := logPrefix
	for i, n := range []int{int(l.Options.Kind), l.Options.Column, int(l.Options.Header), l.Function, l.Calls, l.MaxSize} {
		if i > 0 {
			s += "."
		}
		s += strconv.Itoa(n)
	}
	return s
}

// ParseLog reads what Fragment writes. What it returns may still lead to nothing:
// whoever shows the log looks whether there are as many functions and calls.
func ParseLog(fragment string) (l Log, ok bool) {
	list, ok := strings.CutPrefix(fragment, logPrefix)
	words := strings.Split(list, ".")
	if !ok || len(words) != 6 {
		return Log{}, false
	}
	var numbers [6]int
	for i, word := range words {
		n, err := strconv.ParseUint(word, 10, 31)
		if err != nil {
			return Log{}, false
		}
		numbers[i] = int(n)
	}
	l = Log{
		Options:  calls.Options{Kind: calls.Kind(numbers[0]), Column: numbers[1], Header: calls.Header(numbers[2])},
		Function: numbers[3], Calls: numbers[4], MaxSize: numbers[5],
	}
	switch {
	case l.Options.Kind < calls.Logs || l.Options.Kind > calls.Access, l.Options.Header > calls.WithoutHeader, l.Calls == 0, l.MaxSize == 0:
		return Log{}, false
	}
	return l, true
}

// A Handing is a place with a log to hand over.
type Handing interface {
	// Hand returns the log that is shown, its address in Your function, and its text
	// where the page has nothing to read it from any more.
	Hand() (t Text, text, fragment string)
}
