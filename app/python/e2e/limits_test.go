package e2e

import (
	"strings"
	"testing"
)

// A program that asks for too much is ended, says why, and what it did is there.
func TestLimits(t *testing.T) {
	const f = "from functools import cache\n@cache\ndef f(n): return n\n"
	for _, c := range []struct {
		name, source string
		limits       limits
		want         string
	}{
		{"calls", f + "while True: f(1)\n", limits{5000, 100, 100, 1 << 20}, "It made 5,120 calls, and this page follows no more."},
		{"keys", f + "n = 0\nwhile True: n += 1; f(n)\n", limits{5000, 100, 100, 1 << 20}, "It asked for 100 different keys, and this page follows no more."},
		{"record", f + "n = 0\nwhile True: n += 1; f(n)\n", limits{5000, 5000, 100, 1000}, "Its record has 1,0"},
		{"cannot be caught", f + "for _ in range(9000):\n    try: f(1)\n    except BaseException: pass\n", limits{5000, 100, 100, 1 << 20}, "It made 5,120 calls, and this page follows no more."},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := do(t, "run", job{Source: c.source, Limits: c.limits})
			if r.Error == nil || r.Error.Type != "Limit" || !strings.HasPrefix(r.Error.Message, c.want) {
				t.Errorf("got %+v, want %q", r.Error, c.want)
			}
			if !strings.HasPrefix(r.Record, "lru_cache record 1\n") || strings.HasSuffix(r.Record, "\nend\n") || !strings.Contains(r.Record, "\nkey 0 f(1)\n") {
				t.Errorf("the record: %.200s", r.Record)
			}
			if r.Same != nil {
				t.Error("it was run again")
			}
		})
	}
}

func TestOutputIsCut(t *testing.T) {
	r := do(t, "run", job{Source: "for n in range(1000): print(n)\nprint('é' * 1000)\n", Limits: limits{1000, 1000, 100, 1000}})
	if len(r.Output) > 100 || !strings.HasPrefix(r.Output, "0\n1\n2\n") || !r.Cut || r.Live != r.Output {
		t.Errorf("%q (%v), live %q", r.Output, r.Cut, r.Live)
	}
	if r := run(t, "print('é')\n"); r.Output != "é\n" || r.Cut {
		t.Errorf("%q, %v", r.Output, r.Cut)
	}
}

// Most of Python works; what cannot work here is an error that says so.
func TestLibrary(t *testing.T) {
	for _, c := range []struct{ name, source, output, err string }{
		{"asyncio", "import asyncio\nfrom functools import cache\n@cache\ndef f(n): return n\nasync def one(n):\n    await asyncio.sleep(0.01 * n)\n    print(f(n))\nasync def main(): await asyncio.gather(one(2), one(1))\nasyncio.run(main())\n", "1\n2\n", ""},
		{"asyncio, nothing to come", "import asyncio\nasyncio.run(asyncio.Event().wait())\n", "", "RuntimeError: asyncio waits for something that cannot come"},
		{"generators", "from functools import cache\n@cache\ndef g(n): yield from range(n)\nprint(list(g(3)), list(g(3)))\n", "[0, 1, 2] []\n", ""},
		{"methods", "from functools import lru_cache\nclass A:\n    def __init__(self): self.f = lru_cache(maxsize=2)(self._f)\n    def _f(self, n): return n * 2\na = A()\nprint(a.f(2), a.f(2), a.f.cache_info())\n", "4 4 CacheInfo(hits=1, misses=1, maxsize=2, currsize=1)\n", ""},
		{"pickle", "from functools import cache\nimport pickle, copy\n@cache\ndef f(n): return n\nprint(pickle.loads(pickle.dumps(f)) is f, copy.deepcopy(f) is f)\n", "True True\n", ""},
		{"sqlite", "import sqlite3\nprint(sqlite3.connect(':memory:').execute('select 1').fetchone())\n", "(1,)\n", ""},
		{"threads", "import threading\nthreading.Thread(target=print).start()\n", "", "RuntimeError: can't start new thread"},
		{"processes", "import subprocess\nsubprocess.run(['ls'])\n", "", "OSError: [Errno 138] emscripten does not support processes."},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run(t, c.source)
			got := ""
			if r.Error != nil {
				got = r.Error.Message
			}
			if r.Output != c.output || got != c.err {
				t.Errorf("%q, %q; want %q, %q", r.Output, got, c.output, c.err)
			}
		})
	}
}

// A program finds nothing of what another one did.
func TestFresh(t *testing.T) {
	first := run(t, `import builtins, sys, os, random, functools, decimal, json, math
import fractions; fractions.Fraction = 8
x = 1
builtins.x = 2
math.pi = 3
sys.path.clear()
sys.modules["extra"] = sys
random.random = lambda: 4
json.new = 5
decimal.getcontext().prec = 3
os.environ["X"] = "6"
os.makedirs("d", exist_ok=True)
open("d/left", "w").write("7")
open("/tmp/left", "w").write("7")
sys.set_int_max_str_digits(0)
os.chdir("/")
sys.stdout = None
functools.reduce = None
del builtins.len
`)
	if first.Error != nil {
		t.Fatal(first.Error)
	}
	r := run(t, `import builtins, sys, os, random, functools, decimal, json, math
print("x" in globals(), hasattr(builtins, "x"), math.pi > 3.1, len(sys.path) > 0, "extra" in sys.modules, random.random() < 1,
    hasattr(json, "new"), decimal.getcontext().prec, "X" in os.environ, os.listdir(), os.listdir("/tmp"), sys.get_int_max_str_digits(),
    functools.reduce is None)
import fractions; print(fractions.Fraction(1, 2))
`)
	if want := "False False True True False True False 28 False [] [] 4300 False\n1/2\n"; r.Output != want || r.Error != nil {
		t.Errorf("%q, %+v; want %q", r.Output, r.Error, want)
	}
}
