package model

import (
	"playground/app/draw"
	"playground/app/markup"
	"playground/app/show"
	"playground/app/views"
	"playground/app/words"
)

// Views are all that is drawn, in the order of the page.
func (m *Model) Views() []show.View {
	const at = Recording | Cursor // whatever depends on what is to be seen at the cursor
	return append(m.PageViews(), []show.View{
		{ID: "first", On: at | Layout, Draw: m.firstView},
		{ID: "functions", On: Asked, Draw: m.functionsView},
		{ID: "calling", On: Asked | Fields, Draw: func(int) markup.Node { return views.Calling(m.Program(), m.arguments) }},
		{ID: "source", On: at, Draw: func(int) markup.Node { return views.Source(m.rec, m.step) }},
		{ID: "calls", On: Asked, Draw: func(int) markup.Node { return views.Calls(m.Program(), m.called()) }},
		{ID: "copies", On: show.Sheet | Asked, Draw: func(int) markup.Node { return views.Copies(m.Program(), m.WasCopied()) }},
		{ID: "sizing", On: Asked | at | Fields | Layout, Draw: func(int) markup.Node { return views.Size(m.Sizing()) }},
		{ID: "curve", On: Asked | at | Curve | Layout | show.Dressed, Wide: 316, Draw: m.curveView},
		{ID: "cache-order", On: Recording, Draw: func(int) markup.Node { return views.CacheOrder(m.rec.Script.Size) }},
		{ID: "cache-view", On: at | show.Leaving | Layout, Wide: 618, Draw: func(width int) markup.Node {
			return draw.Cache(m.known(), m.State(), width, m.leaving...)
		}},
		{ID: "entries", On: at | Layout | show.Dressed, Draw: func(int) markup.Node { return views.Entries(m.rec, m.State(), m.Settings().List) }},
		{ID: "why", On: at | Curve | Layout, Draw: func(int) markup.Node { return views.Why(m.rec, m.step, m.keeps) }},
		{ID: "progress", On: Asked | Progress, Draw: func(int) markup.Node {
			return views.Progress(m.busy, m.run.Bodies())
		}},
		{ID: "summary", On: at, Draw: func(int) markup.Node { return views.Summary(m.State()) }},
		{ID: "timeline-view", On: at | Layout, Wide: 618, Draw: m.timelineView, Last: true},
		{ID: "transport", On: at | Playing | Layout | show.Dressed, Draw: func(int) markup.Node {
			return views.Transport(m.Position(), m.Settings().Still, m.frame.HideNext)
		}},
		{ID: "tree-caption", On: at | Layout, Last: true, Draw: func(int) markup.Node {
			return markup.El("span").Say(m.tree(0).Caption(m.seen()))
		}},
		{ID: "tree-view", On: at | show.Lit | Layout, Wide: draw.WideTree, Draw: m.treeView, Last: true},
		{ID: "counters", On: at, Draw: func(int) markup.Node { return views.Counters(m.rec, m.State()) }},
		{ID: "python", On: at | Layout, Draw: m.askView},
		{ID: "lines", On: Recording | Cursor | Layout, Draw: func(int) markup.Node {
			return views.Console(m.rec, m.step, m.Hide(), m.took, m.output())
		}},
		{ID: "race", On: Timed | at | Layout, Wide: 266, Draw: m.raceView},
		{ID: "curve-table", On: Curve | Cursor | Layout, Draw: m.table("curve-table", func() markup.Node {
			if m.Hide() {
				return views.CurveTable(nil)
			}
			return views.CurveTable(m.Points())
		})},
		{ID: "timeline-table", On: at | Layout, Draw: m.table("timeline-table", func() markup.Node {
			return views.TimelineTable(m.rec, m.seen())
		})},
		{ID: "tree-table", On: at | Layout, Draw: m.table("tree-table", func() markup.Node {
			return views.CallsTable(m.rec, m.rec.Tree(m.step, TreeLimit), m.step)
		})},
		{ID: "way-out", On: at | Layout, Draw: m.wayOutView},
		{ID: "tip", On: show.Dressed, Draw: func(int) markup.Node { return views.Tip(!m.Settings().Told) }},
		{ID: "qr", On: at | Layout, Draw: m.qrView},
		{ID: "worksheet", On: at | Curve | Layout, Draw: m.worksheetView},
	}...)
}

// table is drawn only when it is unfolded.
func (m *Model) table(id string, draw func() markup.Node) func(int) markup.Node {
	return func(int) markup.Node {
		if !m.unfolded[id] {
			return markup.El("div")
		}
		return draw()
	}
}

func (m *Model) functionsView(int) markup.Node {
	if p := m.Program(); p.Functions != nil {
		return views.Decorated(p, m.script.Size)
	}
	return views.Functions(m.catalogue, m.Program())
}

func (m *Model) firstView(int) markup.Node {
	soFar := words.SoFar(m.rec, m.step)
	if m.Hide() {
		soFar = "" // the sentence says it
	}
	start := ""
	if m.recorded == nil {
		start = "experiments/#exp=how-many-calls"
	}
	return views.FirstSentence(m.rec, words.First(m.rec, m.step, m.Hide()), soFar, start, m.touched)
}

func (m *Model) curveView(width int) markup.Node {
	cost := draw.Cost{Points: m.Points(), Most: m.sizes(), Keys: m.known().Distinct(), Current: m.rec.Script.Size, Ratio: m.Settings().Ratio, Took: m.wouldTake()}
	if m.Hide() {
		cost.Points = nil
	}
	return views.Curve(m.Sizing(), cost.Points, m.Settings().Ratio, draw.Curve(cost, width))
}

// timelineView draws the marks once for a recording; the playhead alone moves.
func (m *Model) timelineView(width int) markup.Node {
	t := &m.marks
	if rec := m.known(); t.rec != rec || t.width != width || t.room != m.room() {
		*t = marks{rec, width, m.room(), draw.Timeline(rec, width, m.room())}
	}
	return markup.El("div", "class", "timeline").Of(
		t.timeline, draw.Playhead(m.room(), m.step, width), views.Scrubber(m.Position()))
}

// treeView draws what stands out in the tree at the cursor, and which call the
// keyboard is on.
func (m *Model) treeView(width int) markup.Node {
	t := m.tree(width)
	svg := t.Draw(m.State(), m.seen())
	if svg.Attr("role") == "tree" {
		svg = svg.With("tabindex", 0)
		if m.chosen >= 0 {
			svg = svg.With("aria-activedescendant", draw.CallID(t.Near(m.chosen, "")))
		}
	}
	return svg
}

// qrView is the QR code of what is shown, while it is presented.
func (m *Model) qrView(int) markup.Node {
	switch {
	case !m.frame.Present:
		return markup.El("div")
	case m.recorded != nil:
		return markup.El("div").Of(markup.El("p").Say("A record is too long for a QR code. It stays in this browser."))
	}
	return markup.El("div").Of(m.code(m.address()))
}

// wayOutView leads from an embedded page to the whole one.
func (m *Model) wayOutView(int) markup.Node {
	return views.WayOut(m.Program().Name+" with lru_cache", m.address())
}

// worksheetView is what is printed for a class, once that is asked for.
func (m *Model) worksheetView(int) markup.Node {
	if !m.paper {
		return markup.El("div")
	}
	cost := draw.Cost{Points: m.Points(), Most: m.axis, Keys: m.rec.Distinct(), Current: m.rec.Script.Size}
	empty := cost
	empty.Blank = true
	tree := draw.NewTree(m.rec, m.rec.Tree(m.Steps(), TreeLimit), draw.WideTree, treeHeight)
	return views.Worksheet{
		Recording: m.rec,
		Axes:      draw.Curve(empty, 400), Curve: draw.Curve(cost, 400),
		Blank: tree.Blank(), Drawn: tree.Draw(m.rec.At(m.Steps()), m.Steps()),
	}.Draw()
}
