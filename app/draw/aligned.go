package draw

// aligned places the nodes of a forest in rows: each first child in the row of
// its parent, the others beneath, as high as there is room. It suits trees that
// are written from left to right and much deeper than they are broad, whose
// spine it keeps straight. parents are as for [tidy].
func aligned(parents []int) (row []int) {
	n := len(parents)
	kids := make([][]int, n+1)
	for i, p := range parents {
		if p < 0 {
			p = n
		}
		kids[p] = append(kids[p], i)
	}
	below := make([]int, n)       // how far a node is beneath its parent
	outline := make([]contour, n) // of the subtree of each node
	join := func(v int) (c contour) {
		for k, kid := range kids[v] {
			if k == 0 {
				c = outline[kid]
				continue
			}
			below[kid] = c.add(outline[kid])
		}
		return c
	}
	for v := n - 1; v >= 0; v-- {
		outline[v] = append(join(v), reach{0, 0})
	}
	join(n)
	row = make([]int, n)
	for i, p := range parents {
		row[i] = below[i]
		if p >= 0 {
			row[i] += row[p]
		}
	}
	return row
}

// A contour holds which rows each level of a subtree reaches from and to, the
// deepest level first.
type contour []reach

type reach struct{ from, to int }

// add puts another subtree, whose root is at the same level, as high beneath
// this one as it can be, and returns how far down that is.
func (c *contour) add(other contour) (down int) {
	both := min(len(*c), len(other))
	for d := 1; d <= both; d++ {
		down = max(down, (*c)[len(*c)-d].to-other[len(other)-d].from+1)
	}
	for d := 1; d <= both; d++ {
		(*c)[len(*c)-d].to = other[len(other)-d].to + down
	}
	if deeper := len(other) - len(*c); deeper > 0 {
		joined := make(contour, deeper, len(other)+1)
		for i, r := range other[:deeper] {
			joined[i] = reach{r.from + down, r.to + down}
		}
		*c = append(joined, *c...)
	}
	return down
}
