package words

import (
	"strconv"
	"unicode/utf8"

	"playground/app/programs"
	"playground/app/trace"
)

// A Number is what is counted: things by int, calls by int64.
type Number interface{ int | int64 }

// Count writes a number with thousands separators: 1,234,567.
func Count[N Number](n N) string { return group(strconv.FormatInt(int64(n), 10), ',') }

// Plural writes a count of things: "1 call", "2 calls".
func Plural[N Number](n N, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Count(n) + " " + many
}

// Percent writes a share of a whole in whole percents. It never says 0 or 100
// of what is neither nothing nor all: "< 1", "> 99". The share of nothing is 0.
func Percent[N Number](part, whole N) string {
	switch {
	case whole == 0 || part == 0:
		return "0"
	case part == whole:
		return "100"
	case part*100 < whole:
		return "< 1"
	case (whole-part)*100 < whole:
		return "> 99"
	}
	return strconv.FormatInt(int64((part*200+whole)/(2*whole)), 10)
}

// Calls says how many calls a tree has, of which the first so many are drawn.
func Calls(tree trace.Tree, drawn int) string {
	switch {
	case tree.More:
		return "first " + Count(drawn) + " of more than " + Plural(tree.Calls, "call", "calls")
	case drawn < tree.Calls:
		return "first " + Count(drawn) + " of " + Plural(tree.Calls, "call", "calls")
	}
	return Plural(tree.Calls, "call", "calls")
}

// A Naming names the calls of a recording in little room, all of them in the same
// way: fibonacci(8), f(8), or 8.
type Naming struct {
	rec  *trace.Recording
	most int

	// Widest is the number of characters of the longest argument list, as it is
	// written: at most as many as NewNaming was told.
	Widest int
}

// NewNaming names the calls of a recording with at most most characters for their
// arguments, at least 3; longer ones are shortened in the middle. It costs one
// pass over the keys.
func NewNaming(rec *trace.Recording, most int) Naming {
	n := Naming{rec, most, 1}
	for key := range rec.Keys() {
		if !rec.Own(int32(key)) {
			continue
		}
		if n.Widest >= most {
			break
		}
		n.Widest = max(n.Widest, utf8.RuneCountInString(rec.Argument(int32(key))))
	}
	n.Widest = min(n.Widest, most)
	return n
}

// In names a call in at most most characters, or by its argument alone.
func (n Naming) In(key int32, most int) string {
	switch {
	case !n.rec.Own(key):
		return Short(n.rec.Call(key), max(3, most))
	case n.Widest+len(n.rec.Program.Name)+2 <= most:
		return n.rec.Program.Name + "(" + n.arguments(key) + ")"
	case n.Widest+3 <= most:
		return "f(" + n.arguments(key) + ")"
	}
	return n.Argument(key)
}

// Argument is the arguments alone, shortened in the middle where they are long, and
// () where there are none. Of several functions only the chosen one goes without its
// name.
func (n Naming) Argument(key int32) string {
	switch arg := n.arguments(key); {
	case !n.rec.Own(key):
		return n.rec.NameOf(key) + "(" + arg + ")"
	case arg == "":
		return NoArguments
	default:
		return arg
	}
}

func (n Naming) arguments(key int32) string { return Short(n.rec.Argument(key), n.most) }

// NoArguments stands where the arguments of a call would stand alone, and there are
// none.
const NoArguments = "()"

// KeyName is what a key is called in data-key attributes, which tie together all
// that shows the same key: a whole number as its digits, all else as it reads, or
// as its program says, where different keys may read the same.
func KeyName(rec *trace.Recording, key int32) string {
	if key < 0 {
		return "" // of a step that is about none
	}
	if args := rec.Args(key); len(args) == 1 && args[0].Kind() == programs.Number {
		return strconv.Itoa(args[0].Int())
	}
	if name := rec.Program.KeyName; name != nil {
		return name(rec.Args(key))
	}
	return rec.Argument(key)
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
