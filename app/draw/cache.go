package draw

import (
	"slices"
	"strconv"
	"strings"

	"playground/app/trace"
)

// Cache draws the cache at one step: its slots, the entries in them from the
// most recently used one on, who is next to go, who just went, and the calls
// that wait for a result.
//
// Each entry is one element with its key, in an order that never changes, and
// moves by its transform. What this step evicts is still drawn, on its way out;
// so are the further keys in leaving, for the page to show what a smaller cache
// does not hold any more.
func Cache(rec *trace.Recording, st trace.State, width int, leaving ...int32) Node {
	c := cache{rec: rec, st: st, stage: newStage(rec, width), max: rec.Script.Size}
	if n := len(st.Gone); n > 0 && st.Gone[0].Step == st.Step {
		c.leaving = append(c.leaving, st.Gone[0].Key)
	}
	for _, key := range leaving {
		if !slices.Contains(st.Order, key) && !slices.Contains(c.leaving, key) {
			c.leaving = append(c.leaving, key)
		}
	}
	svg := picture("cache", "The cache", c.tells(), width, c.height)
	if len(c.leaving) > 0 {
		svg = svg.With("data-evicting", "")
	}
	return svg.Of(
		c.empties().Keyed("slots"),
		c.exit().Keyed("exit"),
		c.entries().Keyed("entries"),
		c.marks().Keyed("marks"),
		c.stack().Keyed("stack"),
	)
}

// A cache is a picture in the making.
type cache struct {
	stage
	rec     *trace.Recording
	st      trace.State
	max     trace.Size
	leaving []int32
}

// full reports whether the next entry costs another one its place.
func (c *cache) full() bool {
	return c.max > 0 && len(c.st.Order) >= int(c.max)
}

// shown is how many entries are drawn: the most recent ones.
func (c *cache) shown() int {
	n := len(c.st.Order)
	if c.grid.hidden && n > c.grid.cells-overflow {
		n = c.grid.cells - overflow
	}
	return n
}

// overflow is the number of cells that the count of what is not drawn takes.
const overflow = 4

// empties draws the slots; the entries stand upon them.
func (c *cache) empties() Node {
	g := El("g", "data-part", "slots")
	if c.max == 0 {
		return c.sayOff(g)
	}
	n := c.grid.cells
	if c.grid.hidden {
		n -= overflow
	}
	if c.max == trace.None {
		n = min(n, len(c.st.Order)+1)
	}
	g.Kids = make([]Node, 0, n+2)
	for i := range n {
		x, y := c.place(i)
		g.Kids = append(g.Kids, El("rect",
			"data-slot", boolean(i < len(c.st.Order), "taken", "empty"),
			"x", x, "y", y, "width", c.grid.w, "height", c.grid.h, "rx", c.radius()))
	}
	if !c.grid.hidden {
		return g
	}
	more := ""
	if hidden := len(c.st.Order) - n; hidden > 0 {
		more = "+" + Count(hidden) + " more"
	} else if c.max != trace.None {
		more = "+" + Count(c.slots-n) + " empty"
	}
	if more != "" {
		x, y := c.place(n)
		g = g.Of(label("more", x+2, y+c.grid.h-3, smallest, more))
	}
	return g
}

func (c *cache) sayOff(g Node) Node {
	y := c.y + c.deep/2
	return g.Of(
		label("title", float64(c.width)/2, y-4, 17, "caching is off").With("text-anchor", "middle"),
		label("words", float64(c.width)/2, y+17, 12, "maxsize=0 stores nothing: every call runs the body").With("text-anchor", "middle"),
	)
}

func (c *cache) radius() float64 {
	if c.grid.detail == keysOnly {
		return 4
	}
	return 10
}

// entries draws the entries, those that leave included, sorted by key.
func (c *cache) entries() Node {
	order := c.st.Order
	shown := c.shown()
	kids := make([]keyed, 0, shown+len(c.leaving))
	for rank := range shown {
		key := order[len(order)-1-rank]
		kids = append(kids, keyed{key, c.entry(key, rank)})
	}
	for i, key := range c.leaving {
		kids = append(kids, keyed{key, c.leaver(key, i)})
	}
	slices.SortFunc(kids, func(a, b keyed) int { return int(a.key) - int(b.key) })
	g := El("g", "data-part", "entries")
	g.Kids = make([]Node, len(kids))
	for i, k := range kids {
		g.Kids[i] = k.node
	}
	return g
}

type keyed struct {
	key  int32
	node Node
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

func (c *cache) entry(key int32, rank int) Node {
	x, y := c.place(rank)
	state := c.state(key)
	name := strconv.Itoa(int(key))
	g := El("g",
		"data-entry", "",
		"data-key", name,
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
func (c *cache) face(key int32, note string) []Node {
	w, h := c.grid.w, c.grid.h
	value := valueOf(c.rec, key)
	title := El("title").Say(Call(c.rec, key) + " = " + value.title())
	box := El("rect", "data-part", "box", "width", w, "height", h, "rx", c.radius())
	if c.grid.detail == keysOnly {
		arg := argument(key)
		size := max(smallest, min(14, h*0.7, (w-3)/(monospace*float64(c.naming.argument))))
		return []Node{title, box, label("key", w/2, h/2+size*0.35, size, arg).With("text-anchor", "middle")}
	}
	f := c.faceOf(w, h)
	inner := w - 2*f.pad
	kids := []Node{title, box, label("key", f.pad, f.key, f.size, c.naming.in(key, chars(inner, f.size)))}
	big := f.big
	for big > 12 && value.length() > chars(inner, big) {
		big -= 2
	}
	kids = append(kids, label("value", f.pad, f.value+big*0.36, big, value.short(chars(inner, big))))
	if c.grid.detail == cards {
		n := label("note", f.pad, f.note, smallest, note)
		if w < 84 && note == nextToGo { // about as wide as the card
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
	if full := span(len(c.rec.Program.Name)+c.naming.argument+2, 12.5); full <= w-2*f.pad {
		f.size = 12.5
	}
	return f
}

func boundedBy(x, low, high float64) float64 { return max(low, min(x, high)) }

// leaver draws an entry at the exit.
func (c *cache) leaver(key int32, i int) Node {
	x, y := c.door.row(min(i, rows-1))
	name := strconv.Itoa(int(key))
	g := El("g",
		"data-entry", "",
		"data-key", name,
		"data-state", "leaving",
		"transform", at(x, y),
	).Keyed(name)
	kids := c.face(key, "")
	// The box is stretched to the place at the exit, its corners stay round.
	sx, sy := (c.door.w-12)/c.grid.w, (rowHeight-3)/c.grid.h
	kids[1] = El("rect", "data-part", "box", "width", c.grid.w, "height", c.grid.h, "rx", 5/sx, "ry", 5/sy, "transform", scaled(sx, sy))
	kids[2] = label("key", 19, 14, 12, c.naming.in(key, chars(c.door.w-28, 12)))
	return g.Of(kids...).Of(label("glyph", 6, 14, 12, "×"))
}

// marks stand out of the slots where tiles have no room for words: that the
// first one was hit.
func (c *cache) marks() Node {
	g := El("g", "data-part", "marks", "aria-hidden", "true")
	n := len(c.st.Order)
	if c.grid.detail == cards || n == 0 || c.max == trace.None || c.state(c.st.Order[n-1]) != "hit" {
		return g
	}
	x, y := c.place(0)
	return g.Of(
		El("circle", "data-part", "badge", "cx", x+0.5, "cy", y+0.5, "r", 6),
		El("path", "data-part", "tick", "d", "M"+num(x-2.5)+" "+num(y+1)+"l2 2l4 -4.5"),
	)
}

// tells says in words what the picture shows.
func (c *cache) tells() string {
	var b strings.Builder
	say := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(p)
		}
	}
	n := len(c.st.Order)
	switch {
	case c.max == 0:
		say("Caching is off: maxsize=0 stores nothing.")
	case c.max == trace.None:
		say(plural(n, "entry", "entries"), ", no limit: nothing is ever evicted.")
	default:
		say(Count(n), " of ", plural(int(c.max), "slot is taken.", "slots are taken."))
	}
	if n > 0 && c.max != trace.None {
		say(" Most recently used: ", Call(c.rec, c.st.Order[n-1]), ".")
		if c.full() {
			say(" Next to go: ", Call(c.rec, c.st.Order[0]), ".")
		}
	}
	for i, key := range c.leaving {
		say(boolean(i == 0, " Evicted by this step: ", ", "), Call(c.rec, key))
	}
	if len(c.leaving) > 0 {
		say(".")
	}
	if n := len(c.st.Stack); n > 0 {
		say(" ", plural(n, "call waits", "calls wait"), " for a result, innermost ", Call(c.rec, c.st.Stack[n-1].Key), ".")
	}
	return b.String()
}
