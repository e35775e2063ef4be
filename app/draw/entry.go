package draw

import (
	"strconv"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// entry draws an entry in its slot.
func (c *cache) entry(key int32, rank int) markup.Node {
	x, y := c.place(rank)
	state := c.state(key)
	name := strconv.Itoa(int(key))
	g := markup.El("g",
		"data-entry", "",
		"data-key", words.KeyName(c.rec, key),
		"data-state", state,
		"data-heat", c.heat(rank),
		"transform", at(x, y),
	).Keyed(name)
	next := c.full() && rank == len(c.st.Order)-1
	if next {
		g = g.With("data-next", "")
	}
	return g.Of(c.face(key, note(state, rank, next, c.max))...)
}

// state is what this step did to the entry.
func (c *cache) state(key int32) string {
	if c.st.Step == 0 {
		return "idle"
	}
	e := c.rec.Events[c.st.Step-1]
	switch {
	case e.Key != key:
		return "idle"
	case e.Kind == trace.Hit:
		return "hit"
	case e.Kind == trace.Store:
		return "new"
	}
	return "idle"
}

// heat is the recency of an entry from 10, the most recent, to 0.
func (c *cache) heat(rank int) int {
	n := len(c.st.Order)
	switch {
	case c.max == trace.None:
		return 5 // there is no recency without a bound
	case n == 1:
		return 10
	}
	return (10*(n-1-rank) + (n-1)/2) / (n - 1)
}

const nextToGo = "next to go"

// note is what a card says at its foot.
func note(state string, rank int, next bool, max trace.Size) string {
	switch {
	case next:
		return nextToGo
	case state == "hit":
		return "✓ hit"
	case state == "new":
		return "new"
	case rank == 0 && max != trace.None:
		return "most recent"
	}
	return ""
}

// face is what stands on an entry in its slot. An entry that leaves has the same
// elements, moved and stretched.
func (c *cache) face(key int32, note string) []markup.Node {
	w, h := c.grid.w, c.grid.h
	value := words.ValueOf(c.rec, key)
	title := markup.El("title").Say(c.rec.Call(key) + " = " + value.Title())
	box := markup.El("rect", "data-part", "box", "width", w, "height", h, "rx", c.radius())
	if c.grid.detail == keysOnly {
		size := max(smallest, min(14, h*0.7, (w-3)/(monospace*float64(c.naming.Widest))))
		return []markup.Node{title, box, label("key", w/2, h/2+size*0.35, size, c.naming.Argument(key)).With("text-anchor", "middle")}
	}
	f := c.faceOf(w, h)
	inner := w - 2*f.pad
	kids := []markup.Node{title, box, label("key", f.pad, f.key, f.size, c.naming.In(key, chars(inner, f.size)))}
	big := f.big
	for big > 12 && value.Length() > chars(inner, big) {
		big -= 2
	}
	kids = append(kids, label("value", f.pad, f.value+big*0.36, big, value.Short(chars(inner, big))))
	if c.grid.detail == cards {
		n := label("note", f.pad, f.note, smallest, note)
		switch wide := prose(note, smallest); {
		case wide > w: // where it stands says so, too
			n = label("note", f.pad, f.note, smallest, "")
		case wide > inner:
			n = label("note", w/2, f.note, smallest, note).With("text-anchor", "middle")
		}
		kids = append(kids, n)
	}
	return kids
}

// A face says where the words on an entry stand: the base lines of its key and
// its note, the middle of its value.
type face struct {
	pad, key, value, note float64
	size, big             float64 // of the key, of the value at most
}

func (c *cache) faceOf(w, h float64) face {
	f := face{pad: 10, key: 22, value: h*0.5 + 1, note: h - 11, size: smallest, big: 26}
	if h < 70 {
		f.key, f.value, f.note, f.big = 15, 26.5, h-5, 16
	}
	if c.grid.detail == values {
		f.value, f.big = h-11, 14
	}
	if w < 120 {
		f.pad = 7
	}
	if full := span(len(c.rec.Program.Name)+c.naming.Widest+2, 12.5); full <= w-2*f.pad {
		f.size = 12.5
	}
	return f
}

func boundedBy(x, low, high float64) float64 { return max(low, min(x, high)) }

// leaver draws an entry at the exit.
func (c *cache) leaver(key int32, i int) markup.Node {
	x, y := c.door.place(min(i, places-1))
	name := strconv.Itoa(int(key))
	g := markup.El("g",
		"data-entry", "",
		"data-key", words.KeyName(c.rec, key),
		"data-state", "leaving",
		"transform", at(x, y),
	).Keyed(name)
	kids := c.face(key, "")
	// The box is stretched to the place at the exit, its corners stay round.
	sx, sy := (c.door.w-2*placeRim)/c.grid.w, (placeHeight-3)/c.grid.h
	kids[1] = markup.El("rect", "data-part", "box", "width", c.grid.w, "height", c.grid.h, "rx", 5/sx, "ry", 5/sy, "transform", scaled(sx, sy))
	kids[2] = label("key", callAt, 14, callSize, c.naming.In(key, c.door.chars()))
	return g.Of(kids...).Of(label("glyph", glyphAt, 14, callSize, "×"))
}
