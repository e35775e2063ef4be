package player

import (
	"reflect"
	"runtime"
	"slices"
	"testing"

	"playground/app/trace"
)

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

// TestAbandoned: a run or a curve that something else takes the place of is not
// left hanging in the middle.
func TestAbandoned(t *testing.T) {
	p := New(opening)
	before := runtime.NumGoroutine()
	for range 20 {
		p.Load(scriptOf("calc_pi", 2, 300_000), -1)
		p.Work(forever)
		p.Sweep(slice(1)) // not yet a point
		p.Load(long, -1)
		p.Work(slice(3))
		p.Load(opening, -1)
		p.Work(slice(1))
		p.Append(call(20))
		p.Work(slice(3))
		p.Load(opening, -1)
		p.Work(forever)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, and before there were %d", after, before)
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
