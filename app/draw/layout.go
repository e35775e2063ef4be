package draw

import (
	"math"

	"playground/app/trace"
)

// A layout says where the calls of a tree are, and how large.
type layout struct {
	x, y   []float64
	r      float64
	height float64
	line   []int // for a tree that is written in lines: the one that a call is in
}

// The largest a tree gets.
const (
	largestCall  = 12.0
	widestStep   = 52.0 // between siblings
	highestLevel = 40.0
)

// arrange lays calls out, the usual way, upright, if that makes them large enough
// to read. A tree that is too deep for it (100 calls in one another would be a
// diagonal of dots) is written in lines like a text, from left to right, if that
// makes its calls larger.
func arrange(calls []trace.Node, width, height float64) layout {
	if len(calls) == 0 {
		return layout{r: largestCall, height: 2 * largestCall}
	}
	parents := make([]int, len(calls))
	depth := make([]int, len(calls))
	for i, c := range calls {
		parents[i] = c.Parent
		if c.Parent >= 0 {
			depth[i] = depth[c.Parent] + 1
		}
	}
	up := upright(parents, depth, width, height)
	if up.r >= 5 {
		return up
	}
	if l := lines(parents, depth, width, height); l.r > 1.25*up.r {
		return l
	}
	return up
}

func upright(parents, depth []int, width, height float64) layout {
	l := layout{x: tidy(parents), y: make([]float64, len(parents))}
	breadth, levels := 0.0, 0
	for i, x := range l.x {
		breadth = max(breadth, x)
		levels = max(levels, depth[i])
	}
	step, level := widestStep, highestLevel
	l.r = largestCall
	for range 2 { // the space at the rims depends on the radius
		room := 2 * (l.r + 2)
		step = min(step, (width-room)/max(breadth, 1e-9))
		level = min(level, (height-room)/max(float64(levels), 1e-9))
		l.r = min(largestCall, step/2-1, level*0.42)
		step, level = widestStep, highestLevel
		room = 2 * (l.r + 2)
		step = min(step, (width-room)/max(breadth, 1e-9))
		level = min(level, (height-room)/max(float64(levels), 1e-9))
	}
	left := (width - breadth*step) / 2
	for i := range l.x {
		l.x[i] = left + l.x[i]*step
		l.y[i] = l.r + 2 + float64(depth[i])*level
	}
	l.height = 2*(l.r+2) + float64(levels)*level
	return l
}

// lines finds the largest calls with which the lines fit.
func lines(parents, depth []int, width, height float64) layout {
	var best layout
	low, high := 6.6, 30.0
	for range 9 {
		step := (low + high) / 2
		l := written(parents, depth, width, step)
		if l.height <= height {
			best, low = l, step
		} else {
			high = step
		}
	}
	return best
}

// written lays a tree out in lines, the root at the left: a line holds as many
// levels as fit side by side, and the next one goes on where it ends.
func written(parents, depth []int, width, step float64) layout {
	l := layout{
		x:    make([]float64, len(parents)),
		y:    make([]float64, len(parents)),
		line: make([]int, len(parents)),
		r:    min(largestCall, step*0.42),
	}
	rim := l.r + turn
	levels := int((width-2*rim)/step) + 1
	perLine := map[int][]int{}
	last := 0
	for i, d := range depth {
		l.line[i] = d / levels
		last = max(last, l.line[i])
		perLine[l.line[i]] = append(perLine[l.line[i]], i)
	}
	y := l.r + 2
	local := make([]int, len(parents)) // where a call is within its line
	for line := range last + 1 {
		calls := perLine[line]
		within := make([]int, len(calls))
		for k, i := range calls {
			local[i] = k
			within[k] = -1
			if p := parents[i]; p >= 0 && l.line[p] == line {
				within[k] = local[p]
			}
		}
		breadth := 0.0
		for k, b := range tidy(within) {
			i := calls[k]
			l.x[i] = rim + float64(depth[i]%levels)*step
			l.y[i] = y + b*step*0.96
			breadth = max(breadth, b)
		}
		y += breadth*step*0.96 + 2*l.r + max(6, step*0.4)
	}
	l.height = y - max(6, step*0.4) - l.r + 2
	return l
}

// turn is the room at the ends of lines.
const turn = 8.0

// edge is the path from a call's parent to it, seen from the call.
func (l layout) edge(i, parent int) string {
	if parent < 0 {
		return ""
	}
	dx, dy := l.x[parent]-l.x[i], l.y[parent]-l.y[i]
	switch {
	case l.line == nil:
		y := dy + l.r
		bend := (y + l.r) / 2
		if -l.r-y < 3 {
			return "M" + num(dx) + " " + num(y) + "L0 " + num(-l.r)
		}
		return "M" + num(dx) + " " + num(y) + "C" + num(dx) + " " + num(bend-l.r) + " 0 " + num(bend-l.r) + " 0 " + num(-l.r)
	case l.line[i] != l.line[parent]:
		return "M" + num(-l.r) + " 0h" + num(-turn+1) // comes from the line above
	case math.Abs(dy) < 0.5:
		return "M" + num(dx+l.r) + " 0H" + num(-l.r)
	}
	x := dx + l.r
	return "M" + num(x) + " " + num(dy) + "C" + num(x/2-l.r/2) + " " + num(dy) + " " + num(x/2-l.r/2) + " 0 " + num(-l.r) + " 0"
}
