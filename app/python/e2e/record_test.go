package e2e

import (
	"strings"
	"testing"
)

// What is recorded, in the format of app/calls/FORMAT.md.
func TestRecord(t *testing.T) {
	const head = "from functools import *\n"
	for _, c := range []struct{ name, source, want string }{
		{"the format's example", "@lru_cache\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nfib(3)\nfib(3)\nfib.cache_clear()\n",
			`function fib maxsize=128 typed=False
key 0 fib(3)
call 0
key 1 fib(2)
key 2 fib(1)
body 2 returns 1
key 3 fib(0)
body 3 returns 0
body 1 asks 2 3 returns 1
body 0 asks 1 2 returns 2
call 0
clear fib
`},
		{"keys", "@cache\ndef f(*a, **k): pass\nf(1); f(1.0); f(True); f(1, 0); f(1.0, 0); f(a=1, b=2); f(b=2, a=1); f('1')\n",
			`function f maxsize=None typed=False
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
key 5 f('1')
call 5
body 5 returns None
`},
		{"typed", "@lru_cache(maxsize=-3, typed=True)\ndef f(x): return x\nf(2); f(2.0)\n",
			`function f maxsize=0 typed=True
key 0 f(2)
call 0
body 0 returns 2
key 1 f(2.0)
call 1
body 1 returns 2.0
`},
		{"raises", "@cache\ndef f(x): raise ValueError(x)\nfor _ in 1, 2:\n    try: f(7)\n    except ValueError: pass\n",
			`function f maxsize=None typed=False
key 0 f(7)
call 0
body 0 raises ValueError: 7
call 0
body 0 raises ValueError: 7
`},
		{"clear in a body, functions in bodies, the same name twice", "def g():\n    @cache\n    def f(n):\n        f.cache_clear()\n        return n\n    return f(1)\n@lru_cache(9)\ndef h(): return g()\nh(); g()\n",
			`function h maxsize=9 typed=False
key 0 h()
call 0
function g.<locals>.f maxsize=None typed=False within=0
key 1 g.<locals>.f(1)
body 1 asks clear:g.<locals>.f returns 1
body 0 asks 1 returns 1
function g.<locals>.f#2 maxsize=None typed=False
key 2 g.<locals>.f#2(1)
call 2
body 2 asks clear:g.<locals>.f#2 returns 1
`},
		{"a list is no key", "@cache\ndef f(x): return 1\ntry: f([])\nexcept TypeError as e: print(e)\nf(())\n",
			`function f maxsize=None typed=False
key 0 f(())
call 0
body 0 returns 1
`},
		{"but nothing is hashed where nothing is kept", "@lru_cache(0)\ndef f(x): return 1\nf([]); f([])\n",
			`function f maxsize=0 typed=False
key 0 f([])
call 0
body 0 returns 1
key 1 f([])
call 1
body 1 returns 1
`},
		{"repr that raises, prints and calls", "@cache\ndef g(): return 1\nclass C:\n    def __repr__(self):\n        print('no'); g(); raise OSError\n@cache\ndef f(x): return x\nf(C())\n",
			`function g maxsize=None typed=False
function f maxsize=None typed=False
key 0 f(<C: repr raised OSError>)
call 0
body 0 returns <C: repr raised OSError>
`},
		{"text that cannot be printed", "@cache\ndef f(x): return chr(0x202e)\nf('a\\nb')\nclass C:\n    __hash__ = None\n    def __repr__(self): return 'two\\nlines \\x1b'\n@cache\ndef g(): return C()\ng()\n",
			`function f maxsize=None typed=False
key 0 f('a\nb')
call 0
body 0 returns '\u202e'
function g maxsize=None typed=False
key 1 g()
call 1
body 1 returns two\nlines \x1b
`},
		{"long text", "@cache\ndef f(x): return 1\nf('a' * 300)\n",
			"function f maxsize=None typed=False\nkey 0 f('" + strings.Repeat("a", 199) + "… (302 characters, dbddc7e0dd05d1e9))\ncall 0\nbody 0 returns 1\n"},
		{"the standard library's caches are not the program's", "import fnmatch, ipaddress\nfnmatch.fnmatch('a', '*')\nipaddress.ip_address('::1').is_private\n@cache\ndef f(): return fnmatch.translate('b')\nf()\n",
			"function f maxsize=None typed=False\nkey 0 f()\ncall 0\nbody 0 returns '(?s:b)\\\\z'\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run(t, head+c.source)
			if r.Error != nil {
				t.Fatalf("%+v", r.Error)
			}
			first, rest, _ := strings.Cut(r.Record, "\n")
			_, rest, _ = strings.Cut(rest, "\n") // the comment that tells the version
			if first != "lru_cache record 1" {
				t.Errorf("it begins with %q", first)
			}
			if rest != c.want+"end\n" {
				t.Errorf("got\n%swant\n%send\n", rest, c.want)
			}
			if r.Same == nil || !*r.Same {
				t.Errorf("run again, it differs: %+v", r.Differs)
			}
		})
	}
}

// What a call refuses, it refuses as Python does.
func TestRefused(t *testing.T) {
	r := run(t, `from functools import lru_cache, cache
def say(f, *a):
    try: f(*a)
    except TypeError as e: print(e)
say(lru_cache, 'x'); say(lru_cache(3), 5); say(cache(lambda x: x), []); say(cache, 3)
f = lru_cache(lambda x: x)
print(f.cache_parameters(), f.__name__, f.__wrapped__(3), f.cache_info())
`)
	const want = "Expected first argument to be an integer, a callable, or None\nthe first argument must be callable\n" +
		"unhashable type: 'list'\nthe first argument must be callable\n" +
		"{'maxsize': 128, 'typed': False} <lambda> 3 CacheInfo(hits=0, misses=0, maxsize=128, currsize=0)\n"
	if r.Output != want {
		t.Errorf("got\n%swant\n%s", r.Output, want)
	}
}

// A function that does not make the same calls each time is found out by its key.
func TestCompared(t *testing.T) {
	same := run(t, "from functools import cache\nimport random\nrandom.seed(1)\n@cache\ndef f(n): return f(random.randrange(n)) if n else 0\nf(1000)\n")
	if same.Same == nil || !*same.Same {
		t.Errorf("with a seed: %+v", same.Differs)
	}
	r := run(t, "from functools import cache\n@cache\ndef g(o): return 1\n@cache\ndef f(n): return g(object())\nx = [bytearray(99) for _ in range(999)]; f(1); f(2)\n")
	if r.Same == nil || !*r.Same {
		t.Errorf("an object has another address, which does not matter: %+v", r.Differs)
	}
	// time_ns never gives the same twice.
	r = run(t, "from functools import cache\nimport time\n@cache\ndef g(n): return n\n@cache\ndef f(n): return g(time.time_ns() if n == 2 else n)\nf(1); f(2); f(3)\n")
	if r.Same == nil || *r.Same || r.Differs.Key != "f(2)" {
		t.Errorf("another key, the same number of calls: %+v", r.Differs)
	}
	r = run(t, "from functools import cache\nimport time\n@cache\ndef g(n): return n\ng(time.time_ns())\n")
	if r.Same == nil || *r.Same || r.Differs.Key != "" {
		t.Errorf("another call of the program itself: %+v", r.Differs)
	}
	r = run(t, "from functools import cache\nimport time, os\n@cache\ndef f(n): return sum(f(m) for m in range(n) if n < 3 or int.from_bytes(os.urandom(8)) % 2) if n else 0\nfor n in range(40): f(n)\n")
	if r.Same == nil || *r.Same || r.Differs == nil || !strings.HasPrefix(r.Differs.Key, "f(") {
		t.Errorf("calls by chance: %v, %+v", r.Same, r.Differs)
	}
}
