package draw

// lines writes a tree in lines like a text, the root at the left: a line holds as
// many levels as fit side by side, and the next one goes on where it ends. It
// finds the largest calls with which the lines fit.
func lines(parents, depth []int, width, height float64) layout {
	best := written(parents, depth, width, tightest)
	if best.height > height {
		return layout{} // too small to be seen
	}
	low, high := tightest, roomiest
	for high-low > 0.1 {
		step := (low + high) / 2
		if l := written(parents, depth, width, step); l.height <= height {
			best, low = l, step
		} else {
			high = step
		}
	}
	return best
}

// The distance between two levels.
const (
	tightest = 7.4
	roomiest = 30.0
)

// turn is the room at the ends of lines.
const turn = 8.0

func written(parents, depth []int, width, step float64) layout {
	n := len(parents)
	l := layout{
		x:     make([]float64, n),
		y:     make([]float64, n),
		line:  make([]int, n),
		r:     min(largestCall, step*0.42),
		step:  step,
		pitch: step,
	}
	left := l.r + turn
	levels := int((width-2*left)/step) + 1
	last := 0
	for i, d := range depth {
		l.line[i] = d / levels
		last = max(last, l.line[i])
	}
	// The part of the tree in a line is a forest of its own.
	calls := make([][]int, last+1)
	local := make([]int, n)
	for i, line := range l.line {
		local[i] = len(calls[line])
		calls[line] = append(calls[line], i)
	}
	y, gap := l.r+2, max(5, step*0.35)
	for line, members := range calls {
		within := make([]int, len(members))
		for k, i := range members {
			within[k] = -1
			if p := parents[i]; p >= 0 && l.line[p] == line {
				within[k] = local[p]
			}
		}
		rows := 0
		for k, row := range aligned(within) {
			i := members[k]
			l.x[i] = left + float64(depth[i]%levels)*step
			l.y[i] = y + float64(row)*step
			rows = max(rows, row)
		}
		y += float64(rows)*step + 2*l.r + gap
	}
	l.height = y - gap - l.r + 2
	return l
}
