package main

import (
	"strconv"
	"strings"

	"playground/app/model"
	"playground/app/source"
	"playground/app/trace"
	"playground/app/views"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// act does what a control says in its data-do attribute.
func (p *page) act(do string, el app.Value) model.Change {
	m := p.model
	value := func() string { return el.Get("value").String() }
	checked := func() bool { return el.Get("checked").Bool() }
	amount := func() int {
		n, _ := strconv.Atoi(value())
		return n
	}
	data := func(name string) string { return el.Get("dataset").Get(name).String() }

	switch do {
	// maxsize
	case "size":
		return m.Resize(trace.Size(amount()))
	case "smaller":
		return m.ResizeBy(-1)
	case "larger":
		return m.ResizeBy(1)
	case "none":
		return m.Unbound(checked())
	case "type-size":
		return m.TypeSize(value())

	// the program
	case "function":
		return m.Choose(value())
	case "variant":
		return m.Vary()
	case "type-argument":
		return m.TypeArgument(argumentIndex(el), value())
	case "call":
		return m.Call(1)
	case "preset":
		return m.CallPreset(number(el, "preset"))
	case "again":
		return m.CallAgain()
	case "thousand":
		return m.Call(1000)
	case "many":
		return m.CallMany()
	case "clear":
		return m.Clear()
	case "start-over":
		return m.StartOver()
	case "stop":
		return m.Stop() | m.SayStatus()

	// the cursor
	case "seek":
		return m.Go(amount())
	case "to-start":
		return m.Go(0)
	case "step-back":
		return m.Go(m.Step() - 1)
	case "step-forward":
		return m.Go(m.Step() + 1)
	case "to-end":
		return m.Go(m.Steps())
	case "play":
		return m.Play()
	case "speed":
		return m.Speed(value())

	// the page
	case "hide":
		return m.HideNext(checked())
	case "motion":
		return p.keepSettings(m.Move(checked()))
	case "theme":
		return p.keepSettings(m.NextTheme())
	case "present":
		return m.Present(!m.Link().Present)
	case "scale":
		return m.ShowRatio(value() == "ratio")
	case "list":
		return m.List()
	case "put-away":
		return p.keepSettings(m.PutAwayTip())
	case "print":
		p.print(false)
	case "worksheet":
		p.print(true)
	case "dismiss":
		return m.Dismiss()
	case "install":
		p.ctx.ShowAppInstallPrompt()
	case "reload":
		app.Window().Call("playgroundUpdate") // in site/shell/loader.js

	// what is taken along
	case "share":
		return p.share()
	case "keys":
		return p.open(views.Sheet{Name: "keys"})
	case "copy-Python":
		return p.copy("Python", source.Python(m.Recording()))
	case "copy-Go":
		return p.copy("Go", source.Go(m.Recording()))
	case "copy-field":
		what := data("what")
		return p.copy(what, app.Window().GetElementByID("share-"+what).Get("value").String())
	case "save":
		p.save(data("view"), data("format"), data("name"))
	}
	return 0
}

// argumentIndex is the number of the argument that a field is for: its id is n,
// n-1, n-2 and so on.
func argumentIndex(el app.Value) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(el.Get("id").String(), "n-"))
	return n
}
