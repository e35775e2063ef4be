package source

import (
	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/trace"
)

// scriptOf writes a script in short: a number is a call, cacheClear is cache_clear().
func scriptOf(program string, size trace.Size, args ...int) trace.Script {
	s := trace.Script{Program: program, Size: size}
	for _, arg := range args {
		st := call(1, programs.Int(arg))
		if arg == cacheClear {
			st = trace.Statement{Op: trace.Clear, Times: 1}
		}
		s = s.With(st)
	}
	return s
}

const cacheClear = -1 << 31

// call is a statement that makes a call so many times.
func call(times int, args ...programs.Arg) trace.Statement {
	return trace.Statement{Op: trace.Call, Args: args, Times: times}
}

// distance is one of a function of two strings, which the catalogue does not have.
func distance(times int, s, t string) trace.Statement {
	return call(times, programs.Str(s), programs.Str(t))
}

// written are the scripts that must be among those tried, whatever is drawn.
func written() []trace.Script {
	const M = 1_000_000
	many := func(n int) trace.Statement { return call(1000, programs.Int(n)) }
	words := trace.NewScript(programstest.EditDistance(), 16)
	return []trace.Script{
		scriptOf("fibonacci", 2, 10),
		scriptOf("fibonacci", 128),
		scriptOf("calc_pi", trace.None),
		scriptOf("fibonacci", 128, 100, 100, cacheClear, 100),
		scriptOf("fibonacci-n-2-first", 2, 10),
		scriptOf("fibonacci", 0, 20),
		scriptOf("factorial", 128).With(many(500)),
		scriptOf("calc_pi", 2, 0, 1, M/2, M/2, M/4, M/2, M),

		// At the limit of recursion, and warmed beyond it.
		scriptOf("fibonacci", 128, 998, cacheClear, 999),
		scriptOf("fibonacci", 128, 1000, 1000, 999, 1000),
		scriptOf("fibonacci", 0, 1000),
		scriptOf("fibonacci", trace.None, 1500, 1500, 0, 300, 600, 900, 1200, 1500),
		scriptOf("fibonacci", trace.None, 0, 400, 800, 1200, 1600, 2000, 2400, 2800, 3200, 3600, 4000, 4400, 4800),
		scriptOf("fibonacci-n-2-first", trace.None, 1996, cacheClear, 1997, cacheClear, 1998),
		scriptOf("factorial", 3, 998, cacheClear, 999, 1996, 998, 1996),
		scriptOf("factorial", 128, -1, -1, 3),
		scriptOf("factorial", trace.None, 998, -1).With(many(500)).With(many(5000)),

		// So long that the last call is not recorded: how deep it goes is not known.
		scriptOf("factorial", 0).With(many(300)).With(many(300)).With(call(1, programs.Int(900))),

		// More digits than newer versions print by themselves: just so, and many.
		scriptOf("factorial", trace.None, 900, 1600),
		scriptOf("factorial", trace.None, 900, 1800, 2700, 3600, 4500, 5000),

		// Strings, with all that needs a backslash somewhere.
		words,
		words.With(distance(1, "kitten", "sitting")).With(distance(3, "", "")),
		words.With(distance(1, "it's", `"it"`)).With(distance(1, `a\b`, "é\n→")).With(distance(2, "\u00a0\u200b", "\U0001f600\t\x00")),
	}
}

// stopped are recordings of which something cannot be repeated.
func stopped() []sample {
	tooLong := trace.Record(scriptOf("fibonacci", 0, 5, 90, 5))

	byHand := stopAfter(1000, scriptOf("fibonacci", 1, 10, 25, 30))
	byHand.Append(call(1, programs.Int(10)))
	finish(byHand)

	// The first of these 1000 calls made the next statement possible. Without it
	// that goes too deep, and the script must survive it.
	warmed := stopAfter(2500, scriptOf("factorial", trace.None).With(
		call(1000, programs.Int(900))))
	warmed.Append(call(1, programs.Int(1500)))
	finish(warmed)
	cold := newSample("stopped when warm", warmed.Recording(), false)
	cold.want[0] = recursionError

	words := stopAfter(300, trace.NewScript(programstest.EditDistance(), 2).With(distance(9, "abcdefgh", "ijklmnop")))
	words.Append(distance(1, "it's", "its"))
	finish(words)

	return []sample{
		newSample("stopped within strings", words.Recording(), false),
		newSample("stopped as too long", tooLong, false),
		newSample("stopped by hand", byHand.Recording(), false),
		cold,
	}
}

// stopAfter runs a script by hand until it has recorded so many events.
func stopAfter(events int, s trace.Script) *trace.Runner {
	run := trace.Start(s)
	for len(run.Recording().Events) < events && run.Next() {
	}
	run.Stop()
	return run
}

func finish(run *trace.Runner) {
	for run.Next() {
	}
}
