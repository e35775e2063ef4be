package main

import (
	"playground/app/draw"
	"playground/app/programs"
	"playground/app/trace"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// The panels in the order of the page: what stands where, and which control
// does what. Views are drawn in paint.go.

func (p *page) header() app.UI {
	return app.Header().ID("top").Body(
		logo(),
		app.H1().Text("@lru_cache playground"),
		app.P().Class("tagline").Text("see what Python will not show you"),
		app.Div().Class("actions").Body(
			button("Install", p.onInstall).ID("install").Hidden(!p.installable),
			button("Share", p.onShare),
			button("?", p.onKeys).Aria("label", "Keyboard shortcuts").Title("Keyboard shortcuts"),
			button("Theme", p.onTheme).Title("Theme: "+p.settings.themeName()).Aria("label", "Theme").Text(p.settings.themeGlyph()),
		),
	)
}

// noticeRow says what the whole page has to say: a link that could not be shown,
// a new version.
func (p *page) noticeRow() app.UI {
	return app.Div().ID("notice").Aria("live", "polite").Hidden(p.notice == "" && !p.newVersion).Body(
		app.Span().Text(p.noticeText()),
		button("Reload", p.onReload).Hidden(!p.newVersion),
		button("Dismiss", p.onDismiss),
	)
}

func (p *page) sizePanel() app.UI {
	size := p.play.Script().Size
	return panel("size", "maxsize", none(),
		app.Div().Class("row").Body(
			button("−", p.onSmaller).Aria("label", "Decrease maxsize").Disabled(size == 0),
			p.size.input("maxsize-value", "maxsize value", 0, maxSize).
				OnInput(p.onSizeTyped).OnChange(p.onSizeLeft),
			button("+", p.onLarger).Aria("label", "Increase maxsize").Disabled(size == trace.MaxSize || size == trace.None),
			app.Label().Class("check").Body(
				app.Input().Type("checkbox").ID("maxsize-none").Checked(size < 0).
					Aria("label", "None (unbounded)").OnChange(p.onNone),
				app.Span().Text("None"),
			),
		),
		p.size.says("maxsize-value"),
		app.Input().Type("range").ID("maxsize").Aria("label", "maxsize").
			Aria("valuetext", p.sizeText()).
			Min(0).Max(int(p.play.Axis)).Step(1).
			Value(p.sliderValue()).
			OnInput(p.onSlider),
		app.Div().Class("under").Body(p.curveSlot(), p.saves("curve")),
	)
}

func (p *page) programPanel() app.UI {
	prog := p.program()
	copies := app.Span().Class("row").Body(
		app.Button().Type("button").Class("link").Text(p.copyLabel("Python", "Copy as Python")).Aria("label", "Copy as Python").OnClick(p.onCopyPython),
		app.Button().Type("button").Class("link").Text(p.copyLabel("Go", "Copy as Go")).Aria("label", "Copy as Go").OnClick(p.onCopyGo),
	)
	return panel("program", "Program", copies,
		app.FieldSet().Class("tabs").Body(
			app.Legend().Class("hidden").Text("function"),
			app.Range(heads()).Slice(func(i int) app.UI {
				h := heads()[i]
				return app.Label().Body(
					app.Input().Type("radio").Name("function").Value(h.ID).
						Checked(h.Name == prog.Name).OnChange(p.onFunction),
					app.Span().Text(h.Name),
				)
			}),
		),
		slot("source"),
		app.Label().Class("check").Hidden(prog.Variant == "").Body(
			app.Input().Type("checkbox").ID("twin").Checked(prog.Swapped).OnChange(p.onTwin),
			app.Span().Text(twinLabel(prog)),
		),
		app.Form().Class("call").OnSubmit(p.onCall).Attr("novalidate", true).Body(
			app.Label().For("n").Body(app.Span().Text(prog.Name+"("), app.Span().Class("hidden").Text(prog.Params[0].Name)),
			p.argument.input("n", prog.Params[0].Name, prog.Params[0].Min, prog.Params[0].Max).OnInput(p.onArgument),
			app.Span().Text(")"),
			app.Button().Type("submit").Class("primary").Text("Call"),
		),
		p.argument.says("n"),
		app.Div().Class("row chips").Body(
			app.Range(prog.Presets).Slice(func(i int) app.UI {
				n := prog.Presets[i][0].Int()
				return app.Button().Type("button").DataSet("n", n).OnClick(p.onPreset).Body(
					app.Span().Class("hidden").Text(prog.Name+"("),
					app.Text(programs.Literal(n)),
					app.Span().Class("hidden").Text(")"),
				)
			}),
		),
		app.Div().Class("row chips").Body(
			button("Call again", p.onAgain).Disabled(!p.called()),
			button("Call 1000 times", p.onThousand),
		),
		app.Div().Class("row").Body(
			button("cache_clear()", p.onClear),
			button("Start over", p.onStartOver),
		),
	)
}

func (p *page) consolePanel() app.UI {
	return panel("console", "Console", none(), slot("lines"))
}

func (p *page) cachePanel() app.UI {
	return panel("cache", "Cache", app.Span().Class("aside").Body(slot("cache-order"), p.saves("cache")),
		slot("cache-view"),
		slot("sentence"),
		p.busyRow(),
		app.Div().ID("time-machine").Role("group").Aria("label", "Time machine").Body(
			app.Div().Class("timeline").Body(
				slot("timeline-view"),
				app.Input().Type("range").ID("timeline").Aria("label", "timeline").
					Min(0).Max(p.play.Steps()).Step(1).Value(p.play.Step).
					Aria("valuetext", p.positionText()).
					OnInput(p.onTimeline),
			),
			app.Div().Class("row transport").Body(
				button("⇤", p.onToStart).Aria("label", "To start"),
				button("←", p.onStepBack).Aria("label", "Step back"),
				app.Button().Type("button").Class("primary").ID("play").
					Aria("label", p.playName()).Text(p.playLabel()).OnClick(p.onPlay),
				button("→", p.onStepForward).Aria("label", "Step forward"),
				button("⇥", p.onToEnd).Aria("label", "To end"),
				app.Label().Class("check").Body(
					app.Input().Type("checkbox").ID("motion").Checked(!p.settings.Still).OnChange(p.onMotion),
					app.Span().Text("Motion"),
				),
				slot("position"),
				app.Select().ID("speed").Aria("label", "speed").OnChange(p.onSpeed).Body(
					app.Range(speeds).Slice(func(i int) app.UI {
						return app.Option().Value(speeds[i]).Selected(speeds[i] == p.speed).Text(speeds[i] + "×")
					}),
				),
			),
		),
	)
}

// busyRow tells how far a long run is, and stops it.
func (p *page) busyRow() app.UI {
	return app.Div().ID("busy").Class("row").Hidden(!p.busy).Body(
		slot("progress"),
		button("Stop", p.onStop),
	)
}

func (p *page) treePanel() app.UI {
	return panel("tree", "Call tree", app.Span().Class("aside").Body(slot("tree-caption"), p.saves("calls")),
		slot("tree-view"),
		app.Raw(draw.Legend().Markup()),
	)
}

func (p *page) infoPanel() app.UI {
	return panel("info", "cache_info()", none(), slot("counters"))
}

func (p *page) bodiesPanel() app.UI {
	return panel("bodies", "Times the body ran", none(), slot("bodies-view"))
}

func (p *page) whyPanel() app.UI {
	return app.Section().ID("why").Class("panel").Aria("label", "Why?").Body(slot("why-view"))
}

func (p *page) entriesPanel() app.UI {
	return panel("entries", "Entries", none(), slot("entries-view").TabIndex(0).Role("group").Aria("label", "Entries"))
}

// tablesPanel holds what the other pictures show, in tables.
func (p *page) tablesPanel() app.UI {
	return panel("tables", "In tables", none(),
		p.twin("curve-table", "The curve"),
		p.twin("timeline-table", "The timeline"),
		p.twin("tree-table", "The call tree"),
	)
}

// live is what assistive technology reads out: a sentence for each action.
func (p *page) live() app.UI {
	return app.Div().ID("status").Class("hidden").Role("status")
}

// wayOut leads from an embedded view to the whole page.
func (p *page) wayOut() app.UI {
	if !p.embed {
		return none()
	}
	url, _ := p.sharedURL(false)
	return app.H1().Body(app.A().ID("way-out").Href(url).Target("_blank").Rel("noopener").Text("Open in the lru_cache playground"))
}

func button(label string, do app.EventHandler) app.HTMLButton {
	return app.Button().Type("button").Text(label).OnClick(do)
}

// heads are the programs that stand in the list of functions: of twins, the
// first.
func heads() []programs.Program {
	var list []programs.Program
	for _, p := range programs.All() {
		if !p.Swapped {
			list = append(list, p)
		}
	}
	return list
}

func twinLabel(p programs.Program) string {
	if p.Variant == "" {
		return "twin"
	}
	return p.VariantLabel
}

func logo() app.UI {
	return app.Raw(`<svg id="logo" viewBox="0 0 28 28" aria-hidden="true"><rect x="1" y="9" width="12" height="16" rx="3"></rect><rect x="8" y="6" width="12" height="16" rx="3"></rect><rect x="15" y="3" width="12" height="16" rx="3"></rect></svg>`)
}
