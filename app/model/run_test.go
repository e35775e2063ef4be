package model_test

import (
	"fmt"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"playground/app/link"
	"playground/app/model"
	"playground/app/programs"
	"playground/app/trace"
)

// pieces is the time in which n pieces are run.
func pieces(n int) func() bool { return func() bool { n--; return n >= 0 } }

// script writes a script in short: a number is a call.
func script(program string, size trace.Size, args ...int) trace.Script {
	s := trace.Script{Program: program, Size: size}
	for _, arg := range args {
		s = s.With(trace.Statement{Op: trace.Call, Args: programs.Ints(arg), Times: 1})
	}
	return s
}

func shown(m *model.Model, s trace.Script, step int) model.Change {
	return m.Show(link.View{Script: s, Step: step}, nil)
}

// call types a call and makes it.
func call(m *model.Model, arg int) model.Change {
	return m.TypeArgument(0, fmt.Sprint(arg)) | m.Call(1)
}

// long takes many pieces to run.
var long = script("fibonacci", 1, 18)

// begun is a model that shows the opening script while long runs.
func begun(t *testing.T) *model.Model {
	t.Helper()
	m := fresh()
	shown(m, long, -1)
	m.Run(pieces(3))
	if !m.Running() {
		t.Fatal("three pieces were all there was to run")
	}
	return m
}

// finish runs what is under way to its end, in slices.
func finish(t *testing.T, m *model.Model) {
	t.Helper()
	for slices := 0; m.Running(); slices++ {
		if m.Run(pieces(10)); slices > 100_000 {
			t.Fatal("it does not end")
		}
	}
}

// shows fails unless m shows a script as a run from its start gives it.
func shows(t *testing.T, m *model.Model, s trace.Script) {
	t.Helper()
	want, got := trace.Record(s), m.Recording()
	if m.Running() || !got.Script.Equal(s) || !m.Script().Equal(s) {
		t.Errorf("it shows %v and asks for %v, want %v; running: %t", got.Script, m.Script(), s, m.Running())
	}
	if !slices.Equal(got.Events, want.Events) || got.Info() != want.Info() {
		t.Errorf("%d events and %v, not the %d and %v of %v", len(got.Events), got.Info(), len(want.Events), want.Info(), s)
	}
}

// Until all has run, what was shown stays whole, and only progress and the fields
// are drawn anew.
func TestWhileRunning(t *testing.T) {
	for name, change := range map[string]func(m *model.Model){
		"another script":   func(m *model.Model) { shown(m, long, 5) },
		"maxsize":          func(m *model.Model) { m.Resize(5) },
		"a call":           func(m *model.Model) { call(m, 17) },
		"two calls":        func(m *model.Model) { call(m, 17); call(m, 18) },
		"call, then load":  func(m *model.Model) { call(m, 17); m.Run(pieces(2)); shown(m, long, -1) },
		"call and maxsize": func(m *model.Model) { call(m, 17); m.Run(pieces(2)); m.Resize(0) },
	} {
		m := fresh()
		shown(m, script("fibonacci", 1, 15), -1)
		finish(t, m)
		m.Go(100)
		before := drawn(m)
		rec := m.Recording()
		change(m)
		for slices := 0; m.Running(); slices++ {
			if slices%20 == 0 {
				after := drawn(m)
				for _, id := range []string{"cache-view", "entries", "counters", "timeline-view", "tree-view", "lines", "why", "source", "first"} {
					if after[id] != before[id] {
						t.Fatalf("%s, slice %d: %s shows\n%s\nand showed\n%s", name, slices, id, after[id], before[id])
					}
				}
				if m.Recording() != rec || m.Step() != 100 {
					t.Fatalf("%s, slice %d: another recording or step is shown", name, slices)
				}
			}
			m.Run(pieces(1))
		}
		shows(t, m, m.Script())
	}
}

// What has run, or is about to, does not run again for a call that follows it.
func TestCallsRunOnce(t *testing.T) {
	m := fresh()
	want := model.Opening().Script
	for _, arg := range []int{10, 7, 1500, 8} {
		m.Go(3)
		call(m, arg)
		finish(t, m)
		want = want.With(trace.Statement{Op: trace.Call, Args: programs.Ints(arg), Times: 1})
		shows(t, m, want)
		if m.Step() != m.Steps() {
			t.Errorf("after fibonacci(%d) the cursor is at %d of %d", arg, m.Step(), m.Steps())
		}
	}

	m = begun(t)
	call(m, 3)
	finish(t, m)
	shows(t, m, script("fibonacci", 1, 18, 3))
}

// A call that cannot be made changes nothing but what its field says.
func TestCallRefused(t *testing.T) {
	running := begun(t)
	for name, m := range map[string]*model.Model{"finished": settled(fresh()), "running": running} {
		before, asked, was := drawn(m), m.Script(), m.Running()
		call(m, 5001)
		after := drawn(m)
		if after["calling"] == before["calling"] {
			t.Errorf("%s: the field says nothing of fibonacci(5001)", name)
		}
		delete(before, "calling")
		delete(after, "calling")
		if !m.Script().Equal(asked) || m.Running() != was || !maps.Equal(before, after) {
			t.Errorf("%s: a call that was refused changed something", name)
		}
	}
	finish(t, running)
	shows(t, running, long)
}

// Another maxsize gives up what runs: all runs from its start.
func TestResizeWhileRunning(t *testing.T) {
	m := begun(t)
	call(m, 3)
	for _, size := range []trace.Size{0, 1, 2, trace.None, 3} {
		m.Resize(size)
		m.Run(pieces(1))
		if got := m.Script().Size; got != size {
			t.Errorf("asked for maxsize %s, it is %s", size, got)
		}
	}
	finish(t, m)
	shows(t, m, script("fibonacci", 3, 18, 3))
}

func TestStop(t *testing.T) {
	m := begun(t)
	call(m, 4)
	m.Stop()
	if m.Running() || m.Step() != m.Steps() || m.Steps() == 0 {
		t.Fatalf("running: %t, step %d of %d", m.Running(), m.Step(), m.Steps())
	}
	outcomes := func() (o []trace.Outcome) {
		for _, res := range m.Recording().Results {
			o = append(o, res.Outcome)
		}
		return o
	}
	if got, want := outcomes(), []trace.Outcome{trace.Stopped, trace.NotRun}; !slices.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
	held, before := m.State().Order, m.Steps()

	// It goes on from what the cache holds.
	call(m, 10)
	finish(t, m)
	if got, want := outcomes(), []trace.Outcome{trace.Stopped, trace.NotRun, trace.Returned}; !slices.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
	if got := m.Recording().At(before).Order; !slices.Equal(got, held) {
		t.Errorf("the call began with %v in the cache, which held %v", got, held)
	}
	if last := m.Recording().Results[2]; last.Value.String() != "55" || m.Steps() <= before {
		t.Errorf("fibonacci(10) = %v in %d steps", last.Value, m.Steps()-before)
	}

	// Another maxsize runs all of it, for nobody stops that.
	m.Resize(3)
	finish(t, m)
	shows(t, m, script("fibonacci", 3, 18, 4, 10))
}

// There is nothing to stop, or nothing was run yet.
func TestStopNothing(t *testing.T) {
	m := settled(fresh())
	before := drawn(m)
	if change := m.Stop(); change != 0 || !maps.Equal(drawn(m), before) {
		t.Errorf("Stop changed (%b) a script that had run to its end", change)
	}
	shown(m, long, -1)
	m.Stop()
	if m.Running() || m.Steps() != 0 || m.Recording().Bodies() != 0 {
		t.Errorf("stopped at once, there are %d steps", m.Steps())
	}
	call(m, 10)
	finish(t, m)
	if got, want := m.Recording().Info(), trace.Record(script("fibonacci", long.Size, 10)).Info(); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}

// A run or a curve that another takes the place of is not left hanging.
func TestAbandoned(t *testing.T) {
	m := fresh()
	before := runtime.NumGoroutine()
	for range 10 {
		shown(m, script("calc_pi", 2, 300_000), -1)
		m.Run(always)
		m.Sweep(pieces(1)) // not yet a point
		shown(m, long, -1)
		m.Run(pieces(3))
		shown(m, script("fibonacci", 2, 10), -1)
		m.Run(pieces(1))
		call(m, 18)
		m.Run(pieces(3))
		shown(m, script("fibonacci", 2, 10), -1)
		m.Run(always)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, and before there were %d", after, before)
	}
}

// The axis ends where a larger maxsize makes no difference, within bounds, and
// does not move while the maxsize is changed.
func TestAxis(t *testing.T) {
	m := fresh()
	for _, step := range []struct {
		name   string
		change func()
		want   trace.Size
	}{
		{"opening", func() {}, 12},
		{"maxsize 40", func() { m.Resize(40) }, 12},
		{"None", func() { m.Unbound(true) }, 12},
		{"31 keys", func() { m.Resize(2); call(m, 30) }, 31},
		{"maxsize 3", func() { m.Resize(3) }, 31},
		{"501 keys", func() { m.Resize(500); call(m, 500) }, 128},
		{"two keys", func() { shown(m, script("calc_pi", 2, 5, 6), -1) }, 12},
	} {
		step.change()
		m.Run(always)
		if got := m.Sizing().Axis; got != step.want {
			t.Errorf("%s: the axis ends at %s, want %s", step.name, got, step.want)
		}
	}
}

// The curve waits while a script runs, begins anew when the statements are others,
// and stays when the maxsize or the cursor is. Every point is a run of the script.
func TestCurveFollowsTheScript(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(m *model.Model)
		anew   bool
	}{
		{"maxsize 3", func(m *model.Model) { m.Resize(3) }, false},
		{"maxsize None", func(m *model.Model) { m.Unbound(true) }, false},
		{"beyond the axis", func(m *model.Model) { m.Resize(50) }, false},
		{"the cursor", func(m *model.Model) { m.Go(0) }, false},
		{"one call more", func(m *model.Model) { call(m, 10) }, true},
		{"cache_clear()", func(m *model.Model) { m.Clear() }, true},
		{"another function", func(m *model.Model) { shown(m, script("factorial", 2, 10), -1) }, true},
		{"no statement", func(m *model.Model) { m.StartOver() }, true},
	} {
		m := fresh()
		for len(m.Points()) < 4 {
			m.Sweep(pieces(1))
		}
		known := len(m.Points())
		test.change(m)
		for m.Running() {
			if m.Sweeping() || m.Sweep(always) != 0 {
				t.Fatalf("%s: the curve runs beside the script", test.name)
			}
			m.Run(pieces(1))
		}
		if got := len(m.Points()); test.anew != (got == 0) || !test.anew && got != known {
			t.Errorf("%s: of %d points there are %d", test.name, known, got)
		}
		settled(m)
		if got, want := len(m.Points()), int(m.Sizing().Axis)+1; got != want {
			t.Errorf("%s: %d points, want %d", test.name, got, want)
		}
		for i, p := range m.Points() {
			s := m.Script()
			s.Size = trace.Size(i)
			if want := trace.Record(s).Bodies(); p.Size != s.Size || p.Bodies != want || p.More {
				t.Errorf("%s: %+v, want %d at %d", test.name, p, want, i)
			}
		}
	}
}

// A tree shows so many calls and says how many there are.
func TestTreeLimit(t *testing.T) {
	m := fresh()
	shown(m, script("fibonacci", 0, 18), -1)
	m.Run(always)
	all := drawn(m)
	calls := strings.Count(all["tree-view"], " data-call=")
	if calls < 100 || calls > model.TreeLimit {
		t.Errorf("%d calls are drawn", calls)
	}
	if got, want := all["tree-caption"], fmt.Sprintf("<span>first %d of 8,361 calls</span>", calls); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	m.ChooseCall(calls)
	if m.Step() != m.Steps() {
		t.Error("a call that is not drawn was chosen")
	}
	m.ChooseCall(calls - 1)
	if want := m.Recording().Tree(1, model.TreeLimit).Nodes[calls-1].Begin; m.Step() != want {
		t.Errorf("the last call that is drawn leads to step %d, want %d", m.Step(), want)
	}
}

// A link leads to its step, or as near as there is one.
func TestShow(t *testing.T) {
	s := model.Opening().Script
	last := len(trace.Record(s).Events)
	for step, want := range map[int]int{0: 0, 7: 7, last: last, last + 1: last, -1: last} {
		m := begun(t)
		shown(m, s, step)
		finish(t, m)
		shows(t, m, s)
		if m.Step() != want {
			t.Errorf("asked for step %d, the cursor is at %d", step, m.Step())
		}
	}
	if m := fresh(); !reflect.DeepEqual(m.Script(), s) || m.Step() != m.Steps() || m.Steps() != last {
		t.Errorf("it opens with %v at step %d of %d", m.Script(), m.Step(), m.Steps())
	}
}
