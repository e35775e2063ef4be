package lru_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"playground/lru"
)

// The right column of the table in README.md, line by line.
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

// TestREADME checks that whatever the table in README.md gives as Go is in the
// example above, where the compiler has seen it.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("python_test.go")
	if err != nil {
		t.Fatal(err)
	}
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
		}
	}
	if checked < 15 {
		t.Errorf("only %d pieces of Go found in the table", checked)
	}
}
