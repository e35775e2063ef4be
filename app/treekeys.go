package main

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The keys of the call tree, by the tree pattern of the ARIA Authoring
// Practices. The tree is one stop for Tab; the arrows choose a call in it, which
// is lit wherever its key is drawn, and Enter goes to its step.

var treeWays = map[string]string{
	"ArrowUp": "up", "ArrowDown": "down", "ArrowLeft": "out", "ArrowRight": "in", "Home": "first", "End": "last",
}

// onTree notes whether the focus is in the tree. It begins at the call that the
// cursor is at.
func (p *page) onTree(in bool) {
	call := -1
	if in {
		call = p.laidOut(p.treeWidth()).At(p.play.Step)
	}
	if call != p.views.call {
		p.choose(call)
	}
}

func (p *page) choose(call int) {
	p.views.call = call
	if call >= 0 {
		p.views.lit = strconv.Itoa(int(p.play.Tree().Nodes[call].Key))
	}
	p.paintOnly("tree-view")
	p.relight()
}

func (p *page) treeKey(ctx app.Context, key string) bool {
	tree, call := p.laidOut(p.treeWidth()), p.views.call
	if call < 0 || call >= len(p.play.Tree().Nodes) {
		return false
	}
	if key == "Enter" || key == " " {
		p.goTo(ctx, tree.Begin(call))
		return true
	}
	way, ok := treeWays[key]
	if ok {
		p.choose(tree.Near(call, way))
	}
	return ok
}
