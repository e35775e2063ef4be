package model_test

import (
	"slices"
	"strings"
	"testing"

	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/trace"
)

// A function needs nothing but its file: each of the catalogue and one of two texts
// that no other package knows can be chosen, called, drawn at every size and width,
// explained, seen in the console, and shared.
func TestEveryFunction(t *testing.T) {
	for _, p := range programstest.All() {
		m := fresh()
		m.Choose(p.ID)
		if !p.Swapped && m.Script().Program != p.ID {
			t.Fatalf("%s cannot be chosen", p.ID)
		}
		for _, size := range []trace.Size{0, 1, 3, 40, trace.None} {
			s := trace.NewScript(p, size).With(trace.Statement{Op: trace.Call, Args: small(p, 5, "it's"), Times: 2})
			shown(m, s, -1)
			m.Run(always)
			for _, step := range []int{0, 1, m.Steps() / 2, m.Steps() - 1, m.Steps()} {
				m.Go(step)
				for _, v := range m.Views() {
					for _, width := range []int{250, 330, 618, 900} {
						if v.Wide == 0 && width > 250 {
							continue
						}
						if n := v.Draw(width); n.Tag == "" {
							t.Fatalf("%s, maxsize %s, step %d: nothing is drawn in %s", p.ID, size, step, v.ID)
						}
					}
				}
				all := drawn(m)
				if !strings.Contains(all["lines"], "&gt;&gt;&gt; </span>for _ in range(2): "+p.Name+"(") {
					t.Errorf("%s, maxsize %s: the console shows %s", p.ID, size, all["lines"])
				}
				if !strings.Contains(all["source"], p.Name) {
					t.Errorf("%s: its source is %s", p.ID, all["source"])
				}
			}
			if v := m.Link(); !v.Script.Equal(s) {
				t.Errorf("%s: the link says %v", p.ID, v.Script)
			}
		}
		// A call that is typed is made.
		args := p.Presets[len(p.Presets)-1]
		shown(m, trace.NewScript(p, 40), -1)
		m.Run(always)
		for i, arg := range args {
			text := arg.Str()
			if arg.Kind() == programs.Number {
				text = arg.String()
			}
			m.TypeArgument(i, text)
		}
		m.Call(1)
		m.Run(always)
		if sts := m.Recording().Script.Statements; len(sts) != 1 || !slices.Equal(sts[0].Args, args) {
			t.Errorf("%s(%s) was typed, and %v called", p.Name, args, sts)
		}
	}
}
