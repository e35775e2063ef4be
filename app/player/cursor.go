package player

import "playground/app/trace"

// Steps is how many steps there are; the cursor goes from 0 to Steps.
func (p *Player) Steps() int { return p.steps }

// Seek moves the cursor to step, or as near as there is one.
func (p *Player) Seek(step int) { p.Step = max(0, min(step, p.Steps())) }

// State is what is to be seen at the cursor.
func (p *Player) State() trace.State { return p.Rec.At(p.Step) }

// Tree returns the calls of the top-level call under the cursor.
func (p *Player) Tree() trace.Tree {
	if p.treeRec != p.Rec || p.Step < p.treeFirst || p.Step > p.treeLast {
		p.tree = p.Rec.Tree(p.Step, TreeLimit)
		p.treeFirst, p.treeLast = p.Rec.TopLevel(p.Step)
		if p.treeFirst == 1 {
			p.treeFirst = 0 // before the first call its tree is shown already
		}
		p.treeRec = p.Rec
	}
	return p.tree
}
