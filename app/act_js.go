package main

import (
	"playground/app/dom"
	"playground/app/show"
	"playground/app/views"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// act does what a control says in its data-do attribute: what needs the browser
// here, everything else in the place.
func (p *page) act(do string, el app.Value) show.Change {
	data := func(name string) string {
		if v := el.Get("dataset").Get(name); v.Truthy() {
			return v.String()
		}
		return ""
	}
	switch do {
	case "install":
		p.ctx.ShowAppInstallPrompt()
	case "reload":
		app.Window().Call("playgroundUpdate") // in site/shell/loader.js
	case "share":
		return p.open(p.place.Share())
	case "keys":
		return p.open(views.Sheet{Name: "keys"})
	case "copy-Python":
		return p.copy("Python", p.place.(scripted).Python())
	case "copy-Go":
		return p.copy("Go", p.place.(scripted).Golang())
	case "copy":
		return p.copy(data("what"), data("text"))
	case "open-file":
		app.Window().GetElementByID("file").Call("click")
	case "copy-field":
		what := data("what")
		return p.copy(what, app.Window().GetElementByID("share-"+what).Get("value").String())
	case "save":
		fold(el)
		p.save(data("view"), data("format"), data("name"))
	case "watch":
		p.watch()
	case "copy-recorder":
		return p.copy(p.own.Recorder())
	case "save-recorder":
		name, text := p.own.Recorder()
		dom.SaveText(name, "text/x-python", text)
	case "print", "worksheet":
		p.print(do == "worksheet")
	case "ask":
		q := p.model.Ask()
		dom.AskPython(q.Script, q.Here, q.Own)
	default:
		in := show.Input{ID: el.Get("id").String(), Data: data}
		if v := el.Get("value"); v.Type() == app.TypeString {
			in.Value = v.String()
		}
		if v := el.Get("checked"); v.Type() == app.TypeBoolean {
			in.Checked = v.Bool()
		}
		change, _ := p.place.Do(do, in)
		if do == "stop" {
			change |= p.base.Say(p.place.Sentence())
		}
		p.keepSettings()
		return change
	}
	return 0
}
