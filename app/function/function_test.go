package function_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/calls/callstest"
	"playground/app/function"
	"playground/app/link"
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
	feedFrom(p, show.Text{Name: name, Size: int64(len(text))}, text)
}

func feedFrom(p *function.Place, from show.Text, text string) {
	p.Take(from)
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
	for _, e := range function.Examples() {
		source, err := filepath.Abs("examples/" + e.Name + ".py")
		if err != nil {
			t.Fatal(err)
		}
		_, text := callstest.Run(t, "record", source)
		var lines []string
		for _, line := range strings.SplitAfter(text, "\n") {
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

// TestKept: the visitor's record is kept, as a file if it is long, and comes back.
func TestKept(t *testing.T) {
	p := took(small)
	kept, unsaved := p.Keep()
	if !unsaved || kept.Text != small || kept.File != nil {
		t.Errorf("to be kept is %+v, %t", kept, unsaved)
	}
	if _, unsaved := p.Keep(); unsaved || !strings.Contains(said(p, "found"), "Kept in this browser") {
		t.Errorf("it says %q", said(p, "found"))
	}
	back := function.New()
	back.Restore(kept.Text)
	back.Visit("", false)
	settled(back)
	if _, unsaved := back.Keep(); unsaved || said(back, "found") != said(p, "found") {
		t.Errorf("back it says %q, it said %q", said(back, "found"), said(p, "found"))
	}

	// An example is no reason to forget it.
	do(back, "example", "", map[string]string{"example": "shop"})
	if _, unsaved := back.Keep(); unsaved {
		t.Error("an example changes what is kept")
	}
	if fragment, _ := back.Address(); fragment != "example=shop" {
		t.Errorf("the address of an example is %q", fragment)
	}
	back.Visit("own", false)
	settled(back)
	if said(back, "found") != said(p, "found") {
		t.Errorf("own leads to %q", said(back, "found"))
	}

	do(back, "forget", "", nil)
	if kept, changed := back.Keep(); kept != (show.Kept{}) || !changed || strings.Contains(said(back, "found"), "Kept in this browser") {
		t.Errorf("forgotten, %+v is kept", kept)
	}
	if fragment, entry := p.Address(); fragment != "own" || entry != "own" {
		t.Errorf("the address says %q, %q", fragment, entry)
	}
	if s := p.Share(); !strings.Contains(s.Problem, "too long for a link") || s.Embed != "" || strings.Contains(s.Link, "call") {
		t.Errorf("the sheet says %+v", s)
	}
}

// TestKeptAsFile: of a long record the file is kept, and read anew when one comes
// back.
func TestKeptAsFile(t *testing.T) {
	comment := "# " + strings.Repeat("x", 900_000) + "\n"
	large := strings.Replace(small, "body 0", comment+comment+comment+"body 0", 1)
	file := &struct{ int }{1}
	p := function.New()
	feedFrom(p, show.Text{Name: "large.txt", Size: int64(len(large)), From: file}, large)
	kept, changed := p.Keep()
	if kept.File != any(file) || !changed || !strings.Contains(said(p, "found"), "Kept in this browser") {
		t.Fatalf("of a large one %+v is kept, %t, and it says %q", kept, changed, said(p, "found"))
	}
	back := function.New()
	back.Restore(kept.Text)
	back.Visit("own", true)
	if from := back.Again(); from != "function" || back.Again() != nil {
		t.Fatalf("to be read anew is %v", from)
	}
	feedFrom(back, show.Text{Name: "large.txt", Size: int64(len(large)), From: file, Kept: "function"}, large)
	if _, changed := back.Keep(); changed || said(back, "found") != said(p, "found") {
		t.Errorf("back it says %q, it said %q", said(back, "found"), said(p, "found"))
	}

	gone := function.New()
	gone.Restore(kept.Text)
	gone.Visit("own", true)
	gone.Again()
	gone.Take(show.Text{Kept: "function"})
	gone.Fed(fmt.Errorf("this browser does not keep it"))
	if say := said(gone, "found"); !strings.Contains(say, "The record could not be read: This browser does not keep it.") {
		t.Errorf("of what is not there any more it says %q", say)
	}
}

// TestLog: a log that was handed over is shown as calls of a body that asks for
// nothing, and does not take the place of what is kept.
func TestLog(t *testing.T) {
	const text = "a\nb\na\nc\na\nb\n"
	shows := func(p *function.Place, l show.Log) {
		p.Visit(l.Fragment(), false)
		if p.Again() != show.LogName {
			t.Fatal("it does not ask for the log")
		}
		feedFrom(p, show.Text{Name: "mine.txt", Size: int64(len(text)), Kept: show.LogName}, text)
	}
	p := took(small)
	p.Keep()
	shows(p, show.Log{Options: calls.Options{Kind: calls.Keys}, Calls: 6, MaxSize: 2})
	if say := said(p, "found"); !strings.Contains(say, "mine.txt: 6 calls of lookup, 3 different keys.") || !strings.Contains(say, "log from Your keys") {
		t.Errorf("it says %q", say)
	}
	if got := p.Recording().Info().String(); got != "CacheInfo(hits=2, misses=4, maxsize=2, currsize=2)" {
		t.Errorf("it gives %s", got)
	}
	if _, changed := p.Keep(); changed {
		t.Error("a log takes the place of the record that is kept")
	}
	if fragment, _ := p.Address(); fragment != "log=3.0.0.0.6.2" {
		t.Errorf("its address is %q", fragment)
	}
	shows(p, show.Log{Options: calls.Options{Kind: calls.Keys}, Calls: 3, MaxSize: 5})
	if say := said(p, "found"); !strings.Contains(say, "3 calls of lookup, 2 different keys.") {
		t.Errorf("of three calls it says %q", say)
	}
	shows(p, show.Log{Options: calls.Options{Kind: calls.Keys}, Function: 1, Calls: 3, MaxSize: 5})
	if say := said(p, "found"); !strings.Contains(say, "mine.txt: There are no calls in it") {
		t.Errorf("of another function it says %q", say)
	}
	for _, wrong := range []string{"log=", "log=3.0.0.0.6", "log=1.0.0.0.6.2", "log=3.0.0.0.0.2", "log=3.0.0.0.6.-2", "log=3.0.0.0.6.99999999999", "what", "example=none"} {
		p := function.New()
		p.Visit(wrong, false)
		if p.Again() != nil || !strings.Contains(said(p, "notices"), "What this address says cannot be shown") {
			t.Errorf("at #%s it says %q", wrong, said(p, "notices"))
		}
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
	p.Take(show.Text{Name: "large.txt", Size: int64(len(text))})
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
	for steps := 0; !strings.Contains(said(p, "found"), "large.txt"); steps++ {
		if p.Running() || steps > 5 {
			t.Fatal("it is not made ready step by step")
		}
		p.Work(always, 0)
	}
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
	p.Take(show.Text{Name: "slow.txt", Size: 1000})
	p.Feed([]byte("lru_cache record 1\n"))
	do(p, "example", "", map[string]string{"example": "shop"})
	if _, more := p.Feed([]byte("nonsense\n")); more {
		t.Error("it wants more of what was overtaken")
	}
	p.Fed(nil)
	if say := said(p, "found"); !strings.Contains(say, "An example: 9 calls of Shop.price") {
		t.Errorf("it says %q", say)
	}
	p.Take(show.Text{Name: "gone.txt", Size: 10})
	p.Fed(fmt.Errorf("the file has changed"))
	if say := said(p, "found"); !strings.Contains(say, "gone.txt could not be read: The file has changed.") {
		t.Errorf("it says %q", say)
	}
}

// A link to a record shows it at its step, and leaves the visitor's own alone.
func TestLinkedRecord(t *testing.T) {
	p := took(small)
	p.Keep()
	sent := strings.Replace(small, "function f maxsize=2", "function g maxsize=1", 1)
	sent = strings.ReplaceAll(sent, " f(", " g(")
	fragment, err := link.EncodeRecord(link.Record{Text: sent, Step: 5})
	if err != nil {
		t.Fatal(err)
	}
	p.Base("https://example.org/function/")
	p.Visit(fragment, false)
	if _, entry := p.Address(); entry != "" {
		t.Errorf("while it is read, the address has the entry %q", entry)
	}
	settled(p)
	if say := said(p, "found"); !strings.Contains(say, "From this link: 3 calls of g, 2 different keys.") || strings.Contains(say, "Kept in this browser") {
		t.Errorf("it says %q", say)
	}
	if now, _ := p.Address(); now != fragment || p.Link().Step != 5 {
		t.Errorf("it is at %q, step %d, and the link is %q", now, p.Link().Step, fragment)
	}
	p.Go(p.Steps())
	now, entry := p.Address()
	if now != strings.TrimSuffix(fragment, "&step=5") || entry != now {
		t.Errorf("at the end the address is %q, in %q", now, entry)
	}
	if s := p.Share(); s.Problem != "" || s.Link != "https://example.org/function/#"+now || s.Embed != "" {
		t.Errorf("it is shared as %+v", s)
	}
	if text, changed := p.Keep(); text.Text != small || changed {
		t.Errorf("kept is %q, %t", text, changed)
	}
	for _, tt := range []struct{ fragment, view, want string }{
		{"v=1&record=lru~5", "notices", "This link could not be read."},
		{"v=1&record=abc", "found", "From this link: Line 1: a call record begins with the line lru_cache record 1"},
	} {
		p.Visit(tt.fragment, false)
		settled(p)
		if say := said(p, tt.view); !strings.Contains(say, tt.want) {
			t.Errorf("%s: it says %q", tt.fragment, say)
		}
		if again, _ := p.Address(); again != now {
			t.Errorf("%s: what was shown is gone for %q", tt.fragment, again)
		}
	}
	feed(p, "", small)
	if now, _ := p.Address(); now != "own" {
		t.Errorf("the address of the visitor's own record is %q", now)
	}
}

// A function without arguments, and a result that reads as nothing, are drawn in
// every view, at every step and width.
func TestNothingToRead(t *testing.T) {
	p := took("lru_cache record 1\nfunction now maxsize=1 typed=False\nkey 0 now()\ncall 0\nbody 0 returns \ncall 0\nclear now\ncall 0\nend\n")
	if say := said(p, "first"); !strings.Contains(say, "the body of now runs 2 times") {
		t.Errorf("the first sentence is %q", say)
	}
	for _, size := range []string{"0", "1", "12"} {
		p.Do("size", show.Input{Value: size})
		settled(p)
		for step := range p.Steps() + 1 {
			p.Go(step)
			for _, v := range p.Views() {
				v.Draw(318)
				v.Draw(v.Wide)
			}
		}
	}
	if p.Go(1); !strings.Contains(said(p, "cache-view"), "now()") {
		t.Errorf("the call stack says %q", said(p, "cache-view"))
	}
	if p.Go(2); !strings.Contains(said(p, "tree-view"), "()") {
		t.Errorf("the tree says %q", said(p, "tree-view"))
	}
}
