package keys

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/calls/keylog"
	"playground/app/markup"
	"playground/app/show"
)

func always() bool { return true }

// run does all that takes long.
func (p *Place) run(t *testing.T) {
	t.Helper()
	for n := 0; p.Waiting(); n++ {
		if n > 1_000_000 {
			t.Fatal("it never ends")
		}
		p.Work(always, 0)
	}
}

// feed brings a text as the page does, in pieces of that size, and waits.
func (p *Place) feed(t *testing.T, name, text string, piece int) {
	t.Helper()
	p.feedPieces(t, show.Text{Name: name, Size: int64(len(text))}, text, piece)
}

func (p *Place) feedFrom(t *testing.T, from show.Text, text string) {
	t.Helper()
	p.feedPieces(t, from, text, 1<<14)
}

func (p *Place) feedPieces(t *testing.T, from show.Text, text string, piece int) {
	t.Helper()
	p.Take(from)
	for more := true; more && len(text) > 0; {
		n := min(piece, len(text))
		_, more = p.Feed([]byte(text[:n]))
		text = text[n:]
	}
	p.Fed(nil)
	p.run(t)
}

// says is what a view shows, as text.
func (p *Place) says(id string) string { return p.draw(id).Says() }

func (p *Place) draw(id string) markup.Node {
	for _, v := range p.Views() {
		if v.ID == id {
			return v.Draw(v.Wide)
		}
	}
	panic("no view " + id)
}

// find returns the first element with that attribute.
func find(n markup.Node, attr string) (markup.Node, bool) {
	for _, a := range n.Attrs {
		if a.Name == attr {
			return n, true
		}
	}
	for _, kid := range n.Kids {
		if found, ok := find(kid, attr); ok {
			return found, true
		}
	}
	return markup.Node{}, false
}

func lines(keys ...string) string { return strings.Join(keys, "\n") + "\n" }

// It opens with an example, gone through, whose numbers are those of the curve.
func TestOpening(t *testing.T) {
	p := New()
	if p.Waiting() {
		t.Error("there is something left to do")
	}
	c := keylog.CurveOf(keylog.Sessions())
	enough := c.Enough(0.95)
	want := fmt.Sprintf("Set maxsize=%d. It answers %.1f %% of the example’s calls, 95 %% of what an unlimited cache would. The default 128 answers %.1f %%.",
		enough, 100*c.Ratio(enough), 100*c.Ratio(128))
	if got := p.says("recommendation"); got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	for _, value := range []struct{ view, attr, want string }{
		{"recommendation", "data-recommended", fmt.Sprint(enough)},
		{"choosing", "data-ratio", fmt.Sprintf("%.6f", c.Ratio(enough))},
		{"choosing", "data-ceiling", fmt.Sprintf("%.6f", c.Ceiling())},
		{"found", "data-calls", "5000"},
		{"found", "data-distinct", fmt.Sprint(c.Keys())},
	} {
		n, ok := find(p.draw(value.view), value.attr)
		if got := n.Attr("data-value"); !ok || got != value.want {
			t.Errorf("%s is %q, want %q", value.attr, got, value.want)
		}
	}
	if got := p.Sentence(); got != want {
		t.Errorf("what is read out is %q", got)
	}
}

// Only what the visitor brought is called theirs, before and after Clear, and
// whatever maxsize is looked at.
func TestWhose(t *testing.T) {
	p := New()
	check := func(when string, yours bool) {
		t.Helper()
		for _, size := range []int{1, 2, p.Enough()} {
			p.Choose(size)
			if said := p.says("recommendation") + p.Sentence(); strings.Contains(said, "your") != yours || strings.Contains(said, "the example’s") == yours {
				t.Errorf("%s it says %q", when, said)
			}
		}
		for _, v := range p.Views() {
			if !yours && v.ID != "found" && strings.Contains(p.says(v.ID), "your ") {
				t.Errorf("%s, %s says %q", when, v.ID, p.says(v.ID))
			}
		}
	}
	check("as it opens", false)
	for _, text := range []string{"a\n", "a\nb\n", strings.Repeat("a\nb\nc\n", 50), lines(strings.Fields(strings.Repeat("x ", 2) + "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40")...)} {
		p.feed(t, "", text, 100)
		check("with a log of one's own", true)
	}
	p.Clear()
	for _, e := range examples {
		p.Example(e.name)
		p.run(t)
		check("with "+e.label, false)
	}
}

// In whatever pieces a text comes, and of whatever kind it is, the calls are those
// in it.
func TestTexts(t *testing.T) {
	for _, test := range []struct {
		name, text, want string
		calls, keys      int
	}{
		{"keys", lines("a", "b", "a", "", "c"), "4 calls · 3 different keys", 4, 3},
		{"CSV", "id;key\n1;\"x;y\"\n2;z\n3;\"x;y\"\n", "3 calls · 2 different keys", 3, 2},
		{"access log", strings.Repeat(`10.0.0.7 - - [10/Oct/2025:13:55:36 +0000] "GET /a?x=1 HTTP/1.1" 200 2326`+"\n", 3), "3 calls · 1 different key ·", 3, 1},
		{"log", "lru_cache log 1\nfunction f maxsize=128 typed=False\ncall f(1)\ncall g(2)\ncall f(1)\n", "2 calls of f · 1 different key ·", 2, 1},
	} {
		for _, piece := range []int{1, 7, 1 << 16} {
			p := New()
			p.feed(t, test.name, test.text, piece)
			if p.problem != "" {
				t.Fatalf("%s: %s", test.name, p.problem)
			}
			if got := p.shown.curve; got.Calls() != test.calls || got.Keys() != test.keys {
				t.Errorf("%s in pieces of %d: %d calls of %d keys", test.name, piece, got.Calls(), got.Keys())
			}
			if got := p.says("found"); !strings.Contains(got, test.want) {
				t.Errorf("%s: it says %q, not %q", test.name, got, test.want)
			}
		}
	}
}

// One of a kind is one, in every sentence.
func TestOneOfAKind(t *testing.T) {
	for _, test := range []struct{ text, want, says string }{
		{"a\n", "1 line · 1 different key ·", "your only call is of a new key"},
		{"lru_cache log 1\nfunction f maxsize=128 typed=False\ncall f(1)\n", "1 call of f · 1 different key ·", "your only call is of a new key"},
		{"a\na\n", "2 lines · 1 different key ·", "Set maxsize=1."},
		{"a\nb\n", "2 lines · 2 different keys ·", "each of your 2 calls is of a new key"},
	} {
		p := New()
		p.feed(t, "", test.text, 100)
		if got := p.says("found"); !strings.Contains(got, test.want) {
			t.Errorf("%q: it says %q, not %q", test.text, got, test.want)
		}
		if got := p.says("recommendation"); !strings.Contains(got, test.says) {
			t.Errorf("%q: it says %q, not %q", test.text, got, test.says)
		}
		one := regexp.MustCompile(`\b1 (different )?(calls|lines|keys|slots|sizes|misses)\b`)
		for _, v := range p.Views() {
			if one.MatchString(p.says(v.ID)) {
				t.Errorf("%q: %s says %q", test.text, v.ID, p.says(v.ID))
			}
		}
	}
}

// What cannot be read gets a sentence, and what is shown stays.
func TestRefused(t *testing.T) {
	before := New().says("recommendation")
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", "nothing in it"},
		{"blank", "\n\n \n", "nothing in it"},
		{"zip", "PK\x03\x04\x00\x00", "ZIP archive"},
		{"binary", "\x00\x01\x02\x03", "not text"},
		{"record", "lru_cache record 1\nfunction f maxsize=128 typed=False\nkey 0 f(1)\ncall 0\nbody 0 returns 1\nend\n", "call record"},
		{"header", "lru_cache log 2\n", "log"},
	} {
		p := New()
		p.feed(t, test.name, test.text, 16)
		if !strings.Contains(p.problem, test.want) {
			t.Errorf("%s: it says %q, not of %q", test.name, p.problem, test.want)
		}
		if got := p.says("recommendation"); got != before {
			t.Errorf("%s: what is shown is another: %q", test.name, got)
		}
		if got := p.says("found"); !strings.Contains(got, p.problem) || !strings.Contains(got, "still") {
			t.Errorf("%s: the page says %q", test.name, got)
		}
	}
	p := New()
	p.Take(show.Text{Name: "gone", Size: 5})
	p.Fed(errors.New("it is gone"))
	if !strings.Contains(p.problem, "it is gone") || p.says("recommendation") != before {
		t.Errorf("a file that cannot be read: %q", p.problem)
	}
}

// Lines that are not understood are counted and shown with their numbers.
func TestBadLines(t *testing.T) {
	p := New()
	p.feed(t, "t.csv", "key,n\na,1\nb,2\na,3\nonly\nb,4\n", 1000)
	if !strings.Contains(p.says("found"), "line 5") {
		p.Do("kind", show.Input{Value: fmt.Sprint(int(calls.Table)), Data: nothing})
		p.run(t)
	}
	if got := p.says("found"); p.shown.in.Bad > 0 && !strings.Contains(got, "line ") {
		t.Errorf("it says %q", got)
	}
}

func nothing(string) string { return "" }

// The log of a function that calls itself is told as such.
func TestRecursive(t *testing.T) {
	var b strings.Builder
	b.WriteString("lru_cache log 1\nfunction fib maxsize=2 typed=False\n")
	var fib func(n int)
	fib = func(n int) {
		fmt.Fprintf(&b, "call fib(%d)\n", n)
		if n > 1 {
			fib(n - 1)
			fib(n - 2)
		}
	}
	fib(12)
	p := New()
	p.feed(t, "fib.log", b.String(), 1<<14)
	if got := p.says("recommendation"); !strings.Contains(got, "calls itself") {
		t.Errorf("it says %q", got)
	}
	if a, ok := find(p.draw("recommendation"), "href"); !ok || a.Says() != "record it" {
		t.Error("nothing leads to where it is recorded")
	}
}

func TestVerdicts(t *testing.T) {
	var every, round, once, runs []string
	for i := range 400 {
		every = append(every, fmt.Sprint("k", i))
		round = append(round, fmt.Sprint("k", i%4))
		once = append(once, "k")
		runs = append(runs, fmt.Sprint("k", i/40))
	}
	for _, test := range []struct {
		name, sentence, verdict string
		keys                    []string
	}{
		{"every key new", "No maxsize helps", "Every key is new", every},
		{"a loop", "Set maxsize=4. It answers 99.0 %", "At 3 slots 0 %, at 4 99.0 %", round},
		{"one key", "Set maxsize=1.", "same key", once},
		{"runs", "Set maxsize=1.", "follow at once", runs},
		{"short", "Set maxsize=1.", "fewer than 100 calls", []string{"a", "a", "b"}},
	} {
		p := New()
		p.feed(t, test.name, lines(test.keys...), 1<<14)
		if got := p.says("recommendation"); !strings.Contains(got, test.sentence) || !strings.Contains(got, test.verdict) {
			t.Errorf("%s: it says %q", test.name, got)
		}
	}
}

// Every size can be chosen, and what is said of it is what the curve has.
func TestChoose(t *testing.T) {
	p := New()
	c := p.shown.curve
	for _, size := range []int{1, 2, 128, 129, c.Keys() - 1, c.Keys(), c.Keys() + 1, 0} {
		p.Choose(size)
		size = max(1, min(size, c.Keys()))
		first, early := c.Misses(size)
		got := p.says("misses")
		for _, want := range []string{fmt.Sprintf("Why maxsize=%d misses", size)} {
			if !strings.Contains(got, want) {
				t.Errorf("maxsize %d: it says %q", size, got)
			}
		}
		split, _ := find(p.draw("misses"), "data-misses")
		if split.Attr("data-value") != fmt.Sprint(first) || first+early != c.Calls()-c.Hits(size) {
			t.Errorf("maxsize %d: first %s, early %d", size, split.Attr("data-value"), early)
		}
		if n, _ := find(p.draw("taking"), "data-text"); n.Attr("data-text") != fmt.Sprintf("@lru_cache(maxsize=%d)", size) {
			t.Errorf("maxsize %d: it copies %q", size, n.Attr("data-text"))
		}
	}
	p.Do("type-size", show.Input{Value: "12x"})
	if p.field.Problem == "" || p.chosen != 1 {
		t.Errorf("12x: %+v, maxsize %d", p.field, p.chosen)
	}
	p.Do("slide", show.Input{Value: "1"})
	if p.chosen != c.Keys() {
		t.Errorf("the end of the axis is %d", p.chosen)
	}
	p.Do("slide", show.Input{Value: "-3"})
	if p.chosen != 1 {
		t.Errorf("the start of the axis is %d", p.chosen)
	}
	for range 60 {
		p.Do("PageUp", show.Input{})
	}
	if p.chosen != c.Keys() {
		t.Errorf("Page Up leads to %d", p.chosen)
	}
	p.Demand(80)
	if want := c.Enough(0.8); p.chosen != want || !strings.Contains(p.says("recommendation"), fmt.Sprintf("maxsize=%d", want)) {
		t.Errorf("for 80 %% it chooses %d, want %d: %q", p.chosen, want, p.says("recommendation"))
	}
}

// Other policies come point by point, and are those of the sweep at the end.
func TestPolicies(t *testing.T) {
	p := New()
	for _, l := range p.lines {
		p.Compare(l.policy.String(), true)
	}
	if !p.Waiting() {
		t.Fatal("nothing is to be done")
	}
	p.run(t)
	for _, l := range p.lines {
		sweep := keylog.NewSweep(keylog.Sessions(), l.policy, keylog.Sizes(p.shown.curve.Keys(), 40))
		for sweep.Step(1 << 20) {
		}
		if got, want := fmt.Sprint(l.sweep.Points()), fmt.Sprint(sweep.Points()); got != want {
			t.Errorf("%s: %s, want %s", l.policy, got, want)
		}
		if !strings.Contains(p.draw("ratios").Markup(), `data-policy="`+l.policy.String()+`"`) {
			t.Errorf("%s is not drawn", l.policy)
		}
	}
	if got := p.says("policies"); !strings.Contains(got, "of equals, what was stored first") || !strings.Contains(got, "Each is run at "+fmt.Sprint(len(p.shown.sizes()))+" sizes") {
		t.Errorf("it says %q", got)
	}
	for _, line := range strings.Split(p.CSV("ratios"), "\n")[1:3] {
		if strings.Count(line, ",") != 7 {
			t.Errorf("a row is %q", line)
		}
	}
}

func TestCSV(t *testing.T) {
	p := New()
	p.feed(t, "x", lines("a", "b", "a", "c", "a", "b"), 100)
	want := "maxsize,hits,misses,hit_ratio\n1,0,6,0.000000\n2,2,4,0.333333\n3,3,3,0.500000\n"
	if got := p.CSV("ratios"); got != want {
		t.Errorf("it is %q, want %q", got, want)
	}
}

// A text that is too long for the box is shown by its beginning, and that cannot be
// taken for the whole.
func TestBeginning(t *testing.T) {
	p := New()
	if !strings.HasSuffix(p.box, "… and 4,800 more lines") {
		t.Fatalf("the box ends with %q", p.box[len(p.box)-40:])
	}
	before := p.says("recommendation")
	p.feed(t, "", p.box+"\nmore", 1000)
	if !strings.Contains(p.problem, "only the beginning") || p.says("recommendation") != before {
		t.Errorf("it says %q", p.problem)
	}
	p.feed(t, "", "a\na\n", 1000) // all was selected and typed over
	if p.problem != "" || p.shown.curve.Calls() != 2 || p.cut != "" {
		t.Errorf("typed over: %q, %d calls", p.problem, p.shown.curve.Calls())
	}
	p.Clear()
	if p.box != "" {
		t.Errorf("cleared: %q", p.box)
	}
}

// Stop is content with what there is.
func TestStop(t *testing.T) {
	text := strings.Repeat("a\nb\nc\n", 100_000)
	p := New()
	p.Take(show.Text{Name: "big", Size: int64(len(text))})
	p.Feed([]byte(text[:120_000]))
	p.Stop()
	if _, more := p.Feed([]byte(text[120_000:])); more {
		t.Error("it wants more after Stop")
	}
	p.Fed(nil)
	p.run(t)
	if got := p.shown.curve.Calls(); got != 60_000 {
		t.Errorf("%d calls", got)
	}
	if !strings.Contains(p.says("recommendation"), "first 60,000 calls") {
		t.Errorf("it says %q", p.says("recommendation"))
	}

	p.Take(show.Text{Name: "big", Size: int64(len(text))})
	p.Feed([]byte(text))
	p.Fed(nil)
	p.Work(func() bool { return false }, 0)
	p.Stop()
	if got := p.shown.curve.Calls(); got != callsAtOnce || p.Waiting() {
		t.Errorf("%d calls, still waiting %v", got, p.Waiting())
	}
	p.Compare("FIFO", true)
	p.Work(func() bool { return false }, 0)
	p.Stop()
	if p.Waiting() || !strings.Contains(p.says("policies"), "stopped after") {
		t.Errorf("the policies: %q", p.says("policies"))
	}
}

// Stop at any moment is said, and takes no part of a line for a key.
func TestStopAtAnyMoment(t *testing.T) {
	for _, piece := range []int{0, 1, 3, 4, 100, 70_000, 70_001, 70_003} {
		text := strings.Repeat("abc\n", 50_000)
		p := New()
		calls := p.shown.curve.Calls()
		p.Take(show.Text{Name: "long", Size: int64(len(text))})
		p.Feed([]byte(text[:piece]))
		p.Stop()
		p.Fed(nil)
		p.run(t)
		said := p.says("recommendation")
		if piece < 4 {
			said = p.says("found")
		} else {
			calls = piece / 4
		}
		if !strings.Contains(said, "Stopped by hand") || p.shown.curve.Calls() != calls {
			t.Errorf("after %d bytes it says %q, of %d calls; want %d", piece, said, p.shown.curve.Calls(), calls)
		}
		if piece >= 4 && p.shown.curve.Keys() != 1 {
			t.Errorf("after %d bytes there are %d keys, want 1", piece, p.shown.curve.Keys())
		}
	}
	p := New()
	p.Example("nightly-scan")
	for p.coming.pass == nil { // it is read, and not gone through
		p.Work(func() bool { return true }, 0)
	}
	p.Stop()
	if !strings.Contains(p.says("found"), "Stopped by hand") {
		t.Errorf("before the first call is gone through it says %q", p.says("found"))
	}
}

// A text that ends is that which came last, whatever was begun meanwhile.
func TestOneTextAfterAnother(t *testing.T) {
	p := New()
	p.Take(show.Text{Name: "x", Size: 100})
	p.Feed([]byte("a\n"))
	p.Example("nightly-scan")
	if _, more := p.Feed([]byte("b\n")); more {
		t.Error("the old text is still fed")
	}
	p.Fed(nil)
	p.run(t)
	if p.shown.example != "nightly-scan" {
		t.Errorf("shown is %q", p.shown.said())
	}
}

// What an address says leads to what it was taken from.
func TestAddress(t *testing.T) {
	p := New()
	p.Example("nightly-scan")
	p.run(t)
	p.Demand(90)
	p.Choose(300)
	p.Compare("best possible", true)
	p.Do("present", show.Input{})
	fragment, entry := p.Address()
	if want := "example=nightly-scan&of=90&max=300&view=present&with=best-possible"; fragment != want || entry != "nightly-scan" {
		t.Errorf("it is %q, %q", fragment, entry)
	}
	q := New()
	q.Visit(fragment, false)
	q.run(t)
	if got, _ := q.Address(); got != fragment || q.chosen != 300 || !q.Dress().Present {
		t.Errorf("it leads to %q", got)
	}
	q.Visit("", false)
	q.run(t)
	for _, bad := range []string{"nonsense", "max=x", "of=0", "of=101", "example=none", "max=99999999999999999999", "&&==", "with=,,,"} {
		q := New()
		q.Visit(bad, false)
		q.run(t)
		if q.says("recommendation") != New().says("recommendation") {
			t.Errorf("%q: %q", bad, q.says("recommendation"))
		}
		if bad != "with=,,," && bad != "&&==" && !strings.Contains(q.says("notices"), "link") {
			t.Errorf("%q: nothing is said: %q", bad, q.says("notices"))
		}
	}
}

// A log of the visitor's own is there at the next visit, unless it is too long.
func TestKeep(t *testing.T) {
	p := New()
	if _, changed := p.Keep(); changed {
		t.Error("an example is kept")
	}
	p.feed(t, "my.csv", "key,n\nx,1\ny,2\nx,3\nz,4\n", 10)
	p.Do("column", show.Input{Value: "2"})
	p.run(t)
	p.Choose(2)
	kept, changed := p.Keep()
	if !changed || kept.Text == "" || kept.File != nil {
		t.Fatalf("kept is %+v, %t", kept, changed)
	}
	if _, changed := p.Keep(); changed {
		t.Error("it is kept again")
	}
	fragment, _ := p.Address()
	q := New()
	q.Restore(kept.Text)
	q.Visit(fragment, true)
	q.run(t)
	if got, want := q.says("found"), p.says("found"); got != want || q.chosen != 2 || q.shown.in.Column != 2 {
		t.Errorf("it says %q, want %q; maxsize %d, column %d", got, want, q.chosen, q.shown.in.Column)
	}
	for _, bad := range []string{"", "log 1", "log 1\n\n\n\n\n", "log 1\na\nx\ny\nz\ntext", "log 9\na\n1\n1\n1\nb", "file 1\na\n1\n1\n1\nb"} {
		r := New()
		r.Restore(bad)
		r.Visit("", true)
		r.run(t)
	}
}

// Of a long log the file is kept, and asked for again with what was chosen for it.
func TestKeepAsFile(t *testing.T) {
	text := "a,b\n" + strings.Repeat("1,2\n1,3\n", 50_000)
	from := show.Text{Name: "big.csv", Size: int64(len(text)), From: "the file"}
	p := New()
	p.feedFrom(t, from, text)
	p.Do("column", show.Input{Value: "2"})
	if got := p.Again(); got != from.From || p.Again() != nil {
		t.Fatalf("to be read anew is %v", got)
	}
	p.feedFrom(t, from, text)
	if p.shown.in.Column != 2 || p.shown.curve.Keys() != 2 {
		t.Errorf("column %d, %d keys", p.shown.in.Column, p.shown.curve.Keys())
	}
	kept, changed := p.Keep()
	if kept.File != from.From || !changed || len(kept.Text) > 100 {
		t.Fatalf("kept is %+v, %t", kept, changed)
	}
	fragment, _ := p.Address()

	back := New()
	back.Restore(kept.Text)
	back.Visit(fragment, true)
	if got := back.Again(); got != "keys" {
		t.Fatalf("to be read is %v", got)
	}
	other := New()
	*other = *back
	back.feedFrom(t, from, text)
	if got, want := back.says("found"), p.says("found"); got != want || back.shown.in.Column != 2 {
		t.Errorf("it says %q, want %q; column %d", got, want, back.shown.in.Column)
	}
	other.feed(t, "other.csv", "x,y\n1,1\n2,1\n1,1\n", 100)
	if other.shown.in.Column == 2 {
		t.Error("what was chosen for one text holds for another")
	}

	gone := New()
	gone.Restore(kept.Text)
	gone.Visit(fragment, true)
	gone.Again()
	gone.Take(show.Text{})
	gone.Fed(errors.New("this browser does not keep it"))
	gone.run(t)
	if got := gone.says("found"); !strings.Contains(got, "this browser does not keep it") {
		t.Errorf("of what is not there any more it says %q", got)
	}
	lost := New()
	lost.Restore("")
	lost.Visit(fragment, true)
	lost.run(t)
	if !strings.Contains(lost.says("notices"), "Open it again") {
		t.Errorf("it says %q", lost.says("notices"))
	}
}

// What is handed over is the log that is shown, with the way it is read.
func TestHand(t *testing.T) {
	p := New()
	from, text, fragment := p.Hand()
	if want := "log=3.0.2.0.5000." + itoa(p.Enough()); from.From != nil || !strings.HasPrefix(text, "user:0\nuser:44\n") || fragment != want {
		t.Errorf("of the example it hands over %v, %.20q, %q; want %q", from, text, fragment, want)
	}
	table := "a,b\n" + strings.Repeat("1,2\n1,3\n", 50_000)
	p.feedFrom(t, show.Text{Name: "big.csv", Size: int64(len(table)), From: "the file"}, table)
	p.Do("column", show.Input{Value: "2"})
	p.Again()
	p.feedFrom(t, show.Text{Name: "big.csv", Size: int64(len(table)), From: "the file"}, table)
	p.Choose(1)
	if from, text, fragment := p.Hand(); from.From != "the file" || from.Name != "big.csv" || text != "" || fragment != "log=4.2.1.0.100000.1" {
		t.Errorf("of a file it hands over %v, %.20q, %q", from, text, fragment)
	}
	p.feed(t, "two.log", "lru_cache log 1\nfunction f maxsize=8 typed=False\nfunction g maxsize=8 typed=False\ncall f(1)\ncall g(1)\ncall g(2)\n", 100)
	if _, _, fragment := p.Hand(); fragment != "log=2.0.2.1.2.1" {
		t.Errorf("of the second function it hands over %q", fragment)
	}
	if l, ok := show.ParseLog("log=2.0.2.1.2.1"); !ok || l.Fragment() != "log=2.0.2.1.2.1" {
		t.Errorf("it is read as %+v", l)
	}
}

// FuzzText: whatever comes, there is a result and nothing breaks.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "a\nb\na", "k,v\n\"x", "lru_cache log 1\ncall f(1)\n", "\x00", "lru_cache record 1\n"} {
		f.Add(seed, 3)
	}
	f.Fuzz(func(t *testing.T, text string, piece int) {
		p := New()
		p.feed(t, "fuzz", text, max(1, piece%1000))
		for _, v := range p.Views() {
			v.Draw(max(v.Wide, 318))
		}
		if p.problem == "" && p.shown.name != "fuzz" {
			t.Error("neither shown nor refused")
		}
	})
}
