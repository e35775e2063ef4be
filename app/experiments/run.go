package experiments

import (
	"strings"

	"playground/app/programs"
	"playground/app/source"
	"playground/app/trace"
)

// script is a script of a function with that ID: calls of one number each, in
// order.
func script(id string, size trace.Size, calls ...int) trace.Script {
	s := trace.Script{Program: id, Size: size}
	for _, n := range calls {
		s = s.With(trace.Statement{Op: trace.Call, Args: programs.Ints(n), Times: 1})
	}
	return s
}

// many is a script of one statement that is made so many times.
func many(id string, size trace.Size, times, n int) trace.Script {
	s := script(id, size, n)
	s.Statements[0].Times = times
	return s
}

// cleared is the statement cache_clear().
var cleared = trace.Statement{Op: trace.Clear, Times: 1}

// record runs a script.
func record(id string, size trace.Size, calls ...int) *trace.Recording {
	return trace.Record(script(id, size, calls...))
}

// curve runs a script at every maxsize up to most.
func curve(s trace.Script, most trace.Size) []trace.Point {
	w := trace.NewSweep(s, most)
	for w.Next() {
	}
	return w.Points()
}

// first returns the first step from a step on at which something happens, 0 if it
// never does.
func first(rec *trace.Recording, from int, is func(trace.Event) bool) int {
	for i := from; i < len(rec.Events); i++ {
		if is(rec.Events[i]) {
			return i + 1
		}
	}
	return 0
}

func again(e trace.Event) bool  { return e.Kind == trace.Again }
func hit(e trace.Event) bool    { return e.Kind == trace.Hit }
func stored(e trace.Event) bool { return e.Kind == trace.Store }

// event is the event of a step.
func event(rec *trace.Recording, step int) trace.Event { return rec.Events[step-1] }

// shown is the program of a recording as its card shows it, and what Python prints
// for it.
func shown(s *Story, rec *trace.Recording) *Story {
	_, s.Python, _ = strings.Cut(source.Python(rec), "\n") // without what it says of the playground
	s.Python = narrow(strings.ReplaceAll(s.Python, "\n\n\n", "\n\n"))
	var b strings.Builder
	for _, r := range rec.Results {
		switch {
		case r.Statement.Op == trace.Clear:
		case r.Outcome == trace.RecursionError:
			b.WriteString("RecursionError: maximum recursion depth exceeded\n")
		default:
			b.WriteString(r.Value.String() + "\n")
		}
	}
	s.Prints = b.String() + rec.Info().String() + "\n"
	if s.Watch == "" {
		s.Watch = watch(rec, -1)
	}
	if s.Own == "" {
		s.Own = s.Watch
	}
	return s
}

// lines is what Python prints: these, each on a line.
func lines(list ...string) string { return strings.Join(list, "\n") + "\n" }

// texts are options in which a number stands.
func texts(numbers ...int) []Text {
	var list []Text
	for _, number := range numbers {
		list = append(list, text("#", n(number)))
	}
	return list
}
