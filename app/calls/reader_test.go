package calls_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"playground/app/calls"
	"playground/app/calls/callstest"
	"playground/app/calls/keylog"
	"playground/lru"
)

const fib3 = `lru_cache record 1
# CPython 3.11.2
function fib maxsize=128 typed=False
key 0 fib(3)
call 0
key 1 fib(2)
key 2 fib(1)
body 2 returns 1
key 3 fib(0)
body 3 returns 0
body 1 asks 2 3 returns 1
body 0 asks 1 2 returns 2
call 0
clear fib
end
`

func TestReadRecord(t *testing.T) {
	in := callstest.Read(t, fib3)
	want := &calls.Record{
		Functions: []calls.Function{{Name: "fib", MaxSize: 128, Within: -1}},
		Keys: []calls.Key{
			{Args: "3", Outcome: calls.Returned, Text: "2", Asks: []calls.Step{calls.Ask(1), calls.Ask(2)}},
			{Args: "2", Outcome: calls.Returned, Text: "1", Asks: []calls.Step{calls.Ask(2), calls.Ask(3)}},
			{Args: "1", Outcome: calls.Returned, Text: "1"},
			{Args: "0", Outcome: calls.Returned, Text: "0"},
		},
		Statements: []calls.Statement{{Step: calls.Ask(0), Times: 2}, {Step: calls.Clear(0), Times: 1}},
		Whole:      true,
	}
	// The second call(0) comes after bodies alone, so it is the same statement twice.
	if !reflect.DeepEqual(in.Record, want) || in.Kind != calls.Records || in.Lines != 15 {
		t.Errorf("%+v\nwant %+v", in.Record, want)
	}
	if n, keys := in.Record.Calls(0); n != 6 || keys != 4 {
		t.Errorf("%d calls, %d keys", n, keys)
	}
	if !in.Record.DependsOnCaches(0) {
		t.Error("fib is recursive")
	}
	if log := in.Record.Log(0); !reflect.DeepEqual(log, keylog.Of("3", "3")) {
		t.Errorf("the program asked for %v", log)
	}
}

func TestReadOtherKinds(t *testing.T) {
	const access = `10.0.0.7 - ann [10/Oct/2025:13:55:36 +0000] "GET /a.png?v=1 HTTP/1.1" 200 2326 "https://example.org/" "Mozilla/5.0 (X11)"
10.0.0.8 - - [10/Oct/2025:13:55:37 +0000] "POST /b HTTP/1.1" 404 -
10.0.0.7 - ann [10/Oct/2025:13:55:38 +0000] "GET /a.png?v=2 HTTP/1.1" 200 2326
`
	for _, test := range []struct {
		name, text string
		options    calls.Options
		kind       calls.Kind
		logs       map[string]string // by function, its keys, separated by |
		problems   string            // the lines
	}{
		{"keys", "a\n\n b \r\na", calls.Options{}, calls.Keys, map[string]string{"": "a|b|a"}, ""},
		{"a byte order mark", "\ufeffa\r\na\r\n", calls.Options{}, calls.Keys, map[string]string{"": "a|a"}, ""},
		{"tuples", "(1, 2)\n(1, 2)\n(3, 4)\n", calls.Options{}, calls.Keys, map[string]string{"": "(1, 2)|(1, 2)|(3, 4)"}, ""},
		{"calls", "f(1, 2)\nf(1, k='x, y')\n", calls.Options{}, calls.Keys, map[string]string{"": "f(1, 2)|f(1, k='x, y')"}, ""},
		{"table as keys", "a,1\na,1\n", calls.Options{Kind: calls.Keys}, calls.Keys, map[string]string{"": "a,1|a,1"}, ""},
		{"a log", "lru_cache log 1\nfunction f maxsize=2 typed=False\ncall f(1)\ncall g.<locals>.h(')', 2)\nlru_cache log 1\ncall f(1)\n", calls.Options{}, calls.Logs, map[string]string{"f": "1|1", "g.<locals>.h": "')', 2"}, ""},
		{"the end of a log", "call f(1)\ncall f(2)\n", calls.Options{}, calls.Logs, map[string]string{"f": "1|2"}, ""},
		{"a bad log", "lru_cache log 1\ncall f(1)\ncall f(2\ncal\n\ncall (3)\nfunction f maxsize=x typed=False\ncall f(4)", calls.Options{}, calls.Logs, map[string]string{"f": "1|4"}, "3 4 6 7"},
		{"a table", "time,user\n1,ann\n2,bob\n3,ann\n", calls.Options{}, calls.Table, map[string]string{"": "ann|bob|ann"}, ""},
		{"a table without a header", "1;ann\n2;bob\n3;ann\n", calls.Options{}, calls.Table, map[string]string{"": "ann|bob|ann"}, ""},
		{"another column", "time\tuser\n1\tann\n1\tbob\n", calls.Options{Column: 1}, calls.Table, map[string]string{"": "1|1"}, ""},
		{"a column called key", "user,Key\nann,1\nann,2\n", calls.Options{}, calls.Table, map[string]string{"": "1|2"}, ""},
		{"no header, though it looks like one", "a,x\nb,y\n", calls.Options{Header: calls.WithoutHeader}, calls.Table, map[string]string{"": "a|b"}, ""},
		{"quotes", "id,name\n1,\"a, \"\"b\"\"\"\n2,\"two\nlines\"\n3,\"\"\n4,c\"d\n", calls.Options{Column: 2}, calls.Table, map[string]string{"": "a, \"b\"|two\nlines||c\"d"}, ""},
		{"a quote that is not closed", "id,name\n1,\"a\n2,b\n3,c\n", calls.Options{Kind: calls.Table, Column: 2}, calls.Table, map[string]string{"": "b|c"}, "2"},
		{"many quotes that are not closed", "id;name\n" + strings.Repeat("1;\"a\n", 500) + "2;b\n", calls.Options{Kind: calls.Table, Column: 2, Header: calls.WithHeader}, calls.Table, map[string]string{"": "b"}, "2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21"},
		{"hashes", "#a\n#b\n#a\n", calls.Options{}, calls.Keys, map[string]string{"": "#a|#b|#a"}, ""},
		{"a short row", "id,name\n1,a\n2,b\n3,b\n" + strings.Repeat("4,a\n", 300) + "5\n6,c\n", calls.Options{Column: 2}, calls.Table, map[string]string{"": "a|b|b|" + strings.Repeat("a|", 300) + "c"}, "305"},
		{"an access log", access, calls.Options{}, calls.Access, map[string]string{"": "/a.png|/b|/a.png"}, ""},
		{"with the query", access, calls.Options{Column: 2}, calls.Access, map[string]string{"": "/a.png?v=1|/b|/a.png?v=2"}, ""},
		{"hosts", access, calls.Options{Column: 3}, calls.Access, map[string]string{"": "10.0.0.7|10.0.0.8|10.0.0.7"}, ""},
		{"agents, where there are any", access, calls.Options{Column: 11}, calls.Access, map[string]string{"": "Mozilla/5.0 (X11)"}, "2 3"},
		{"quotes in an access log", `1.1.1.1 - - [x] "GET /a\"b HTTP/1.1" 200 1` + "\n", calls.Options{}, calls.Access, map[string]string{"": `/a\"b`}, ""},
		{"an access log with something else", access + "# rotated\n", calls.Options{}, calls.Access, map[string]string{"": "/a.png|/b|/a.png"}, "4"},
	} {
		t.Run(test.name, func(t *testing.T) {
			in, err := calls.Read(strings.NewReader(test.text), test.options)
			if err != nil {
				t.Fatal(err)
			}
			if in.Kind != test.kind {
				t.Errorf("read as %s, want %s", in.Kind, test.kind)
			}
			if got := keysOf(in); !reflect.DeepEqual(got, test.logs) {
				t.Errorf("keys %q\nwant %q", got, test.logs)
			}
			var lines []string
			for _, p := range in.Problems {
				lines = append(lines, fmt.Sprint(p.Line))
			}
			if got := strings.Join(lines, " "); got != test.problems || in.Bad != len(lines) && len(lines) < 20 {
				t.Errorf("lines not understood: %s, want %s: %v", got, test.problems, in.Problems)
			}
		})
	}
}

func keysOf(in *calls.Input) map[string]string {
	logs := map[string]string{}
	for _, l := range in.Logs {
		var keys []string
		for _, k := range l.Calls {
			keys = append(keys, l.Keys[k])
		}
		logs[l.Name] = strings.Join(keys, "|")
	}
	return logs
}

// What cannot be read gets a sentence that says where, why and what can be.
func TestProblems(t *testing.T) {
	const begin = "lru_cache record 1\nfunction f maxsize=2 typed=False\nkey 0 f(1)\n"
	for _, test := range []struct{ text, want string }{
		{"", "there is nothing in it; one key a line is enough"},
		{"\n \r\n", "there is nothing in it; one key a line is enough"},
		{"a\x00b", "this is not text; what can be read is text: one key a line, CSV, an access log, or what the recorder wrote"},
		{"\x01\x02\x03", "this is not text; what can be read is text: one key a line, CSV, an access log, or what the recorder wrote"},
		{"\x1f\x8b\x08", "this is compressed by gzip: unpack it first"},
		{"\xff\xfea\x00", "this is text in UTF-16: save it as UTF-8"},
		{"lru_cache record 2\n", `line 1: "lru_cache record 2": this is version 2 of the format, and only version 1 can be read here; take the recorder from this page`},
		{"lru_cache records\n", `line 1: "lru_cache records": it must begin with lru_cache record 1`},
		{begin + "bodi 0\n", `line 4: "bodi 0": a line of a record begins with function, key, call, clear, body, end or #`},
		{begin + "key 2 f(2)\n", `line 4: "key 2 f(2)": keys are numbered from 0 in the order of their lines, so here key 1 is due`},
		{begin + "key 1 f(2\n", `line 4: "key 1 f(2": it must read like key 3 fib(0)`},
		{begin + "key 1 g(2)\n", `line 4: "key 1 g(2)": there is no line yet with function g`},
		{begin + "call 7\n", `line 4: "call 7": there is no line before it with key 7; the last key is number 0`},
		{begin + "call -1\n", `line 4: "call -1": there is no line before it with key -1; the last key is number 0`},
		{begin + "clear g\n", `line 4: "clear g": after clear there must be the name of a function that has a line`},
		{begin + "body 0\n", `line 4: "body 0": it must read like body 1 asks 2 3 returns 1`},
		{begin + "body 0 gives 1\n", `line 4: "body 0 gives 1": it must read like body 1 asks 2 3 returns 1`},
		{begin + "body 0 asks 0 0\n", `line 4: "body 0 asks 0 0": the line ends before it says what the body returns or raises`},
		{begin + "body 0 asks 1 returns 1\n", `line 4: "body 0 asks 1 returns 1": there is no line before it with key 1; the last key is number 0`},
		{begin + "function f maxsize=2 typed=False\n", `line 4: "function f maxsize=2 typed=False": there is a function of that name already; the second one is called f#2`},
		{begin + "function g maxsize=-1 typed=False\n", `line 4: "function g maxsize=-1 typed=False": maxsize is None or a number, 0 or more; it must read like function fib maxsize=128 typed=False`},
		{begin + "function g maxsize=2 typed=False within=9\n", `line 4: "function g maxsize=2 typed=False within=9": the key after within= has no line yet`},
		{begin + "end\ncall 0\n", `line 5: "call 0": after the line end a record has nothing more; if this is another record, read it alone`},
	} {
		in, err := calls.Read(strings.NewReader(test.text), calls.Options{})
		var p calls.Problem
		if !errors.As(err, &p) || err.Error() != test.want {
			t.Errorf("%q: %v\nwant %s", test.text, err, test.want)
		}
		if in == nil || len(in.Problems) != 1 {
			t.Errorf("%q: %+v", test.text, in)
		}
	}
}

// What came before a bad line, or before the text was cut off, is there.
func TestNothingIsLost(t *testing.T) {
	in, err := calls.Read(strings.NewReader(fib3[:strings.Index(fib3, "body 1")]+"nonsense\n"), calls.Options{})
	if err == nil || len(in.Record.Keys) != 4 || in.Record.Keys[3].Outcome != calls.Returned || in.Record.Keys[0].Outcome != calls.Unfinished || in.Record.Whole {
		t.Errorf("%v: %+v", err, in.Record)
	}
	for cut := range fib3 {
		in, err := calls.Read(strings.NewReader(fib3[:cut]), calls.Options{})
		if in.Record != nil && in.Record.Whole && cut < len(fib3)-1 {
			t.Errorf("cut off after %d bytes, it is said to be whole", cut)
		}
		if err == nil && in.Record != nil {
			if _, err := (calls.Replay{}).Run(in.Record); err != nil {
				t.Errorf("cut off after %d bytes: %v", cut, err)
			}
		}
	}
	reader := calls.NewReader(calls.Options{})
	big := strings.NewReader("a\n" + strings.Repeat("x", 3*calls.MaxLine) + "\nb\n")
	if _, err := io.Copy(reader, big); err != nil {
		t.Fatal(err)
	}
	in, err = reader.Close()
	if got := keysOf(in)[""]; err != nil || got != "a|b" || in.Bad != 1 || in.Problems[0].Line != 2 {
		t.Errorf("%v: keys %.100q, problems %v", err, got, in.Problems)
	}
}

func TestContradictions(t *testing.T) {
	const begin = "lru_cache record 1\nfunction f maxsize=2 typed=False\nkey 0 f(0)\nkey 1 f(1)\ncall 0\n"
	for _, test := range []struct {
		name, lines string
		contradicts bool
		outcome     calls.Outcome
	}{
		{"the same twice", "body 0 asks 1 returns 1\nbody 0 asks 1 returns 1\n", false, calls.Returned},
		{"another result", "body 0 asks 1 returns 1\nbody 0 asks 1 returns 2\n", false, calls.Returned},
		{"other calls", "body 0 asks 1 returns 1\nbody 0 returns 1\n", true, calls.Returned},
		{"another order", "body 0 asks 1 0 returns 1\nbody 0 asks 0 1 returns 1\n", true, calls.Returned},
		{"a failure, then a result", "body 0 raises OSError: busy\nbody 0 returns 1\n", true, calls.Raised},
		{"interrupted, then whole", "body 0 raises RecursionError: maximum recursion depth exceeded\nbody 0 asks 1 returns 1\n", false, calls.Returned},
		{"whole, then interrupted", "body 0 asks 1 returns 1\nbody 0 raises KeyboardInterrupt: \n", false, calls.Returned},
		{"interrupted", "body 0 asks 1 raises MemoryError: \n", false, calls.Interrupted},
		{"unfinished", "", false, calls.Unfinished},
	} {
		rec := callstest.Read(t, begin+test.lines).Record
		k, contradicts := rec.Contradiction(0)
		if contradicts != test.contradicts || k != 0 || rec.Keys[0].Outcome != test.outcome {
			t.Errorf("%s: contradicts %t, %+v", test.name, contradicts, rec.Keys[0])
		}
	}
}

// However a text is cut into pieces, the same is found in it.
func TestPieces(t *testing.T) {
	texts := map[string]string{
		"record": fib3,
		"log":    "lru_cache log 1\r\ncall f(1)\r\ncall f(2\r\ncall f(1)",
		"table":  "id,name\n1,\"two\nlines\"\n2,\"\"\"\"\n3,x\n",
		"big":    strings.Repeat("abc\nü\n", 30_000) + "end",
	}
	for name, text := range texts {
		whole, wholeErr := calls.Read(strings.NewReader(text), calls.Options{})
		for seed := range uint64(8) {
			rng := rand.New(rand.NewPCG(seed, 3))
			r := calls.NewReader(calls.Options{})
			for rest := text; rest != ""; {
				n := min(1+rng.IntN(1<<rng.IntN(16)), len(rest))
				r.Write([]byte(rest[:n]))
				rest = rest[n:]
			}
			in, err := r.Close()
			if !reflect.DeepEqual(in, whole) || fmt.Sprint(err) != fmt.Sprint(wholeErr) {
				t.Errorf("%s: in pieces %+v, whole %+v", name, in, whole)
			}
		}
	}
}

// Whatever is read: no panic, no number out of bounds, the same in pieces, and a
// record can be replayed within its limits.
func FuzzReader(f *testing.F) {
	for _, seed := range []string{fib3, "a\nb\na\n", "a,b\n1,\"x\ny\"\n", "call f(1)\n", "lru_cache log 1\nfunction f maxsize=None typed=True\ncall f()\n",
		`1.1.1.1 - - [x] "GET / HTTP/1.1" 200 -` + "\n", "\x1f\x8b", "lru_cache record 1\nfunction f maxsize=0 typed=False\nkey 0 f()\ncall 0\nbody 0 asks 0 0 clear:f raises X\n",
		"lru_cache record 1\nfunction f maxsize=1 typed=False\nkey 0 f()\nfunction g maxsize=1 typed=False within=0\nkey 1 g()\nbody 0 asks 1 1 returns 1\ncall 0\n"} {
		f.Add([]byte(seed), uint8(0), uint8(0))
	}
	f.Fuzz(func(t *testing.T, data []byte, kind, piece uint8) {
		o := calls.Options{Kind: calls.Kind(kind % 6), Column: int(kind / 6 % 8), Header: calls.Header(kind / 48 % 3)}
		whole, wholeErr := calls.Read(bytes.NewReader(data), o)
		r := calls.NewReader(o)
		for rest := data; len(rest) > 0; {
			n := min(int(piece)+1, len(rest))
			r.Write(rest[:n])
			rest = rest[n:]
		}
		in, err := r.Close()
		if !reflect.DeepEqual(in, whole) || fmt.Sprint(err) != fmt.Sprint(wholeErr) {
			t.Fatalf("in pieces %+v %v\nwhole %+v %v", in, err, whole, wholeErr)
		}
		for _, l := range in.Logs {
			for _, k := range l.Calls {
				if int(k) >= len(l.Keys) {
					t.Fatalf("key %d of %d", k, len(l.Keys))
				}
			}
		}
		rec := in.Record
		if rec == nil {
			return
		}
		step := func(s calls.Step) {
			if k, ok := s.Key(); ok && k >= len(rec.Keys) {
				t.Fatalf("key %d of %d", k, len(rec.Keys))
			}
			if fn, ok := s.Clears(); ok && fn >= len(rec.Functions) {
				t.Fatalf("function %d of %d", fn, len(rec.Functions))
			}
		}
		for _, s := range rec.Statements {
			step(s.Step)
		}
		for i, k := range rec.Keys {
			_ = rec.Call(i)
			for _, s := range k.Asks {
				step(s)
			}
		}
		for f := range rec.Functions {
			rec.Calls(f)
			rec.Same(f)
		}
		calls.Replay{MaxBodies: 1000, MaxDepth: 100}.Run(rec)
		calls.Replay{MaxBodies: 1000, MaxDepth: 100, Sizes: map[int]lru.Option{0: lru.MaxSize(1)}}.Run(rec)
	})
}

// What encoding/csv finds in a column is what a table is read as, wherever
// encoding/csv finds nothing to complain of.
func FuzzTable(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "\"a\",\"b\"\n\"x\"\"y\",\"two\nlines\"\n", "a,\n,b\n", "a\n\n\nb,c\n", "\"\",\"\"\n"} {
		f.Add(seed, uint8(0))
	}
	f.Fuzz(func(t *testing.T, text string, column uint8) {
		if strings.ContainsAny(text, "\r\x00\ufeff;\t") || strings.Count(text, "\n") > 90 {
			return // encoding/csv differs in these on purpose, or takes no other separator
		}
		for _, line := range strings.Split(text, "\n") {
			if line != "" && strings.TrimSpace(line) == "" {
				return // an empty line here, a field of blanks there
			}
		}
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		if err != nil || len(rows) == 0 {
			return
		}
		in, err := calls.Read(strings.NewReader(text), calls.Options{Kind: calls.Table, Column: int(column%3) + 1, Header: calls.WithoutHeader})
		if err != nil {
			return // not text
		}
		var want []string
		for _, row := range rows {
			if in.Column <= len(row) {
				want = append(want, row[in.Column-1])
			}
		}
		if got := keysOf(in)[""]; got != strings.Join(want, "|") {
			t.Errorf("column %d: %q, encoding/csv has %q", in.Column, got, want)
		}
	})
}

// The limits hold, and say so.
func TestLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("reads more than 10 million lines")
	}
	r := calls.NewReader(calls.Options{})
	piece := bytes.Repeat([]byte("a\nb\n"), 1<<16)
	for range calls.MaxCalls/(1<<17) + 2 {
		if _, err := r.Write(piece); err != nil {
			t.Fatal(err)
		}
	}
	in, err := r.Close()
	if err != nil || !in.Cut || len(in.Logs[0].Calls) != calls.MaxCalls {
		t.Errorf("%v: cut %t, %d calls", err, in.Cut, len(in.Logs[0].Calls))
	}
}
