package main

import (
	"slices"

	"playground/app/draw"
	"playground/app/markup"
	"playground/app/trace"
)

// marks is the timeline of a recording without its cursor.
type marks struct {
	rec   *trace.Recording
	width int
	node  markup.Node
}

// layout is the tree of a top-level call, laid out.
type layout struct {
	rec          *trace.Recording
	first, width int
	tree         *draw.Tree
}

func (p *page) curve(width int) markup.Node {
	return draw.Curve(p.play.Points(), p.play.Rec.Script.Size, p.play.Axis, width)
}

func (p *page) cache(width int) markup.Node {
	st := p.play.State()
	return draw.Cache(p.play.Rec, st, width, p.leaving(st)...)
}

func (p *page) cacheOrder(int) markup.Node {
	if p.play.Rec.Script.Size < 0 {
		return markup.El("span").Say("in the order they were stored, newest first")
	}
	return markup.El("span").Say("most recently used first")
}

// timeline draws the marks once for a recording; the playhead alone moves.
func (p *page) timeline(width int) markup.Node {
	t := &p.views.marks
	if t.rec != p.play.Rec || t.width != width {
		*t = marks{p.play.Rec, width, draw.Timeline(p.play.Rec, width)}
	}
	return markup.El("div").Of(t.node, draw.Playhead(p.play.Rec, p.play.Step, width))
}

// tree lays the calls out once for a top-level call.
func (p *page) tree(width int) markup.Node {
	if width == 0 {
		width = p.treeWidth() // it is not shown, as in an embedded page
	}
	svg := p.laidOut(width).Draw(p.play.State())
	if svg.Attr("role") == "tree" {
		svg = svg.With("tabindex", 0)
		if p.views.call >= 0 {
			p.views.call = p.laidOut(width).Near(p.views.call, "") // the tree may have become smaller
			svg = svg.With("aria-activedescendant", draw.CallID(p.views.call))
		}
	}
	return svg
}

func (p *page) treeCaption(int) markup.Node {
	return markup.El("span").Say(p.laidOut(p.treeWidth()).Caption())
}

// treeWidth is the room that the tree has.
func (p *page) treeWidth() int {
	if w := p.views.widths["tree-view"]; w > 0 {
		return w
	}
	return shellWidth
}

func (p *page) laidOut(width int) *draw.Tree {
	l := &p.views.layout
	first, _ := p.play.Rec.TopLevel(p.play.Step)
	if l.tree == nil || l.rec != p.play.Rec || l.first != first || l.width != width {
		height := treeHeight
		if width < 400 {
			height = treeHeightNarrow
		}
		*l = layout{p.play.Rec, first, width, draw.NewTree(p.play.Rec, p.play.Tree(), width, height)}
	}
	return l.tree
}

// The most that the tree takes of the page's height.
const (
	treeHeight       = 300
	treeHeightNarrow = 420
)

// leaving are the entries that another maxsize has no place for: shown before
// the slider moved, and not any more.
func (p *page) leaving(now trace.State) []int32 {
	var gone []int32
	for _, key := range p.views.before {
		if !slices.Contains(now.Order, key) {
			gone = append(gone, key)
		}
	}
	p.views.before = nil
	if p.play.Rec.Script.Size == 0 {
		return nil // caching is off: there is no exit to leave by
	}
	return gone
}
