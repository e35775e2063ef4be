package link

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"playground/app/programs"
	"playground/app/trace"
)

// A form is how a version writes statements.
type form struct {
	version string
	encode  func([]trace.Statement) string
	decode  func(word string) (trace.Statement, error) // one statement that is not clear
	hint    string                                     // what a list of them is
}

// formOf returns the oldest form that can write the script.
func formOf(s trace.Script) form {
	p, _ := s.Func()
	if len(p.Params) == 1 && p.Params[0].Kind == programs.Number {
		return form{"1", encodeNumbers, decodeNumber,
			fmt.Sprintf("a list of numbers, such as 10, or 10x3 for three times (%d at most), and of clear", trace.MaxTimes)}
	}
	return form{"2", encodeCalls, func(word string) (trace.Statement, error) { return decodeCall(word, p.Params) },
		fmt.Sprintf("a list of calls, such as 1:%s, with the times (%d at most) before the arguments, and of clear",
			strings.Join(strings.Split(strings.ReplaceAll(p.Signature(), " ", ""), ","), ":"), trace.MaxTimes)}
}

const clearing = "clear" // f.cache_clear()

// encodeNumbers writes a run as version 1 does: 500x1000,clear,5.
func encodeNumbers(list []trace.Statement) string {
	return joined(list, func(st trace.Statement) string {
		word := strconv.Itoa(st.Args[0].Int())
		if st.Times > 1 {
			word += "x" + strconv.Itoa(st.Times)
		}
		return word
	})
}

func decodeNumber(word string) (st trace.Statement, err error) {
	arg, times, repeated := strings.Cut(word, "x")
	n, err := number(arg, -1<<30, 1<<30)
	if err != nil {
		return st, err
	}
	st = trace.Statement{Op: trace.Call, Args: programs.Ints(n), Times: 1}
	if repeated {
		st.Times, err = number(times, 1, trace.MaxTimes)
	}
	return st, err
}

// encodeCalls writes a run as version 2 does: 1:kitten:sitting,clear.
func encodeCalls(list []trace.Statement) string {
	return joined(list, func(st trace.Statement) string {
		word := strconv.Itoa(st.Times)
		for _, a := range st.Args {
			word += ":" + encodeArg(a)
		}
		return word
	})
}

func decodeCall(word string, params []programs.Param) (st trace.Statement, err error) {
	words := strings.Split(word, ":")
	if len(words) != 1+len(params) {
		return st, errUnreadable
	}
	st.Times, err = number(words[0], 1, trace.MaxTimes)
	if err != nil {
		return st, err
	}
	for i, p := range params {
		a, err := decodeArg(words[1+i], p.Kind)
		if err != nil {
			return st, err
		}
		st.Args = append(st.Args, a)
	}
	return st, nil
}

func joined(list []trace.Statement, word func(trace.Statement) string) string {
	words := make([]string, len(list))
	for i, st := range list {
		words[i] = clearing
		if st.Op == trace.Call {
			words[i] = word(st)
		}
	}
	return strings.Join(words, ",")
}

// empty is the empty string: it must not end in what is taken off a link.
const empty = "~-"

func encodeArg(a programs.Arg) string {
	if a.Kind() == programs.Number {
		return strconv.Itoa(a.Int())
	}
	s := a.Str()
	if s == "" {
		return empty
	}
	return written(s)
}

func decodeArg(word string, kind programs.Kind) (programs.Arg, error) {
	switch {
	case kind == programs.Number:
		n, err := number(word, -1<<30, 1<<30)
		return programs.Int(n), err
	case kind != programs.Text || word == "":
		return programs.Arg{}, errUnreadable
	case word == empty:
		return programs.Str(""), nil
	}
	text, err := read(word)
	return programs.Str(text), err
}

// written writes text so that nothing in it means anything in an address: letters,
// digits and - stand for themselves, ~ and two hexadecimal digits for any other byte.
func written(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if c := text[i]; isPlain(c) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "~%02x", c)
		}
	}
	return b.String()
}

// read reads what written wrote.
func read(word string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case isPlain(c):
			b.WriteByte(c)
		case c == '~' && i+2 < len(word):
			byte, err := hex.DecodeString(word[i+1 : i+3])
			if err != nil {
				return "", err
			}
			b.Write(byte)
			i += 2
		default:
			return "", errUnreadable
		}
	}
	return b.String(), nil
}

func isPlain(c byte) bool {
	return c == '-' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// errUnreadable says nothing, as the hint says what would be accepted.
var errUnreadable = fmt.Errorf("unreadable")

// number reads a whole number that is written in one way only: no sign but a
// minus, no leading zero.
func number(text string, lo, hi int) (int, error) {
	n, err := strconv.Atoi(text)
	if err != nil || strconv.Itoa(n) != text || n < lo || n > hi {
		return 0, errUnreadable
	}
	return n, nil
}
