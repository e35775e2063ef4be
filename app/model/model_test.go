package model_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"playground/app/link"
	"playground/app/model"
	"playground/app/programs"
	"playground/app/programs/programstest"
	"playground/app/trace"
)

// always is the time of a run that nobody waits for.
func always() bool { return true }

// fresh returns a model of the catalogue and of one function more, with several
// parameters.
func fresh() *model.Model {
	p := programstest.EditDistance()
	p.Params[0].Default, p.Params[1].Default = programs.Str("cat"), programs.Str("cart") // short to run at every maxsize
	return model.New(append(programs.All(), p))
}

// settled runs what is asked for and ends what is on its way out.
func settled(m *model.Model) *model.Model {
	m.Run(always)
	m.Settle()
	for m.Sweeping() {
		m.Sweep(always)
	}
	return m
}

// drawn is what each view draws, by its ID.
func drawn(m *model.Model) map[string]string {
	all := map[string]string{}
	for _, v := range m.Views() {
		all[v.ID] = v.Draw(v.Wide).Markup()
	}
	return all
}

// A control is something that a visitor does.
type control struct {
	name string
	use  func(m *model.Model, r *rand.Rand) model.Change
}

func controls() []control {
	return []control{
		{"slider", func(m *model.Model, r *rand.Rand) model.Change { return m.Resize(trace.Size(r.IntN(14))) }},
		{"larger", func(m *model.Model, _ *rand.Rand) model.Change { return m.ResizeBy(1) }},
		{"smaller", func(m *model.Model, _ *rand.Rand) model.Change { return m.ResizeBy(-1) }},
		{"curve", func(m *model.Model, r *rand.Rand) model.Change { return m.ResizeTo(r.Float64()) }},
		{"typed maxsize", func(m *model.Model, r *rand.Rand) model.Change { return m.TypeSize(fmt.Sprint(r.IntN(60))) }},
		{"no maxsize", func(m *model.Model, _ *rand.Rand) model.Change { return m.TypeSize("many") }},
		{"None", func(m *model.Model, r *rand.Rand) model.Change { return m.Unbound(r.IntN(2) == 0) }},
		{"call", func(m *model.Model, r *rand.Rand) model.Change {
			p := m.Program()
			change := model.Change(0)
			for i, param := range p.Params {
				text := fmt.Sprint(r.IntN(11))
				if param.Kind == programs.Text {
					text = []string{"", "ab", "kit", "it's"}[r.IntN(4)]
				}
				change |= m.TypeArgument(i, text)
			}
			return change | m.Call(1+r.IntN(3))
		}},
		{"call again", func(m *model.Model, _ *rand.Rand) model.Change { return m.CallAgain() }},
		{"cache_clear()", func(m *model.Model, _ *rand.Rand) model.Change { return m.Clear() }},
		{"start over", func(m *model.Model, r *rand.Rand) model.Change {
			if r.IntN(3) > 0 {
				return 0
			}
			return m.StartOver()
		}},
		{"function", func(m *model.Model, r *rand.Rand) model.Change {
			return m.Choose([]string{"fibonacci", "factorial", "edit_distance"}[r.IntN(3)])
		}},
		{"variant", func(m *model.Model, _ *rand.Rand) model.Change { return m.Vary() }},
		{"timeline", func(m *model.Model, r *rand.Rand) model.Change { return m.Go(r.IntN(m.Steps() + 1)) }},
		{"step", func(m *model.Model, _ *rand.Rand) model.Change { return m.Go(m.Step() + 1) }},
		{"to start", func(m *model.Model, _ *rand.Rand) model.Change { return m.Go(0) }},
		{"eviction", func(m *model.Model, r *rand.Rand) model.Change { return m.GoToEviction(r.IntN(2) == 0) }},
		{"play", func(m *model.Model, r *rand.Rand) model.Change {
			change := m.Play()
			for range r.IntN(30) {
				change |= m.Advance(0.2)
			}
			return change
		}},
		{"tree", func(m *model.Model, r *rand.Rand) model.Change { return m.ChooseCall(r.IntN(20)) }},
		{"keyboard in the tree", func(m *model.Model, _ *rand.Rand) model.Change {
			return m.EnterTree() | m.Walk("up") | m.OpenCall() | m.LeaveTree()
		}},
		{"hide", func(m *model.Model, r *rand.Rand) model.Change { return m.HideNext(r.IntN(2) == 0) }},
		{"ratio", func(m *model.Model, r *rand.Rand) model.Change { return m.ShowRatio(r.IntN(2) == 0) }},
		{"table", func(m *model.Model, r *rand.Rand) model.Change {
			return m.Unfold([]string{"curve-table", "timeline-table", "tree-table"}[r.IntN(3)], r.IntN(3) > 0)
		}},
		{"list", func(m *model.Model, _ *rand.Rand) model.Change { return m.List() }},
		{"worksheet", func(m *model.Model, r *rand.Rand) model.Change { return m.Worksheet(r.IntN(2) == 0) }},
		{"present", func(m *model.Model, r *rand.Rand) model.Change { return m.Present(r.IntN(2) == 0) }},
		{"stop", func(m *model.Model, _ *rand.Rand) model.Change { return m.Stop() }},
	}
}

// Whatever way leads to a script and a step, the page shows the very same as when
// it opens with the link to them.
func TestEveryWayLeadsToTheSamePage(t *testing.T) {
	all := controls()
	for seed := range uint64(250) {
		r := rand.New(rand.NewPCG(seed, 1))
		m := settled(fresh())
		var way []string
		for range 1 + r.IntN(12) {
			c := all[r.IntN(len(all))]
			switch c.name {
			case "stop", "ratio", "table", "list", "worksheet":
				continue // no link tells of these
			}
			way = append(way, c.name)
			c.use(m, r)
			if r.IntN(4) > 0 {
				m.Run(always)
			}
		}
		if m.Playing() {
			m.Play()
		}
		m.LeaveSize()
		m.LeaveTree()
		settled(m)

		v := m.Link()
		if _, err := link.Encode(v, model.Opening()); err != nil {
			continue // too long for a link
		}
		again := fresh()
		again.Show(v, nil)
		settled(again)
		again.Go(again.Step()) // so something was done to it, too
		want, got := drawn(again), drawn(m)
		for _, view := range m.Views() {
			switch view.ID {
			case "calling", "calls", "status":
				continue // what was typed, and what was said, are not in the link
			}
			if got[view.ID] != want[view.ID] {
				t.Fatalf("seed %d: after %v (maxsize %s, step %d of %d) %s shows\n%s\nwhile the link shows\n%s", seed, way, v.Script.Size, m.Step(), m.Steps(), view.ID, got[view.ID], want[view.ID])
			}
		}
	}
}

// What a transition says that it changed is all that it changed: a view that
// depends on nothing of it draws what it drew before.
func TestChangesAreTold(t *testing.T) {
	all := controls()
	for seed := range uint64(120) {
		r := rand.New(rand.NewPCG(seed, 2))
		m := settled(fresh())
		before := drawn(m)
		for range 10 {
			c := all[r.IntN(len(all))]
			change := c.use(m, r)
			for m.Running() {
				change |= m.Run(always)
			}
			change |= m.Settle()
			for m.Sweeping() {
				change |= m.Sweep(always)
			}
			after := drawn(m)
			for _, v := range m.Views() {
				if !change.Has(v.On) && after[v.ID] != before[v.ID] {
					t.Fatalf("seed %d: %s does not tell (%b) that %s changes from\n%s\nto\n%s", seed, c.name, change, v.ID, before[v.ID], after[v.ID])
				}
			}
			before = after
		}
	}
}

// Another maxsize shows the same moment of the run: the same call where it is
// made, or else one that led to it.
func TestResizeStaysAtTheMoment(t *testing.T) {
	for _, from := range []trace.Size{1, 2, 3, 5, trace.None} {
		for _, to := range []trace.Size{0, 1, 2, 3, 8, trace.None} {
			m := fresh()
			shown(m, script("fibonacci", 2, 8), -1)
			m.Run(always)
			m.Resize(from)
			m.Run(always)
			for step := range m.Steps() + 1 {
				m.Resize(from)
				m.Run(always)
				m.Go(step)
				state := m.State()
				m.Resize(to)
				m.Run(always)
				switch {
				case step == 0 && m.Step() != 0, step == len(m.Recording().Events) && from == to && m.Step() != m.Steps():
					t.Fatalf("%s to %s: step %d becomes %d", from, to, step, m.Step())
				case step == 0 || m.Step() == m.Steps():
					continue
				}
				rec := m.Recording()
				at := rec.Call(rec.Events[m.Step()-1].Key)
				if !led(state, m, at) {
					t.Fatalf("%s to %s: step %d becomes %d, which is about %s", from, to, step, m.Step(), at)
				}
			}
		}
	}
}

// led reports whether a call waited at a state or was made or stored there. Keys
// are the same at all sizes, as they are numbered by first call.
func led(state trace.State, m *model.Model, call string) bool {
	rec := m.Recording()
	for _, f := range state.Stack {
		if rec.Call(f.Key) == call {
			return true
		}
	}
	for _, key := range state.Order {
		if rec.Call(key) == call {
			return true // the newest entry, which this step stored or hit
		}
	}
	return false
}

func TestWhatWasFound(t *testing.T) {
	gone := func(m *model.Model) (keys []string) {
		for _, e := range m.State().Gone {
			keys = append(keys, m.Recording().Argument(e.Key))
		}
		return keys
	}
	t.Run("2, 3, 2 shows the evictions of 2", func(t *testing.T) {
		m := settled(fresh())
		for _, size := range []trace.Size{3, 2} {
			m.Resize(size)
			settled(m)
		}
		if got := fmt.Sprint(gone(m)); got != "[6 4 2]" {
			t.Errorf("evicted %s", got)
		}
	})
	t.Run("a recording that is shown does not grow", func(t *testing.T) {
		m := settled(fresh())
		m.Unbound(true)
		settled(m)
		rec := m.Recording()
		keys := rec.Keys()
		m.TypeArgument(0, "300")
		m.Call(1)
		once := true
		m.Run(func() bool { defer func() { once = false }(); return once })
		if rec.Keys() != keys {
			t.Errorf("%d keys became %d", keys, rec.Keys())
		}
	})
	t.Run("left while playing", func(t *testing.T) {
		m := settled(fresh())
		m.Go(4)
		m.Play()
		m.Advance(20)
		if m.Step() > 5 {
			t.Errorf("20 s away, and the cursor jumps from 4 to %d", m.Step())
		}
	})
	t.Run("a call that was pressed is the one that is chosen", func(t *testing.T) {
		m := settled(fresh())
		m.ChooseCall(6)
		m.EnterTree()
		if key, call := m.Lit(); call != 6 || key != "4" {
			t.Errorf("call %d, key %s", call, key)
		}
	})
}
