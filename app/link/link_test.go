package link

import (
	"strings"
	"testing"
	"unicode/utf8"

	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/trace"
)

func opening() View {
	return View{Step: -1, Script: trace.Script{
		Program: "fibonacci", Size: 2,
		Statements: []trace.Statement{call(10, 1)},
	}}
}

// words is an opening view of a function of two strings, which is not in the
// catalogue.
func words() View {
	p := programstest.EditDistance()
	return View{Step: -1, Script: trace.NewScript(p, 16).With(distance(1, "kitten", "sitting"))}
}

func call(n, times int) trace.Statement {
	return trace.Statement{Op: trace.Call, Args: programs.Ints(n), Times: times}
}

func distance(times int, s, t string) trace.Statement {
	return trace.Statement{Op: trace.Call, Args: programs.Args{programs.Str(s), programs.Str(t)}, Times: times}
}

var clear = trace.Statement{Op: trace.Clear, Times: 1}

func TestRoundTrip(t *testing.T) {
	tests := []struct {
		name, want string
		opening    View
		change     func(v *View)
	}{
		{"the opening view", "v=1", opening(), func(*View) {}},
		{"a maxsize", "v=1&max=3", opening(), func(v *View) { v.Script.Size = 3 }},
		{"no bound", "v=1&max=None", opening(), func(v *View) { v.Script.Size = trace.None }},
		{"off", "v=1&max=0", opening(), func(v *View) { v.Script.Size = 0 }},
		{"a step", "v=1&step=103", opening(), func(v *View) { v.Step = 103 }},
		{"the start", "v=1&step=0", opening(), func(v *View) { v.Step = 0 }},
		{"nothing called", "v=1&run=", opening(), func(v *View) { v.Script.Statements = nil }},
		{"presented", "v=1&view=present&hide=next", opening(), func(v *View) { v.Present, v.HideNext = true, true }},
		{"embedded in part", "v=1&view=embed&show=code,why", opening(), func(v *View) { v.Embed, v.Show = true, Code|Why }},
		{"all parts", "v=1&show=code,tree,curve,counters,why", opening(), func(v *View) { v.Show = Code | Tree | Curve | Counters | Why }},
		{"all at once", "v=1&f=factorial&max=128&run=500x1000,clear,-3&step=7&view=embed", opening(), func(v *View) {
			v.Script = trace.Script{Program: "factorial", Size: 128, Statements: []trace.Statement{call(500, 1000), clear, call(-3, 1)}}
			v.Step, v.Embed = 7, true
		}},
		{"two strings", "v=2&run=1:ab:b-,clear,1000:A9:~-&step=3", words(), func(v *View) {
			v.Script.Statements = []trace.Statement{distance(1, "ab", "b-"), clear, distance(1000, "A9", "")}
			v.Step = 3
		}},
		{"strings of every kind", "v=2&run=1:it~27s:~22~7e~22,1:~c3~a9~e2~86~92:~20,1:x2:clear", words(), func(v *View) {
			v.Script.Statements = []trace.Statement{distance(1, "it's", `"~"`), distance(1, "é→", " "), distance(1, "x2", "clear")}
		}},
		{"from another function", "v=1&f=fibonacci&max=2&run=10", words(), func(v *View) { *v = opening() }},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := test.opening
			test.change(&v)
			got, err := Encode(v, test.opening)
			if err != nil || got != test.want {
				t.Fatalf("Encode = %q, %v, want %q", got, err, test.want)
			}
			for _, fragment := range []string{got, "#" + got} {
				back, notices := Decode(fragment, test.opening)
				if len(notices) > 0 || !back.Equal(v) {
					t.Errorf("Decode(%q) = %+v, %q, want %+v", fragment, back, notices, v)
				}
			}
		})
	}
}

// TestCatalogue: whatever is proposed to try, of every function, has a link.
func TestCatalogue(t *testing.T) {
	for _, p := range programstest.All() {
		v := View{Step: -1, Script: trace.NewScript(p, 3)}
		for i, args := range append(p.Presets, p.Defaults()) {
			v.Script = v.Script.With(trace.Statement{Op: trace.Call, Args: args, Times: 1 + i})
		}
		o := opening()
		o.Script.Given = v.Script.Given // it opens with fibonacci, and knows this one, too
		fragment, err := Encode(v, o)
		if err != nil {
			t.Fatal(err)
		}
		if back, notices := Decode(fragment, o); len(notices) > 0 || !back.Equal(v) {
			t.Errorf("%q became %+v, %q, want %+v", fragment, back, notices, v)
		}
		// Without its statements it still has something to show.
		if back, notices := Decode("v=2&f="+p.ID, o); len(notices) > 0 || back.Script.Check() != nil || len(back.Script.Statements) != 1 {
			t.Errorf("%s alone: %+v, %q", p.ID, back, notices)
		}
	}
}

func TestEqual(t *testing.T) {
	changes := []func(*View){
		func(v *View) { v.Script.Program = "factorial" },
		func(v *View) { v.Script.Size = 3 },
		func(v *View) { v.Script = v.Script.With(clear) },
		func(v *View) { v.Script.Statements = []trace.Statement{call(11, 1)} },
		func(v *View) { v.Script.Statements = []trace.Statement{call(10, 2)} },
		func(v *View) { v.Step = 0 },
		func(v *View) { v.Embed = true },
		func(v *View) { v.Present = true },
		func(v *View) { v.HideNext = true },
		func(v *View) { v.Show = Tree },
	}
	for i, change := range changes {
		v := opening()
		if change(&v); v.Equal(opening()) {
			t.Errorf("change %d makes no difference", i)
		}
	}
	v := opening()
	v.Step = -7
	if !v.Equal(opening()) {
		t.Error("one end is not the other")
	}
}

func TestTooLongToShare(t *testing.T) {
	v := opening()
	for range trace.MaxStatements {
		v.Script.Program = "calc_pi"
		v.Script = v.Script.With(call(19_999_999, 1000))
	}
	v.Script.Statements = v.Script.Statements[:trace.MaxStatements]
	if _, err := Encode(v, opening()); err != nil {
		t.Errorf("the longest script there is does not fit: %v", err)
	}
	for range 200 {
		v.Script = v.Script.With(call(19_999_999, 1000))
	}
	if got, err := Encode(v, opening()); err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("Encode = %d characters, %v; want an error", len(got), err)
	}
}

// TestPassedOn: what programs add to an address, or make of it, is taken off.
func TestPassedOn(t *testing.T) {
	v := opening()
	v.Script = trace.Script{Program: "factorial", Size: 7, Statements: []trace.Statement{call(5, 3), clear, call(8, 1)}}
	v.Step, v.HideNext = 9, true
	plain := "v=1&f=factorial&max=7&run=5x3,clear,8&step=9&hide=next"
	w := words()
	w.Script.Statements = []trace.Statement{distance(1, "a b", "_"), distance(2, "b-", "")}
	textual := "v=2&run=1:a~20b:~5f,2:b-:~-"
	replace := func(old, new string) func(string) string {
		return func(s string) string { return strings.ReplaceAll(s, old, new) }
	}
	around := func(before, after string) func(string) string {
		return func(s string) string { return before + s + after }
	}
	for _, mangle := range []func(string) string{
		around("", ")"), around("", "."), around("", ","), around("", ">"), around("", "…"), around("", ";"),
		around("", `">`), around("", "'"), around("", ".)"), around("", "]]"), around("", "%29"), around("", "%E2%80%A6"),
		around("", "**"), around("<", ">"), around("#", "!"), around("%23", ""), around("##", ""), around("", "&"), around("&", ""),
		around("", "\u200b"), around("", " is the link"), around("", "%20is%20it"), around("", "\n"), around(" ", " "), around("", "\xff"),
		around("", "&fbclid=IwAR0_x-3"), around("", ".&fbclid=IwAR0"), around("", "?utm_source=mail&utm_medium=x"), around("", "&amp;gclid=1"),
		around("fbclid=1&", ""),
		replace("&", "&amp;"), replace("&", "&amp;amp;"), replace("&", "%26"), replace("=", "%3D"), replace("=", "%3d"),
		replace(",", "%2C"), replace(":", "%3A"), replace("~", "%7E"), replace("&", "%2526"), replace("=", "%253D"), replace("&", "&#38;"),
		func(s string) string {
			var b strings.Builder
			for i := range len(s) {
				b.WriteString("%" + strings.ToUpper(hexOf(s[i])))
			}
			return b.String()
		},
	} {
		for _, test := range []struct {
			plain   string
			opening View
			want    View
		}{{plain, opening(), v}, {textual, words(), w}} {
			fragment := mangle(test.plain)
			got, notices := Decode(fragment, test.opening)
			if len(notices) > 0 || !got.Equal(test.want) {
				t.Errorf("%q is read as %+v, %q", fragment, got, notices)
			}
		}
	}
}

func hexOf(c byte) string { const d = "0123456789abcdef"; return string([]byte{d[c>>4], d[c&15]}) }

// TestLeft: what can be read is shown, and a sentence each says what could not,
// in the order of the fragment.
func TestLeft(t *testing.T) {
	seven := func(change func(v *View)) View {
		v := opening()
		v.Script.Size = 7
		change(&v)
		return v
	}
	same := func(*View) {}
	for _, test := range []struct {
		fragment string
		want     View
		notices  []string // how they begin or what they contain
	}{
		{"hello", opening(), []string{`"hello" is nothing to show: that begins with v=1.`}},
		{"max=7", opening(), []string{`"max=7" is nothing`}},
		{"v=3&max=7", opening(), []string{"A newer version of this page made this; reload to get that version."}},
		{"v=0&max=7", opening(), []string{`v cannot be "0": it is 1 or 2.`}},
		{"v=one", opening(), []string{`v cannot be "one"`}},
		{"max=7&v=1", seven(same), nil},
		{"v=1&v=1&max=7", seven(same), nil},
		{"v=1&max=7&max=8", seven(same), []string{`max is given twice: "8" is not used.`}},
		{"v=1&max=7&run=10,", seven(same), nil},
		{"v=1&max=7&run", seven(func(v *View) { v.Script.Statements = nil }), nil},
		{"v=1&max=7&run=10,5x", seven(same), []string{`run cannot hold "5x": it is a list of numbers, such as 10, or 10x3`}},
		{"v=1&max=7&run=10,1e3,5.5,x", seven(same), []string{`run cannot hold "1e3" and 2 more:`}},
		{"v=1&max=7&run=10,5001", seven(same), []string{`run is shown without "5001": n must be a whole number from -1000 to 5000.`}},
		{"v=1&max=7&run=10,5x0", seven(same), []string{`run cannot hold "5x0"`}},
		{"v=1&max=7&run=10,5x1001", seven(same), []string{`run cannot hold "5x1001"`}},
		{"v=1&max=7&run=clear,007", seven(func(v *View) { v.Script.Statements = []trace.Statement{clear} }), []string{`run cannot hold "007"`}},
		{"v=1&max=7&f=eval&run=3", seven(same), []string{`No function is called "eval" here.`}},
		{"v=1&max=7&f=fact…", seven(same), []string{`No function is called "fact" here.`}},
		{"v=1&max=5001&step=3", func() View { v := opening(); v.Step = 3; return v }(), []string{`max cannot be "5001": it is a number from 0 to 5000, or None.`}},
		{"v=1&max=-1", opening(), []string{`max cannot be "-1"`}},
		{"v=1&max=03", opening(), []string{`max cannot be "03"`}},
		{"v=1&max=none", opening(), []string{`max cannot be "none"`}},
		{"v=1&max=7&step=-1", seven(same), []string{`step cannot be "-1": it is a number from 0 on.`}},
		{"v=1&max=7&view=full", seven(same), []string{`view cannot be "full": it is embed or present.`}},
		{"v=1&max=7&hide=all", seven(same), []string{`hide cannot be "all": it is next.`}},
		{"v=1&max=7&show=tree,all", seven(func(v *View) { v.Show = Tree }), []string{`show cannot name "all": it is a list of code, tree, curve, counters, why.`}},
		{"v=1&max=7&colour=red", seven(same), []string{`"colour" means nothing here.`}},
		{"v=1&%zz&max=7", seven(same), []string{`"%zz" means nothing here.`}},
		{"v=1&zz=1&step=x&max=y&aa=2&run=z&view=w", func() View { v := opening(); v.Script.Statements = nil; return v }(),
			[]string{`"zz"`, "step", "max", `"aa"`, "run", "view"}},
		{"v=1&max=7&x=" + strings.Repeat("a", MaxLength), opening(), []string{"This is longer than 2000 characters."}},
	} {
		got, notices := Decode(test.fragment, opening())
		if !got.Equal(test.want) {
			t.Errorf("Decode(%.60q) = %+v, want %+v", test.fragment, got, test.want)
		}
		ok := len(notices) == len(test.notices)
		for i := 0; ok && i < len(notices); i++ {
			ok = strings.Contains(notices[i], test.notices[i])
		}
		if !ok {
			t.Errorf("Decode(%.60q) says %q, want %q", test.fragment, notices, test.notices)
		}
	}
	got, notices := Decode("v=1&run="+strings.Repeat("1,", 101)+"1", opening())
	if len(got.Script.Statements) != trace.MaxStatements || len(notices) != 1 || !strings.Contains(notices[0], "at most 100 statements") {
		t.Errorf("%d statements, %q", len(got.Script.Statements), notices)
	}
}

// TestLeftOfWords: likewise with strings.
func TestLeftOfWords(t *testing.T) {
	const hint = "it is a list of calls, such as 1:s:t, with the times (1000 at most) before the arguments, and of clear."
	for word, want := range map[string]string{
		"1:a":            hint,
		"1:a:b:c":        hint,
		"a:b":            hint,
		"0:a:b":          hint,
		"1001:a:b":       hint,
		"1:a:":           hint, // the end was cut off, or was it the empty string?
		"1:a:~2":         hint,
		"1:a:~zz":        hint,
		"1:a:é":          hint,
		"1:a:~ff":        "t must be text of at most 8 characters",
		"1:a:123456789a": "t must be text of at most 8 characters",
		"10":             hint,
	} {
		v := words()
		v.Script.Statements = []trace.Statement{distance(1, "a", "b"), clear}
		got, notices := Decode("v=2&run=1:a:b,"+word+",clear", words())
		if !got.Equal(v) || len(notices) != 1 || !strings.Contains(notices[0], want) || !strings.Contains(notices[0], clip(strings.Trim(word, ":"))) {
			t.Errorf("%q is read as %+v, %q", word, got.Script.Statements, notices)
		}
	}
}

// FuzzDecode holds that whatever is decoded can be run, and is what its own
// link says.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "#v=1", "v=1&f=factorial&max=None&run=5x10,clear&step=9", "v=2", "v=1&run=-1", "v=1&%zz", "v=1;max=3", "v=1&run=1x1",
		"v=2&run=1:a:~-,2:~c3~a9:-", "v=1&f=fibonacci&run=3", "v=2&f=edit_distance&show=code,why&view=present", "%2523v%3D1&amp;max=3)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, fragment string) {
		for _, o := range []View{opening(), words()} {
			v, notices := Decode(fragment, o)
			for _, n := range notices {
				if len(n) > 300 || !utf8.ValidString(n) {
					t.Errorf("a notice of %d characters: %q", len(n), n)
				}
			}
			if err := v.Script.Check(); err != nil {
				t.Fatalf("Decode lets through what cannot be run: %v", err)
			}
			again, err := Encode(v, o)
			if err != nil {
				continue // a hundred times two long strings
			}
			back, notices := Decode(again, o)
			if len(notices) > 0 || !back.Equal(v) {
				t.Errorf("%q became %q, which is %+v, %q", fragment, again, back, notices)
			}
		}
	})
}

// FuzzText: any text can be an argument, and comes back from a link as it was,
// whatever was put behind the link.
func FuzzText(f *testing.F) {
	f.Add("ab", "", ".")
	f.Add("&amp;", "%41", ")")
	f.Add("~-", "-", "…")
	f.Fuzz(func(t *testing.T, s, u, behind string) {
		v := words()
		v.Script.Statements = []trace.Statement{distance(1, s, u)}
		if v.Script.Check() != nil {
			return
		}
		fragment, err := Encode(v, words())
		if err != nil {
			t.Fatal(err)
		}
		if strings.TrimFunc(behind, stray) == "" {
			fragment += behind
		}
		if back, notices := Decode(fragment, words()); len(notices) > 0 || !back.Equal(v) {
			t.Errorf("%q is read as %+v, %q", fragment, back, notices)
		}
	})
}
