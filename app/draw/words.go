package draw

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"playground/app/trace"
)

// Count writes a number with thousands separators: 1,234,567.
func Count(n int) string { return group(strconv.Itoa(n), ',') }

// Call writes a call as one types it in Python: fibonacci(8), and, long
// arguments being hard to read, calc_pi(5_000_000).
func Call(rec *trace.Recording, key int32) string {
	return rec.Program.Name + "(" + argument(key) + ")"
}

// Short shortens a value in the middle to at most most characters. Where there is
// room it tells how many digits there are in all.
func Short(value string, most int) string {
	if utf8.RuneCountInString(value) <= most {
		return value
	}
	tail := ""
	if most >= 24 && whole(value) {
		tail = " (" + Count(len(strings.TrimPrefix(value, "-"))) + " digits)"
	}
	room := max(2, most-len(tail)-1)
	head := (room + 1) / 2
	return value[:head] + "…" + value[len(value)-(room-head):] + tail
}

// equation is an entry in words: fibonacci(8) = 21.
func equation(rec *trace.Recording, key int32, most int) string {
	return Call(rec, key) + " = " + Short(text(rec, key), most)
}

// text is the result stored for a key.
func text(rec *trace.Recording, key int32) string {
	if v := rec.Value(int(key)); v != nil {
		return v.String()
	}
	return "…"
}

// argument writes a key, from five digits on with Python's underscores.
func argument(key int32) string {
	s := strconv.Itoa(int(key))
	if -10_000 < key && key < 10_000 {
		return s
	}
	return group(s, '_')
}

// named is the longest way to name a call in at most most characters:
// fibonacci(8), f(8), or 8.
func named(rec *trace.Recording, key int32, most int) string {
	arg := argument(key)
	switch {
	case len(rec.Program.Name)+len(arg)+2 <= most:
		return Call(rec, key)
	case len(arg)+3 <= most:
		return "f(" + arg + ")"
	}
	return arg
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

func whole(value string) bool {
	return strings.Trim(value, "0123456789") == "" || value[0] == '-' && strings.Trim(value[1:], "0123456789") == ""
}

// plural is "1 call", "2 calls".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Count(n) + " " + many
}
