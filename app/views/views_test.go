package views_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/timing"
	"playground/app/trace"
	"playground/app/views"
)

// record runs calls of one function of a number.
func record(program string, size trace.Size, args ...int) *trace.Recording {
	s := trace.Script{Program: program, Size: size}
	for _, arg := range args {
		s = s.With(trace.Statement{Op: trace.Call, Args: programs.Ints(arg), Times: 1})
	}
	return trace.Record(s)
}

// distance runs one call of the function of two texts.
func distance(size trace.Size, s, t string) *trace.Recording {
	return trace.Record(trace.NewScript(programstest.EditDistance(), size).With(trace.Statement{
		Op: trace.Call, Args: programs.Args{programs.Str(s), programs.Str(t)}, Times: 1}))
}

// all returns every element in n for which is holds.
func all(n markup.Node, is func(markup.Node) bool) (list []markup.Node) {
	if n.Tag != "" && is(n) {
		list = append(list, n)
	}
	for _, k := range n.Kids {
		list = append(list, all(k, is)...)
	}
	return list
}

func has(n markup.Node, attr string) bool {
	return slices.ContainsFunc(n.Attrs, func(a markup.Attr) bool { return a.Name == attr })
}

func with(attr string) func(markup.Node) bool {
	return func(n markup.Node) bool { return has(n, attr) }
}

// controls lists what can be operated, as a screen reader does: role and name, and
// "disabled" where it is.
func controls(n markup.Node) (list []string) {
	labels := map[string]string{}
	var walk func(n markup.Node, label string)
	walk = func(n markup.Node, label string) {
		if n.Tag == "label" {
			label = n.Says()
			labels[n.Attr("for")] = label
		}
		role := n.Attr("role")
		switch {
		case role != "":
		case n.Tag == "button":
			role = "button"
		case n.Tag == "select":
			role = "combobox"
		case n.Tag == "textarea" || n.Tag == "input" && n.Attr("type") == "text":
			role = "textbox"
		case n.Tag == "input":
			role = map[string]string{"range": "slider", "checkbox": "checkbox", "radio": "radio"}[n.Attr("type")]
		}
		if role == "button" || role == "combobox" || role == "textbox" || role == "slider" || role == "checkbox" || role == "radio" || role == "spinbutton" || role == "log" {
			name := n.Attr("aria-label")
			switch {
			case name != "":
			case n.Tag == "button":
				name = n.Says()
			case labels[n.Attr("id")] != "":
				name = labels[n.Attr("id")]
			default:
				name = label
			}
			said := fmt.Sprintf("%s %q", role, name)
			if has(n, "disabled") {
				said += " disabled"
			}
			list = append(list, said)
		}
		for _, k := range n.Kids {
			walk(k, label)
		}
	}
	walk(n, "")
	return list
}

// What tests and assistive technology find each control by is fixed.
func TestNames(t *testing.T) {
	fibonacci, _ := programs.Find("fibonacci")
	calcPi, _ := programs.Find("calc_pi")
	distance := programstest.EditDistance()
	rec := record("fibonacci", 2, 10)
	for name, test := range map[string]struct {
		view markup.Node
		want []string
	}{
		"size": {views.Size(views.Sizing{Size: 2, Axis: 12}), []string{
			`button "Decrease maxsize"`, `spinbutton "maxsize value"`, `button "Increase maxsize"`, `checkbox "None (unbounded)"`, `slider "maxsize"`}},
		"size off":     {views.Size(views.Sizing{Size: 0, Axis: 12}), []string{`button "Decrease maxsize" disabled`}},
		"size None":    {views.Size(views.Sizing{Size: trace.None, Axis: 12}), []string{`button "Increase maxsize" disabled`}},
		"size largest": {views.Size(views.Sizing{Size: trace.MaxSize, Axis: 12}), []string{`button "Increase maxsize" disabled`}},
		"functions": {views.Functions(programs.All(), fibonacci), []string{
			`radio "fibonacci"`, `radio "factorial"`, `radio "calc_pi"`}},
		"a call":         {views.Calling(fibonacci, make([]views.Field, 1)), []string{`spinbutton "n"`, `button "Call"`}},
		"a call of pi":   {views.Calling(calcPi, make([]views.Field, 1)), []string{`spinbutton "terms"`, `button "Call"`}},
		"a call of text": {views.Calling(distance, make([]views.Field, 2)), []string{`textbox "s"`, `textbox "t"`, `button "Call"`}},
		"calls": {views.Calls(fibonacci, true), []string{
			`button "Call again"`, `button "Call 1000 times"`, `button "cache_clear()"`, `button "Start over"`}},
		"calls, none yet": {views.Calls(fibonacci, false), []string{`button "Call again" disabled`}},
		"transport": {views.Transport(views.Position{Step: 3, Steps: 141, Seen: 141, Axis: 141, Speed: "1"}, false, false), []string{
			`button "To start"`, `button "Step back"`, `button "Play"`, `button "Step forward"`, `button "To end"`,
			`checkbox "Hide what comes next"`, `checkbox "Motion"`, `combobox "speed"`}},
		"playing":  {views.Transport(views.Position{Playing: true}, false, false), []string{`button "Pause"`}},
		"scrubber": {views.Scrubber(views.Position{Step: 3, Steps: 141, Seen: 141, Axis: 141}), []string{`slider "timeline"`}},
		"console":  {views.Console(rec, 0, false, nil, nil), []string{`log "Console"`}},
		"copies":   {views.Copies(fibonacci, ""), []string{`button "Copy as Python"`, `button "Copy as Go"`}},
		"progress": {views.Progress(true, 12), []string{`button "Stop"`}},
		"notices":  {views.Notices([]string{"Something."}, true), []string{`button "Reload"`, `button "Dismiss"`}},
	} {
		got := controls(test.view)
		for _, want := range test.want {
			if n := slices.Index(got, want); n < 0 {
				t.Errorf("%s: there is no %s among %q", name, want, got)
			}
		}
	}

	// The parts that are found by attributes.
	counters := views.Counters(rec, rec.At(len(rec.Events)))
	for counter, want := range map[string]string{"hits": "13", "misses": "64", "maxsize": "2", "currsize": "2"} {
		list := all(counters, func(n markup.Node) bool { return n.Attr("data-counter") == counter })
		if len(list) != 1 || list[0].Says() != want {
			t.Errorf("the counter %s says %v, want %s", counter, list, want)
		}
	}
	if code := all(counters, with("data-cache-info")); len(code) != 1 || code[0].Tag != "code" || code[0].Says() != "CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)" {
		t.Errorf("cache_info() is %v", code)
	}
	misses := all(counters, with("data-misses"))
	if got := misses[0].Attr("data-misses") + " " + misses[0].Says() + ", " + misses[1].Attr("data-misses") + " " + misses[1].Says(); got != "first 11, early 53" {
		t.Errorf("the misses are split into %s", got)
	}
	transport := views.Transport(views.Position{Step: 3, Steps: 1410, Seen: 1410, Speed: "1"}, false, false)
	if step, steps := all(transport, with("data-step")), all(transport, with("data-steps")); step[0].Attr("data-step") != "3" || steps[0].Attr("data-steps") != "1410" || steps[0].Says() != "1,410" {
		t.Errorf("the position is %v of %v", step, steps)
	}
	if why := all(views.Why(rec, 1, nothingKept), with("data-why")); len(why) != 1 {
		t.Error("there is no data-why")
	}
	if first := all(views.FirstSentence(rec, nil, "", "", true), with("data-first-sentence")); len(first) != 1 {
		t.Error("there is no data-first-sentence")
	}
}

func nothingKept(int32) (trace.Size, bool) { return 0, false }

// A field shows what was typed, right or wrong, and what is wrong with it.
func TestFieldsShowWhatWasTyped(t *testing.T) {
	p := programstest.EditDistance()
	for _, text := range []string{"", "kitten", "it's", `"<é>"`, " 12 ", "far too long a text"} {
		for _, problem := range []string{"", "That does not fit."} {
			view := views.Calling(p, []views.Field{{Text: text, Problem: problem, Note: "By the way."}, {}})
			in := all(view, func(n markup.Node) bool { return n.Tag == "input" })[0]
			if in.Attr("value") != text || in.Attr("aria-invalid") != fmt.Sprint(problem != "") {
				t.Errorf("%q is shown as %q, invalid: %s", text, in.Attr("value"), in.Attr("aria-invalid"))
			}
			says := all(view, func(n markup.Node) bool { return n.Attr("id") == in.Attr("aria-describedby") })
			want := problem
			if want == "" {
				want = "By the way."
			}
			if len(says) != 1 || says[0].Says() != want || has(says[0], "hidden") {
				t.Errorf("at %q stands %v, want %q", text, says, want)
			}
		}
	}
	for text, now := range map[string]string{"12": "12", "": "", "many": ""} {
		f := views.Field{Text: text}
		if text == "many" {
			f.Problem = "That is not a whole number."
		}
		in := all(views.Size(views.Sizing{Size: 2, Axis: 12, Field: f}), func(n markup.Node) bool { return n.Attr("id") == "maxsize-value" })[0]
		if in.Attr("value") != text || in.Attr("aria-valuenow") != now {
			t.Errorf("%q is shown as %q and said as %q", text, in.Attr("value"), in.Attr("aria-valuenow"))
		}
	}
}

// A long number is marked, for the style sheet to write it smaller.
func TestLongCounters(t *testing.T) {
	rec := record("fibonacci", 0, 40)
	st := rec.At(len(rec.Events))
	for _, dd := range all(views.Counters(rec, st), with("data-counter")) {
		if long := len(dd.Says()) > 7; long != has(dd, "data-long") {
			t.Errorf("%s %s: marked as long: %t", dd.Attr("data-counter"), dd.Says(), has(dd, "data-long"))
		}
	}
	if st.Info.Misses < 3_000_000 {
		t.Errorf("only %d misses", st.Info.Misses)
	}
}

// The share of hits is drawn and said, and says neither 0 nor 100 of what is not.
func TestRatio(t *testing.T) {
	rec := record("fibonacci", 3, 10)
	for step := range len(rec.Events) + 1 {
		st := rec.At(step)
		calls := st.Info.Hits + st.Info.Misses
		said := all(views.Counters(rec, st), func(n markup.Node) bool { return n.Attr("class") == "ratio" })[0].Says()
		switch {
		case calls == 0 && said != "no call yet",
			strings.Contains(said, " 0 %") != (calls > 0 && st.Info.Hits == 0),
			strings.Contains(said, " 100 %"):
			t.Errorf("step %d: %v is said as %q", step, st.Info, said)
		}
	}
}

// Keys in sentences, entries and lists have the same name, so that all of them
// light up together.
func TestKeysAreNamedAlike(t *testing.T) {
	for _, rec := range []*trace.Recording{record("fibonacci", 2, 10), record("calc_pi", 1, 10_000, 20_000), distance(3, "ab", "it's")} {
		for step := 1; step <= len(rec.Events); step++ {
			for _, n := range all(markup.El("div").Of(views.Why(rec, step, nothingKept), views.Entries(rec, rec.At(step), true)), with("data-key")) {
				call, _, _ := strings.Cut(n.Says(), " = ")
				name := strings.TrimSuffix(strings.TrimPrefix(call, rec.Program.Name+"("), ")")
				if rec.Program.Params[0].Kind == programs.Number {
					name = strings.ReplaceAll(name, "_", "")
				}
				if n.Attr("data-key") != name {
					t.Fatalf("step %d: %q has the key %q, want %q", step, n.Says(), n.Attr("data-key"), name)
				}
			}
		}
	}
}

func TestEntries(t *testing.T) {
	items := func(rec *trace.Recording, step int) (list []string) {
		for _, li := range all(views.Entries(rec, rec.At(step), false), func(n markup.Node) bool { return n.Tag == "li" }) {
			list = append(list, li.Says())
		}
		return list
	}
	rec := record("fibonacci", 3, 10)
	if got, want := items(rec, len(rec.Events)), []string{"fibonacci(10) = 55", "fibonacci(8) = 21", "fibonacci(9) = 34"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := items(rec, 0); got != nil {
		t.Errorf("an empty cache has %q", got)
	}
	many := record("fibonacci", trace.None, 600)
	if got := items(many, len(many.Events)); len(got) != 201 || got[200] != "and 401 more" || !strings.HasPrefix(got[0], "fibonacci(600) = ") {
		t.Errorf("of 601 entries %d are listed, %q to %q", len(got), got[0], got[len(got)-1])
	}
	ol := all(views.Entries(rec, rec.At(0), false), func(n markup.Node) bool { return n.Tag == "ol" })
	if ol[0].Attr("aria-label") != "Cache entries, most recently used first" {
		t.Errorf("the list is called %q", ol[0].Attr("aria-label"))
	}
}

// rows are the cells of a table, its head first.
func rows(table markup.Node) (list []string) {
	for _, tr := range all(table, func(n markup.Node) bool { return n.Tag == "tr" }) {
		var cells []string
		for _, k := range tr.Kids {
			cells = append(cells, k.Says())
		}
		list = append(list, strings.Join(cells, " | "))
	}
	return list
}

func TestTables(t *testing.T) {
	s := trace.Script{Program: "fibonacci", Size: 3}
	for _, st := range []trace.Statement{{Op: trace.Call, Args: programs.Ints(3), Times: 1}, {Op: trace.Clear, Times: 1}, {Op: trace.Call, Args: programs.Ints(1), Times: 2}} {
		s = s.With(st)
	}
	rec := trace.Record(s)
	n := len(rec.Events)
	head := "statement | hits | computed | computed again | evictions | not recorded"
	first, cleared := "fibonacci(3) | 1 | 4 | 0 | 1 | 0", "fibonacci.cache_clear() | 0 | 0 | 0 | 0 | 0"
	for seen, want := range map[int][]string{
		n:     {head, first, cleared, "for _ in range(2): fibonacci(1) | 1 | 0 | 1 | 0 | 0"},
		n - 1: {head, first, cleared, "for _ in range(2): fibonacci(1) | 0 | 0 | 1 | 0 | 0"},
		n - 3: {head, first, cleared}, // no word of what comes next
		2:     {head, "fibonacci(3) | 0 | 2 | 0 | 0 | 0"},
		0:     {head},
	} {
		if got := rows(views.TimelineTable(rec, seen)); !slices.Equal(got, want) {
			t.Errorf("%d of %d steps seen: %q\nwant %q", seen, n, got, want)
		}
	}

	small := record("fibonacci", 2, 2)
	want := []string{"step | call | called by | outcome | returned at step", "1 | fibonacci(2) | the prompt | + computed | 6", "2 | fibonacci(1) | fibonacci(2) | + computed | 3", "4 | fibonacci(0) | fibonacci(2) | + computed | 5"}
	if got := rows(views.CallsTable(small, small.Tree(1, 500), 6)); !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	waiting := []string{want[0], "1 | fibonacci(2) | the prompt | + computed | waits", "2 | fibonacci(1) | fibonacci(2) | + computed | 3"}
	if got := rows(views.CallsTable(small, small.Tree(1, 500), 3)); !slices.Equal(got, waiting) {
		t.Errorf("%q\nwant %q", got, waiting)
	}
	failed := record("factorial", 2, -1)
	if got := rows(views.CallsTable(failed, failed.Tree(1, 1), len(failed.Events))); got[1] != "1 | factorial(-1) | the prompt | + computed | never" {
		t.Errorf("%q", got)
	}

	points := []trace.Point{{Size: 0, Bodies: 3_000_001, More: true}, {Size: 1, Bodies: 1234}}
	if got, want := rows(views.CurveTable(points)), []string{"maxsize | times the body runs", "0 | more than 3,000,001", "1 | 1,234"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// The console shows what Python's prompt would, and, while the rest is hidden, no
// more of it than has happened.
func TestConsole(t *testing.T) {
	s := trace.NewScript(programstest.EditDistance(), 3)
	s = s.With(trace.Statement{Op: trace.Call, Args: programs.Args{programs.Str(""), programs.Str("it's")}, Times: 1}).
		With(trace.Statement{Op: trace.Clear, Times: 1})
	rec := trace.Record(s)
	took := []time.Duration{1300 * time.Microsecond}
	for _, test := range []struct {
		step int
		hide bool
		want string
	}{
		{0, false, `>>> edit_distance('', "it's")4 1.3 ms >>> edit_distance.cache_clear()`},
		{0, true, ``},
		{1, true, `>>> edit_distance('', "it's")`},
		{2, true, `>>> edit_distance('', "it's")4 1.3 ms`},
		{3, true, `>>> edit_distance('', "it's")4 1.3 ms >>> edit_distance.cache_clear()`},
	} {
		got := views.Console(rec, test.step, test.hide, took, nil).Says()
		if strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(test.want, " ", "") {
			t.Errorf("step %d, hidden %t: %q, want %q", test.step, test.hide, got, test.want)
		}
	}
	ended := record("factorial", 2, -1)
	if out := all(views.Console(ended, 0, false, nil, nil), with("data-error")); len(out) != 1 || out[0].Says() != "RecursionError: maximum recursion depth exceeded" {
		t.Errorf("it ended in %v", out)
	}
}

// Every step of a function of several texts is told with its call.
func TestEveryStepNamesItsCall(t *testing.T) {
	for _, size := range []trace.Size{0, 1, 3, trace.None} {
		rec := distance(size, "ab", "it's")
		for step := 1; step <= len(rec.Events); step++ {
			call := rec.Call(rec.Events[step-1].Key)
			if said := views.Why(rec, step, nothingKept).Says(); !strings.Contains(said, call) {
				t.Errorf("maxsize %s, step %d: %q does not name %s", size, step, said, call)
			}
		}
	}
}

// A worksheet asks on one sheet and answers on another; the questions give nothing
// away.
func TestWorksheet(t *testing.T) {
	rec := record("fibonacci", 3, 6)
	tree := draw.NewTree(rec, rec.Tree(1, 500), 600, 300)
	n := len(rec.Events)
	sheets := all(views.Worksheet{
		Recording: rec,
		Axes:      draw.Curve(draw.Cost{Most: 12, Keys: rec.Keys(), Current: 3}, 400),
		Curve:     draw.Curve(draw.Cost{Points: []trace.Point{{Size: 3, Bodies: 7}}, Most: 12, Keys: rec.Keys(), Current: 3}, 400),
		Blank:     tree.Blank(), Drawn: tree.Draw(rec.At(n), n),
	}.Draw(), func(n markup.Node) bool { return n.Attr("class") == "paper" })
	if len(sheets) != 2 {
		t.Fatalf("%d sheets", len(sheets))
	}
	question, answer := sheets[0], sheets[1]
	if said := question.Says(); !strings.Contains(said, "@lru_cache(maxsize=3)") || !strings.Contains(said, ">>> fibonacci(6)") {
		t.Errorf("it asks about %q", said)
	}
	for _, attr := range []string{"data-outcome", "data-computations", "data-call", "data-key"} {
		if gives := all(question, with(attr)); len(gives) > 0 {
			t.Errorf("the question has %s: %v", attr, gives[0])
		}
	}
	if blank, drawn := all(question, with("data-blank")), all(answer, with("data-outcome")); len(blank) != len(drawn) || len(blank) == 0 {
		t.Errorf("%d calls to be filled in, %d answers", len(blank), len(drawn))
	}
	for _, want := range []string{rec.Info().String(), "The body runs 7 times.", "fibonacci(6) = 8"} {
		if said := answer.Says(); !strings.Contains(said, want) {
			t.Errorf("the answers lack %q: %q", want, said)
		}
	}
}

// A race tells how many times as fast a call is with the decorator.
func TestRace(t *testing.T) {
	ms := time.Millisecond
	for _, test := range []struct {
		without, with time.Duration
		calls         int
		want, not     string
	}{
		{400 * ms, 4 * ms, 1000, "100 times as fast with it.", "rest computed"},
		{10 * ms, 10 * ms, 1000, "No faster with it.", "rest computed"},
		{10 * ms, 20 * ms, 1000, "Slower with it.", "rest computed"},
		{40 * ms, 4 * ms, 100, "100 times as fast with it.", "nothing"},
	} {
		said := views.Race("fibonacci(20)", 1000, []timing.Round{{Calls: test.calls, Took: test.without}}, []timing.Round{{Calls: 1000, Took: test.with}}, 266).Says()
		if !strings.Contains(said, test.want) || strings.Contains(said, test.not) && test.not != "nothing" || (test.calls < 1000) != strings.Contains(said, "100 calls were timed") {
			t.Errorf("%v and %v: %q", test.without, test.with, said)
		}
	}
	if !has(views.Waiting(false), "hidden") || has(views.Waiting(true), "hidden") {
		t.Error("it waits for a race that does not come, or hides that one comes")
	}
}
