package model

import (
	"playground/app/draw"
	"playground/app/show"
	"playground/app/words"
)

// TreeLimit is how many calls a tree shows.
const TreeLimit = 500

// tree lays the calls out once for a top-level call: while the cursor moves
// within it, nothing but what stands out changes, unless what comes next is
// hidden.
func (m *Model) tree(width int) *draw.Tree {
	l := &m.layout
	if width == 0 {
		width = max(l.width, draw.WideTree)
	}
	first, _ := m.rec.TopLevel(m.step)
	if l.tree == nil || l.rec != m.rec || l.first != first || l.width != width || l.seen != m.seen() {
		height := treeHeight
		if width < 600 {
			height = treeHeightNarrow
		}
		*l = layout{m.rec, first, width, m.seen(), draw.NewTree(m.rec, m.known().Tree(m.step, TreeLimit), width, height)}
	}
	return l.tree
}

// The most that the tree takes of the page's height.
const (
	treeHeight       = 300
	treeHeightNarrow = 660
)

// Light lights a key wherever it is drawn; "" puts the light out.
func (m *Model) Light(key string) Change {
	if key == m.lit {
		return 0
	}
	m.lit = key
	return show.Lit
}

// Lit is the name of the key that is lit, and the number of the call of the tree
// that is chosen, or -1.
func (m *Model) Lit() (key string, call int) { return m.lit, m.chosen }

// EnterTree puts the keyboard on the call that the cursor is at. LeaveTree takes
// it away.
func (m *Model) EnterTree() Change {
	if m.chosen >= 0 {
		return 0
	}
	return m.choose(m.tree(0).At(m.step))
}

// LeaveTree takes the keyboard off the tree.
func (m *Model) LeaveTree() Change { return m.choose(-1) }

// ChooseCall puts the keyboard on a call and goes to the step that begins it.
func (m *Model) ChooseCall(i int) Change {
	t := m.tree(0)
	if i < 0 || i >= t.Len() {
		return 0
	}
	step := t.Begin(i)
	return m.choose(i) | m.Go(step)
}

// Walk moves the keyboard in the tree, one of the ways of [draw.Tree.Near]. Open
// goes to the step of the call it is on.
func (m *Model) Walk(way string) Change {
	if m.chosen < 0 {
		return 0
	}
	return m.choose(m.tree(0).Near(m.chosen, way))
}

// OpenCall goes to the step that begins the call that the keyboard is on.
func (m *Model) OpenCall() Change { return m.ChooseCall(m.chosen) }

func (m *Model) choose(call int) Change {
	if call == m.chosen {
		return 0
	}
	m.chosen = call
	if call >= 0 {
		m.lit = m.keyName(m.tree(0).Key(call))
	}
	return show.Lit
}

func (m *Model) keyName(key int32) string { return words.KeyName(m.rec, key) }
