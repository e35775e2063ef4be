package draw

import (
	"math"
	"strconv"
	"strings"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// Timeline draws a recording step by step, on an axis that has room for so many
// steps, at least as many as there are: every hit, first miss and repeated miss in
// the upper band, every eviction in the lower one. A hit is
// short because it costs nothing; a miss is tall, and one that was computed
// before is split. Where there are more steps than pixels, they are counted
// into columns. It does not depend on the cursor: that is the [Playhead].
//
// Step k is at the same place as the thumb, 20 pixels wide, of a slider from 0
// to the last step of the axis that is as wide.
func Timeline(rec *trace.Recording, width, steps int) markup.Node {
	t := newAxis(steps, width)
	seen := len(rec.Events)
	all := words.TallyOf(rec, 0, seen)
	svg := picture("timeline", "Timeline", all.Said(), width, timelineHeight)
	svg = svg.Of(markup.El("rect", "data-part", "well", "y", 4, "width", width, "height", timelineHeight-8, "rx", 7))
	svg = svg.Of(t.statements(rec)...)
	if t.pitch >= 2 {
		return svg.Of(t.single(rec)...)
	}
	return svg.Of(t.columns(rec)...)
}

const (
	timelineHeight = 40
	floor          = 27.0 // what marks of calls stand on
	tall           = 18.0
	short          = 9.0
	below          = 30.0 // where evictions hang
)

// thumb is the width of a slider's thumb: half of it is free at both ends.
const thumb = 20.0

// An axis places steps.
type axis struct {
	pitch float64 // between two steps
	width float64 // of a mark
}

func newAxis(steps, width int) axis {
	a := axis{pitch: (float64(width) - thumb) / float64(max(1, steps))}
	a.width = min(a.pitch*0.78, 18)
	return a
}

func (a axis) x(step int) float64 { return thumb/2 + float64(step)*a.pitch }

// statements draws where one begins.
func (a axis) statements(rec *trace.Recording) []markup.Node {
	var d strings.Builder
	for i, r := range rec.Results {
		if i > 0 && r.Last > r.First {
			x := thumb/2 + (float64(r.First)+0.5)*a.pitch
			d.WriteString("M" + markup.Num(x) + " 4V" + strconv.Itoa(timelineHeight-4))
		}
	}
	if d.Len() == 0 {
		return nil
	}
	return []markup.Node{markup.El("path", "data-part", "statements", "d", d.String())}
}

// single draws a mark for every event.
func (a axis) single(rec *trace.Recording) []markup.Node {
	marks := make([]markup.Node, 0, len(rec.Events))
	for i, e := range rec.Events {
		x := a.x(i+1) - a.width/2
		step := i + 1
		switch {
		case e.Kind == trace.Hit:
			marks = append(marks, a.mark("hit", step, words.KeyName(rec, e.Key), words.Told(rec, step), x, floor-short, short))
		case e.Kind == trace.Miss:
			marks = append(marks, a.mark("miss", step, words.KeyName(rec, e.Key), words.Told(rec, step), x, floor-tall, tall))
		case e.Kind == trace.Again:
			marks = append(marks, a.again(step, words.KeyName(rec, e.Key), words.Told(rec, step), x))
		case e.Evicts():
			marks = append(marks, a.mark("evict", step, words.KeyName(rec, e.Victim()), words.Told(rec, step), x, below, 4))
		case e.Kind == trace.Skip || e.Kind == trace.Raise || e.Kind == trace.Cleared:
			marks = append(marks, a.mark("end", step, words.KeyName(rec, e.Key), words.Told(rec, step), x, floor-3, 3))
		}
	}
	return marks
}

func (a axis) mark(kind string, step int, key, tells string, x, y, h float64) markup.Node {
	return markup.El("rect", "data-mark", kind, "data-key", key, "data-at", step,
		"x", x, "y", y, "width", a.width, "height", h, "rx", min(2, a.width/3),
	).Of(markup.El("title").Say(tells))
}

// again is a tall mark in two parts.
func (a axis) again(step int, key, tells string, x float64) markup.Node {
	var d strings.Builder
	block(&d, x, floor-tall, a.width, 7.5)
	block(&d, x, floor-short, a.width, short)
	return markup.El("path", "data-mark", "again", "data-key", key, "data-at", step, "d", d.String()).
		Of(markup.El("title").Say(tells))
}

// columns draws counts: calls by their shares, evictions by their number. A
// column is at least two pixels wide and holds at least four events, so that
// hardly any is empty by chance.
func (a axis) columns(rec *trace.Recording) []markup.Node {
	seen := len(rec.Events)
	if seen == 0 {
		return nil
	}
	span := a.pitch * float64(seen)
	bins := binned(rec, seen, max(1, min(int(span/2), seen/4)))
	w := span / float64(len(bins))
	busiest := 1
	for _, b := range bins {
		busiest = max(busiest, b.Evictions)
	}
	var hit, miss, again, evict, end strings.Builder
	for i, b := range bins {
		x := math.Round(thumb/2 + float64(i)*w) // whole pixels, so that columns show no seams
		w := math.Round(thumb/2+float64(i+1)*w) - x
		if n := b.Lookups(); n > 0 {
			y := floor
			for _, part := range []struct {
				path  *strings.Builder
				count int
			}{{&hit, b.Hits}, {&again, b.Again}, {&miss, b.Misses}} {
				if part.count == 0 {
					continue
				}
				h := max(1.5, tall*float64(part.count)/float64(n))
				h = min(h, y-(floor-tall-3))
				y -= h
				block(part.path, x, y, w, h)
			}
		}
		if b.Evictions > 0 {
			block(&evict, x, below, w, 1.5+3.5*float64(b.Evictions)/float64(busiest))
		}
		if b.Counted > 0 {
			block(&end, x, floor-tall, w, tall)
		}
	}
	var paths []markup.Node
	for _, p := range []struct {
		kind string
		d    *strings.Builder
	}{{"hit", &hit}, {"again", &again}, {"miss", &miss}, {"evict", &evict}, {"end", &end}} {
		if p.d.Len() > 0 {
			paths = append(paths, markup.El("path", "data-mark", p.kind, "d", p.d.String()))
		}
	}
	return paths
}

// block adds a rectangle to a path.
func block(d *strings.Builder, x, y, w, h float64) {
	d.WriteByte('M')
	d.WriteString(markup.Num(x))
	d.WriteByte(' ')
	d.WriteString(markup.Num(y))
	d.WriteByte('h')
	d.WriteString(markup.Num(w))
	d.WriteByte('v')
	d.WriteString(markup.Num(h))
	d.WriteByte('h')
	d.WriteString(markup.Num(-w))
	d.WriteByte('z')
}
