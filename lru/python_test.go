package lru_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"playground/lru"
)

// The Go of the first table in README.md, line by line.
func Example_python() {
	body := func(n int) int { return n * n }
	recursive := func(self func(int) int, n int) int {
		if n < 2 {
			return n
		}
		return self(n-1) + self(n-2)
	}
	fallible := func(n int) (int, error) { return n, nil }
	type args struct{ x, y int }
	two := func(a args) int { return 3*a.x + a.y }
	none := func(struct{}) int { return 20 }
	var out []any
	say := func(x ...any) { out = append(out, x...) }

	f := lru.New(body)
	f = lru.New(body, lru.MaxSize(32))
	f = lru.New(body, lru.MaxSize(0))
	f = lru.New(body, lru.Unbounded())
	f = lru.NewRecursive(recursive)
	e := lru.NewErr(fallible)
	g := lru.New(two)
	h := lru.New(none)

	say(f.Call(3))
	say(g.Call(args{3, 4}))
	say(h.Call(struct{}{}))
	value, err := e.Call(3)
	say(value, err)
	say(f.CacheInfo())
	info := f.CacheInfo()
	say(info.Hits, info.Misses, info.MaxSize, info.CurrSize, info.Unbounded)
	f.CacheClear()
	say(f.CacheParameters())
	say(f.Wrapped()(3))

	fmt.Println(out[0])
	// Output: 2
}

// The Go of the second table.
func Example_beyondPython() {
	body := func(n int) int { return n * n }
	ctx := context.Background()
	evicted := func(n, square int) {}
	left := func(n, square int, why lru.Reason) {}

	f := lru.New(body, lru.SingleFlight())
	f.OnEvict(evicted)
	f.OnLeave(left)
	f.Add(12, 144)
	fmt.Println(f.CallContext(ctx, 3))
	fmt.Println(f.Peek(3))
	fmt.Println(f.Contains(3), f.Len(), f.Evictions())
	fmt.Println(f.Oldest())
	for n, square := range f.All() {
		fmt.Println(n, square)
	}
	fmt.Println(len(maps.Collect(f.Backward())), slices.Collect(f.Keys()), slices.Collect(f.Values()))
	fmt.Println(f.Remove(3))
	fmt.Println(f.RemoveOldest())
	f.Unbound()
	f.Resize(1000)

	c := lru.NewCache[string, int]()
	fmt.Println(c.Get("a"))
	fmt.Println(c.GetOrAdd("a", 1))
	// Output:
	// 9 <nil>
	// 9 true
	// true 2 0
	// 12 144 true
	// 12 144
	// 3 9
	// 2 [12 3] [144 9]
	// true
	// 12 144 true
	// 0 false
	// 1 false
}

// TestREADME checks that whatever the tables in README.md give as Go is in the
// examples above, where the compiler has seen it, and that they have every method.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("python_test.go")
	if err != nil {
		t.Fatal(err)
	}
	methods := methods()
	code := regexp.MustCompile("`[^`]+`")
	checked := 0
	for line := range strings.Lines(string(readme)) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || strings.Contains(line, "---") {
			continue
		}
		for _, c := range code.FindAllString(cells[2], -1) {
			checked++
			if c = strings.Trim(c, "`"); !strings.Contains(string(source), c) {
				t.Errorf("README.md has %q, which no example compiles", c)
			}
			for name := range methods {
				if strings.Contains(c, "."+name+"(") {
					delete(methods, name)
				}
			}
		}
	}
	if checked < 15 {
		t.Errorf("only %d pieces of Go found in the tables", checked)
	}
	for name := range methods {
		t.Errorf("README.md does not mention %s", name)
	}
}

// TestExamples checks that every method has an example in the documentation.
func TestExamples(t *testing.T) {
	source, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for name := range methods() {
		if !regexp.MustCompile(`(?m)^func Example(Memo|MemoErr|Cache)_` + name + `\(`).Match(source) {
			t.Errorf("there is no example for %s", name)
		}
	}
}

// methods returns the names of all methods of all caches.
func methods() map[string]bool {
	names := map[string]bool{}
	for _, c := range []any{lru.New(strings.ToUpper), lru.NewErr(strconv.Atoi), lru.NewCache[int, int]()} {
		for m := range reflect.TypeOf(c).Methods() {
			names[m.Name] = true
		}
	}
	return names
}
