package player

import (
	"reflect"
	"testing"

	"playground/app/trace"
)

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
