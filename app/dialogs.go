package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// dialog is a modal sheet; the browser keeps the focus in it and closes it with
// Escape. Its content is made when it is opened.
func (p *page) dialog(id, heading string, body ...app.UI) app.UI {
	if p.sheet != id {
		return app.Dialog().ID(id)
	}
	return app.Dialog().ID(id).Aria("labelledby", id+"-heading").Body(append([]app.UI{
		app.Form().Method("dialog").Class("head").Body(
			app.H2().ID(id+"-heading").Text(heading),
			app.Button().Type("submit").Text("Close"),
		),
	}, body...)...)
}

func (p *page) showSheet(ctx app.Context, id string) {
	p.sheet = id
	ctx.Defer(func(app.Context) {
		if el := app.Window().GetElementByID(id); el.Truthy() && !el.Get("open").Bool() {
			el.Call("showModal")
		}
	})
}

func (p *page) onKeys(ctx app.Context, _ app.Event) {
	p.showSheet(ctx, "keys")
}

var shortcuts = []struct{ keys, what string }{
	{"Tab", "to the next control"},
	{"?", "this sheet"},
	{"On the time machine", ""},
	{"Space or K", "play, pause"},
	{"← →", "a step back, a step forward"},
	{"Page Up, Page Down", "a tenth of the way"},
	{"Home, End", "to the start, to the end"},
	{"E, Shift E", "to the next eviction, to the one before"},
	{"On a maxsize: slider, curve, number in the decorator", ""},
	{"← → ↑ ↓", "one smaller, one larger"},
	{"On the call tree", ""},
	{"↑ ↓", "to the call before, to the next"},
	{"← →", "to the call that made it, to the first it made"},
	{"Home, End", "to the first call, to the last drawn"},
	{"Enter", "go to the step of that call"},
}

func (p *page) keysDialog() app.UI {
	return p.dialog("keys", "Keyboard shortcuts",
		app.Table().Class("keys").Body(app.TBody().Body(
			app.Range(shortcuts).Slice(func(i int) app.UI {
				s := shortcuts[i]
				if s.what == "" {
					return app.Tr().Body(app.Th().Scope("colgroup").ColSpan(2).Text(s.keys))
				}
				return app.Tr().Body(
					app.Th().Scope("row").Body(app.Kbd().Text(s.keys)),
					app.Td().Text(s.what),
				)
			}),
		)),
	)
}
