package model

import (
	"playground/app/draw"
	"playground/app/link"
	"playground/app/markup"
	"playground/app/views"
	"playground/app/words"
)

// A View is a place on the page that is drawn again whenever something changes
// that it depends on.
type View struct {
	ID   string // of its element
	On   Change // what it depends on
	Wide int    // for a picture, which is laid out for a width: the one it has on a desktop
	Draw func(m *Model, width int) markup.Node
}

// Views are all places that are drawn, in the order of the page.
func Views() []View {
	const at = Recording | Cursor // whatever depends on what is to be seen at the cursor
	return []View{
		{ID: "notices", On: Notices, Draw: (*Model).noticeView},
		{ID: "first", On: at | Layout, Draw: (*Model).firstView},
		{ID: "functions", On: Asked, Draw: func(m *Model, _ int) markup.Node { return views.Functions(m.catalogue, m.Program()) }},
		{ID: "calling", On: Asked | Fields, Draw: func(m *Model, _ int) markup.Node { return views.Calling(m.Program(), m.arguments) }},
		{ID: "source", On: at, Draw: func(m *Model, _ int) markup.Node { return views.Source(m.rec, m.step) }},
		{ID: "calls", On: Asked, Draw: func(m *Model, _ int) markup.Node { return views.Calls(m.Program(), m.called()) }},
		{ID: "copies", On: Layout, Draw: func(m *Model, _ int) markup.Node { return views.Copies(m.copied) }},
		{ID: "sizing", On: Asked | Recording | Fields, Draw: func(m *Model, _ int) markup.Node { return views.Size(m.Sizing()) }},
		{ID: "curve", On: Asked | at | Curve | Layout, Wide: 316, Draw: (*Model).curveView},
		{ID: "cache-order", On: Recording, Draw: func(m *Model, _ int) markup.Node { return views.CacheOrder(m.rec.Script.Size) }},
		{ID: "cache-view", On: at | Leaving, Wide: 618, Draw: func(m *Model, width int) markup.Node {
			return draw.Cache(m.rec, m.State(), width, m.leaving...)
		}},
		{ID: "entries", On: at | Layout, Draw: func(m *Model, _ int) markup.Node { return views.Entries(m.rec, m.State(), m.listed) }},
		{ID: "why", On: at | Curve, Draw: func(m *Model, _ int) markup.Node { return views.Why(m.rec, m.step, m.keeps) }},
		{ID: "progress", On: Asked | Progress, Draw: func(m *Model, _ int) markup.Node {
			return views.Progress(m.busy, m.run.Bodies())
		}},
		{ID: "summary", On: at, Draw: func(m *Model, _ int) markup.Node { return views.Summary(m.rec, m.State()) }},
		{ID: "timeline-view", On: at | Layout, Wide: 618, Draw: (*Model).timelineView},
		{ID: "transport", On: at | Playing | Layout, Draw: func(m *Model, _ int) markup.Node {
			return views.Transport(m.Position(), m.settings.Still, m.frame.HideNext)
		}},
		{ID: "tree-caption", On: at | Layout, Draw: func(m *Model, _ int) markup.Node {
			return markup.El("span").Say(m.tree(0).Caption(m.seen()))
		}},
		{ID: "tree-view", On: at | Lit | Layout, Wide: draw.WideTree, Draw: (*Model).treeView},
		{ID: "counters", On: at, Draw: func(m *Model, _ int) markup.Node { return views.Counters(m.rec, m.State()) }},
		{ID: "lines", On: Recording | Cursor | Layout, Draw: func(m *Model, _ int) markup.Node {
			return views.Console(m.rec, m.step, m.Hide(), m.took)
		}},
		{ID: "race", On: Timed | Recording | Layout, Wide: 266, Draw: (*Model).raceView},
		{ID: "curve-table", On: Curve | Layout, Draw: table("curve-table", func(m *Model) markup.Node {
			if m.Hide() {
				return views.CurveTable(nil)
			}
			return views.CurveTable(m.Points())
		})},
		{ID: "timeline-table", On: at | Layout, Draw: table("timeline-table", func(m *Model) markup.Node {
			return views.TimelineTable(m.rec, m.seen())
		})},
		{ID: "tree-table", On: at | Layout, Draw: table("tree-table", func(m *Model) markup.Node {
			return views.CallsTable(m.rec, m.rec.Tree(m.step, TreeLimit), m.step)
		})},
		{ID: "way-out", On: at | Layout, Draw: (*Model).wayOutView},
		{ID: "tip", On: Layout, Draw: func(m *Model, _ int) markup.Node { return views.Tip(!m.settings.Told) }},
		{ID: "qr", On: at | Layout, Draw: (*Model).qrView},
		{ID: "worksheet", On: at | Curve | Layout, Draw: (*Model).worksheetView},
		{ID: "sheet-view", On: Sheet, Draw: func(m *Model, _ int) markup.Node { return m.sheet.Draw(m.copied) }},
		{ID: "status", On: Said, Draw: func(m *Model, _ int) markup.Node { return markup.El("span").Say(m.said) }},
	}
}

// table is drawn only when it is unfolded.
func table(id string, draw func(m *Model) markup.Node) func(*Model, int) markup.Node {
	return func(m *Model, _ int) markup.Node {
		if !m.unfolded[id] {
			return markup.El("div")
		}
		return draw(m)
	}
}

func (m *Model) noticeView(int) markup.Node { return views.Notices(m.notices, m.newVersion) }

func (m *Model) firstView(int) markup.Node {
	soFar := words.SoFar(m.rec, m.step)
	if m.Hide() {
		soFar = "" // the sentence says it
	}
	return views.FirstSentence(m.rec, words.First(m.rec, m.step, m.Hide()), soFar, m.touched)
}

func (m *Model) curveView(width int) markup.Node {
	cost := draw.Cost{Points: m.Points(), Most: m.axis, Keys: m.rec.Keys(), Current: m.rec.Script.Size, Ratio: m.ratio, Took: m.wouldTake()}
	if m.Hide() {
		cost.Points = nil
	}
	return views.Curve(m.Sizing(), cost.Points, m.ratio, draw.Curve(cost, width))
}

// timelineView draws the marks once for a recording; the playhead alone moves.
func (m *Model) timelineView(width int) markup.Node {
	t := &m.marks
	if t.rec != m.rec || t.width != width || t.seen != m.seen() {
		*t = marks{m.rec, width, m.seen(), draw.Timeline(m.rec, width, m.seen())}
	}
	return markup.El("div", "class", "timeline").Of(
		t.timeline, draw.Playhead(m.rec, m.step, width), views.Scrubber(m.Position()))
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

// address is the whole address of what is shown, as the page is usually shown.
func (m *Model) address() string {
	v := m.Link()
	v.Present, v.Embed, v.Show = false, false, 0
	fragment, _ := link.Encode(v, Opening()) // "" if it is too long for a link
	return m.base + "#" + fragment
}

// qrView is the QR code of what is shown, while it is presented.
func (m *Model) qrView(int) markup.Node {
	if !m.frame.Present {
		return markup.El("div")
	}
	return markup.El("div").Of(draw.QR(m.address()))
}

// wayOutView leads from an embedded page to the whole one.
func (m *Model) wayOutView(int) markup.Node {
	return markup.El("a", "href", m.address(), "target", "_blank", "rel", "noopener").Say("Open in the lru_cache playground")
}

// worksheetView is what is printed for a class, once that is asked for.
func (m *Model) worksheetView(int) markup.Node {
	if !m.paper {
		return markup.El("div")
	}
	cost := draw.Cost{Points: m.Points(), Most: m.axis, Keys: m.rec.Keys(), Current: m.rec.Script.Size}
	empty := cost
	empty.Points = nil
	tree := draw.NewTree(m.rec, m.rec.Tree(m.Steps(), TreeLimit), draw.WideTree, treeHeight)
	return views.Worksheet{
		Recording: m.rec,
		Axes:      draw.Curve(empty, 400), Curve: draw.Curve(cost, 400),
		Blank: tree.Blank(), Drawn: tree.Draw(m.rec.At(m.Steps()), m.Steps()),
	}.Draw()
}

// Prerendered is what a view shows of the opening script before the program has
// come: a picture laid out for a desktop, and one for a phone, of which the
// style sheet shows one.
func (v View) Prerendered(m *Model) markup.Node {
	if v.Wide == 0 {
		return v.Draw(m, 0)
	}
	wide := markup.El("div", "data-shell", "wide").Of(v.Draw(m, v.Wide))
	narrow := markup.El("div", "data-shell", "narrow").Of(v.Draw(m, narrow))
	return markup.El("div").Of(wide, narrow)
}

// narrow is the width that a picture has on a phone of 360 pixels.
const narrow = 318
