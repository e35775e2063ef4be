package experiments

import (
	"strings"

	"playground/app/programs"
	"playground/app/trace"
	"playground/app/words"
)

func aFunctionThatPrints() Card {
	return Card{Name: "a-function-that-prints", Group: NotFor, Title: "A function that prints", Story: func(Measured) *Story {
		s := trace.Script{Program: "greet", Size: lru128}
		ada := trace.Statement{Op: trace.Call, Args: programs.Args{programs.Str("Ada")}, Times: 1}
		s = s.With(ada).With(ada).With(ada)
		rec := trace.Record(s)
		calls, printed := len(rec.Results), rec.Bodies()
		at := first(rec, 0, hit)
		st := shown(&Story{
			Ask:   text("^greet^ prints a line and returns a number. *How many lines are printed when* # *is called* # *in a row?*", statement(rec, 0), times(calls, "time", "times")),
			Guess: Guess{Kind: Choice, Options: texts(noneAtAll, printed, calls-printed, calls), Truth: 1},
			Tone:  words.Hit.Name,
			Why:   text("#: from # on the cache answers, and the body does not run. What a function does besides returning (printing, writing a file, sending a mail) is not done again: cache what is computed, not what is done.", n(printed), step(rec, at)),
			Watch: watch(rec, at),
			Words: []string{"body runs", "hits"},
			More:  []Source{functools},
		}, rec)
		st.Prints = strings.Repeat(lines("Hello, Ada"), printed) + st.Prints
		return st
	}}
}
