package main

import (
	"slices"
	"strconv"
	"time"

	"playground/app/dom"
	"playground/app/draw"
	"playground/app/trace"
	"playground/app/words"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// views are the places that the page draws into by itself.
type views struct {
	on       map[string]*dom.Canvas
	widths   map[string]int // that they were drawn for
	timeline app.Value      // the sliders
	size     app.Value
	lit      string  // the key that is lit
	call     int     // the call of the tree that the keyboard is on, or -1
	before   []int32 // the entries before the maxsize changed
	marks    marks
	layout   layout
	uncached uncached
	spoken   int // counts what is to be announced
}

// marks is the timeline of a recording without its cursor.
type marks struct {
	rec          *trace.Recording
	steps, width int
	node         draw.Node
}

// layout is the tree of a top-level call, laid out.
type layout struct {
	rec                 *trace.Recording
	steps, first, width int
	tree                *draw.Tree
}

// uncached is how often the body runs without a cache for a recording's script.
type uncached struct {
	rec    *trace.Recording
	bodies string
}

// slots are the views' names, and how to draw each in a given width.
func slots() map[string]func(p *page, width int) draw.Node {
	return map[string]func(p *page, width int) draw.Node{
		"curve":          (*page).curve,
		"source":         (*page).source,
		"cache-order":    (*page).cacheOrder,
		"cache-view":     (*page).cache,
		"sentence":       (*page).sentence,
		"timeline-view":  (*page).timeline,
		"position":       (*page).position,
		"progress":       (*page).progress,
		"tree-caption":   (*page).treeCaption,
		"tree-view":      (*page).tree,
		"counters":       (*page).counters,
		"bodies-view":    (*page).bodies,
		"why-view":       (*page).why,
		"entries-view":   (*page).entries,
		"lines":          (*page).lines,
		"curve-table":    (*page).curveTable,
		"timeline-table": (*page).timelineTable,
		"tree-table":     (*page).treeTable,
	}
}

// slot is the element of a view. In the browser go-app leaves it to the view.
func slot(id string) app.HTMLDiv {
	el := app.Div().ID(id).Class("view")
	if app.IsServer {
		el.Body(app.Raw(shell(id).Markup()))
	}
	return el
}

// shell is what a view shows of the opening script before the program has come:
// a picture laid out for a desktop, and one for a phone, of which style.css
// shows one.
func shell(id string) draw.Node {
	p := newPage()
	p.play.Sweep(func() bool { return true })
	view := slots()[id]
	if !slices.Contains(pictures, id) {
		return view(p, 0)
	}
	wide := shellWidth
	if id == "curve" {
		wide = shellWidthCurve
	}
	return draw.El("div").Of(
		draw.El("div", "data-shell", "wide").Of(view(p, wide)),
		draw.El("div", "data-shell", "narrow").Of(view(p, shellWidthNarrow)),
	)
}

// The widths that the pictures have at 1366 and at 360 pixels.
const (
	shellWidth       = 618
	shellWidthCurve  = 316
	shellWidthNarrow = 318
)

func (v *views) mount() {
	v.on, v.widths = map[string]*dom.Canvas{}, map[string]int{}
	for id := range slots() {
		v.on[id] = dom.On(id)
	}
	v.timeline = app.Window().GetElementByID("timeline")
	v.size = app.Window().GetElementByID("maxsize")
	v.call = -1
	v.measure()
}

// pictures are the views that are laid out for a width.
var pictures = []string{"cache-view", "curve", "timeline-view", "tree-view"}

// measure asks how wide the pictures can be, and reports whether that has
// changed. The answer is kept: asking between two changes of the page would have
// the browser lay it out each time.
func (v *views) measure() (changed bool) {
	for _, id := range pictures {
		if w := v.on[id].Width(); w != v.widths[id] {
			v.widths[id], changed = w, true
		}
	}
	return changed
}

// fit lays the pictures out anew whenever the room they have changes.
func (p *page) fit() {
	observer := app.Window().Get("ResizeObserver").New(app.FuncOf(func(app.Value, []app.Value) any {
		if p.views.measure() {
			p.paint()
		}
		return nil
	}))
	for _, id := range pictures {
		observer.Call("observe", app.Window().GetElementByID(id))
	}
}

// paint draws every view for the cursor as it stands.
func (p *page) paint() {
	if p.views.on == nil {
		return
	}
	for id, view := range slots() {
		p.views.on[id].Draw(view(p, p.views.widths[id]))
	}
	p.paintSliders()
	if p.views.lit != "" || p.views.call >= 0 {
		p.relight()
	}
}

// paintSliders sets what go-app cannot: it sets attributes in any order, and a
// value beyond the old max would be lost.
func (p *page) paintSliders() {
	set := func(slider app.Value, most, value int, text string) {
		slider.Set("max", most)
		slider.Set("value", value)
		slider.Call("setAttribute", "aria-valuetext", text)
	}
	set(p.views.timeline, p.play.Steps(), p.play.Step, p.positionText())
	set(p.views.size, int(p.play.Axis), p.sliderValue(), p.sizeText())
}

func (p *page) paintOnly(id string) {
	p.views.on[id].Draw(slots()[id](p, p.views.widths[id]))
}

func (p *page) paintCurve()    { p.paintOnly("curve"); p.paintOnly("why-view") }
func (p *page) paintProgress() { p.paintOnly("progress") }

// announce has the sentence read out, once the hand has rested for a moment, and
// lets the address follow.
func (p *page) announce(ctx app.Context) {
	p.follow(ctx)
	p.views.spoken++
	mine := p.views.spoken
	ctx.After(500*time.Millisecond, func(app.Context) {
		if mine == p.views.spoken && !p.playing {
			p.speak(p.plainStatus())
		}
	})
}

// speak has assistive technology read a sentence out.
func (p *page) speak(sentence string) {
	if el := app.Window().GetElementByID("status"); el.Truthy() {
		el.Set("textContent", sentence)
	}
}

func (p *page) curve(width int) draw.Node {
	return draw.Curve(p.play.Points(), p.play.Rec.Script.Size, p.play.Axis, width)
}

func (p *page) cache(width int) draw.Node {
	st := p.play.State()
	return draw.Cache(p.play.Rec, st, width, p.leaving(st)...)
}

func (p *page) cacheOrder(int) draw.Node {
	if p.play.Rec.Script.Size < 0 {
		return draw.El("span").Say("in the order they were stored, newest first")
	}
	return draw.El("span").Say("most recently used first")
}

// timeline draws the marks once for a recording; the playhead alone moves.
func (p *page) timeline(width int) draw.Node {
	t := &p.views.marks
	if t.rec != p.play.Rec || t.steps != p.play.Steps() || t.width != width {
		*t = marks{p.play.Rec, p.play.Steps(), width, draw.Timeline(p.play.Rec, width)}
	}
	return draw.El("div").Of(t.node, draw.Playhead(p.play.Rec, p.play.Step, width))
}

// tree lays the calls out once for a top-level call.
func (p *page) tree(width int) draw.Node {
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

func (p *page) treeCaption(int) draw.Node {
	return draw.El("span").Say(p.laidOut(p.views.layout.width).Caption())
}

func (p *page) laidOut(width int) *draw.Tree {
	l := &p.views.layout
	first, _ := p.play.Rec.TopLevel(p.play.Step)
	if width == 0 {
		width = shellWidth
	}
	if l.tree == nil || l.rec != p.play.Rec || l.steps != p.play.Steps() || l.first != first || l.width != width {
		height := treeHeight
		if width < 400 {
			height = treeHeightNarrow
		}
		*l = layout{p.play.Rec, p.play.Steps(), first, width, draw.NewTree(p.play.Rec, p.play.Tree(), width, height)}
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

func (p *page) position(int) draw.Node {
	return draw.El("span").Of(
		draw.Text("step "),
		draw.El("b", "data-step", p.play.Step).Say(draw.Count(p.play.Step)),
		draw.Text(" of "),
		draw.El("b", "data-steps", p.play.Steps()).Say(draw.Count(p.play.Steps())),
	)
}

func (p *page) progress(int) draw.Node {
	return draw.El("span").Say("Running: " + draw.Plural(p.play.Progress(), "run", "runs") + " of the body so far.")
}

func (p *page) entries(int) draw.Node {
	st := p.play.State()
	list := draw.El("div").Of(draw.Entries(p.play.Rec, st))
	if len(st.Order) == 0 {
		list = list.Of(draw.El("p", "class", "empty").Say("The cache is empty."))
	}
	return list
}

func (p *page) sentence(int) draw.Node {
	return draw.El("p", "aria-hidden", "true").Of(spans(words.Status(p.play.Rec, p.play.Step))...)
}

func (p *page) why(int) draw.Node {
	heading, parts := words.Why(p.play.Rec, p.play.Step, p.play.Keeps)
	return draw.El("div").Of(
		draw.El("h2").Say(heading),
		draw.El("p").Of(spans(parts)...),
	)
}

// spans turns a sentence into elements: a key to be lit, a step or a maxsize to
// go to.
func spans(parts []words.Part) []draw.Node {
	nodes := make([]draw.Node, len(parts))
	for i, part := range parts {
		switch {
		case part.Key != nil:
			nodes[i] = draw.El("span", "data-key", int(*part.Key))
		case part.Step != 0:
			nodes[i] = draw.El("button", "type", "button", "class", "link", "data-to-step", part.Step)
		case part.Size != nil:
			nodes[i] = draw.El("button", "type", "button", "class", "link", "data-to-size", int(*part.Size))
		case part.Tone != "":
			nodes[i] = draw.El("b", "data-tone", part.Tone)
		default:
			nodes[i] = draw.Text(part.Text)
			continue
		}
		nodes[i] = nodes[i].Say(part.Text)
	}
	return nodes
}

func (p *page) counters(int) draw.Node {
	st := p.play.State()
	counter := func(name, text, tone string) draw.Node {
		return draw.El("div", "class", "counter").Of(
			draw.El("dd", "data-counter", name, "data-tone", tone).Say(text),
			draw.El("dt").Say(name),
		)
	}
	calls := st.Info.Hits + st.Info.Misses
	ratio := "no call yet"
	percent := 0.0
	if calls > 0 {
		percent = 100 * float64(st.Info.Hits) / float64(calls)
		ratio = "hit ratio " + strconv.FormatFloat(percent, 'f', 0, 64) + " %"
	}
	maxsize := p.play.Rec.Script.Size.String()
	return draw.El("div").Of(
		draw.El("dl", "class", "counters").Of(
			counter("hits", draw.Count(st.Info.Hits), "hit"),
			counter("misses", draw.Count(st.Info.Misses), "miss"),
			counter("maxsize", maxsize, ""),
			counter("currsize", draw.Count(st.Info.CurrSize), ""),
		),
		draw.El("svg", "data-view", "ratio", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "role", "img", "aria-label", ratio).Of(
			draw.El("rect", "width", 100, "height", 8, "data-part", "misses"),
			draw.El("rect", "width", percent, "height", 8, "data-part", "hits"),
		),
		draw.El("p", "class", "ratio").Say(ratio),
		draw.El("p", "class", "repr").Of(draw.El("code", "data-cache-info", "").Say(st.Info.String())),
	)
}

func (p *page) bodies(int) draw.Node {
	rec := p.play.Rec
	if c := &p.views.uncached; c.rec != rec {
		// Once: for large arguments it is a sum of large numbers.
		*c = uncached{rec, "no end"}
		if n, ok := words.Uncached(rec); ok {
			c.bodies = words.Big(n)
		}
	}
	note := "without a cache → with maxsize=" + rec.Script.Size.String()
	if slices.ContainsFunc(rec.Results, func(res trace.Result) bool { return res.Outcome >= trace.OverBudget }) {
		note += ", until it was stopped"
	}
	return draw.El("p", "class", "bodies").Of(
		draw.El("b", "data-bodies", "without").Say(p.views.uncached.bodies),
		draw.El("span", "aria-hidden", "true").Say(" → "),
		draw.El("b", "data-bodies", "with").Say(draw.Count(rec.Bodies())),
		draw.El("small").Say(note),
	)
}
