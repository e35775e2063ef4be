package draw

import (
	"strconv"

	"playground/app/programs"
	"playground/app/trace"
)

// Count writes a number with thousands separators: 1,234,567.
func Count(n int) string { return group(strconv.Itoa(n), ',') }

// Call writes a call as one types it in Python: fibonacci(8), and, long
// arguments being hard to read, calc_pi(5_000_000).
func Call(rec *trace.Recording, key int32) string {
	return rec.Program.Name + "(" + argument(key) + ")"
}

// argument writes a key, from five digits on with Python's underscores.
func argument(key int32) string { return programs.Literal(int(key)) }

// A naming names calls in little room, all in the same way: fibonacci(8), f(8), or
// 8.
type naming struct {
	rec      *trace.Recording
	argument int // the number of characters of the longest argument
}

func newNaming(rec *trace.Recording) naming { return naming{rec, widest(rec)} }

// in names a call in at most most characters.
func (n naming) in(key int32, most int) string {
	switch {
	case n.argument+len(n.rec.Program.Name)+2 <= most:
		return Call(n.rec, key)
	case n.argument+3 <= most:
		return "f(" + argument(key) + ")"
	}
	return argument(key)
}

// widest is the number of characters of the longest argument that the script
// calls. Recursion goes down from there.
func widest(rec *trace.Recording) int {
	most := 1
	for _, st := range rec.Script.Statements {
		most = max(most, len(argument(int32(st.Arg))))
	}
	return most
}

// group puts a separator between every three digits.
func group(digits string, separator byte) string {
	b := make([]byte, 0, len(digits)+len(digits)/3)
	for i := range len(digits) {
		left := len(digits) - i
		if i > 0 && left%3 == 0 && digits[i-1] != '-' {
			b = append(b, separator)
		}
		b = append(b, digits[i])
	}
	return string(b)
}

// Plural writes a count of things: "1 call", "2 calls".
func Plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Count(n) + " " + many
}
