package words

import (
	"playground/app/programs"
	"playground/app/trace"
)

// cacheClear stands for cache_clear() where a script is written as numbers.
const cacheClear = -1 << 31

// scriptOf writes a script in short: a number is a call.
func scriptOf(program string, size trace.Size, args ...int) trace.Script {
	s := trace.Script{Program: program, Size: size}
	for _, arg := range args {
		st := trace.Statement{Op: trace.Call, Args: programs.Ints(arg), Times: 1}
		if arg == cacheClear {
			st = trace.Statement{Op: trace.Clear, Times: 1}
		}
		s = s.With(st)
	}
	return s
}

// times is a call made more than once.
func times(n, arg int) trace.Statement {
	return trace.Statement{Op: trace.Call, Args: programs.Ints(arg), Times: n}
}
