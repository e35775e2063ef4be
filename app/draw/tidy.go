package draw

// tidy places the nodes of a forest level by level: siblings and neighbours at
// least 1 apart, parents centred over their children, and equal subtrees drawn
// equally. parents holds the index of each node's parent, which stands before
// it, and -1 for a root; children are drawn in the order of their indices. The
// leftmost node is at 0.
//
// It is the algorithm of Reingold and Tilford as improved by Walker and by
// Buchheim, Jünger and Leipert ("Improving Walker's Algorithm to Run in Linear
// Time", 2002), whose names it keeps.
func tidy(parents []int) (x []float64) {
	n := len(parents)
	t := make([]twig, n+1) // the last is a root over all roots
	for i := range t {
		t[i] = twig{ancestor: i, thread: -1, parent: n}
	}
	for i, p := range parents {
		if p < 0 {
			p = n
		}
		t[i].parent = p
		t[i].number = len(t[p].kids)
		t[p].kids = append(t[p].kids, i)
	}
	w := walker(t)
	w.first(n)
	x = make([]float64, n)
	left := 0.0
	// Parents stand before their children, so a forward pass can hand down what
	// the recursive second walk would.
	t[n].sum = 0
	for i := range n {
		p := &t[t[i].parent]
		t[i].sum = p.sum + p.mod
		x[i] = t[i].prelim + t[i].sum
		if i == 0 || x[i] < left {
			left = x[i]
		}
	}
	for i := range x {
		x[i] -= left
	}
	return x
}

// A twig is a node while it is placed.
type twig struct {
	parent, number int // it is the number-th of its parent's
	kids           []int
	prelim         float64 // x, relative to its siblings
	mod            float64 // what its descendants are moved by
	change, shift  float64 // of the spread of the subtrees between two that collided
	sum            float64
	thread         int // the next node of a contour, where there is no child
	ancestor       int
}

type walker []twig

// first places the subtree of v, children before parents.
func (w walker) first(v int) {
	kids := w[v].kids
	if len(kids) == 0 {
		w.stand(v, 0)
		return
	}
	oldest := kids[0]
	for _, k := range kids {
		w.first(k)
		oldest = w.apportion(k, oldest)
	}
	w.spread(v)
	w.stand(v, (w[kids[0]].prelim+w[kids[len(kids)-1]].prelim)/2)
}

// stand places v beside its left sibling, or over the middle of its children
// where it has none.
func (w walker) stand(v int, middle float64) {
	left := w.sibling(v)
	if left < 0 {
		w[v].prelim = middle
		return
	}
	w[v].prelim = w[left].prelim + 1
	w[v].mod = w[v].prelim - middle
	if len(w[v].kids) == 0 {
		w[v].mod = 0
	}
}

// sibling is the left one.
func (w walker) sibling(v int) int {
	if k := w[v].number; k > 0 {
		return w[w[v].parent].kids[k-1]
	}
	return -1
}

// apportion moves the subtree of v to the right until it touches none of the
// subtrees on its left. It follows the inner contours of both sides down, and
// the outer ones to lay threads.
func (w walker) apportion(v, oldest int) int {
	left := w.sibling(v)
	if left < 0 {
		return oldest
	}
	ir, or := v, v                         // inner and outer contour of the right subtree
	il, ol := left, w[w[v].parent].kids[0] // and of the left ones
	sir, sor := w[ir].mod, w[or].mod       // the sums of mod along each
	sil, sol := w[il].mod, w[ol].mod
	for w.right(il) >= 0 && w.left(ir) >= 0 {
		il, ir = w.right(il), w.left(ir)
		ol, or = w.left(ol), w.right(or)
		w[or].ancestor = v
		if by := (w[il].prelim + sil) - (w[ir].prelim + sir) + 1; by > 0 {
			w.move(w.from(il, v, oldest), v, by)
			sir += by
			sor += by
		}
		sil += w[il].mod
		sir += w[ir].mod
		sol += w[ol].mod
		sor += w[or].mod
	}
	if w.right(il) >= 0 && w.right(or) < 0 {
		w[or].thread = w.right(il)
		w[or].mod += sil - sor
	}
	if w.left(ir) >= 0 && w.left(ol) < 0 {
		w[ol].thread = w.left(ir)
		w[ol].mod += sir - sol
		oldest = v
	}
	return oldest
}

func (w walker) left(v int) int {
	if kids := w[v].kids; len(kids) > 0 {
		return kids[0]
	}
	return w[v].thread
}

func (w walker) right(v int) int {
	if kids := w[v].kids; len(kids) > 0 {
		return kids[len(kids)-1]
	}
	return w[v].thread
}

// from is the sibling of v whose subtree the contour node il belongs to.
func (w walker) from(il, v, oldest int) int {
	if a := w[il].ancestor; w[a].parent == w[v].parent {
		return a
	}
	return oldest
}

// move moves the subtree of v, and notes that those between it and the subtree
// it collided with are to be spread.
func (w walker) move(from, v int, by float64) {
	each := by / float64(w[v].number-w[from].number)
	w[v].change -= each
	w[v].shift += by
	w[from].change += each
	w[v].prelim += by
	w[v].mod += by
}

func (w walker) spread(v int) {
	shift, change := 0.0, 0.0
	for i := len(w[v].kids) - 1; i >= 0; i-- {
		k := &w[w[v].kids[i]]
		k.prelim += shift
		k.mod += shift
		change += k.change
		shift += k.shift + change
	}
}
