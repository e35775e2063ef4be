package trace

import (
	"playground/app/programs"
	"playground/app/programs/programstest"
)

// cacheClear stands for cache_clear() where a script is written as numbers.
const cacheClear = -1 << 31

// scriptOf writes a script in short: a number is a call.
func scriptOf(program string, size Size, args ...int) Script {
	s := Script{Program: program, Size: size}
	for _, arg := range args {
		st := times(1, arg)
		if arg == cacheClear {
			st = Statement{Op: Clear, Times: 1}
		}
		s = s.With(st)
	}
	return s
}

// times is a call made more than once.
func times(n, arg int) Statement { return Statement{Op: Call, Args: programs.Ints(arg), Times: n} }

// finish runs what is left.
func finish(run *Runner) *Recording {
	for run.Next() {
	}
	return run.Recording()
}

// varied are scripts of every kind: each kind of event, of outcome and of
// program is in them, and recordings longer than the distance of two checkpoints.
func varied() []Script {
	return []Script{
		{Program: "fibonacci", Size: 2},
		scriptOf("fibonacci", 2, 10),
		scriptOf("fibonacci", 0, 14, cacheClear, 5),
		scriptOf("fibonacci", 1, 14, 14, 13),
		scriptOf("fibonacci", 2, 18, 3, cacheClear, 18),
		scriptOf("fibonacci", 3, 30, 10, 30, 20, cacheClear, cacheClear, 30),
		scriptOf("fibonacci", 5, 1, 2, 3, 1, 4, 1, 2, 20, 7).With(times(1000, 6)),
		scriptOf("fibonacci", None, 20, cacheClear, 10, 20, -5),
		scriptOf("fibonacci", 128, 1000, 1000, 300, 600, 900, 1000, 0, cacheClear, 999),
		scriptOf("fibonacci", None, 1500, 1500, 0, 300, 600, 900, 1200, 1500),
		scriptOf("fibonacci-n-2-first", 2, 30, 1998, 10),
		scriptOf("fibonacci-n-2-first", 1, 12, 2),
		scriptOf("factorial", 2, 10, 9, 11, 3, -1, -1, cacheClear, 10),
		scriptOf("factorial", 600, 998, 999, 500, 1500, 1700),
		scriptOf("factorial", 0, 5).With(times(100, 7)),
		scriptOf("calc_pi", 2, 5, 5, 6, 6, 7, 7, 5, 7),
		words(0, "ab", "ba", "a", "b"),
		words(2, "abc", "bcd", "", "", "abc", "bcd", "it's", "its"),
		words(20, "abcd", "bcde", "bcd", "cde", "abcd", "bcde").With(Statement{Op: Clear, Times: 1}).With(distance(3, "bcd", "cde")),
		words(None, "kitten", "sitting", "sitting", "kitten"),
	}
}

// words is a script of edit distances, of each two of the words.
func words(size Size, list ...string) Script {
	s := NewScript(programstest.EditDistance(), size)
	for i := 0; i < len(list); i += 2 {
		s = s.With(distance(1, list[i], list[i+1]))
	}
	return s
}

func distance(n int, s, t string) Statement {
	return Statement{Op: Call, Args: programs.Args{programs.Str(s), programs.Str(t)}, Times: n}
}

// stopped is a recording that was ended by hand after about so many events, and
// gone on with.
func stopped(events int) *Recording {
	run := Start(scriptOf("fibonacci", 2, 20, 19, 18))
	for len(run.Recording().Events) < events && run.Next() {
	}
	run.Stop()
	for _, n := range []int{10, 22, 10} {
		run.Append(times(1, n))
		finish(run)
	}
	return run.Recording()
}

// numbers are the whole numbers that keys stand for.
func numbers(rec *Recording, keys []int32) []int {
	list := []int{}
	for _, key := range keys {
		list = append(list, rec.Args(key)[0].Int())
	}
	return list
}

// keyOf returns the key of a call with a whole number; -1 if it was not made.
func keyOf(rec *Recording, n int) int32 {
	for key := range rec.Keys() {
		if rec.Args(int32(key))[0] == programs.Int(n) {
			return int32(key)
		}
	}
	return -1
}

// computed are the numbers that the body ran for, and evicted those whose result
// lost its place.
func computed(rec *Recording, events []Event) []int {
	var keys []int32
	for _, e := range events {
		if e.Missed() {
			keys = append(keys, e.Key)
		}
	}
	return numbers(rec, keys)
}

func evicted(rec *Recording, events []Event) []int {
	var keys []int32
	for _, e := range events {
		if e.Evicts() {
			keys = append(keys, e.Victim())
		}
	}
	return numbers(rec, keys)
}
