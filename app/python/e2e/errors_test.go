package e2e

import (
	"strings"
	"testing"
)

// An error is told in Python's words, at the line where the program has it.
func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name, source, kind, message string
		line, column                int
	}{
		{"syntax", "x = 1\nif x\n    pass\n", "SyntaxError", "SyntaxError: expected ':'", 2, 5},
		{"indentation", "def f():\nreturn 1\n", "IndentationError", "IndentationError: expected an indented block after function definition on line 1", 2, 1},
		{"tabs", "if 1:\n    x = 1\n\ty = 2\n", "TabError", "TabError: inconsistent use of tabs and spaces in indentation", 3, 0},
		{"name", "\n\nprint(y)\n", "NameError", "NameError: name 'y' is not defined", 3, 0},
		{"within a call", "from functools import cache\n@cache\ndef f(n):\n    return 1 / n\nf(0)\n", "ZeroDivisionError", "ZeroDivisionError: division by zero", 4, 0},
		{"in a module", "import json\njson.loads('[')\n", "JSONDecodeError", "JSONDecodeError: Expecting value: line 1 column 2 (char 1)", 2, 0},
		{"no such module", "import numpy\n", "ModuleNotFoundError", "ModuleNotFoundError: No module named 'numpy'", 1, 0},
		{"raised on purpose", "raise SystemError('x')", "SystemError", "SystemError: x", 1, 0},
		{"no message", "raise ValueError\n", "ValueError", "ValueError", 1, 0},
		{"interrupt", "raise KeyboardInterrupt\n", "KeyboardInterrupt", "KeyboardInterrupt", 1, 0},
		{"input", "input()\n", "EOFError", "EOFError: EOF when reading a line", 1, 0},
		{"null byte", "x = 1\x00\n", "SyntaxError", "SyntaxError: source code string cannot contain null bytes", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run(t, c.source)
			e := r.Error
			if e == nil {
				t.Fatal("no error")
			}
			if e.Type != c.kind || !strings.HasPrefix(e.Message, c.message) || e.Line != c.line || c.column != 0 && e.Column != c.column {
				t.Errorf("%s %q at %d:%d; want %s %q at %d:%d", e.Type, e.Message, e.Line, e.Column, c.kind, c.message, c.line, c.column)
			}
			if strings.Contains(e.Text, "shim.py") || strings.Contains(e.Text, "_pyodide") {
				t.Errorf("it tells of what is not the visitor's:\n%s", e.Text)
			}
		})
	}
}

// The traceback is what Python prints, without the stand-in's frames.
func TestTraceback(t *testing.T) {
	r := run(t, "from functools import cache\n@cache\ndef f(n):\n    return f(n - 1) if n else {}['x']\nf(2)\n")
	const want = `Traceback (most recent call last):
  File "function.py", line 5, in <module>
    f(2)
    ~^^^
  File "function.py", line 4, in f
    return f(n - 1) if n else {}['x']
           ~^^^^^^^
  File "function.py", line 4, in f
    return f(n - 1) if n else {}['x']
           ~^^^^^^^
  File "function.py", line 4, in f
    return f(n - 1) if n else {}['x']
                              ~~^^^^^
KeyError: 'x'
`
	if r.Error == nil || r.Error.Text != want {
		t.Errorf("got %+v, want\n%s", r.Error, want)
	}
}

// What fails in a call fails there, and the next call is made.
func TestErrorInCall(t *testing.T) {
	r := run(t, "def f(n):\n    return 10 // n\n# call: f(5)\n# call: f(0)\n# call: f(\n# call: x = f(2)\n# call: x\n")
	if r.Error != nil {
		t.Fatal(r.Error)
	}
	var got []string
	for _, v := range r.Values {
		switch {
		case v.Error != nil:
			got = append(got, v.Error.Message)
		case v.Value != nil:
			got = append(got, *v.Value)
		default:
			got = append(got, "")
		}
	}
	want := "2|ZeroDivisionError: division by zero|SyntaxError: '(' was never closed (function.py, line 5)||5"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if e := r.Values[1].Error; e != nil && e.Line != 2 {
		t.Errorf("f(0) fails at line %d, want 2", e.Line)
	}
	if e := r.Values[2].Error; e != nil && e.Line != 5 {
		t.Errorf("f( fails at line %d, want 5", e.Line)
	}
}

func TestExit(t *testing.T) {
	r := run(t, "import sys\nprint(1)\nsys.exit('enough')\n# call: 2\n")
	if r.Error != nil || r.Output != "1\nenough\n" || !strings.HasSuffix(r.Record, "end\n") {
		t.Errorf("%+v", r)
	}
}
