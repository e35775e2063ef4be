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
