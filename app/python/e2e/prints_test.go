package e2e

import (
	"encoding/json"
	"testing"
)

// What is printed is told with the call that printed it, and after which of its
// own calls.
func TestPrints(t *testing.T) {
	r := run(t, `from functools import lru_cache
@lru_cache(maxsize=1)
def f(n):
    print("in", n)
    if n:
        f(n - 1)
        print("out", n)
print("start")
f(1)
f(1)
print("end", f.cache_info())
`)
	got, _ := json.Marshal(r.Prints)
	const want = `[{"Key":null,"Run":null,"After":0,"Text":"start\n"},` +
		`{"Key":null,"Run":null,"After":2,"Text":"end CacheInfo(hits=1, misses=2, maxsize=1, currsize=1)\n"},` +
		`{"Key":0,"Run":0,"After":0,"Text":"in 1\n"},{"Key":0,"Run":0,"After":1,"Text":"out 1\n"},{"Key":1,"Run":0,"After":0,"Text":"in 0\n"}]`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if want := "start\nin 1\nin 0\nout 1\nend CacheInfo(hits=1, misses=2, maxsize=1, currsize=1)\n"; r.Output != want {
		t.Errorf("got %q, want %q", r.Output, want)
	}
}

// The output is what Python prints with caches of the sizes that the program
// declares, although they remember everything while it is recorded.
func TestDeclaredOutput(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"evicted, so computed and printed again", "from functools import lru_cache\n@lru_cache(maxsize=1)\ndef f(n): print(n)\nf(1); f(2); f(1)\nprint(f.cache_info())\n",
			"1\n2\n1\nCacheInfo(hits=0, misses=3, maxsize=1, currsize=1)\n"},
		{"no cache", "from functools import lru_cache\n@lru_cache(maxsize=0)\ndef f(n): return f(n - 1) + f(n - 1) if n else 1\nf(10)\nprint(f.cache_info())\n",
			"CacheInfo(hits=0, misses=2047, maxsize=0, currsize=0)\n"},
		{"cache_info inside, cache_clear", "from functools import lru_cache\n@lru_cache(maxsize=3)\ndef f(n):\n    if n: f(n - 1)\n    print(n, *f.cache_info()[:2])\nf(2); f(0); f.cache_clear(); f(1)\nprint(f.cache_info())\n",
			"0 0 3\n1 0 3\n2 0 3\n0 0 2\n1 0 2\nCacheInfo(hits=0, misses=2, maxsize=3, currsize=2)\n"},
		{"an exception is not kept", "from functools import lru_cache\n@lru_cache(maxsize=2)\ndef f(n): print(n); 1 / n\nfor n in 0, 1, 0, 1:\n    try: f(n)\n    except ZeroDivisionError: print('!')\nprint(f.cache_info())\n",
			"0\n!\n1\n0\n!\nCacheInfo(hits=1, misses=3, maxsize=2, currsize=1)\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if r := run(t, c.source); r.Output != c.want || r.Error != nil {
				t.Errorf("got %q, %+v\nwant %q", r.Output, r.Error, c.want)
			}
			// And CPython says the same.
			if r := do(t, "ask", job{Source: c.source}); r.Output != c.want || r.Error != nil {
				t.Errorf("Python itself prints %q, %+v", r.Output, r.Error)
			}
		})
	}
}

func TestAsk(t *testing.T) {
	r := do(t, "ask", job{Source: fibonacci + "fibonacci(100)\nprint(fibonacci.cache_info(), type(fibonacci).__name__)\n1 / 0\n"})
	if want := "CacheInfo(hits=98, misses=101, maxsize=None, currsize=101) _lru_cache_wrapper\n"; r.Output != want {
		t.Errorf("got %q, want %q", r.Output, want)
	}
	if r.Error == nil || r.Error.Line != 7 {
		t.Errorf("%+v", r.Error)
	}
}
