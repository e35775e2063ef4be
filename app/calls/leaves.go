package calls

import (
	"strconv"

	"playground/app/programs"
)

// Leaves returns a record of the first so many calls of a log, or of all if there
// are fewer, in which no body asks for anything: that is all a log tells. In its
// decorator stands maxsize, 0 or more. Where the log has no name of a function, it
// is called lookup, and its keys, which may be any text, read as Python writes a
// whole number or a string.
//
// Results are not known; they read as an ellipsis. It costs a pass over the calls,
// some 100 bytes a key, and 16 for each run of equal calls.
func (l *Logged) Leaves(calls, maxsize int) *Record {
	f := l.Function
	f.MaxSize, f.Unbounded, f.Within = maxsize, false, -1
	named := f.Name != ""
	if !named {
		f.Name = "lookup"
	}
	rec := &Record{Functions: []Function{f}, Whole: true}
	for _, k := range l.Calls[:min(calls, len(l.Calls))] {
		if int(k) == len(rec.Keys) { // keys are in the order of their first call
			args := l.Keys[k]
			if !named {
				args = literal(args)
			}
			rec.Keys = append(rec.Keys, Key{Outcome: Returned, Args: args, Text: "…"})
		}
		if n := len(rec.Statements); n > 0 && rec.Statements[n-1].Step == Ask(int(k)) {
			rec.Statements[n-1].Times++
			continue
		}
		rec.Statements = append(rec.Statements, Statement{Ask(int(k)), 1})
	}
	return rec
}

// Within returns how many of the first so many calls have at most so many different
// keys.
func (l *Logged) Within(calls, keys int) int {
	calls = min(calls, len(l.Calls))
	for i, k := range l.Calls[:calls] {
		if int(k) >= keys {
			return i
		}
	}
	return calls
}

// literal is a key as it stands in a call: 17, 'user:0'.
func literal(key string) string {
	if n, err := strconv.Atoi(key); err == nil && strconv.Itoa(n) == key {
		return key
	}
	return programs.Str(key).String()
}
