package player

import (
	"slices"
	"testing"

	"playground/app/trace"
)

// sweep runs the curve to its end, in slices.
func sweep(t *testing.T, p *Player) {
	t.Helper()
	for p.Sweeping() {
		before := len(p.Points())
		drew := p.Sweep(slice(20))
		if drew != (len(p.Points()) > before) {
			t.Fatalf("from %d points to %d, something to draw: %v", before, len(p.Points()), drew)
		}
	}
	if got := len(p.Points()); got != int(p.Axis)+1 {
		t.Fatalf("%d points for maxsize 0 to %s", got, p.Axis)
	}
}

// TestCurve: every point is a run of the script.
func TestCurve(t *testing.T) {
	for _, s := range []trace.Script{
		opening,
		scriptOf("fibonacci-n-2-first", 2, 12, 9),
		scriptOf("factorial", 2, 10, 5, 12),
		scriptOf("calc_pi", 2, 5, 6, 7, 5),
		scriptOf("factorial", trace.None, 20, -1).With(trace.Statement{Op: trace.Clear, Times: 1}).With(call(18)),
		{Program: "fibonacci", Size: 2},
	} {
		p := New(s)
		sweep(t, p)
		for i, point := range p.Points() {
			s.Size = trace.Size(i)
			if want := trace.Record(s).Bodies(); point.Size != s.Size || point.Bodies != want || point.More {
				t.Errorf("%v: %d at maxsize %s, more: %v; want %d", s, point.Bodies, point.Size, point.More, want)
			}
		}
	}
}

// TestSweepPaused: while a script runs the curve of the one that is shown stays
// and waits.
func TestSweepPaused(t *testing.T) {
	p := New(opening)
	for len(p.Points()) < 4 {
		p.Sweep(slice(1))
	}
	known := slices.Clone(p.Points())
	p.Load(long, -1)
	for range 10 {
		if p.Sweeping() || p.Sweep(forever) {
			t.Error("the curve runs beside the script")
		}
		p.Work(slice(1))
	}
	if !p.Running() || len(p.Points()) != len(known) {
		t.Errorf("of %d points there are %d", len(known), len(p.Points()))
	}
	finish(t, p)
	if !p.Sweeping() || len(p.Points()) != 0 {
		t.Errorf("another script begins with %d points", len(p.Points()))
	}
}

// TestSweepAnew: the curve begins anew when the statements are others, not when
// the maxsize is.
func TestSweepAnew(t *testing.T) {
	clear := trace.Statement{Op: trace.Clear, Times: 1}
	tests := []struct {
		name   string
		change func(p *Player)
		anew   bool
	}{
		{"maxsize 3", func(p *Player) { p.Resize(3) }, false},
		{"maxsize 0", func(p *Player) { p.Resize(0) }, false},
		{"maxsize None", func(p *Player) { p.Resize(trace.None) }, false},
		{"the end of the axis", func(p *Player) { p.Resize(p.Axis) }, false},
		{"the same again", func(p *Player) { p.Load(p.Script(), 5) }, false},
		{"the cursor", func(p *Player) { p.Seek(0) }, false},
		{"beyond the axis", func(p *Player) { p.Resize(p.Axis + 1) }, true},
		{"one call more", func(p *Player) { p.Append(call(10)) }, true},
		{"cache_clear()", func(p *Player) { p.Append(clear) }, true},
		{"another argument", func(p *Player) { p.Load(scriptOf("fibonacci", 2, 9), -1) }, true},
		{"another function", func(p *Player) { p.Load(scriptOf("factorial", 2, 10), -1) }, true},
		{"no statement", func(p *Player) { p.Load(trace.Script{Program: "fibonacci", Size: 2}, -1) }, true},
	}
	for _, tt := range tests {
		p := New(opening)
		for len(p.Points()) < 4 {
			p.Sweep(slice(1))
		}
		known := slices.Clone(p.Points())
		tt.change(p)
		p.Work(forever)
		switch got := p.Points(); {
		case tt.anew && len(got) != 0:
			t.Errorf("%s: the curve keeps %d points", tt.name, len(got))
		case !tt.anew && len(got) != len(known):
			t.Errorf("%s: of %d points there are %d", tt.name, len(known), len(got))
		}
		sweep(t, p)
		for i, point := range p.Points() {
			s := p.Script()
			s.Size = trace.Size(i)
			if want := trace.Record(s).Bodies(); point.Bodies != want {
				t.Errorf("%s: %d at maxsize %d, want %d", tt.name, point.Bodies, i, want)
			}
		}
	}
}

func TestAxis(t *testing.T) {
	p := New(opening)
	steps := []struct {
		name   string
		change func()
		want   trace.Size
	}{
		{"opening", func() {}, minAxis},
		{"maxsize 40", func() { p.Resize(40) }, 40},
		{"maxsize 2 again", func() { p.Resize(2) }, 40},
		{"maxsize 5000", func() { p.Resize(5000) }, maxAxis},
		{"None", func() { p.Resize(trace.None) }, maxAxis},
		{"one call more", func() { p.Append(call(5)) }, minAxis},
		{"31 keys", func() { p.Append(call(30)) }, 31},
		{"maxsize 3", func() { p.Resize(3) }, 31},
		{"maxsize 20", func() { p.Resize(20) }, 31},
		{"501 keys", func() { p.Append(call(500)) }, maxAxis},
		{"two keys", func() { p.Load(scriptOf("calc_pi", 2, 5, 6), -1) }, minAxis},
		{"two keys and room", func() { p.Load(scriptOf("calc_pi", 50, 5, 6), -1) }, 50},
		{"nothing", func() { p.Load(trace.Script{Program: "calc_pi", Size: 50}, -1) }, 50},
		{"nothing, less room", func() { p.Resize(1) }, 50},
	}
	for _, step := range steps {
		step.change()
		p.Work(forever)
		if p.Axis != step.want {
			t.Errorf("%s: the axis ends at %s, want %s", step.name, p.Axis, step.want)
		}
	}
}

// TestKeeps asks the curve, for the maxsize that is shown.
func TestKeeps(t *testing.T) {
	p := New(opening)
	if size, ok := p.Keeps(8); ok {
		t.Errorf("nothing is known, yet it says %s", size)
	}
	sweep(t, p)
	if size, ok := p.Keeps(8); !ok || size != 3 {
		t.Errorf("fibonacci(8) is kept by %s, %v; want 3", size, ok)
	}
	p.Resize(5)
	p.Work(forever)
	if size, ok := p.Keeps(8); !ok || size != 6 {
		t.Errorf("beyond maxsize 5, fibonacci(8) is kept by %s, %v; want 6", size, ok)
	}
}
