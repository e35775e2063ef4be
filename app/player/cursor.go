package player

import "playground/app/trace"

// TreeLimit is how many calls a tree shows.
const TreeLimit = 500

// Steps is how many steps there are; the cursor goes from 0 to Steps.
func (p *Player) Steps() int { return len(p.Rec.Events) }

// Seek moves the cursor to step, or as near as there is one.
func (p *Player) Seek(step int) { p.Step = max(0, min(step, p.Steps())) }

// State is what is to be seen at the cursor.
func (p *Player) State() trace.State { return p.Rec.At(p.Step) }

// shownTree is the tree of the top-level call that begins at step first of rec.
type shownTree struct {
	rec   *trace.Recording
	first int
	tree  trace.Tree
}

// Tree returns the calls of the top-level call under the cursor. Moving within
// that call costs nothing.
func (p *Player) Tree() trace.Tree {
	first, _ := p.Rec.TopLevel(p.Step)
	if t := &p.tree; t.rec != p.Rec || t.first != first {
		*t = shownTree{p.Rec, first, p.Rec.Tree(p.Step, TreeLimit)}
	}
	return p.tree.tree
}
