package draw

import (
	"playground/app/trace"
	"playground/app/words"
)

// A geometry says where all that does not move stands in the picture of a cache:
// the slots, the exit beside them, and the call stack beneath. It depends on the
// recording and the width alone, so that nothing but the entries moves while the
// cursor does.
type geometry struct {
	width, height int
	naming        words.Naming
	slots         int // maxsize; unbounded, room for all that is ever stored and one more
	grid          grid
	x, y          float64 // of the grid
	regular       float64 // the height of the slots, if they fit
	deep          float64 // how high grid and exit are
	door          door
	stackY        float64
}

const (
	margin  = 2.0  // for edges and marks that stand out
	regular = 112  // the height of the slots, if they fit and the screen is not a phone's
	arrow   = 26.0 // between the slots and the exit
	waiting = 42.0 // the height of the stack
)

func newGeometry(rec *trace.Recording, width int) geometry {
	g := geometry{width: width, naming: words.NewNaming(rec, max(9, width/32)), x: margin, y: margin}
	g.regular = regular
	if width < 340 { // the screen of a phone holds more than the cache
		g.regular = 88
	}
	switch size := rec.Script.Size; size {
	case trace.None:
		g.slots = rec.Distinct() + 1
	default:
		g.slots = int(size)
	}
	argument := g.naming.Widest
	g.door = door{y: margin, w: doorFor(argument + 3)} // f(8)
	if long := doorFor(len(rec.Program.Name) + argument + 2); width >= 480 && long < float64(width)/4 {
		g.door.w = long // fibonacci(8)
	}
	if g.slots > 0 {
		g.grid = fit(g.slots, argument, g.room(), g.regular)
		if g.grid.detail == keysOnly {
			g.door.w = doorFor(argument)
			g.grid = fit(g.slots, argument, g.room(), g.regular)
			g.regular = regular // as who is next takes two lines in the door
		}
		g.deep = max(g.regular, g.grid.height())
	} else {
		g.deep = g.regular
	}
	g.door.x = float64(width) - margin - g.door.w
	g.door.h = min(g.deep, g.regular)
	g.stackY = margin + g.deep + 10
	g.height = int(g.stackY + waiting + 1)
	return g
}

// room is the width that the exit leaves to the slots.
func (g geometry) room() float64 { return float64(g.width) - 2*margin - g.door.w - arrow }

// place is the upper left corner of slot i.
func (g geometry) place(i int) (x, y float64) {
	x, y = g.grid.place(i)
	return g.x + x, g.y + y
}

// A door is where evicted entries leave. In it are places for a few of them, one
// under another, each with a glyph and a call.
type door struct {
	x, y, w, h float64
}

const (
	places      = 3
	placeHeight = 21.0
	placeRim    = 6.0  // from the door to its places, at either side
	glyphAt     = 6.0  // from the left end of a place
	callAt      = 19.0 // from the left end of a place
	callRim     = 6.0  // from the call to the right end of its place
	callSize    = 12.0
)

// doorFor is the width of a door with calls of so many characters.
func doorFor(chars int) float64 {
	return max(70, span(chars, callSize)+2*placeRim+callAt+callRim)
}

// chars is how many characters of a call fit into a place.
func (d door) chars() int { return chars(d.w-2*placeRim-callAt-callRim+0.01, callSize) }

// place is the upper left corner of place i, from 0.
func (d door) place(i int) (x, y float64) {
	return d.x + placeRim, d.y + 24 + float64(i)*placeHeight
}
