package draw

import (
	"strconv"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// exit draws the door by which evicted entries leave, and the last that did.
func (c *cache) exit() markup.Node {
	d := c.door
	g := markup.El("g", "data-part", "exit")
	if c.max == 0 {
		return g
	}
	mid := d.x + d.w/2
	y := d.y + d.h/2
	if c.max == trace.None {
		g = g.With("data-shut", "")
	} else {
		g = g.Of(markup.El("path", "data-part", "arrow", "d", "M"+markup.Num(d.x-arrow+6)+" "+markup.Num(y)+"h14m-6 -6l6 6l-6 6"))
	}
	g = g.Of(markup.El("rect", "data-part", "door", "x", d.x, "y", d.y, "width", d.w, "height", d.h, "rx", 10))
	if c.max == trace.None {
		for i, line := range []string{"nothing", "is ever", "evicted"} {
			g = g.Of(label("words", mid, y-10+float64(i)*15, smallest, line).With("text-anchor", "middle"))
		}
		return g
	}
	g = g.Of(label("words", mid, d.y+16, smallest, "evicted").With("text-anchor", "middle"))
	row, last := len(c.leaving), places
	if c.grid.detail == keysOnly && c.full() {
		last-- // its place is taken by who is next
	}
	for _, gone := range c.st.Gone {
		if gone.Step == c.st.Step || row >= last {
			continue
		}
		g = g.Of(c.gone(gone, row))
		row++
	}
	if c.grid.detail == keysOnly && c.full() {
		g = g.Of(
			label("words", mid, d.y+d.h-18, smallest, nextToGo).With("text-anchor", "middle"),
			label("next", mid, d.y+d.h-5, 12, c.naming.In(c.st.Order[0], chars(d.w-8, 12))).With("text-anchor", "middle"),
		)
	}
	return g
}

// gone is an entry that left at an earlier step.
func (c *cache) gone(e trace.Eviction, row int) markup.Node {
	x, y := c.door.place(row)
	return markup.El("g",
		"data-gone", row,
		"data-key", words.KeyName(c.rec, e.Key),
		"transform", at(x, y),
	).Keyed("gone "+strconv.Itoa(e.Step)).Of(
		markup.El("title").Say(c.rec.Call(e.Key)+" was evicted at step "+words.Count(e.Step)+" to store "+c.rec.Call(e.By)),
		label("glyph", glyphAt, 14, callSize, "×"),
		label("key", callAt, 14, callSize, c.naming.In(e.Key, c.door.chars())),
	)
}
