package player

import (
	"reflect"
	"slices"
	"testing"

	"playground/app/trace"
)

// opening is the script that the page opens with.
var opening = scriptOf("fibonacci", 2, 10)

// long takes many slices to run.
var long = scriptOf("fibonacci", 1, 20)

// scriptOf writes a script in short: a number is a call.
func scriptOf(program string, size trace.Size, args ...int) trace.Script {
	s := trace.Script{Program: program, Size: size}
	for _, arg := range args {
		s = s.With(call(arg))
	}
	return s
}

func call(arg int) trace.Statement { return trace.Statement{Op: trace.Call, Arg: arg, Times: 1} }

// slice is a time function for a slice in which n pieces are run.
func slice(n int) func() bool {
	return func() bool { n--; return n >= 0 }
}

func forever() bool { return true }

// finish runs what is under way to its end, in slices.
func finish(t *testing.T, p *Player) {
	t.Helper()
	for slices := 0; !p.Work(slice(10)); slices++ {
		if !p.Running() || slices > 1_000_000 {
			t.Fatal("it does not end")
		}
	}
}

// begun is a player that shows the opening script while long runs.
func begun(t *testing.T) *Player {
	t.Helper()
	p := New(opening)
	p.Load(long, -1)
	if p.Work(slice(3)) || !p.Running() {
		t.Fatal("three pieces were all there was to run")
	}
	return p
}

// A look is what is to be seen of a player.
type look struct {
	Script trace.Script
	Step   int
	Steps  int
	Axis   trace.Size
	State  trace.State
	Tree   trace.Tree
	Info   string
	Bodies int
}

func lookAt(p *Player) look {
	return look{p.Rec.Script, p.Step, p.Steps(), p.Axis, p.State(), p.Tree(), p.Rec.Info().String(), p.Rec.Bodies()}
}

// shows fails unless p shows script, run as a whole from the start.
func shows(t *testing.T, p *Player, script trace.Script) {
	t.Helper()
	want := trace.Record(script)
	if p.Running() {
		t.Error("it still runs")
	}
	if !reflect.DeepEqual(p.Rec.Script, script) || !reflect.DeepEqual(p.Script(), script) {
		t.Errorf("it shows %v and asks for %v, want %v", p.Rec.Script, p.Script(), script)
	}
	if !slices.Equal(p.Rec.Events, want.Events) {
		t.Errorf("%d events, not the %d of a run of %v", len(p.Rec.Events), len(want.Events), script)
	}
	if got, want := p.Rec.Info().String(), want.Info().String(); got != want {
		t.Errorf("%v gave %s, want %s", script, got, want)
	}
}

func TestOpening(t *testing.T) {
	p := New(opening)
	shows(t, p, opening)
	if p.Step != p.Steps() || p.Steps() == 0 {
		t.Errorf("the cursor is at %d of %d", p.Step, p.Steps())
	}
	if got, want := p.State().Info.String(), "CacheInfo(hits=13, misses=64, maxsize=2, currsize=2)"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestEmpty(t *testing.T) {
	p := New(trace.Script{Program: "fibonacci", Size: 3})
	if p.Steps() != 0 || p.Step != 0 || len(p.Tree().Nodes) != 0 {
		t.Errorf("cursor %d of %d, a tree of %d", p.Step, p.Steps(), len(p.Tree().Nodes))
	}
	if err := p.Append(call(10)); err != nil {
		t.Fatal(err)
	}
	finish(t, p)
	shows(t, p, scriptOf("fibonacci", 3, 10))
}

// TestLoad goes to the step that is asked for, or as near as there is one.
func TestLoad(t *testing.T) {
	last := len(trace.Record(opening).Events)
	for step, want := range map[int]int{0: 0, 7: 7, last: last, last + 1: last, -1: last} {
		p := New(long)
		p.Load(opening, step)
		finish(t, p)
		shows(t, p, opening)
		if p.Step != want {
			t.Errorf("asked for step %d, the cursor is at %d", step, p.Step)
		}
	}
}

// TestWhileRunning: until all has run, what is shown is what was shown.
func TestWhileRunning(t *testing.T) {
	changes := map[string]func(p *Player){
		"load":   func(p *Player) { p.Load(long, 5) },
		"resize": func(p *Player) { p.Resize(5) },
		"append": func(p *Player) { p.Append(call(19)) },
		"append twice": func(p *Player) {
			p.Append(call(19))
			p.Append(call(20))
		},
		"append and load": func(p *Player) {
			p.Append(call(19))
			p.Work(slice(2))
			p.Load(long, -1)
		},
		"append and resize": func(p *Player) {
			p.Append(call(19))
			p.Work(slice(2))
			p.Resize(0)
		},
	}
	for name, change := range changes {
		p := New(scriptOf("fibonacci", 1, 15))
		p.Seek(100)
		before, events, results := lookAt(p), len(p.Rec.Events), len(p.Rec.Results)
		change(p)
		for slices := 0; ; slices++ {
			if !p.Running() {
				t.Fatalf("%s: ended after %d slices, and did not say so", name, slices)
			}
			if after := lookAt(p); !reflect.DeepEqual(before, after) {
				t.Fatalf("%s, slice %d: shows %+v, and showed %+v", name, slices, after, before)
			}
			if len(p.Rec.Events) != events || len(p.Rec.Results) != results {
				t.Fatalf("%s, slice %d: the recording has changed", name, slices)
			}
			if p.Work(slice(1)) {
				break
			}
		}
		shows(t, p, p.Script())
	}
}

func TestAppend(t *testing.T) {
	p := New(opening)
	want := opening
	clear := trace.Statement{Op: trace.Clear, Times: 1}
	for _, st := range []trace.Statement{call(10), call(7), clear, call(1500), {Op: trace.Call, Arg: 8, Times: 1000}} {
		p.Seek(3)
		if err := p.Append(st); err != nil {
			t.Fatal(err)
		}
		finish(t, p)
		want = want.With(st)
		shows(t, p, want)
		if p.Step != p.Steps() {
			t.Errorf("after %v the cursor is at %d of %d", st, p.Step, p.Steps())
		}
	}
}

// TestAppendRunsOnce: what has run, or is about to, does not run again for a
// statement that follows it.
func TestAppendRunsOnce(t *testing.T) {
	p := begun(t)
	at := p.Progress()
	if err := p.Append(call(3)); err != nil {
		t.Fatal(err)
	}
	if p.Progress() != at || at == 0 {
		t.Errorf("the body ran %d times, and before the statement was added %d times", p.Progress(), at)
	}
	finish(t, p)
	shows(t, p, long.With(call(3)))
}

func TestAppendRefused(t *testing.T) {
	running := begun(t)
	for name, p := range map[string]*Player{"finished": New(opening), "running": running} {
		before, script, was := lookAt(p), p.Script(), p.Running()
		if err := p.Append(call(5001)); err == nil {
			t.Errorf("%s: fibonacci(5001) was accepted", name)
		}
		if !reflect.DeepEqual(p.Script(), script) || p.Running() != was || !reflect.DeepEqual(lookAt(p), before) {
			t.Errorf("%s: a statement that was refused changed something", name)
		}
	}
	finish(t, running)
	shows(t, running, long)
}

// TestResizeWhileRunning gives up what runs: the script runs from its start.
func TestResizeWhileRunning(t *testing.T) {
	p := begun(t)
	p.Append(call(3))
	for _, size := range []trace.Size{0, 1, 2, trace.None, 3} {
		p.Resize(size)
		p.Work(slice(2))
		if got := p.Script().Size; got != size {
			t.Errorf("asked for maxsize %s, it is %s", size, got)
		}
	}
	if p.Running() {
		finish(t, p)
	}
	shows(t, p, scriptOf("fibonacci", 3, 20, 3))
}

func TestStop(t *testing.T) {
	p := begun(t)
	p.Append(call(4))
	p.Stop()
	if p.Running() || p.Work(forever) {
		t.Error("it runs after Stop")
	}
	if !reflect.DeepEqual(p.Rec.Script, long.With(call(4))) || p.Step != p.Steps() || p.Steps() == 0 {
		t.Errorf("it shows step %d of %d of %v", p.Step, p.Steps(), p.Rec.Script)
	}
	outcomes := func() (o []trace.Outcome) {
		for _, res := range p.Rec.Results {
			o = append(o, res.Outcome)
		}
		return o
	}
	if got, want := outcomes(), []trace.Outcome{trace.Stopped, trace.NotRun}; !slices.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
	held := p.State().Order
	before := p.Steps()

	// It goes on from what the cache holds.
	if err := p.Append(call(10)); err != nil {
		t.Fatal(err)
	}
	finish(t, p)
	if got, want := outcomes(), []trace.Outcome{trace.Stopped, trace.NotRun, trace.Returned}; !slices.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
	if got := p.Rec.At(before).Order; !slices.Equal(got, held) {
		t.Errorf("the call began with %v in the cache, which held %v", got, held)
	}
	if got := p.Rec.Value(10).String(); got != "55" || p.Steps() <= before {
		t.Errorf("fibonacci(10) = %s in %d steps", got, p.Steps()-before)
	}

	// Another maxsize runs all of it, for nobody stops that.
	p.Resize(3)
	finish(t, p)
	shows(t, p, scriptOf("fibonacci", 3, 20, 4, 10))
}

// TestStopNothing: there is nothing to stop, or nothing was run yet.
func TestStopNothing(t *testing.T) {
	p := New(opening)
	before := lookAt(p)
	p.Stop()
	if !reflect.DeepEqual(lookAt(p), before) {
		t.Error("Stop changed a script that had run to its end")
	}
	p.Load(long, -1)
	p.Stop()
	if p.Running() || p.Steps() != 0 || p.Rec.Bodies() != 0 {
		t.Errorf("stopped at once, there are %d steps", p.Steps())
	}
	if err := p.Append(call(10)); err != nil {
		t.Fatal(err)
	}
	finish(t, p)
	if got, want := p.Rec.Info(), trace.Record(scriptOf("fibonacci", long.Size, 10)).Info(); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestWork asks its time function before each piece, and returns when the time
// is over.
func TestWork(t *testing.T) {
	p := New(opening)
	asked := 0
	if p.Work(func() bool { asked++; return true }) || asked > 0 {
		t.Errorf("with nothing to do it asked for the time %d times, or said that there is something new", asked)
	}
	p.Load(long, -1)
	if p.Work(func() bool { return false }) || p.Progress() != 0 {
		t.Errorf("with no time the body ran %d times", p.Progress())
	}
	for pieces, ran := 1, 0; pieces < 20; pieces++ {
		left := pieces
		p.Work(func() bool { left--; return left >= 0 })
		if left != -1 {
			t.Errorf("of %d pieces it left %d", pieces, left+1)
		}
		now := p.Progress()
		if now <= ran || now > ran+pieces*100 {
			t.Errorf("in %d pieces the body ran %d times", pieces, now-ran)
		}
		ran = now
	}
	finish(t, p)
	shows(t, p, long)
	if p.Work(forever) {
		t.Error("it says twice that there is something new")
	}
}
