package model_test

import (
	"strings"
	"testing"

	"playground/app/link"
	"playground/app/model"
	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/trace"
)

// twoWays is one function in two ways that call the same at first: the second goes
// on to other, longer and more arguments once it has come down to 1.
func twoWays() (one, other programs.Program) {
	number := func(further bool) programs.Program {
		p, _ := programs.Find("factorial")
		p.ID, p.Name, p.Bodies, p.Depth, p.Line = "hidden", "hidden", nil, nil, nil
		p.Body = func(self programs.Self, args programs.Args) programs.Value {
			n := args[0].Int()
			switch {
			case n > 1:
				self.Call(programs.Int(n - 1))
				return self.Call(programs.Int(n - 2))
			case n == 1 && further:
				for k := range 20 {
					self.Call(programs.Int(-10_000 - k))
				}
			}
			return programs.Int(n)
		}
		return p
	}
	return number(false), number(true)
}

// While what comes next is hidden, nothing tells of it: of two recordings that agree
// up to the cursor every view draws the same.
func TestHideNextRevealsNothing(t *testing.T) {
	one, other := twoWays()
	for _, size := range []trace.Size{0, 1, 3, 40, trace.None} {
		open := func(p programs.Program) *model.Model {
			m := model.New(append(programs.All(), p))
			s := trace.Script{Program: p.ID, Given: &p, Size: size}
			s = s.With(trace.Statement{Op: trace.Call, Args: programs.Ints(6), Times: 1})
			m.Show(link.View{Script: s, Step: 0, HideNext: true}, nil)
			for _, table := range []string{"curve-table", "timeline-table", "tree-table"} {
				m.Unfold(table, true)
			}
			return settled(m)
		}
		checkHidden(t, open(one), open(other), "way-out", "qr") // a link tells which function it is
	}
	// The same script, and one that goes on.
	for _, p := range programstest.All() {
		for _, size := range []trace.Size{1, 3, trace.None} {
			s := trace.NewScript(p, size).With(trace.Statement{Op: trace.Call, Args: small(p, 6, "ab"), Times: 1})
			open := func(s trace.Script) *model.Model {
				m := fresh()
				m.Show(link.View{Script: s, Step: 0, HideNext: true}, nil)
				for _, table := range []string{"curve-table", "timeline-table", "tree-table"} {
					m.Unfold(table, true)
				}
				return settled(m)
			}
			longer := s.With(trace.Statement{Op: trace.Clear, Times: 1}).With(trace.Statement{Op: trace.Call, Args: small(p, 7, "it's"), Times: 1})
			checkHidden(t, open(s), open(longer), "way-out", "qr", "calling")
		}
	}
}

// small are arguments of a function of numbers, or of texts.
func small(p programs.Program, number int, text string) programs.Args {
	args := programs.Args{}
	for _, param := range p.Params {
		if param.Kind == programs.Text {
			args = append(args, programs.Str(text))
		} else {
			args = append(args, programs.Int(max(param.Min, number)))
		}
	}
	return args
}

// checkHidden goes through two recordings for as long as they agree.
func checkHidden(t *testing.T, a, b *model.Model, but ...string) {
	t.Helper()
	same := 0
	for step := 0; step < min(a.Steps(), b.Steps()); step++ {
		if step > 0 && a.Recording().Events[step-1] != b.Recording().Events[step-1] {
			break
		}
		same++
		a.Go(step)
		b.Go(step)
		x, y := drawn(a), drawn(b)
		for _, name := range but {
			delete(x, name)
		}
		for id := range x {
			if x[id] != y[id] {
				t.Fatalf("%s, step %d: %s shows\n%s\nand, if something else follows,\n%s", a.Script().Program, step, id, x[id], y[id])
			}
		}
	}
	if same < 2 {
		t.Fatal("the two agree nowhere")
	}
	if said := a.Position().Said(); strings.Contains(said, " of ") {
		t.Errorf("the position is said to be %q", said)
	}
}

// At the end, and when it is not asked for, nothing is hidden.
func TestNothingIsHiddenAtTheEnd(t *testing.T) {
	m, plain := settled(fresh()), settled(fresh())
	m.HideNext(true)
	m.Go(m.Steps())
	plain.Go(plain.Steps())
	hidden, want := drawn(m), drawn(plain)
	for _, id := range []string{"cache-view", "timeline-view", "tree-view", "tree-caption", "curve", "why", "sizing", "first"} {
		if hidden[id] != want[id] {
			t.Errorf("%s shows\n%s\nwant\n%s", id, hidden[id], want[id])
		}
	}
}
