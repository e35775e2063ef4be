package pycall

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A drawer makes calls up, by the text alone: it knows nothing of the parser.
type drawer struct{ *rand.Rand }

func newDrawer(seed uint64) drawer { return drawer{rand.New(rand.NewPCG(seed, 19))} }

func (d drawer) of(these ...string) string { return these[d.IntN(len(these))] }

// call draws a call: f(1, "a", x=[2]).
func (d drawer) call() string {
	var args []string
	for range d.IntN(4) {
		args = append(args, d.value(3))
	}
	names := []string{"a", "b", "x", "größe", "self", "_", "match"}
	d.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for i := range d.IntN(3) {
		args = append(args, names[i]+d.space()+"="+d.space()+d.value(3))
	}
	text := d.of("f", "f", "math.gcd") + d.gap() + "(" + d.space() + strings.Join(args, ","+d.space())
	if len(args) > 0 && d.IntN(6) == 0 {
		text += ","
	}
	return d.of("", "", " ", "\n") + text + d.space() + ")" + d.of("", "", " ", "  # a comment", "\n")
}

// gap draws space outside brackets, where a line's end ends the call.
func (d drawer) gap() string { return d.of("", "", "", " ", "\t", " \\\n") }

// space draws what can stand between tokens within brackets.
func (d drawer) space() string {
	return d.of("", "", "", "", "", " ", " ", "\t", "\n  ", " # no, (\n", " \\\n", "\r\n", "\f")
}

// small draws a value of which others are equal.
func (d drawer) small() string {
	return d.of("1", "1.0", "True", "+True", "0x1", "1e0", "1+0j", "0", "-0.0", "0.0", "False", "-False", "0j", "''", `""`, "b''",
		"()", "(1,)", "(True,)", "(1.0,)", "'a'", "u'a'", "b'a'", "None", "...", "-1", "9007199254740993", "9007199254740992.0", "9007199254740992",
		"1e999", "-1e999", `float("nan")`, `float("inf")`, "'x'", "2", "'1'", "('x', 1)", "((1,), 1)", "1e23", "10**0"[:2], "99999999999999991611392", "[1]", "{1: 1}", "{1}")
}

// value draws any value, of a depth at most so deep.
func (d drawer) value(depth int) string {
	n := 12
	if depth > 0 {
		n = 18
	}
	switch d.IntN(n) {
	case 0, 1:
		return d.small()
	case 2, 3:
		return d.signs() + d.int()
	case 4, 5:
		return d.signs() + d.float()
	case 6:
		return d.signs() + d.of(d.int(), d.float()) + d.space() + d.of("+", "-") + d.space() + d.of(d.digits("123456789"), d.digits("123456789")+"e-9", ".25", "1e22", "1e999", "5e-324") + "j" // 1-0j is another number since 3.14
	case 7:
		return d.signs() + d.of(d.float()+"j", "0777j", "1_0J", ".5j", "True", "False")
	case 8, 9, 10:
		return d.strings(false)
	case 11:
		return d.strings(true)
	case 12:
		return "(" + d.space() + d.value(depth-1) + d.space() + ")"
	case 13, 14:
		vs := d.values(depth)
		if len(vs) == 1 || len(vs) > 1 && d.IntN(4) == 0 {
			vs = append(vs, "")
		}
		return "(" + d.space() + strings.Join(vs, d.space()+","+d.space()) + ")"
	case 15:
		return "[" + d.space() + strings.Join(d.values(depth), ", ") + d.space() + "]"
	case 16:
		vs := d.values(depth)
		if len(vs) == 0 {
			return "set( )"
		}
		return "{" + strings.Join(vs, ",") + d.of("", ",", " ") + "}"
	}
	var items []string
	for _, v := range d.values(depth) {
		items = append(items, v+d.space()+":"+d.space()+d.value(depth-1))
	}
	return "{" + strings.Join(items, ",") + d.space() + "}"
}

func (d drawer) values(depth int) []string {
	var vs []string
	for range d.IntN(4) {
		vs = append(vs, d.of(d.value(depth-1), d.small()))
	}
	return vs
}

func (d drawer) signs() string {
	return d.of("", "", "", "", "-", "-", "+", "- -", "-+\n-")
}

// digits draws digits of an alphabet, with underscores now and then, the first of
// them no zero if that would be an octal number.
func (d drawer) digits(alphabet string) string {
	n := 1 + d.IntN(d.IntN(24)+1)
	if d.IntN(20) == 0 {
		n *= 12
	}
	var b strings.Builder
	for i := range n {
		c := alphabet[d.IntN(len(alphabet))]
		if i == 0 && c == '0' {
			c = '1'
		}
		b.WriteByte(c)
		if i < n-1 && d.IntN(8) == 0 {
			b.WriteByte('_')
		}
	}
	return b.String()
}

func (d drawer) int() string {
	switch d.IntN(8) {
	case 0:
		return d.of("0x", "0X", "0x_") + d.of("", "0", "00_") + d.digits("0123456789abcdefABCDEF")
	case 1:
		return d.of("0o", "0O", "0o_0") + d.digits("01234567")
	case 2:
		return d.of("0b", "0B", "0b_") + d.digits("01")
	case 3:
		return d.of("0", "00", "0_0", "1", "2")
	}
	return d.digits("0123456789")
}

func (d drawer) float() string {
	const decimal = "0123456789"
	exponent := fmt.Sprintf("%s%s%d", d.of("e", "E"), d.of("", "+", "-"), d.IntN(d.IntN(330)+1))
	switch d.IntN(7) {
	case 0:
		return "." + d.digits(decimal)
	case 1:
		return d.digits(decimal) + "."
	case 2:
		return d.digits(decimal) + exponent
	case 3:
		return d.digits(decimal) + "." + d.digits(decimal) + exponent
	case 4:
		return d.of("1e999", "1e-400", "0.0", "00.5", "09.5", "5e-324", "1e16", "1e15", "123456789012345680.0", "0.0001", "0.00001", "1e22", "1E5", "1_0.0_1e1_0")
	}
	return d.digits(decimal) + "." + d.digits(decimal)
}

// strings draws a string or bytes, or several side by side.
func (d drawer) strings(bytes bool) string {
	var parts []string
	for range 1 + d.IntN(d.IntN(3)+1) {
		parts = append(parts, d.string(bytes))
	}
	return strings.Join(parts, d.space())
}

func (d drawer) string(bytes bool) string {
	prefix := d.of("", "", "", "u", "U", "r", "R")
	if bytes {
		prefix = d.of("b", "B", "rb", "Rb", "bR", "BR")
	}
	raw := strings.ContainsAny(prefix, "rR")
	quote := d.of("'", `"`, "'''", `"""`)
	var b strings.Builder
	for range d.IntN(d.IntN(8) + 1) {
		piece := d.of("a", "b", " ", "#", "(", "]", "ab", "x=1,", `\\`, `\'`, `\"`, `\d`, "\\\n", "\t", "7")
		switch {
		case d.IntN(3) > 0:
		case raw:
			piece = d.of(`\n`, `\x`, `\u12`, `\N`)
		case bytes:
			piece = d.of(`\n`, `\r`, `\t`, `\0`, `\12`, `\3777`, `\xfF`, `\x00`, `\x7f`, `\u12`, `\N{x}`, `\a\b\f\v`)
		default:
			piece = d.of(`\n`, `\r`, `\t`, `\0`, `\12`, `\3777`, `\xfF`, `\x00`, `\x7f`, `\u00e9`, `\u200b`, `\u2028`, `\U0001f600`, `\U000E0001`,
				`\a\b\f\v`, `\xa0`, `\xad`, `\ufeff`, `\U0010ffff`)
		}
		if !bytes && d.IntN(8) == 0 {
			piece = d.of("é", "ß", "日本", "😀", "\u00a0", "\u200d", "e\u0301")
		}
		b.WriteString(piece)
		if len(quote) == 3 && d.IntN(6) == 0 {
			b.WriteString(d.of("\n", "' ", "\" ", "\r\n"))
		}
	}
	return prefix + quote + b.String() + quote
}

// spoiled draws a call and changes a character or a few. No sign that computes is
// among those put in, lest CPython is asked for 9**99999999.
func (d drawer) spoiled() string {
	runes := []rune(d.call())
	for range 1 + d.IntN(3) {
		at := d.IntN(len(runes) + 1)
		put := []rune(d.of("(", ")", "[", "]", "{", "}", ",", ",", ":", "=", "'", `"`, `\`, " ", "\n", "#", ".", "-", "_", "j", "e", "0", "x", "1", "9", "b", "“", "é",
			"$", "?", "!", ";", "1 2", "a=1,", "=1", "'a'", "None", "True=", "class", "'''", `\x`, `\u12`, "1e", "0o9", "b'é'", "u", "\u00a0", "2,", ":1", "{1:2,3}", "x y"))
		switch d.IntN(3) {
		case 0:
			runes = append(runes[:at:at], append(put, runes[at:]...)...)
		case 1:
			runes = append(runes[:at:at], runes[min(len(runes), at+1+d.IntN(3)):]...)
		case 2:
			runes = append(runes[:at:at], append(put, runes[min(len(runes), at+1):]...)...)
		}
	}
	return strings.TrimSpace(string(runes))
}
