package frame

import (
	"playground/app/draw"
	"playground/app/markup"
	"playground/app/model"
	"playground/app/programs"
)

// playground is the page of that name. Its model has run everything, the curve too.
func playground(python string) Page {
	m := model.New(programs.All())
	for m.Sweeping() {
		m.Sweep(func() bool { return true })
	}
	f := frame{m, python}
	return Page{
		Program:     "playground",
		Title:       "lru_cache playground: see what Python will not show you",
		Description: "Watch the inside of a function decorated with Python's functools.lru_cache: drag maxsize, call the function, see every hit, miss and eviction.",
		Body: f.page("playground", markup.El("main").Of(
			f.view("first"),
			column("left", f.programPanel(), f.callBox(), f.sizePanel(), f.cliffBox(), f.moreBox()),
			column("middle", f.cachePanel(), f.treePanel()),
			column("right", f.infoPanel(), f.consolePanel()),
		)),
	}
}

// The program is in two boxes, of which a phone shows the call first and the
// function further down.
func (f frame) programPanel() markup.Node {
	return panel("program", "Program", f.view("copies"), f.view("functions"), f.view("source"))
}

func (f frame) callBox() markup.Node {
	return box("call", "Call", f.view("calling"), f.view("progress"))
}

func (f frame) moreBox() markup.Node { return box("more", "More calls", f.view("calls")) }

// The curve shares its axis with the slider above it.
func (f frame) sizePanel() markup.Node {
	return panel("size", "maxsize", nothing(), f.view("sizing"))
}

func (f frame) cliffBox() markup.Node {
	return box("cliff", "Work for every maxsize",
		f.view("curve"),
		markup.El("div", "class", "row under").Of(f.table("curve-table", "The curve"), save("curve", "the curve")),
	)
}

func (f frame) cachePanel() markup.Node {
	aside := markup.El("span", "class", "aside").Of(
		f.view("cache-order"), button("list", "as a list", "class", "link", "id", "list"), save("cache", "the cache"))
	return panel("cache", "Cache", aside,
		f.view("cache-view"),
		f.view("why"),
		markup.El("div", "id", "time-machine", "role", "group", "aria-label", "Time machine").Of(
			f.view("summary"),
			f.view("timeline-view"),
			f.view("transport"),
		),
		markup.El("div", "class", "row under").Of(
			draw.Legend(),
			f.table("timeline-table", "The timeline"),
			save("timeline", "the timeline"),
		),
		f.view("tip"),
		f.view("entries"),
	)
}

func (f frame) treePanel() markup.Node {
	return panel("tree", "Call tree", markup.El("span", "class", "aside").Of(f.view("tree-caption"), save("calls", "the call tree")),
		f.view("tree-view"),
		f.table("tree-table", "The call tree"),
	)
}

func (f frame) infoPanel() markup.Node {
	info := panel("info", "cache_info()", nothing(), f.view("counters"))
	if f.python != "" {
		info = info.Of(f.view("python"), markup.El("div", "id", "python-answer", "class", "ask", "aria-live", "polite"))
	}
	return info.Of(f.view("qr"))
}

func (f frame) consolePanel() markup.Node {
	return panel("console", "Console", nothing(), f.view("lines"), f.view("race"))
}
