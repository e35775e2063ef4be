package e2e

import (
	"fmt"
	"strings"
	"testing"
)

const fibonacci = "from functools import lru_cache\n@lru_cache(maxsize=None)\ndef fibonacci(n):\n    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)\n"

// The limit is Python's: a module's frame and 999 more.
func TestRecursionLimit(t *testing.T) {
	for n, ok := range map[int]bool{998: true, 999: true, 1000: false, 1500: false} {
		r := run(t, fmt.Sprintf("%sfibonacci(%d)\n", fibonacci, n))
		if ok && r.Error != nil {
			t.Errorf("fibonacci(%d): %s", n, r.Error.Message)
		}
		if !ok && (r.Error == nil || r.Error.Type != "RecursionError" || !strings.HasPrefix(r.Error.Message, "RecursionError: maximum recursion depth exceeded")) {
			t.Errorf("fibonacci(%d): %+v", n, r.Error)
		}
	}
	// The miss of the call that failed is counted, as in C.
	r := run(t, fibonacci+"try: fibonacci(1500)\nexcept RecursionError: print(fibonacci.cache_info())\nfibonacci(600), fibonacci(1500)\n")
	if want := "CacheInfo(hits=0, misses=1000, maxsize=None, currsize=0)\n"; r.Output != want || r.Error != nil {
		t.Errorf("%q, %v; want %q", r.Output, r.Error, want)
	}
	// The same without a cache.
	const plain = "def down(n): return n and down(n - 1)\n"
	if r := run(t, plain+"down(998)\n"); r.Error != nil {
		t.Error(r.Error)
	}
	if r := run(t, plain+"down(999)\n"); r.Error == nil || r.Error.Type != "RecursionError" {
		t.Error("down(999) came to an end:", r.Error)
	}
}

func TestRecursionLimitRaised(t *testing.T) {
	r := run(t, "import sys\nprint(sys.getrecursionlimit())\nsys.setrecursionlimit(25_000)\nprint(sys.getrecursionlimit())\n"+fibonacci+"fibonacci(20_000)\n")
	if r.Error != nil || r.Output != "1000\n25000\n" || r.Keys != 20_001 {
		t.Errorf("%+v %q %d", r.Error, r.Output, r.Keys)
	}
	r = run(t, "import sys\nsys.setrecursionlimit(2**31 - 1)\n"+fibonacci+"fibonacci(3_000)\nprint(sys.getrecursionlimit() > 10**9)\n")
	if r.Error != nil || r.Output != "True\n" {
		t.Errorf("%+v %q", r.Error, r.Output)
	}
	r = run(t, "import sys\ntry: sys.setrecursionlimit(1)\nexcept RecursionError as e: print(e)\nprint(sys.getrecursionlimit())\n"+fibonacci+"fibonacci(999)\n")
	if want := "cannot set the recursion limit to 1 at the recursion depth 1: the limit is too low\n1000\n"; r.Error != nil || r.Output != want {
		t.Errorf("%+v %q, want %q", r.Error, r.Output, want)
	}
	if r := run(t, fibonacci+"fibonacci(1000)\n"); r.Error == nil {
		t.Error("a program finds the limit that an earlier one has set")
	}
}
