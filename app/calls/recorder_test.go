//go:build !js

// Under js there is no python3 to start.

package calls_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/calls/callstest"
)

func TestRecorderIsShort(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(calls.Recorder(), "\n"), "\n")
	if len(lines) > 60 {
		t.Errorf("%d lines, 60 are allowed", len(lines))
	}
	for i, line := range lines {
		if len([]rune(line)) > 120 {
			t.Errorf("line %d has %d characters", i+1, len([]rune(line)))
		}
	}
}

// TestRecorderKeepsToPython38 parses the recorder as Python 3.8 does, and looks
// up each name that it takes from the standard library in a list of those that
// Python 3.8 has, made from its documentation.
func TestRecorderKeepsToPython38(t *testing.T) {
	python := callstest.Python(t, "recorder.py")
	known := strings.Fields(`
		atexit.register collections.defaultdict contextvars.Context contextvars.ContextVar
		functools._CacheInfo functools._make_key functools.lru_cache functools.partial functools.update_wrapper
		hashlib.sha256 itertools.count multiprocessing.parent_process
		os.devnull os.register_at_fork re.sub sys.exc_info sys.getrecursionlimit sys.setrecursionlimit sys.version
		threading.RLock`)
	const list = `
import ast, sys
tree = ast.parse(sys.stdin.read(), feature_version=(3, 8))
modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(tree))
print(*sorted({f"{node.value.id}.{node.attr}" for node in ast.walk(tree)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules}))
`
	cmd := exec.Command(python, "-c", list)
	cmd.Stdin = strings.NewReader(calls.Recorder())
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	used := strings.Fields(string(out))
	if len(used) < 10 {
		t.Fatalf("found only %q", used)
	}
	for _, name := range used {
		if !slices.Contains(known, name) {
			t.Errorf("%s: is it in Python 3.8?", name)
		}
	}
}

func TestRecorder(t *testing.T) {
	for _, test := range []struct{ name, program, want string }{
		{"the example of FORMAT.md", `
@record
def fib(n):
    return n if n < 2 else fib(n-1) + fib(n-2)
fib(3); fib(3); fib.cache_clear()
`, fromFormat(t, 0)},
		{"all ways to decorate", `
@record
def a(x): return x
@record()
def b(x): return x
@record(maxsize=-3, typed=True)
def c(x): return x
@record(None)
def d(x): return x
e = record(maxsize=True)(lambda x: x)
`, `
function a maxsize=128 typed=False
function b maxsize=128 typed=False
function c maxsize=0 typed=True
function d maxsize=None typed=False
function <lambda> maxsize=1 typed=False
`},
		{"decorated wrongly, as Python says", `
for wrong in (2.5,), ("8",), (len, 1), ([],):
    try: record(*wrong)
    except TypeError as error: assert "Expected first argument" in str(error)
    else: assert False, wrong
`, "nothing"},
		{"keys as Python tells them apart", `
@record
def f(*args, **kwds): return None
f(1); f(1.0); f(True); f(1, 0); f(1.0, 0); f(a=1, b=2); f(b=2, a=1); f(); f("a", 'b')
@record(typed=True)
def g(*args): return None
g(1, 0); g(1.0, 0)
`, `
function f maxsize=128 typed=False
key 0 f(1)
call 0
body 0 returns None
key 1 f(1.0)
call 1
body 1 returns None
call 1
key 2 f(1, 0)
call 2
body 2 returns None
call 2
key 3 f(a=1, b=2)
call 3
body 3 returns None
key 4 f(b=2, a=1)
call 4
body 4 returns None
key 5 f()
call 5
body 5 returns None
key 6 f('a', 'b')
call 6
body 6 returns None
function g maxsize=128 typed=True
key 7 g(1, 0)
call 7
body 7 returns None
key 8 g(1.0, 0)
call 8
body 8 returns None
`},
		{"exceptions, remembered by nobody", `
@record
def half(n):
    if n % 2: raise ValueError(f"{n} is odd")
    return n // 2
@record
def safe(n):
    try: return half(n)
    except ValueError: return half(n - 1)
safe(3); safe(3)
try: half(3)
except ValueError as error: assert str(error) == "3 is odd"
`, `
function half maxsize=128 typed=False
function safe maxsize=128 typed=False
key 0 safe(3)
call 0
key 1 half(3)
body 1 raises ValueError: 3 is odd
key 2 half(2)
body 2 returns 1
body 0 asks 1 2 returns 1
call 0
call 1
body 1 raises ValueError: 3 is odd
`},
		{"unhashable arguments are no calls", `
@record
def f(x): return x
try: f([1])
except TypeError as error: assert str(error) == "unhashable type: 'list'"
assert f.cache_info() == (0, 0, None, 0)
`, `
function f maxsize=128 typed=False
`},
		{"what functools gives, too", `
@record(maxsize=3)
def f(x):
    "doc"
    return x
assert f(1) == 1 and f(1) == 1 and f(2) == 2
assert str(f.cache_info()) == "CacheInfo(hits=1, misses=2, maxsize=None, currsize=2)", f.cache_info()
assert f.__name__ == "f" and f.__doc__ == "doc" and f.__wrapped__(5) == 5
assert sys.version_info < (3, 9) or f.cache_parameters() == {"maxsize": 3, "typed": False}
f.cache_clear()
assert f.cache_info() == (0, 0, None, 0)
`, `
function f maxsize=3 typed=False
key 0 f(1)
call 0
body 0 returns 1
call 0
key 1 f(2)
call 1
body 1 returns 2
clear f
`},
		{"a repr that raises, one that is long, one that cannot be printed", `
class Bad:
    def __repr__(self): raise KeyError("x")
class Odd:
    def __repr__(self): return "two\nlines \u202e\x1b"
@record
def f(*args, **kwds): return Odd()
f(Bad(), Odd(), **{"a\nb": 1})
@record
def g(s): return s * 2
g("x" * 198); g("x" * 199)
`, `
function f maxsize=128 typed=False
key 0 f(<Bad: repr raised KeyError>, two\nlines \u202e\x1b, a\nb=1)
call 0
body 0 returns two\nlines \u202e\x1b
function g maxsize=128 typed=False
key 1 g('` + strings.Repeat("x", 198) + `')
call 1
body 1 returns '` + strings.Repeat("x", 199) + `… (398 characters, ` + digest("'"+strings.Repeat("x", 396)+"'") + `)
key 2 g('` + strings.Repeat("x", 199) + `… (201 characters, ` + digest("'"+strings.Repeat("x", 199)+"'") + `))
call 2
body 2 returns '` + strings.Repeat("x", 199) + `… (400 characters, ` + digest("'"+strings.Repeat("x", 398)+"'") + `)
`},
		{"what repr calls is in no line", `
class Point:
    def __init__(self, x): self.x = x
    @record
    def name(self): return f"P{self.x}"
    def __repr__(self): return self.name()
@record
def f(p): return p
f(Point(3)); Point(4).name()
`, `
function Point.name maxsize=128 typed=False
function f maxsize=128 typed=False
key 0 f(P3)
call 0
body 0 returns P3
key 1 Point.name(P4)
call 1
body 1 returns 'P4'
`},
		{"cache_clear inside, and functions inside functions", `
@record
def outer(n):
    @record(maxsize=2)
    def inner(k): return k + n
    inner(1); inner.cache_clear()
    return inner(1)
outer(1); outer(2)
`, `
function outer maxsize=128 typed=False
key 0 outer(1)
call 0
function outer.<locals>.inner maxsize=2 typed=False within=0
key 1 outer.<locals>.inner(1)
body 1 returns 2
body 1 returns 2
body 0 asks 1 clear:outer.<locals>.inner 1 returns 2
key 2 outer(2)
call 2
function outer.<locals>.inner#2 maxsize=2 typed=False within=2
key 3 outer.<locals>.inner#2(1)
body 3 returns 3
body 3 returns 3
body 2 asks 3 clear:outer.<locals>.inner#2 3 returns 3
`},
		{"the same key asked for while it is computed", `
depth = 0
@record
def f(x):
    global depth
    depth += 1
    return f(x) + 1 if depth < 3 else 0
assert f(1) == 2 and f(1) == 2
`, `
function f maxsize=128 typed=False
key 0 f(1)
call 0
body 0 returns 0
body 0 asks 0 returns 1
body 0 asks 0 returns 2
call 0
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := run(t, "record", test.program)
			want := "lru_cache record 1\n" + strings.TrimPrefix(test.want, "\n") + "end\n"
			if strings.HasPrefix(test.want, "lru_cache") {
				want = test.want
			}
			if test.want == "nothing" {
				want = ""
			}
			if got != want {
				t.Errorf("the recorder wrote\n%s\nwant\n%s", got, want)
			}
			if got == "" {
				return
			}
			if in, err := calls.Read(strings.NewReader(got), calls.Options{}); err != nil || !in.Record.Whole {
				t.Errorf("it cannot be read: %v", err)
			}
		})
	}
}

// The visitor's recursion is as deep as without a recorder, or deeper, and where
// it is too deep, what comes afterwards is recorded as ever.
func TestRecorderDeep(t *testing.T) {
	in := callstest.Read(t, run(t, "record", `
@record(maxsize=None)
def count(n): return n and count(n - 1) + 1
assert count(480) == 480
try: count(5000)
except RecursionError: pass
else: assert False
count(5)
`))
	rec := in.Record
	if s := rec.Statements; len(s) != 3 {
		t.Fatalf("%d statements, want 3", len(s))
	}
	if k, _ := rec.Statements[2].Step.Key(); rec.Call(k) != "count(5)" || rec.Keys[k].Outcome != calls.Returned {
		t.Errorf("the last statement is %s", rec.Call(k))
	}
	if k, _ := rec.Statements[1].Step.Key(); rec.Keys[k].Outcome != calls.Interrupted {
		t.Errorf("count(5000): %v, want it interrupted", rec.Keys[k].Outcome)
	}
	if k, ok := rec.Contradiction(0); ok {
		t.Errorf("%s contradicts itself", rec.Call(k))
	}
}

func TestRecorderThreads(t *testing.T) {
	rec := callstest.Read(t, run(t, "record", `
import threading
sys.setswitchinterval(1e-6)
@record(maxsize=None)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
@record
def slow(x): return fib(x % 40)
threads = [threading.Thread(target=lambda: [slow(i % 90) for i in range(700)]) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
`)).Record
	total := 0
	for _, s := range rec.Statements {
		total += s.Times
	}
	if want := 8 * 700; total != want || len(rec.Keys) != 90+40 {
		t.Errorf("%d statements and %d keys, want %d and %d", total, len(rec.Keys), want, 130)
	}
	for f := range rec.Functions {
		if k, ok := rec.Contradiction(f); ok {
			t.Errorf("%s contradicts itself", rec.Call(k))
		}
	}
}

func TestRecorderLog(t *testing.T) {
	got := run(t, "log", `
import os
@log
def get_user(id, full=False): return id
get_user(17); get_user(4); get_user(17); get_user(4, full=True)
assert str(get_user.cache_info()) == "CacheInfo(hits=1, misses=3, maxsize=128, currsize=3)"
`)
	if want := fromFormat(t, 1); got != want {
		t.Errorf("the recorder wrote\n%s\nwant\n%s", got, want)
	}
	// Several processes write whole lines into one file, each line once.
	in := callstest.Read(t, run(t, "log", `
import os
@log(maxsize=10)
def f(*args): return 0
f("before", 0)
children = []
for child in range(4):
    pid = os.fork()
    if not pid:
        for i in range(5000): f("child", child, i)
        sys.exit()
    children.append(pid)
for i in range(5000): f("parent", i)
for pid in children: os.waitpid(pid, 0)
`))
	if log := in.Logs[0]; in.Bad > 0 || len(log.Calls) != 25_001 || len(log.Keys) != 25_001 || !log.Declared || log.MaxSize != 10 {
		t.Errorf("%d bad lines, %d calls, %d keys: %v", in.Bad, len(log.Calls), len(log.Keys), in.Problems)
	}
}

// fromFormat returns an example of FORMAT.md: 0 is the record, 1 the log.
func fromFormat(t *testing.T, n int) string {
	t.Helper()
	format, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```text\n(.*?)```").FindAllSubmatch(format, -1)
	return withoutComments(string(examples[n][1]))
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return fmt.Sprintf("%x", sum[:8])
}

func withoutComments(s string) string {
	return regexp.MustCompile(`(?m)^#.*\n`).ReplaceAllString(s, "")
}

// run runs a program that uses one of the recorder's decorators, and returns what
// the recorder wrote, without the comments.
func run(t *testing.T, kind, program string) string {
	t.Helper()
	_, wrote := callstest.Run(t, kind, "-c", "import sys\nfrom recorder import "+kind+"\n"+program)
	return withoutComments(wrote)
}
