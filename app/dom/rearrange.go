package dom

import (
	"slices"
	"sort"

	"playground/app/markup"
)

// rearrange adds what turns children into others of which some are new, or gone,
// or in another place: first it removes, then it moves, then it inserts, and at
// last it changes those that have stayed.
func rearrange(ops []Op, before, after []markup.Node) []Op {
	from := match(before, after)
	stays := make([]bool, len(before))
	var order []int // the children that stay, as positions in before, in their new order
	for _, f := range from {
		if f >= 0 {
			stays[f] = true
			order = append(order, f)
		}
	}

	if len(order) == 0 && len(before) > 0 {
		ops = append(ops, Op{Kind: Fill})
	} else {
		for i := len(before) - 1; i >= 0; i-- {
			if !stays[i] {
				ops = append(ops, Op{Kind: Remove, At: i})
			}
		}
	}

	ops = reorder(ops, order)

	for i := 0; i < len(after); i++ {
		if from[i] >= 0 {
			continue
		}
		first := i // of the new ones in a row, which come in one piece
		for i+1 < len(after) && from[i+1] < 0 {
			i++
		}
		ops = append(ops, Op{Kind: Insert, At: first, Nodes: after[first : i+1]})
	}

	for i, f := range from {
		if f >= 0 {
			ops = diffChild(ops, i, before[f], after[i])
		}
	}
	return ops
}

// match returns for each node of after which of before it is, or -1.
func match(before, after []markup.Node) []int {
	from := make([]int, len(after))
	first := 0 // of those that differ
	for first < len(before) && first < len(after) && nameOf(before[first]) == nameOf(after[first]) {
		from[first] = first
		first++
	}
	free := make(map[name][]int, len(before)-first)
	for i := first; i < len(before); i++ {
		n := nameOf(before[i])
		free[n] = append(free[n], i)
	}
	for i := first; i < len(after); i++ {
		from[i] = -1
		if n := nameOf(after[i]); len(free[n]) > 0 {
			from[i] = free[n][0]
			free[n] = free[n][1:]
		}
	}
	return from
}

// reorder adds the fewest moves that bring children, which stand sorted, into an
// order: those of a longest ascending part of it stay where they are, and each of
// the others moves once, in front of the one that is to follow it.
func reorder(ops []Op, order []int) []Op {
	if slices.IsSorted(order) {
		return ops
	}
	stays := longestAscending(order)
	now := slices.Sorted(slices.Values(order))
	for i := len(order) - 1; i >= 0; i-- {
		if stays[i] {
			continue
		}
		at, to := slices.Index(now, order[i]), len(now)
		if i+1 < len(order) {
			to = slices.Index(now, order[i+1])
		}
		if at < to {
			to-- // it makes room by leaving
		}
		if at == to {
			continue
		}
		ops = append(ops, Op{Kind: Move, At: at, To: to})
		now = slices.Insert(slices.Delete(now, at, at+1), to, order[i])
	}
	return ops
}

// longestAscending marks the numbers of a longest ascending subsequence, by
// patience sorting: ends[k] is where the best subsequence of k+1 numbers found so
// far ends, the best being the one that ends in the smallest number.
func longestAscending(numbers []int) (marked []bool) {
	var ends []int
	previous := make([]int, len(numbers))
	for i, n := range numbers {
		k := sort.Search(len(ends), func(k int) bool { return numbers[ends[k]] >= n })
		previous[i] = -1
		if k > 0 {
			previous[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	marked = make([]bool, len(numbers))
	for i := ends[len(ends)-1]; i >= 0; i = previous[i] {
		marked[i] = true
	}
	return marked
}
