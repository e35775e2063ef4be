package draw

import (
	"playground/app/trace"
	"playground/app/words"
)

// A stage is the geometry of the picture of a cache: the slots, the exit beside
// them, and the stack beneath. It depends on the recording and the width alone,
// so that nothing but the entries moves while the cursor does.
type stage struct {
	width, height int
	naming        words.Naming
	slots         int // maxsize; unbounded, room for all that is ever stored and one more
	grid          grid
	x, y          float64 // of the grid
	deep          float64 // how high grid and exit are
	door          door
	stackY        float64
}

// A door is where evicted entries leave.
type door struct {
	x, y, w, h float64
}

const (
	margin  = 2.0   // for edges and marks that stand out
	arrow   = 26.0  // between the slots and the exit
	regular = 112.0 // the height of the slots, if they fit
	waiting = 42.0  // the height of the stack
)

func newStage(rec *trace.Recording, width int) stage {
	s := stage{width: width, naming: words.NewNaming(rec), x: margin, y: margin}
	switch size := rec.Script.Size; size {
	case trace.None:
		s.slots = rec.Keys() + 1
	default:
		s.slots = int(size)
	}
	argument := s.naming.Widest
	s.door = door{y: margin}
	s.door.w = span(argument+5, 12) + 14 // × f(8)
	if long := span(len(rec.Program.Name)+argument+4, 12) + 14; width >= 480 && long < float64(width)/4 {
		s.door.w = long // × fibonacci(8)
	}
	s.door.w = max(66, s.door.w)
	if s.slots > 0 {
		s.grid = fit(s.slots, argument, s.room(), regular)
		if s.grid.detail == keysOnly {
			s.door.w = max(66, span(argument+2, 12)+14)
			s.grid = fit(s.slots, argument, s.room(), regular)
		}
		s.deep = max(regular, s.grid.height())
	} else {
		s.deep = regular
	}
	s.door.x = float64(width) - margin - s.door.w
	s.door.h = min(s.deep, regular)
	s.stackY = margin + s.deep + 10
	s.height = int(s.stackY + waiting + 1)
	return s
}

// room is the width that the exit leaves to the slots.
func (s stage) room() float64 { return float64(s.width) - 2*margin - s.door.w - arrow }

// place is the upper left corner of slot i.
func (s stage) place(i int) (x, y float64) {
	x, y = s.grid.place(i)
	return s.x + x, s.y + y
}

// row is the upper left corner of place i, from 0, at the door.
func (d door) row(i int) (x, y float64) { return d.x + 6, d.y + 24 + float64(i)*rowHeight }

const (
	rowHeight = 21.0
	rows      = 3
)
