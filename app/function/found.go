package function

import (
	"playground/app/calls"
	"playground/app/words"
)

// A count is how often a function was called, and with how many different keys.
type count struct{ calls, keys int }

// counts counts the calls of all functions in one pass.
func counts(r *calls.Record) []count {
	list := make([]count, len(r.Functions))
	add := func(s calls.Step, times int) {
		if k, ok := s.Key(); ok {
			list[r.Keys[k].Function].calls += times
		}
	}
	for _, st := range r.Statements {
		add(st.Step, st.Times)
	}
	for i := range r.Keys {
		list[r.Keys[i].Function].keys++
		for _, s := range r.Keys[i].Asks {
			add(s, 1)
		}
	}
	return list
}

// busiest is the function that was called most, the first of them.
func busiest(list []count) int {
	best := 0
	for i, c := range list {
		if c.calls > list[best].calls {
			best = i
		}
	}
	return best
}

// named is how many functions are named in what was found.
const named = 3

// found says what is in a record, the chosen function first.
func found(in *calls.Input, list []count, chosen int) []string {
	r := in.Record
	say := func(f int) string {
		return words.Plural(list[f].calls, "call", "calls") + " of " + r.Functions[f].Name + ", " +
			words.Plural(list[f].keys, "different key", "different keys")
	}
	first := say(chosen)
	more := 1
	for f := range r.Functions {
		if f != chosen && more < named && list[f].calls > 0 {
			first += "; " + say(f)
			more++
		}
	}
	if n := len(r.Functions) - more; n > 0 {
		first += "; " + words.Plural(n, "more function", "more functions")
	}
	all := []string{first + "."}
	if !r.Whole {
		all = append(all, "The record has no end: the program was killed, or the text was cut off. What there is of it is shown.")
	}
	if in.Cut {
		all = append(all, "It is too large to be read as a whole: after line "+words.Count(in.Lines)+" nothing more was read.")
	}
	return append(all, contradictions(r)...)
}

// contradictions names the functions that did not do the same each time.
func contradictions(r *calls.Record) []string {
	var all []string
	seen := make([]bool, len(r.Functions))
	for k := range r.Keys {
		key := &r.Keys[k]
		if !key.Contradicts || seen[key.Function] {
			continue
		}
		seen[key.Function] = true
		all = append(all, words.Short(r.Call(k), 80)+" did not do the same each time, so "+r.Functions[key.Function].Name+
			" depends on more than its arguments: at other sizes than unlimited, what is shown is a guess.")
		if len(all) == named {
			break
		}
	}
	return all
}

// problemOf says why a text is no record that can be shown; "" if it is one.
func problemOf(in *calls.Input, err error) string {
	const begins = "a call record begins with the line lru_cache record 1, as the recorder writes it"
	switch {
	case in.Kind == calls.Logs && in.Bad == 0:
		return "This is a log of calls. It tells which keys were asked for, but not which body asked for them: to replay a function, make a record, with record in place of log."
	case err != nil:
		return sentence(err.Error())
	case in.Kind != calls.Records:
		return "Line 1: " + begins + ". This looks like " + in.Kind.String() + "."
	case len(in.Record.Functions) == 0:
		return "There is no decorated function in this record: a line like function fib maxsize=128 typed=False is missing."
	case len(in.Record.Statements) == 0:
		return "No function was called in this record: after its key, a line like call 0 is missing."
	}
	return ""
}

// sentence makes an error one.
func sentence(text string) string {
	if text[0] >= 'a' && text[0] <= 'z' {
		text = string(text[0]-'a'+'A') + text[1:]
	}
	return text + "."
}
