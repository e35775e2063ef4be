package pycall

import (
	"errors"
	"testing"
)

func TestKey(t *testing.T) {
	const unhashable = "TypeError: unhashable type: "
	for _, k := range []struct{ call, key, typed string }{
		{`f()`, `()`, `()`},
		{`f(1)`, `1`, `(1, <class 'int'>)`},
		{`f("1")`, `'1'`, `('1', <class 'str'>)`},
		{`f(1.0)`, `(1.0,)`, `(1.0, <class 'float'>)`},
		{`f(True)`, `(True,)`, `(True, <class 'bool'>)`},
		{`f(None)`, `(None,)`, `(None, <class 'NoneType'>)`},
		{`f(...)`, `(Ellipsis,)`, `(Ellipsis, <class 'ellipsis'>)`},
		{`f(b"a")`, `(b'a',)`, `(b'a', <class 'bytes'>)`},
		{`f((1, 2))`, `((1, 2),)`, `((1, 2), <class 'tuple'>)`},
		{`f(1, 2)`, `(1, 2)`, `(1, 2, <class 'int'>, <class 'int'>)`},
		{`f(x=1)`, `(<object object at 0x...>, 'x', 1)`, `(<object object at 0x...>, 'x', 1, <class 'int'>)`},
		{`f(2, b=1, a="x")`, `(2, <object object at 0x...>, 'b', 1, 'a', 'x')`, `(2, <object object at 0x...>, 'b', 1, 'a', 'x', <class 'int'>, <class 'int'>, <class 'str'>)`},
		{`f([1])`, unhashable + "'list'", unhashable + "'list'"},
		{`f(x={})`, unhashable + "'dict'", unhashable + "'dict'"},
		{`f((1, (set(), [])))`, unhashable + "'set'", unhashable + "'set'"},
	} {
		call, err := Parse(k.call)
		if err != nil {
			t.Error(err)
			continue
		}
		for typed, want := range map[bool]string{false: k.key, true: k.typed} {
			key, err := call.Key(typed)
			var got string
			var e *Error
			switch {
			case errors.As(err, &e):
				if got = e.Error(); e.Offset != -1 {
					t.Errorf("%s: the error of the key has the place %d", k.call, e.Offset)
				}
			default:
				got = key.String()
			}
			if got != want {
				t.Errorf("the key of %s, typed=%v, is %s, want %s", k.call, typed, got, want)
			}
		}
	}
}

// TestEqual compares calls by their keys.
func TestEqual(t *testing.T) {
	for _, p := range []struct {
		a, b         string
		equal, typed bool
	}{
		{`f(1)`, `f(0b1)`, true, true},
		{`f(1)`, `f(1.0)`, false, false}, // the key 1, the key (1.0,)
		{`f(1.0)`, `f(True)`, true, false},
		{`f(1, 0)`, `f(1.0, 0)`, true, false},
		{`f(1, 0)`, `f(True, False)`, true, false},
		{`f(1+0j)`, `f(1.0)`, true, false},
		{`f((1,))`, `f((1.0,))`, true, true}, // typed does not look inside
		{`f(1, 2)`, `f((1, 2))`, false, false},
		{`f(0.0)`, `f(-0.0)`, true, true},
		{`f(x=1)`, `f(1)`, false, false},
		{`f(x=1)`, `f(x=1.0)`, true, false},
		{`f(1, x=2)`, `f(1, "x", 2)`, false, false},
		{`f(a=1, b=2)`, `f(b=2, a=1)`, false, false},
		{`f("a")`, `f(b"a")`, false, false},
		{`f("a")`, `f("\x61")`, true, true},
		{`f("é")`, `f("e\u0301")`, false, false},
		{`f(9007199254740993, 0)`, `f(9007199254740992.0, 0)`, false, false}, // 2**53 + 1, which no float is
		{`f(9007199254740992, 0)`, `f(9007199254740992.0, 0)`, true, false},
		{`f(1e23, 0)`, `f(99999999999999991611392, 0)`, true, false},
		{`f(1e999)`, `f(float("inf"))`, true, true},
		{`f(float("nan"))`, `f(float("nan"))`, false, false},
		{`f(None)`, `f(False)`, false, false},
		{`f(0.5)`, `f(.5+0j)`, true, false},
		{`f(())`, `f()`, false, false},
	} {
		a, errA := Parse(p.a)
		b, errB := Parse(p.b)
		if errA != nil || errB != nil {
			t.Error(errA, errB)
			continue
		}
		for typed, want := range map[bool]bool{false: p.equal, true: p.typed} {
			x, errX := a.Key(typed)
			y, errY := b.Key(typed)
			if errX != nil || errY != nil {
				t.Error(errX, errY)
				continue
			}
			if Equal(x, y) != want || Equal(y, x) != want {
				t.Errorf("%s and %s have one key, typed=%v: %v, want %v", p.a, p.b, typed, !want, want)
			}
			if !Equal(x, x) || !Equal(y, y) {
				t.Errorf("a key of %s or %s is not equal to itself", p.a, p.b)
			}
			hx, _ := Hash(x)
			hy, _ := Hash(y)
			if want && hx != hy {
				t.Errorf("%s and %s have equal keys with different hashes", p.a, p.b)
			}
		}
	}
}

// TestEqualValues compares what is in no key.
func TestEqualValues(t *testing.T) {
	for _, p := range []struct {
		a, b string
		want bool
	}{
		{`[1, 2.0]`, `[1.0, 2]`, true},
		{`[1]`, `(1,)`, false},
		{`[1]`, `[1, 2]`, false},
		{`{1: "a", 2: "b"}`, `{2.0: "b", True: "a"}`, true},
		{`{1: "a"}`, `{1: "b"}`, false},
		{`{1: "a"}`, `{2: "a"}`, false},
		{`{1: 1}`, `{1}`, false},
		{`{1, 2}`, `{2, 1.0}`, true},
		{`{1, 2}`, `{1, 3}`, false},
		{`{1, 1.0, True}`, `{1}`, true},
		{`set()`, `{}`, false},
		{`[]`, `None`, false},
		{`None`, `[]`, false},
		{`1`, `"1"`, false},
	} {
		a, errA := ParseValue(p.a)
		b, errB := ParseValue(p.b)
		if errA != nil || errB != nil {
			t.Error(errA, errB)
			continue
		}
		if Equal(a, b) != p.want || Equal(b, a) != p.want {
			t.Errorf("%s == %s is %v, want %v", a, b, !p.want, p.want)
		}
	}
}
