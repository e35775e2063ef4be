package draw

import (
	"math"

	"playground/app/markup"
	"playground/app/trace"
)

// A layout says where the calls of a tree are, and how large.
type layout struct {
	x, y   []float64
	r      float64
	step   float64 // between calls side by side
	pitch  float64 // between the centres of any two calls, at least
	height float64
	line   []int  // in a tree that is written in lines, the number of each call's line; else nil
	free   []bool // in an upright tree, whether the edge to a call can begin at its parent's side
}

// The largest a tree gets, and the least radius of a call that holds its key.
const (
	legible      = 6.5
	largestCall  = 12.0
	widestStep   = 80.0 // between siblings
	highestLevel = 40.0
	rim          = 6.0 // at both sides, for glyphs
)

// arrange lays calls out, the usual way, upright, if that makes them large enough
// to touch. A tree that is too wide or too deep for it (100 calls in one another
// would be a diagonal of dots) is written in lines like a text, from left to right,
// if that makes its calls large enough, or larger than letters that cannot be read.
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
	if up.pitch >= touchable || up.r >= legible && written(parents, depth, width, touchable).height > height {
		return up
	}
	if l := lines(parents, depth, width, height); l.pitch >= touchable || up.r < legible && l.r > 1.25*up.r {
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
	var step, level float64
	l.r = largestCall
	for range 2 { // the space at the rims depends on the radius
		step = min(widestStep, (width-2*(l.r+rim))/max(breadth, 1e-9))
		level = min(highestLevel, (height-2*(l.r+2))/max(float64(levels), 1e-9))
		l.r = min(largestCall, step*0.42, level*0.42)
	}
	step = min(widestStep, (width-2*(l.r+rim))/max(breadth, 1e-9))
	level = min(highestLevel, (height-2*(l.r+2))/max(float64(levels), 1e-9))
	l.step, l.pitch = step, min(step, level)
	left := (width - breadth*step) / 2
	for i := range l.x {
		l.x[i] = left + l.x[i]*step
		l.y[i] = l.r + 2 + float64(depth[i])*level
	}
	l.height = 2*(l.r+2) + float64(levels)*level
	l.free = unobstructed(l, parents, depth, levels)
	return l
}

// unobstructed reports of every call whether it can be reached from the side of its
// parent, above the call itself, without running into the parent's neighbours.
func unobstructed(l layout, parents, depth []int, levels int) []bool {
	left, right := make([]float64, len(parents)), make([]float64, len(parents))
	last := make([]int, levels+1) // the call before on each level, plus 1
	for i, d := range depth {
		left[i], right[i] = math.Inf(-1), math.Inf(1)
		if k := last[d]; k > 0 {
			left[i], right[k-1] = l.x[k-1], l.x[i]
		}
		last[d] = i + 1
	}
	free := make([]bool, len(parents))
	for i, p := range parents {
		if p >= 0 {
			room := 2*l.r + 1
			free[i] = left[p] < l.x[i]-room && l.x[i]+room < right[p]
		}
	}
	return free
}

// touchable is how far the centres of two calls are to be apart, so that a finger
// hits the one it is meant for: what WCAG 2.2 asks of a target.
const touchable = 24.0

// touch is the radius of what a finger or the mouse takes for a call. Where calls
// stand closer than is touchable, it ends halfway to the next one.
func (l layout) touch() float64 { return min(touchable, l.pitch) / 2 }

// edge is the path from a call's parent to it, seen from the call.
func (l layout) edge(i, parent int) string {
	if parent < 0 {
		return ""
	}
	dx, dy := l.x[parent]-l.x[i], l.y[parent]-l.y[i]
	switch {
	case l.line == nil && l.free[i] && math.Abs(dx) > l.r:
		return "M" + markup.Num(dx-math.Copysign(l.r, dx)) + " " + markup.Num(dy) + "Q0 " + markup.Num(dy) + " 0 " + markup.Num(-l.r)
	case l.line == nil:
		// Between the two levels, where nothing else is.
		mid := markup.Num(dy / 2)
		return "M" + markup.Num(dx) + " " + markup.Num(dy+l.r) + "C" + markup.Num(dx) + " " + mid + " 0 " + mid + " 0 " + markup.Num(-l.r)
	case l.line[i] != l.line[parent]:
		// One line ends, another goes on.
		return "M" + markup.Num(dx+l.r) + " " + markup.Num(dy) + "h" + markup.Num(turn-1) + "M" + markup.Num(-l.r) + " 0h" + markup.Num(1-turn)
	case dy == 0:
		return "M" + markup.Num(dx+l.r) + " 0H" + markup.Num(-l.r)
	}
	return "M" + markup.Num(dx) + " " + markup.Num(dy+l.r) + "Q" + markup.Num(dx) + " 0 " + markup.Num(-l.r) + " 0"
}
