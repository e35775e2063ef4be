package draw

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// randomTree has n nodes in call order, with up to so many children each.
func randomTree(r *rand.Rand, n, children int) (parents []int) {
	var grow func(parent, size int)
	grow = func(parent, size int) {
		at := len(parents)
		parents = append(parents, parent)
		size--
		for k := children; k > 0 && size > 0; k-- {
			part := size
			if k > 1 {
				part = r.IntN(size + 1)
			}
			if part > 0 {
				grow(at, part)
				size -= part
			}
		}
	}
	grow(-1, n)
	return parents
}

func depths(parents []int) []int {
	depth := make([]int, len(parents))
	for i, p := range parents {
		if p >= 0 {
			depth[i] = depth[p] + 1
		}
	}
	return depth
}

// shape names a subtree by what hangs where, the same for equal subtrees.
func shapes(parents []int, at func(i int) float64) (structure, drawing []string) {
	n := len(parents)
	structure, drawing = make([]string, n), make([]string, n)
	for i := n - 1; i >= 0; i-- {
		s, d := "", ""
		for k := i + 1; k < n; k++ {
			if parents[k] == i {
				s += structure[k]
				d += fmt.Sprintf("%.3f%s", at(k)-at(i), drawing[k])
			}
		}
		structure[i], drawing[i] = "("+s+")", "("+d+")"
	}
	return structure, drawing
}

func TestTidy(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		parents := randomTree(r, 1+r.IntN(60), 1+r.IntN(4))
		x, depth := tidy(parents), depths(parents)
		checkLevels(t, parents, depth, x)
		if slices.Min(x) != 0 {
			t.Fatalf("%v: the leftmost is at %v", parents, slices.Min(x))
		}
		for i := range parents {
			var kids []float64
			for k, p := range parents {
				if p == i {
					kids = append(kids, x[k])
				}
			}
			if len(kids) > 0 && math.Abs(x[i]-(kids[0]+kids[len(kids)-1])/2) > 1e-9 {
				t.Fatalf("%v: node %d at %v is not over the middle of %v", parents, i, x[i], kids)
			}
		}
		structure, drawing := shapes(parents, func(i int) float64 { return x[i] })
		first := map[string]string{}
		for i, s := range structure {
			if d, ok := first[s]; ok && d != drawing[i] {
				t.Fatalf("%v: equal subtrees are drawn as %s and as %s", parents, d, drawing[i])
			}
			first[s] = drawing[i]
		}
	}
}

// checkLevels: the nodes of a level stand in order, at least 1 apart, so that no
// two edges cross.
func checkLevels(t *testing.T, parents, depth []int, x []float64) {
	t.Helper()
	last := map[int]float64{}
	for i, d := range depth {
		if at, ok := last[d]; ok && x[i] < at+1-1e-9 {
			t.Fatalf("%v: node %d at %v, its neighbour at %v", parents, i, x[i], at)
		}
		last[d] = x[i]
	}
}

func TestTidyForest(t *testing.T) {
	got := tidy([]int{-1, 0, 0, -1, -1, 4})
	want := []float64{0.5, 0, 1, 1.5, 2.5, 2.5}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAligned(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 400 {
		parents := randomTree(r, 1+r.IntN(60), 1+r.IntN(4))
		row, depth := aligned(parents), depths(parents)
		x := make([]float64, len(row))
		for i := range row {
			x[i] = float64(row[i])
			if i > 0 && parents[i] == i-1 && row[i] != row[i-1] {
				t.Fatalf("%v: %d, a first child, is not in the row of its parent: %v", parents, i, row)
			}
		}
		checkLevels(t, parents, depth, x)
	}
	// A spine with a leaf at each: two rows, however long.
	if got := aligned([]int{-1, 0, 1, 2, 2, 1, 0}); !slices.Equal(got, []int{0, 0, 0, 0, 1, 1, 1}) {
		t.Errorf("a spine: %v", got)
	}
}
