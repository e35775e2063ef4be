package words

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"playground/app/programs"
	"playground/app/trace"
)

// drawn is a script of up to six statements.
func drawn(r *rand.Rand) trace.Script {
	p := programs.All()[r.IntN(len(programs.All()))]
	sizes := []trace.Size{0, 1, 1, 2, 2, 3, 4, 5, 8, 100, trace.None}
	s := trace.Script{Program: p.ID, Size: sizes[r.IntN(len(sizes))]}
	for range 1 + r.IntN(6) {
		switch st := times(1, r.IntN(9)); r.IntN(12) {
		case 0:
			s = s.With(trace.Statement{Op: trace.Clear, Times: 1})
		case 1:
			st.Times = 3
			s = s.With(st)
		case 2:
			s = s.With(times(1, max(p.Params[0].Min, -2)))
		default:
			s = s.With(st)
		}
	}
	return s
}

const biggest = 12 // maxsize of the sweeps

// TestEveryStep: whatever is drawn, each of its steps is told, and what the
// telling points at is there.
func TestEveryStep(t *testing.T) {
	seed := rand.NewPCG(1, 2)
	linked := 0
	for range 150 {
		s := drawn(rand.New(seed))
		c := checked{t: t, rec: trace.Record(s), sweep: trace.NewSweep(s, biggest), losses: map[trace.Size]map[int32]bool{}}
		for c.sweep.Next() {
		}
		// Of a recursion without end, its ends are enough.
		for step := 0; step <= len(c.rec.Events); step++ {
			if step > 700 && step < len(c.rec.Events)-50 {
				continue
			}
			c.status(step)
			c.why(step)
		}
		linked += len(c.losses)
		if t.Failed() {
			t.Fatal(s)
		}
	}
	if linked < 50 {
		t.Errorf("only %d times a maxsize was named", linked)
	}
}

type checked struct {
	t      *testing.T
	rec    *trace.Recording
	sweep  *trace.Sweep
	losses map[trace.Size]map[int32]bool
}

func (c *checked) status(step int) {
	c.t.Helper()
	parts := Status(c.rec, step)
	c.prose(step, parts)
	for _, p := range parts {
		if p.Step != 0 || p.Size != nil {
			c.t.Errorf("step %d: a link in the status: %q", step, p.Text)
		}
	}
}

func (c *checked) why(step int) {
	c.t.Helper()
	heading, parts := Why(c.rec, step, func(key int32) (trace.Size, bool) { return c.sweep.Keeps(c.rec.Args(key), c.rec.Script.Size) })
	if !strings.HasSuffix(heading, "?") {
		c.t.Errorf("step %d: %q is no question", step, heading)
	}
	c.prose(step, parts)
	for _, p := range parts {
		if p.Step != 0 {
			c.link(step, p.Step)
		}
		if p.Size != nil {
			c.size(step, *p.Size)
		}
	}
	if e := c.event(step); e.Evicts() {
		c.leastRecent(step, e.Victim())
	}
}

func (c *checked) event(step int) trace.Event {
	if step == 0 {
		return trace.Event{Kind: trace.Return}
	}
	return c.rec.Events[step-1]
}

// prose is what every sentence is.
func (c *checked) prose(step int, parts []Part) {
	c.t.Helper()
	text := Plain(parts)
	if !strings.HasSuffix(text, ".") || strings.Contains(text, "  ") || strings.Contains(text, "..") || text != strings.TrimSpace(text) {
		c.t.Errorf("step %d: %q", step, text)
	}
	for _, p := range parts {
		set := 0
		for _, is := range []bool{p.Tone != "", p.Key != nil, p.Step != 0, p.Size != nil} {
			if is {
				set++
			}
		}
		if p.Text == "" || set > 1 {
			c.t.Errorf("step %d: a part %+v", step, p)
		}
		if p.Key != nil && p.Text != c.rec.Call(*p.Key) {
			c.t.Errorf("step %d: %q stands for %d", step, p.Text, *p.Key)
		}
	}
}

// link checks that to is an earlier step of the kind that explains step.
func (c *checked) link(step, to int) {
	c.t.Helper()
	if to < 1 || to >= step {
		c.t.Errorf("step %d: a link to step %d", step, to)
		return
	}
	e, why := c.event(step), c.event(to)
	stored := func(key int32) bool { return why.Kind == trace.Store && why.Key == key }
	ok := false
	switch cause := c.rec.Why(step).Cause; cause {
	case trace.Kept:
		ok = stored(e.Key)
	case trace.LeastRecent:
		ok = stored(e.Victim()) || why.Kind == trace.Hit && why.Key == e.Victim()
	case trace.Evicted:
		ok = why.Evicts() && why.Victim() == e.Key
	case trace.Forgotten:
		ok = why.Kind == trace.Cleared
	case trace.NeverStored:
		ok = why.Kind == trace.Raise
	}
	if !ok {
		c.t.Errorf("step %d, %+v, is explained by step %d, %+v", step, e, to, why)
	}
}

// leastRecent checks that victim was in the cache, and that every other entry
// was used since its last use.
func (c *checked) leastRecent(step int, victim int32) {
	c.t.Helper()
	uses := map[int32]int{}
	for i, e := range c.rec.Events[:step-1] {
		if e.Kind == trace.Hit || e.Kind == trace.Store {
			uses[e.Key] = i + 1
		}
	}
	entries := c.rec.At(step - 1).Order
	if !slices.Contains(entries, victim) {
		c.t.Errorf("step %d: %d was not in the cache", step, victim)
	}
	for _, key := range entries {
		if key != victim && uses[key] <= uses[victim] {
			c.t.Errorf("step %d: %d was evicted, used at %d, and %d was used at %d", step, victim, uses[victim], key, uses[key])
		}
	}
}

// size runs the script at the maxsize that is said to keep the key of step: it
// is never computed again because it was evicted.
func (c *checked) size(step int, size trace.Size) {
	c.t.Helper()
	lost, ok := c.losses[size]
	if !ok {
		s := c.rec.Script
		s.Size = size
		lost = losses(trace.Record(s))
		c.losses[size] = lost
	}
	if key := c.event(step).Key; lost[key] || size <= c.rec.Script.Size {
		c.t.Errorf("step %d: %d is evicted and computed again at maxsize %s, too", step, key, size)
	}
}

// losses are the keys that were computed again because they were evicted.
func losses(rec *trace.Recording) map[int32]bool {
	gone, lost := map[int32]bool{}, map[int32]bool{}
	for _, e := range rec.Events {
		switch {
		case e.Kind == trace.Cleared:
			clear(gone)
		case e.Missed() && gone[e.Key]:
			lost[e.Key] = true
		case e.Kind == trace.Store:
			delete(gone, e.Key)
			if e.Evicts() {
				gone[e.Victim()] = true
			}
		}
	}
	return lost
}
