package pycall

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// wrong are calls with what is said of them. TestPython asks CPython whether it
// says so too.
var wrong = []struct{ text, want string }{
	// Brackets.
	{`f(1`, `SyntaxError: '(' was never closed`},
	{`f(1, [2`, `SyntaxError: '[' was never closed`},
	{`f({1: 2`, `SyntaxError: '{' was never closed`},
	{`f(1 2`, `SyntaxError: '(' was never closed`},
	{"f(\n(1 2),", `SyntaxError: '(' was never closed`},
	{`f(1))`, `SyntaxError: unmatched ')'`},
	{`f(1, [2)`, `SyntaxError: closing parenthesis ')' does not match opening parenthesis '['`},
	{"f(1\n]", `SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' on line 1`},
	{"f" + strings.Repeat("(", 201) + strings.Repeat(")", 201), `SyntaxError: too many nested parentheses`},

	// Arguments.
	{`f(x=1, 2)`, `SyntaxError: positional argument follows keyword argument`},
	{`f(x=1, 2, [3`, `SyntaxError: '[' was never closed`},
	{`f(x=1, 2, ;)`, `SyntaxError: positional argument follows keyword argument`},
	{`f(x=1, y=2, x=3)`, `SyntaxError: keyword argument repeated: x`},
	{`f(x=1, x=[1 2])`, `SyntaxError: invalid syntax. Perhaps you forgot a comma?`},
	{`f(1=2)`, `SyntaxError: expression cannot contain assignment, perhaps you meant "=="?`},
	{`f("x"=2)`, `SyntaxError: expression cannot contain assignment, perhaps you meant "=="?`},
	{`f(True=1)`, `SyntaxError: cannot assign to True`},
	{`f(None=1)`, `SyntaxError: cannot assign to None`},
	{`f(class=1)`, `SyntaxError: invalid syntax`},
	{`f(x=)`, `SyntaxError: expected argument value expression`},
	{`f(x=, 1)`, `SyntaxError: expected argument value expression`},
	{`f(x=1=2)`, `SyntaxError: invalid syntax`},
	{`f(,)`, `SyntaxError: invalid syntax`},
	{`f(1,,2)`, `SyntaxError: invalid syntax`},
	{`f(1;2)`, `SyntaxError: invalid syntax`},
	{`f(1:2)`, `SyntaxError: invalid syntax`},
	{`f(?)`, `SyntaxError: invalid syntax`},

	// A comma forgotten.
	{`f(1 2)`, `SyntaxError: invalid syntax. Perhaps you forgot a comma?`},
	{`f("a" 1)`, `SyntaxError: invalid syntax. Perhaps you forgot a comma?`},
	{`f(x y)`, `SyntaxError: invalid syntax. Perhaps you forgot a comma?`},
	{`f([1 2])`, `SyntaxError: invalid syntax. Perhaps you forgot a comma?`},
	{`f({1: 2 3: 4})`, `SyntaxError: invalid syntax. Perhaps you forgot a comma?`},
	{`f(1.2.3)`, `SyntaxError: invalid syntax. Perhaps you forgot a comma?`},
	{`f(x 'a')`, `SyntaxError: invalid syntax`},
	{`f(match 1)`, `SyntaxError: invalid syntax`},
	{`f(print 1)`, `SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?`},

	// Lists, tuples, dicts and sets.
	{`f([1=2])`, `SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?`},
	{`f((-1=2))`, `SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?`},
	{`f([{1}=2])`, `SyntaxError: cannot assign to set display here. Maybe you meant '==' instead of '='?`},
	{`f([{}=2])`, `SyntaxError: cannot assign to dict literal here. Maybe you meant '==' instead of '='?`},
	{`f([(True)=2])`, `SyntaxError: cannot assign to True here. Maybe you meant '==' instead of '='?`},
	{`f([True=2])`, `SyntaxError: invalid syntax`},
	{`f([[1]=2])`, `SyntaxError: invalid syntax`},
	{`f([x=2])`, `SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?`},
	{`f({1:})`, `SyntaxError: expression expected after dictionary key and ':'`},
	{`f({1: 2, 3})`, `SyntaxError: ':' expected after dictionary key`},
	{`f({1, 2: 3})`, `SyntaxError: invalid syntax`},
	{`f((,))`, `SyntaxError: invalid syntax`},

	// Numbers.
	{`f(012)`, `SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers`},
	{`f(1_)`, `SyntaxError: invalid decimal literal`},
	{`f(1__0)`, `SyntaxError: invalid decimal literal`},
	{`f(1a)`, `SyntaxError: invalid decimal literal`},
	{`f(1e+)`, `SyntaxError: invalid decimal literal`},
	{`f(1.5x)`, `SyntaxError: invalid decimal literal`},
	{`f(1jx)`, `SyntaxError: invalid imaginary literal`},
	{`f(0x)`, `SyntaxError: invalid hexadecimal literal`},
	{`f(0xg)`, `SyntaxError: invalid hexadecimal literal`},
	{`f(0o8)`, `SyntaxError: invalid digit '8' in octal literal`},
	{`f(0o)`, `SyntaxError: invalid octal literal`},
	{`f(0b12)`, `SyntaxError: invalid digit '2' in binary literal`},
	{`f(0b_)`, `SyntaxError: invalid binary literal`},
	{"f(" + strings.Repeat("1", 4301) + ")", `SyntaxError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.`},

	// Strings.
	{`f("a)`, `SyntaxError: unterminated string literal (detected at line 1)`},
	{"f('a\n')", `SyntaxError: unterminated string literal (detected at line 1)`},
	{"f(\n'a)", `SyntaxError: unterminated string literal (detected at line 2)`},
	{"f('''a\n\n", `SyntaxError: unterminated triple-quoted string literal (detected at line 2)`},
	{`f("\x1")`, `SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape`},
	{`f("ab\u12")`, `SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 2-5: truncated \uXXXX escape`},
	{`f("é\\é\U1234567")`, `SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 22-30: truncated \UXXXXXXXX escape`},
	{`f("\é\x")`, `SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 16-17: truncated \xXX escape`},
	{`f("\U00110000")`, `SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character`},
	{`f(b"a\x1")`, `SyntaxError: (value error) invalid \x escape at position 1`},
	{`f(b"é")`, `SyntaxError: bytes can only contain ASCII literal characters`},
	{`f("a" b"b")`, `SyntaxError: cannot mix bytes and nonbytes literals`},

	// Characters.
	{`f(“ab”)`, `SyntaxError: invalid character '“' (U+201C)`},
	{"f(1,\u00a02)", `SyntaxError: invalid non-printable character U+00A0`},
	{"f(1,\u200b2)", `SyntaxError: invalid non-printable character U+200B`},
	{"f(\x01)", `SyntaxError: invalid non-printable character U+0001`},
	{`f(1, \ 2)`, `SyntaxError: unexpected character after line continuation character`},
	{`f(1) \`, `SyntaxError: unexpected EOF while parsing`},

	// What shows only when the call is evaluated.
	{`f(-"a")`, `TypeError: bad operand type for unary -: 'str'`},
	{`f(+[])`, `TypeError: bad operand type for unary +: 'list'`},
	{`f({[1]: 2})`, `TypeError: unhashable type: 'list'`},
	{`f({(1, [2]), 3})`, `TypeError: unhashable type: 'list'`},
	{`f({{}})`, `TypeError: unhashable type: 'dict'`},
	{`f(-"a", {[]}, 1 2)`, `SyntaxError: invalid syntax. Perhaps you forgot a comma?`},
	{`f({[]}, -"a")`, `TypeError: unhashable type: 'list'`},
	{"f(1" + strings.Repeat("0", 309) + "+1j)", `OverflowError: int too large to convert to float`},
}

func TestErrors(t *testing.T) {
	for _, w := range wrong {
		_, err := Parse(w.text)
		var e *Error
		switch {
		case err == nil:
			t.Errorf("%q was read, want %s", w.text, w.want)
		case err.Error() != w.want:
			t.Errorf("%q: %v\n\twant %s", w.text, err, w.want)
		case !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(w.text):
			t.Errorf("%q: the place of the error is %d", w.text, e.Offset)
		}
	}
}

func TestParseValue(t *testing.T) {
	for text, want := range map[string]string{
		` [1, 0x10] # two`: `[1, 16]`,
		"(\n'a' \"b\")":    `'ab'`,
		``:                 `write a value; ` + onlyLiterals,
		`1, 2`:             `write one value, and nothing after it`,
		"1\n2":             `only the first line can be read; a call goes on in the next one only within its brackets`,
		`1 2`:              `SyntaxError: invalid syntax`,
		`(1 2)`:            `SyntaxError: invalid syntax. Perhaps you forgot a comma?`,
		`[1`:               `SyntaxError: '[' was never closed`,
		`{[]}`:             `TypeError: unhashable type: 'list'`,
		`x`:                `name 'x' has no value here; ` + onlyLiterals + `, and a string in quotes`,
	} {
		v, err := ParseValue(text)
		got := fmt.Sprint(v)
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: %s\n\twant %s", text, got, want)
		}
	}
}

// TestRefused looks at what Python would take, or what is no call at all.
func TestRefused(t *testing.T) {
	for _, text := range []string{
		"", " ", "1", "f", "f.", "f.1()", "(1)", "None(1)", "1(2)", "f(1)(2)", "f(1).x", "f(1) + 2", "f(1); f(2)", "f(1) f(2)", "f(1)\nf(2)", "f\n(1)", "x = f(1)",
		"f(1 + 2)", "f(2 ** 3)", "f(not 1)", "f(~1)", "f(1 if 2 else 3)", "f(x for x in y)", "f([x for x in y])", "f(lambda: 1)", "f(x)", "f(len)", "f([x])", "f(g(1))",
		"f(1 < 2)", "f(1 and 2)", "f(x := 1)", "f([x := 1])", "f('a'[0])", "f('a'.b)", "f(*[1])", "f(**{})", "f([*[1]])", "f({**{}})", "f({*[1]})", "f(f'a')", "f(rf'a')",
		`f("\N{DASH}")`, `f("\ud800")`, "f(float(1))", "f(float('x'))", "f(float())", "f(float('1_0'))", "f(set([1]))", "f(float)", "f(1+2j+3j)", "f('\xff')",
		"f(" + strings.Repeat("-", 201) + "1)", "f('" + strings.Repeat("a", MaxText) + "')",
	} {
		_, err := Parse(text)
		var e *Error
		if !errors.As(err, &e) || e.Kind != refused || len(e.Text) < 20 || e.Offset < 0 || e.Offset > len(text) {
			t.Errorf("%.40q: %#v", text, err)
		}
	}
}
