package main

import (
	"playground/app/dom"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// saves are two small buttons that save a picture; view is its data-view.
func (p *page) saves(view string) app.UI {
	save := func(format string) app.UI {
		return app.Button().Type("button").Class("link").
			DataSet("view", view).DataSet("format", format).
			Aria("label", "Save "+viewNames[view]+" as "+format).
			Text(format).OnClick(p.onSave)
	}
	return app.Span().Class("saves").Body(save("SVG"), save("PNG"))
}

var viewNames = map[string]string{"cache": "the cache", "calls": "the call tree", "curve": "the curve"}

func (p *page) onSave(ctx app.Context, _ app.Event) {
	data := ctx.JSSrc().Get("dataset")
	view := data.Get("view").String()
	selector, name := `svg[data-view="`+view+`"]`, "lru_cache-"+view
	if data.Get("format").String() == "PNG" {
		dom.SavePNG(selector, name)
	} else {
		dom.SaveSVG(selector, name)
	}
	p.speak("Saved " + viewNames[view] + ".")
}
