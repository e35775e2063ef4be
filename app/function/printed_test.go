package function_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"playground/app/function"
	"playground/app/markup"
)

// What the page's Python says of a record besides, in comments.
const withProgram = `lru_cache record 1
# CPython 3.14.2, in the page
# source from functools import cache\ndef f(n): print('a\\n', n)\n
# link py=abc
# printed -1 0 0 begin\n
# printed -1 0 2 end\n
# printed 0 0 0 f 1\n
# printed 0 0 1 f 1, then
# printed 1 0 0 a\\b\n
# printed 9 x 0 nonsense
function f maxsize=1 typed=False
key 0 f(1)
call 0
key 1 f(0)
body 1 returns 0
body 0 asks 1 returns 1
call 1
call 0
call 1
end
`

// console is what the console shows, with the step of what was printed, and a dash
// where that is still to come.
func console(p *function.Place) string {
	var list []string
	var walk func(n markup.Node)
	walk = func(n markup.Node) {
		switch {
		case n.Attr("data-printed") != "":
			mark := ""
			if has(n, "data-later") {
				mark = "-"
			}
			list = append(list, n.Attr("data-printed")+mark+" "+n.Says())
		case has(n, "data-in"), has(n, "data-out"):
			list = append(list, n.Says())
		default:
			for _, k := range n.Kids {
				walk(k)
			}
		}
	}
	for _, v := range p.Views() {
		if v.ID == "lines" {
			walk(v.Draw(0))
		}
	}
	return strings.Join(list, "\n")
}

func has(n markup.Node, attr string) bool {
	return slices.ContainsFunc(n.Attrs, func(a markup.Attr) bool { return a.Name == attr })
}

// TestPrinted: a text stands in the console where it is printed, whenever the body that
// prints it runs.
func TestPrinted(t *testing.T) {
	p := took(withProgram)
	want := `0 begin
>>> f(1)
1 f 1
2 a\b
3 f 1, then
1
>>> f(0)
5 a\b
0
6 end
>>> f(1)
7 f 1
8 f 1, then
1
>>> f(0)
10 a\b
0`
	if got := console(p); got != want {
		t.Errorf("at maxsize 1 the console is\n%s\nwant\n%s", got, want)
	}
	do(p, "seek", "2", nil)
	if got := console(p); !strings.Contains(got, "2 a\\b\n3- f 1, then\n") {
		t.Errorf("at step 2 it is\n%s", got)
	}
	do(p, "size", "2", nil)
	if got := console(p); strings.Count(got, " f 1") != 2 || strings.Count(got, `a\b`) != 1 {
		t.Errorf("at maxsize 2, where each body runs once, it is\n%s", got)
	}
}

// TestProgram: a record that came with its program can be asked about, and shared.
func TestProgram(t *testing.T) {
	p := took(withProgram)
	q := p.Ask()
	const source = "from functools import cache\ndef f(n): print('a\\n', n)\n"
	if q.Script != source || q.Here != "CacheInfo(hits=1, misses=5, maxsize=1, currsize=1)" {
		t.Errorf("asked is %q, here it is %s", q.Script, q.Here)
	}
	if got, want := fmt.Sprint(q.Own), "map[clears:0 name:f nth:-1 size:1]"; got != want {
		t.Errorf("of the program, %s is wanted, not %s", got, want)
	}
	do(p, "clear", "", nil)
	if got := fmt.Sprint(p.Ask().Own["clears"]); got != "1" {
		t.Errorf("after cache_clear(), it is called %s times", got)
	}
	if fragment, entry := p.Address(); fragment != "py=abc" || entry != "py=abc" {
		t.Errorf("the address is %q, %q", fragment, entry)
	}
	if s := p.Share(); !strings.HasSuffix(s.Link, "#py=abc") || s.Problem != "" {
		t.Errorf("shared is %+v", s)
	}
	if p = took(small); p.Ask().Own != nil {
		t.Error("without a program, there is one")
	}
}

// TestAskSeveral: of several functions of one name the question says which.
func TestAskSeveral(t *testing.T) {
	p := took("lru_cache record 1\n# source x\nfunction g maxsize=None typed=False\nfunction f maxsize=2 typed=False\nfunction f#2 maxsize=2 typed=False\n" +
		"key 0 f(1)\ncall 0\nbody 0 returns 1\nkey 1 f#2(1)\ncall 1\nbody 1 returns 1\nkey 2 g(1)\ncall 2\nbody 2 returns 1\nend\n")
	for function, want := range []string{"map[clears:0 name:g nth:-1 size:<nil>]", "map[clears:0 name:f nth:0 size:2]", "map[clears:0 name:f nth:1 size:2]"} {
		p.ChooseDecorated(function)
		settled(p)
		if got := fmt.Sprint(p.Ask().Own); got != want {
			t.Errorf("of function %d %s is wanted, not %s", function, got, want)
		}
	}
	// cache_clear() is that of the function that is looked at.
	do(p, "clear", "", nil)
	if got := p.Recording().Script.Statements[3].Function; got != 2 {
		t.Errorf("cleared is function %d", got)
	}
}
