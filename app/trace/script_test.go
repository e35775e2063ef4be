package trace

import (
	"strings"
	"testing"

	"playground/app/programs"
)

func TestCheck(t *testing.T) {
	one := func(st Statement) Script { return Script{Program: "fibonacci", Size: 2}.With(st) }
	long := Script{Program: "fibonacci", Size: 2}
	for range MaxStatements {
		long = long.With(times(1, 1))
	}
	tests := []struct {
		name   string
		script Script
		want   string // a piece of the message; empty if it can be run
	}{
		{"no statement", Script{Program: "fibonacci"}, ""},
		{"unknown function", Script{Program: "ackermann"}, `"ackermann"`},
		{"no function", Script{}, `""`},
		{"largest size", scriptOf("fibonacci", MaxSize, 1), ""},
		{"unbounded", scriptOf("fibonacci", None, 1), ""},
		{"too large a size", scriptOf("fibonacci", MaxSize+1, 1), "0 to 5000"},
		{"negative size", scriptOf("fibonacci", -2, 1), "0 to 5000"},
		{"least argument", one(times(1, -1000)), ""},
		{"largest argument", one(times(1, 5000)), ""},
		{"too small", one(times(1, -1001)), "n must be a whole number from -1000 to 5000"},
		{"too large", one(times(1, 5001)), "n must be a whole number from -1000 to 5000"},
		{"other bounds", scriptOf("calc_pi", 2, -1), "terms must be a whole number from 0 to 20000000"},
		{"most times", one(times(MaxTimes, 1)), ""},
		{"no times", one(times(0, 1)), "1 to 1000 times"},
		{"less than none", one(times(-1, 1)), "1 to 1000 times"},
		{"too often", one(times(MaxTimes+1, 1)), "1 to 1000 times"},
		{"cleared", one(Statement{Op: Clear, Times: 1}), ""},
		{"cleared twice", one(Statement{Op: Clear, Times: 2}), "a call or cache_clear()"},
		{"unknown statement", one(Statement{Op: 7, Times: 1}), "a call or cache_clear()"},
		{"longest", long, ""},
		{"too long", long.With(times(1, 1)), "at most 100 statements"},
		{"two strings", words(2, "a", "", "é", "b"), ""},
		{"too long a string", words(2, "123456789", "a"), "s must be text of at most 8 characters"},
		{"a number for a string", words(2).With(times(1, 5)), "edit_distance takes 2 arguments: s, t"},
		{"a string for a number", one(Statement{Args: programs.Args{programs.Str("5")}, Times: 1}), "n must be a whole number from -1000 to 5000"},
		{"no argument", one(Statement{Times: 1}), "fibonacci takes 1 argument: n"},
		{"cleared with an argument", one(Statement{Op: Clear, Args: programs.Ints(1), Times: 1}), "a call or cache_clear()"},
		{"another function than it says", Script{Program: "fibonacci", Given: words(2).Given}, `"fibonacci"`},
		{"the last is wrong", scriptOf("fibonacci", 2, 1, 2, 3, 9999), "n must be"},
	}
	for _, tt := range tests {
		err := tt.script.Check()
		switch {
		case (err == nil) != (tt.want == ""):
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		case err != nil && !strings.Contains(err.Error(), tt.want):
			t.Errorf("%s: %q does not say %q", tt.name, err, tt.want)
		}
	}
}

// TestStartChecks: a script that cannot be run is not run.
func TestStartChecks(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("it starts a script that its Check refuses")
		}
	}()
	Start(scriptOf("fibonacci", 2, 9999))
}

// TestWith: two scripts that go on from one do not get into each other's way.
func TestWith(t *testing.T) {
	base := scriptOf("fibonacci", 2, 1, 2, 3)
	a, b := base.With(times(1, 4)), base.With(times(1, 5))
	if len(base.Statements) != 3 || !a.Statements[3].Equal(times(1, 4)) || !b.Statements[3].Equal(times(1, 5)) {
		t.Errorf("%v, %v, %v", base, a, b)
	}
}

func TestEqual(t *testing.T) {
	s := scriptOf("fibonacci", 2, 1, 2, cacheClear)
	if !s.Equal(scriptOf("fibonacci", 2, 1, 2, cacheClear)) || !words(2, "a", "b").Equal(words(2, "a", "b")) {
		t.Error("a script does not equal its copy")
	}
	for _, other := range []Script{
		scriptOf("factorial", 2, 1, 2, cacheClear),
		scriptOf("fibonacci", 3, 1, 2, cacheClear),
		scriptOf("fibonacci", 2, 1, 2),
		scriptOf("fibonacci", 2, 1, 3, cacheClear),
		scriptOf("fibonacci", 2, 1).With(times(2, 2)).With(Statement{Op: Clear, Times: 1}),
	} {
		if s.Equal(other) || other.Equal(s) {
			t.Errorf("%v equals %v", s, other)
		}
	}
}

func TestStatementPython(t *testing.T) {
	for want, st := range map[string]Statement{
		"fib(10)":                       times(1, 10),
		"fib(-1)":                       times(1, -1),
		"for _ in range(1000): fib(10)": times(1000, 10),
		"fib.cache_clear()":             {Op: Clear, Times: 1},
		"fib('ab', \"it's\")":           distance(1, "ab", "it's"),
	} {
		if got := st.Python("fib"); got != want {
			t.Errorf("%+v reads %q, want %q", st, got, want)
		}
	}
	for want, size := range map[string]Size{"None": None, "0": 0, "128": 128} {
		if got := size.String(); got != want {
			t.Errorf("size %d reads %q, want %q", int(size), got, want)
		}
	}
}
