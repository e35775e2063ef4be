package draw

import (
	"slices"
	"strings"

	"playground/app/markup"
	"playground/app/trace"
	"playground/app/words"
)

// Cache draws the cache at one step: its slots, the entries in them from the
// most recently used one on, who is next to go, who just went, and the calls
// that wait for a result.
//
// Each entry is one element with its key, in an order that never changes, and
// moves by its transform. What this step evicts is still drawn, on its way out;
// so are the further keys in leaving, for the page to show what a smaller cache
// does not hold any more.
func Cache(rec *trace.Recording, st trace.State, width int, leaving ...int32) markup.Node {
	c := cache{rec: rec, st: st, geometry: newGeometry(rec, width), max: rec.Script.Size}
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
	geometry
	rec     *trace.Recording
	st      trace.State
	max     trace.Size
	leaving []int32
}

// full reports whether the next entry costs another one its place.
func (c *cache) full() bool {
	return c.max > 0 && len(c.st.Order) >= int(c.max)
}

// entries draws the entries, those that leave included, sorted by key.
func (c *cache) entries() markup.Node {
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
	g := markup.El("g", "data-part", "entries")
	g.Kids = make([]markup.Node, len(kids))
	for i, k := range kids {
		g.Kids[i] = k.node
	}
	return g
}

type keyed struct {
	key  int32
	node markup.Node
}

// marks draws a badge at the corner of the first tile where it was hit, since a
// tile has no room to say so in words.
func (c *cache) marks() markup.Node {
	g := markup.El("g", "data-part", "marks", "aria-hidden", "true")
	n := len(c.st.Order)
	if c.grid.detail == cards || n == 0 || c.max == trace.None || c.state(c.st.Order[n-1]) != "hit" {
		return g
	}
	x, y := c.place(0)
	return g.Of(
		markup.El("circle", "data-part", "badge", "cx", x+0.5, "cy", y+0.5, "r", 6),
		markup.El("path", "data-part", "tick", "d", "M"+markup.Num(x-2.5)+" "+markup.Num(y+1)+"l2 2l4 -4.5"),
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
		say(words.Plural(n, "entry", "entries"), ", no limit: nothing is ever evicted.")
	default:
		say(words.Count(n), " of ", words.Plural(int(c.max), "slot is taken.", "slots are taken."))
	}
	if n > 0 && c.max != trace.None {
		say(" Most recently used: ", c.rec.Call(c.st.Order[n-1]), ".")
		if c.full() {
			say(" Next to go: ", c.rec.Call(c.st.Order[0]), ".")
		}
	}
	for i, key := range c.leaving {
		say(boolean(i == 0, " Evicted by this step: ", ", "), c.rec.Call(key))
	}
	if len(c.leaving) > 0 {
		say(".")
	}
	if n := len(c.st.Stack); n > 0 {
		say(" ", words.Plural(n, "call waits", "calls wait"), " for a result, innermost ", c.rec.Call(c.st.Stack[n-1].Key), ".")
	}
	return b.String()
}
