package function_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/function"
	"playground/app/markup"
	"playground/app/show"
)

func always() bool { return true }

// settled works until there is nothing more to do.
func settled(p *function.Place) {
	for p.Waiting() {
		p.Work(always, 0)
	}
}

func took(text string) *function.Place {
	p := function.New()
	feed(p, "", text)
	return p
}

// feed hands a text over as the page does: in pieces.
func feed(p *function.Place, name, text string) {
	p.Take(name, int64(len(text)))
	for more := true; len(text) > 0 && more; {
		n := min(16<<10, len(text))
		_, more = p.Feed([]byte(text[:n]))
		text = text[n:]
	}
	p.Fed(nil)
	settled(p)
}

// said is what a view draws, as text.
func said(p *function.Place, id string) string {
	for _, v := range p.Views() {
		if v.ID == id {
			return words(v.Draw(v.Wide))
		}
	}
	panic("there is no view " + id)
}

func words(n markup.Node) string {
	text := n.Text
	for _, k := range n.Kids {
		text += words(k)
	}
	return text
}

func do(p *function.Place, what, value string, data map[string]string) {
	change, known := p.Do(what, show.Input{Value: value, Data: func(name string) string { return data[name] }})
	if !known || change == 0 {
		panic("nothing is done by " + what)
	}
	settled(p)
}

// TestExamples: the examples are what the recorder writes, and are shown.
func TestExamples(t *testing.T) {
	p := function.New()
	if say := said(p, "found"); !strings.Contains(say, "An example: 113 calls of edit_distance, 56 different keys.") {
		t.Errorf("the page opens with %q", say)
	}
	for _, e := range function.Examples() {
		do(p, "example", "", map[string]string{"example": e.Name})
		if text, ok := p.Box(); !ok || text != e.Text {
			t.Errorf("the text box does not show %s", e.Name)
		}
		if _, unsaved := p.Keep(); unsaved {
			t.Errorf("the example %s is to be kept", e.Name)
		}
	}
	if say := said(p, "found"); !strings.Contains(say, "9 calls of Shop.price, 6 different keys; 7 calls of Shop.total, 3 different keys.") {
		t.Errorf("found %q", say)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here: whether the examples are what the recorder writes is NOT TESTED")
	}
	for _, e := range function.Examples() {
		source, err := filepath.Abs("examples/" + e.Name + ".py")
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "recorder.py"), []byte(calls.Recorder()), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(python, "-B", source)
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "PYTHONPATH="+dir)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		text, err := os.ReadFile(filepath.Join(dir, "lru_cache-record.txt"))
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for _, line := range strings.SplitAfter(string(text), "\n") {
			if !strings.HasPrefix(line, "#") { // the version of Python
				lines = append(lines, line)
			}
		}
		var want []string
		for _, line := range strings.SplitAfter(e.Text, "\n") {
			if !strings.HasPrefix(line, "#") { // the program, for CPython to be asked
				want = append(want, line)
			}
		}
		if got := strings.Join(lines, ""); got != strings.Join(want, "") {
			t.Errorf("the recorder writes of %s.py\n%s\nthe example is\n%s", e.Name, got, e.Text)
		}
	}
}

const small = `lru_cache record 1
function f maxsize=2 typed=False
key 0 f(<x>)
body 0 returns 1
call 0
key 1 f(<x>)
body 1 returns 2
call 1
call 0
end
`

// TestProblems: what cannot be shown gets a sentence that says what could, and what
// was shown before stays.
func TestProblems(t *testing.T) {
	for _, tt := range []struct{ from, text, want string }{
		{"a.txt", "", "a.txt: There is nothing in it"},
		{"", "hello", "Line 1: a call record begins with the line lru_cache record 1"},
		{"b.txt", "lru_cache record 1\nbodi 5\n", `b.txt: Line 2: "bodi 5": a line of a record begins with function, key, call`},
		{"", "lru_cache record 7\n", "only version 1 can be read here"},
		{"", "lru_cache log 1\nfunction f maxsize=1 typed=False\ncall f(1)\n", "This is a log of calls."},
		{"", "lru_cache record 1\nend\n", "There is no decorated function in this record"},
		{"", "lru_cache record 1\nfunction f maxsize=1 typed=False\nend\n", "No function was called in this record"},
		{"c.gz", "\x1f\x8b\x08\x00", "compressed by gzip"},
		{"d.bin", "\x00\x01\x02", "this is not text"},
		{"", "name,age\nann,3\nbob,4\n", "This looks like a table."},
	} {
		p := function.New()
		do(p, "example", "", map[string]string{"example": "shop"})
		before := p.Recording()
		feed(p, tt.from, tt.text)
		if say := said(p, "found"); !strings.Contains(strings.ToLower(say), strings.ToLower(tt.want)) {
			t.Errorf("of %q it says %q, want %q", tt.text, say, tt.want)
		}
		if p.Recording() != before {
			t.Errorf("%q took away what was shown", tt.text)
		}
		feed(p, "", small)
		if say := said(p, "found"); strings.Contains(say, "What was shown before stays") || !strings.Contains(say, "3 calls of f, 2 different keys.") {
			t.Errorf("after %q a good record gets %q", tt.text, say)
		}
	}
}

// TestKeysOfOneText: different keys that read the same are two everywhere.
func TestKeysOfOneText(t *testing.T) {
	p := took(small)
	seen := map[string]bool{}
	var look func(n markup.Node)
	look = func(n markup.Node) {
		if n.Attr("data-call") != "" || n.Attr("data-state") != "" {
			key := n.Attr("data-key")
			if n.Attr("data-state") != "" && seen[key] {
				t.Errorf("two entries are %q", key)
			}
			if n.Attr("data-state") != "" {
				seen[key] = true
			}
		}
		for _, k := range n.Kids {
			look(k)
		}
	}
	for _, v := range p.Views() {
		if v.ID == "cache-view" {
			look(v.Draw(618))
		}
	}
	if len(seen) != 2 {
		t.Errorf("the entries are %v, want two", seen)
	}
}

// TestSeveralFunctions: each has the maxsize of its decorator, and keeps the one
// that it was given while another one is looked at.
func TestSeveralFunctions(t *testing.T) {
	p := function.New()
	do(p, "example", "", map[string]string{"example": "shop"})
	info := func() string { return p.Recording().Info().String() }
	price := info()
	do(p, "size", "1", nil)
	small := info()
	do(p, "decorated", "1", nil)
	if name := p.Program().Name; name != "Shop.total" || p.Script().Size != 2 {
		t.Errorf("chosen is %s with maxsize %s", name, p.Script().Size)
	}
	do(p, "decorated", "0", nil)
	if info() != small || small == price {
		t.Errorf("Shop.price has %s, then with maxsize=1 %s, and after looking at the other one %s", price, small, info())
	}
	do(p, "clear", "", nil)
	if n := len(p.Recording().Results); p.Recording().Info().Misses != 0 || n != 10 {
		t.Errorf("after cache_clear() there are %d statements and %s", n, info())
	}
	do(p, "start-over", "", nil)
	if info() != small {
		t.Errorf("as recorded again it is %s, want %s", info(), small)
	}
	for _, view := range []string{"calling", "calls"} {
		if say := said(p, view); strings.Contains(say, "Call again") || strings.Contains(say, "Call 1000") {
			t.Errorf("%s offers a call that only Python could make: %q", view, say)
		}
	}
}

// TestContradiction: a function that does not do the same each time is named.
func TestContradiction(t *testing.T) {
	p := took(strings.Replace(small, "call 0\nend", "body 0 asks 1 returns 3\ncall 0\nend", 1))
	if say := said(p, "found"); !strings.Contains(say, "f(<x>) did not do the same each time, so f depends on more than its arguments") {
		t.Errorf("it says %q", say)
	}
}

// TestKept: the visitor's record is kept, as far as it is not too large, and comes
// back.
func TestKept(t *testing.T) {
	p := took(small)
	text, unsaved := p.Keep()
	if !unsaved || text != small {
		t.Errorf("to be kept is %q, %t", text, unsaved)
	}
	if _, unsaved := p.Keep(); unsaved || !strings.Contains(said(p, "found"), "Kept in this browser") {
		t.Errorf("it says %q", said(p, "found"))
	}
	back := function.New()
	back.Restore(text)
	back.Visit("", false)
	settled(back)
	if _, unsaved := back.Keep(); unsaved || said(back, "found") != said(p, "found") {
		t.Errorf("back it says %q, it said %q", said(back, "found"), said(p, "found"))
	}
	large := strings.Replace(small, "body 0", "# "+strings.Repeat("x", 900_000)+"\n# "+strings.Repeat("y", 900_000)+"\n# "+strings.Repeat("z", 900_000)+"\nbody 0", 1)
	p = took(large)
	if text, changed := p.Keep(); text != "" || !changed || !strings.Contains(said(p, "found"), "larger than 2 MB") {
		t.Errorf("of a large one it says %q", said(p, "found"))
	}
	do(back, "forget", "", nil)
	if text, changed := back.Keep(); text != "" || !changed || strings.Contains(said(back, "found"), "Kept in this browser") {
		t.Errorf("forgotten, %q is kept", text)
	}
	if fragment, entry := p.Address(); fragment != "" || entry != "" {
		t.Errorf("the address says %q, %q", fragment, entry)
	}
	if s := p.Share(); !strings.Contains(s.Problem, "too long for a link") || s.Embed != "" || strings.Contains(s.Link, "call") {
		t.Errorf("the sheet says %+v", s)
	}
}

// TestSlices: a record is read in pieces, and says how far it is.
func TestSlices(t *testing.T) {
	var b strings.Builder
	b.WriteString("lru_cache record 1\nfunction get maxsize=100 typed=False\n")
	for k := range 30_000 {
		fmt.Fprintf(&b, "key %d get(%d)\ncall %d\nbody %d returns 'value'\n", k, k, k, k)
	}
	b.WriteString("end\n")
	p := function.New()
	text := b.String()
	p.Take("large.txt", int64(len(text)))
	for half := len(text) / 2; len(text) > half; text = text[1<<14:] {
		p.Feed([]byte(text[:1<<14]))
	}
	if say := said(p, "found"); !strings.Contains(say, "Reading: 50 %") {
		t.Errorf("half way it says %q", say)
	}
	for ; len(text) > 0; text = text[min(len(text), 1<<14):] {
		p.Feed([]byte(text[:min(len(text), 1<<14)]))
	}
	p.Fed(nil)
	if say := said(p, "found"); !strings.Contains(say, "large.txt: 30,000 calls of get, 30,000 different keys.") {
		t.Errorf("found %q", say)
	}
	settled(p)
	if say := said(p, "first"); !strings.Contains(say, "With maxsize=100 the body of get runs 30,000 times, and the cache answers 0 calls.") {
		t.Errorf("the first sentence is %q", say)
	}
	for _, v := range p.Views() {
		v.Draw(v.Wide) // none of them panics
	}
}

// TestOvertaken: a text that another one overtakes is not read on, and one that the
// browser cannot read is said so.
func TestOvertaken(t *testing.T) {
	p := function.New()
	p.Take("slow.txt", 1000)
	p.Feed([]byte("lru_cache record 1\n"))
	do(p, "example", "", map[string]string{"example": "shop"})
	if _, more := p.Feed([]byte("nonsense\n")); more {
		t.Error("it wants more of what was overtaken")
	}
	p.Fed(nil)
	if say := said(p, "found"); !strings.Contains(say, "An example: 9 calls of Shop.price") {
		t.Errorf("it says %q", say)
	}
	p.Take("gone.txt", 10)
	p.Fed(fmt.Errorf("the file has changed"))
	if say := said(p, "found"); !strings.Contains(say, "gone.txt could not be read: The file has changed.") {
		t.Errorf("it says %q", say)
	}
}
