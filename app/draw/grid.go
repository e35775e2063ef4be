package draw

import "math"

// A detail is how much of an entry its slot has room for.
type detail int

const (
	keysOnly detail = iota // a tile: the argument
	values                 // and the value
	cards                  // and words about it
)

// A grid says where the slots are. Its corner is at 0, 0.
type grid struct {
	detail  detail
	cells   int // slots that are drawn; the last one may stand for many
	columns int
	w, h    float64 // of a slot
	gap     float64
	hidden  bool // there are more slots than cells
}

// place is the upper left corner of slot i.
func (g grid) place(i int) (x, y float64) {
	return float64(i%g.columns) * (g.w + g.gap), float64(i/g.columns) * (g.h + g.gap)
}

// height is what the whole grid takes.
func (g grid) height() float64 {
	rows := (g.cells + g.columns - 1) / g.columns
	return float64(rows)*(g.h+g.gap) - g.gap
}

// A style is what a detail asks of a slot.
type style struct {
	least, most struct{ w, h float64 }
	gap         float64
}

func styleOf(d detail, argument int) style {
	var s style
	switch d {
	case cards:
		s.gap = 10
		s.least.w, s.least.h = max(64, span(argument, smallest)+16), 50
		s.most.w, s.most.h = 148, 112
	case values:
		s.gap = 6
		s.least.w, s.least.h = max(52, span(argument, smallest)+14), 33
		s.most.w, s.most.h = 96, 54
	case keysOnly:
		s.gap = 2.5
		s.least.w, s.least.h = max(21.5, span(argument, smallest)+2), 13.8
		s.most.w, s.most.h = max(48, s.least.w), 32
	}
	return s
}

const (
	maxRows  = 10 // or as many as the default maxsize of 128 takes
	maxCells = 300
)

// fit arranges slots in the width and, if that is possible, in the height, with
// as much detail as there is room for. argument is the number of characters of
// the longest one. Tiles may take more height, and from maxRows on the rest of
// them is one cell.
func fit(slots, argument int, width, height float64) grid {
	for _, d := range []detail{cards, values} {
		if g, ok := fewestRows(slots, styleOf(d, argument), width, height); ok {
			g.detail = d
			return g
		}
	}
	return tiles(slots, styleOf(keysOnly, argument), width, height)
}

func fewestRows(slots int, s style, width, height float64) (g grid, ok bool) {
	for rows := 1; ; rows++ {
		g = grid{cells: slots, columns: (slots + rows - 1) / rows, gap: s.gap}
		n := float64(g.columns)
		g.w = min(s.most.w, (width-s.gap*(n-1))/n)
		g.h = min(s.most.h, (height-s.gap*float64(rows-1))/float64(rows))
		switch {
		case g.h < s.least.h:
			return g, false
		case g.w >= s.least.w:
			return g, true
		}
	}
}

// tiles picks the number of rows with which the tiles come nearest to a pleasant
// shape.
func tiles(slots int, s style, width, height float64) grid {
	most := int((width + s.gap) / (s.least.w + s.gap)) // columns
	highest := max(maxRows, (128+most-1)/most)
	best, badness := grid{}, math.Inf(1)
	for rows := 1; rows <= highest; rows++ {
		columns := (slots + rows - 1) / rows
		h := (height - s.gap*float64(rows-1)) / float64(rows)
		if columns > most {
			continue
		}
		w := (width - s.gap*float64(columns-1)) / float64(columns)
		g := grid{cells: slots, columns: columns, gap: s.gap, w: min(w, s.most.w), h: max(s.least.h, min(h, s.most.h))}
		if bad := math.Abs(math.Log(w / g.h / 1.7)); bad < badness && (h >= s.least.h || best.cells == 0) {
			best, badness = g, bad
		}
	}
	if best.cells == 0 {
		best = grid{
			cells:   min(maxCells, most*highest),
			columns: most,
			gap:     s.gap,
			w:       (width - s.gap*float64(most-1)) / float64(most),
			h:       s.least.h,
			hidden:  true,
		}
	}
	return best
}
