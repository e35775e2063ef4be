package draw_test

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/trace"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares a picture with its file, in which every element begins a line.
func golden(t *testing.T, name string, n markup.Node) {
	t.Helper()
	got := strings.ReplaceAll(n.Markup(), "><", ">\n<") + "\n"
	if len(got) > 5000 {
		t.Fatalf("%s has %d bytes, too many to be reviewed: draw less, and test a property", name, len(got))
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed: look at it, and renew the file with go test ./app/draw -update\n%s", name, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "line " + strconv.Itoa(i+1) + "\n got " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

// record runs calls of one program.
func record(program string, size trace.Size, args ...int) *trace.Recording {
	s := trace.Script{Program: program, Size: size}
	for _, arg := range args {
		s = s.With(trace.Statement{Op: trace.Call, Args: programs.Ints(arg), Times: 1})
	}
	return trace.Record(s)
}

// distance runs calls of a function of two strings that is not in the catalogue,
// given in pairs.
func distance(size trace.Size, words ...string) *trace.Recording {
	s := trace.NewScript(programstest.EditDistance(), size)
	for i := 0; i < len(words); i += 2 {
		args := programs.Args{programs.Str(words[i]), programs.Str(words[i+1])}
		s = s.With(trace.Statement{Op: trace.Call, Args: args, Times: 1})
	}
	return trace.Record(s)
}

// scenes are recordings that between them show all there is to draw.
func scenes() map[string]*trace.Recording {
	again := record("fibonacci", 3, 6).Script
	again = again.With(trace.Statement{Op: trace.Clear, Times: 1}).With(trace.Statement{Op: trace.Call, Args: programs.Ints(4), Times: 2})
	return map[string]*trace.Recording{
		"empty":       record("fibonacci", 3),
		"thrash":      record("fibonacci", 2, 10),
		"calm":        record("fibonacci", 3, 10),
		"one":         record("fibonacci", 1, 7),
		"cards":       record("fibonacci", 8, 12),
		"values":      record("fibonacci", 20, 30),
		"tiles":       record("fibonacci", 128, 100),
		"thousand":    record("fibonacci", 1000, 400),
		"off":         record("fibonacci", 0, 6),
		"none":        record("fibonacci", trace.None, 10),
		"none-many":   record("fibonacci", trace.None, 600),
		"factorial":   record("factorial", 128, 500),
		"too-deep":    record("fibonacci", 128, 1500),
		"negative":    record("factorial", 5, -3),
		"calc_pi":     record("calc_pi", 2, 5_000_000, 6_000_000, 5_000_000, 7_000_000),
		"calc_pi-all": record("calc_pi", 128, 5_000_000, 6_000_000),
		"statements":  trace.Record(again),

		"words":       distance(3, "ab", "ba"),
		"long words":  distance(2, "kitten", "kitchens"),
		"words-tiles": distance(128, "notebook", "cookbook"),
		"words-none":  distance(trace.None, "it's", "\"é\"", "cart", "chart"),
		"words-off":   distance(0, "lru", "lfu"),
	}
}

// steps are some of a recording's steps: the first, the last, and between.
func steps(rec *trace.Recording) []int {
	n := len(rec.Events)
	if n < 200 {
		all := make([]int, n+1)
		for i := range all {
			all[i] = i
		}
		return all
	}
	var some []int
	for i := range 41 {
		some = append(some, n*i/40)
	}
	return some
}

var widths = []int{270, 330, 480, 615, 1300}

// all returns every element under n that has the attribute, with where its
// transforms put it.
func all(n markup.Node, attr string) []placed { return find(n, attr, 0, 0, nil) }

type placed struct {
	markup.Node
	x, y float64
}

func find(n markup.Node, attr string, x, y float64, found []placed) []placed {
	if dx, dy, ok := translation(n.Attr("transform")); ok {
		x, y = x+dx, y+dy
	}
	for _, a := range n.Attrs {
		if a.Name == attr {
			found = append(found, placed{n, x, y})
		}
	}
	for _, k := range n.Kids {
		found = find(k, attr, x, y, found)
	}
	return found
}

func translation(transform string) (x, y float64, ok bool) {
	inner, ok := strings.CutPrefix(transform, "translate(")
	if !ok {
		return 0, 0, false
	}
	a, b, _ := strings.Cut(strings.TrimSuffix(inner, ")"), ",")
	return parse(a), parse(b), true
}

func parse(s string) float64 {
	if s == "" {
		return 0
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(err)
	}
	return x
}

// part returns the first element below n that is that part.
func part(n markup.Node, name string) markup.Node {
	for _, p := range all(n, "data-part") {
		if p.Attr("data-part") == name {
			return p.Node
		}
	}
	return markup.Node{}
}

// A said is a text in a picture, and about the room it takes.
type said struct {
	rectangle
	part, text string
}

// sans are the texts that are not in the font of code.
var sans = map[string]bool{"words": true, "note": true, "title": true}

// texts returns every text under n, at x, y.
func texts(n markup.Node, x, y float64) (list []said) {
	dx, dy, _ := translation(n.Attr("transform"))
	x, y = x+dx, y+dy
	if n.Tag == "text" {
		text, size, em := n.Says(), parse(n.Attr("font-size")), 0.61
		if sans[n.Attr("data-part")] {
			em = 0.55
		}
		w := em * size * float64(utf8.RuneCountInString(text))
		switch n.Attr("text-anchor") {
		case "middle":
			x -= w / 2
		case "end":
			x -= w
		}
		if text != "" {
			list = append(list, said{rectangle{x, y - 0.74*size, w, 0.74 * size}, n.Attr("data-part"), text})
		}
	}
	for _, k := range n.Kids {
		list = append(list, texts(k, x, y)...)
	}
	return list
}

// checkMarkup checks what holds of every view: names of attributes and keys are
// unique, no text is small, nothing needs an inline style or a class.
func checkMarkup(t *testing.T, n markup.Node) {
	t.Helper()
	names, keys := map[string]bool{}, map[string]bool{}
	for _, a := range n.Attrs {
		if names[a.Name] {
			t.Fatalf("<%s> has two attributes %s", n.Tag, a.Name)
		}
		names[a.Name] = true
		switch a.Name {
		case "style", "class":
			t.Fatalf("<%s> has an attribute %s", n.Tag, a.Name)
		case "font-size":
			if parse(a.Value) < 12 {
				t.Fatalf("a text of %s pixels", a.Value)
			}
		}
		if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
			t.Fatalf("<%s %s=%q>", n.Tag, a.Name, a.Value)
		}
	}
	for _, k := range n.Kids {
		if k.Key != "" && keys[k.Tag+" "+k.Key] {
			t.Fatalf("two children of <%s> have the key %s", n.Tag, k.Key)
		}
		keys[k.Tag+" "+k.Key] = true
		checkMarkup(t, k)
	}
}

// A tenth is written across its call in crowded lines, for those between to be
// counted: of numbers alone, and by the number, not by when it was first called.
func TestTenths(t *testing.T) {
	rec := record("factorial", 128, 400)
	svg := draw.NewTree(rec, rec.Tree(1, 500), 615, 256).Draw(rec.At(len(rec.Events)), len(rec.Events))
	tenths := 0
	for _, call := range all(svg, "data-call") {
		text := part(call.Node, "tenth").Says()
		if text == "" {
			continue
		}
		if tenths++; !strings.HasSuffix(text, "0") || text != call.Attr("data-key") {
			t.Errorf("call %s says %s", call.Attr("data-key"), text)
		}
	}
	if tenths < 9 {
		t.Errorf("%d tenths", tenths)
	}
}
