package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math/big"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"playground/lru"
)

// script measures one work for each line that it reads.
const script = `
import platform, sys, time, timeit
from functools import lru_cache

@lru_cache
def f(n): return n

@lru_cache
def fibonacci(n): return n if n <= 1 else fibonacci(n-1) + fibonacci(n-2)

def cold():
    fibonacci.cache_clear()
    fibonacci(100)

print(platform.python_implementation(), platform.python_version(), flush=True)
works = {"hit": ("f(5)", 200_000), "fibonacci": ("cold()", 1_000)}
for line in sys.stdin:
    statement, number = works[line.strip()]
    t = timeit.timeit(statement, timer=time.process_time, globals=globals(), number=number)
    print(t / number * 1e9, flush=True)
`

// python compares with the lru_cache of python3, or of the interpreter that the
// environment calls PYTHON, round by round, on one processor as Python does.
func python() {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	child := exec.Command(cmp.Or(os.Getenv("PYTHON"), "python3"), "-c", script)
	in, out := must(child.StdinPipe()), bufio.NewReader(must(child.StdoutPipe()))
	if err := child.Start(); err != nil {
		fmt.Println("\nNot compared with CPython:", err)
		return
	}
	defer child.Wait()
	defer in.Close()
	version := strings.TrimSpace(must(out.ReadString('\n')))

	f := lru.New(func(n int) int { return n })
	fibonacci := lru.NewRecursive(func(fibonacci func(int) *big.Int, n int) *big.Int {
		if n <= 1 {
			return big.NewInt(int64(n))
		}
		a := fibonacci(n - 1)
		return new(big.Int).Add(a, fibonacci(n-2))
	})
	fmt.Printf("\n| this package and %s's functools.lru_cache | this package | Python | |\n|---|---|---|---|\n", version)
	for _, w := range []struct {
		name, title string
		number      int
		do          func()
	}{
		{"hit", "a hit", 2_000_000, func() { f.Call(5) }},
		{"fibonacci", "fibonacci(100), cold, big integers", 10_000, func() { fibonacci.CacheClear(); fibonacci.Call(100) }},
	} {
		var ours, theirs []float64
		for range rounds {
			start := now()
			for range w.number {
				w.do()
			}
			ours = append(ours, float64(now()-start)/float64(w.number))
			must(io.WriteString(in, w.name+"\n"))
			var ns float64
			must(fmt.Fscanln(out, &ns))
			theirs = append(theirs, ns)
		}
		o, t := median(ours), median(theirs)
		fmt.Printf("| %s | %.1f | %.1f | **%.2f×** |\n", w.title, o, t, t/o)
	}
}
