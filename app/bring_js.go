package main

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// What a visitor brings is a text: pasted into the text box, dropped on the page, or
// a file that is opened. It stays in this browser.

// listenForFiles takes files that are dropped anywhere on the page, or chosen.
func (p *page) listenForFiles() {
	on := func(event string, do func(e app.Value)) {
		app.Window().Get("document").Call("addEventListener", event, app.FuncOf(func(_ app.Value, args []app.Value) any {
			do(args[0])
			return nil
		}))
	}
	root := app.Window().Get("document").Get("documentElement")
	on("dragover", func(e app.Value) {
		e.Call("preventDefault")
		set(root, "data-dragging", "true")
	})
	on("dragleave", func(app.Value) { set(root, "data-dragging", "") })
	on("drop", func(e app.Value) {
		e.Call("preventDefault")
		set(root, "data-dragging", "")
		p.stir()
		data := e.Get("dataTransfer")
		if data.Get("files").Length() > 0 {
			p.readFile(data.Get("files").Index(0))
		} else if text := data.Call("getData", "text").String(); text != "" {
			p.did(p.own.Take("", []byte(text)))
		}
	})
	on("change", func(e app.Value) {
		t := e.Get("target")
		if t.Get("type").String() == "file" && t.Get("files").Length() > 0 {
			p.readFile(t.Get("files").Index(0))
			t.Set("value", "") // so that the same file can be opened again
		}
	})
}

// readFile hands the text of a file to the place.
func (p *page) readFile(file app.Value) {
	name, size := file.Get("name").String(), file.Get("size").Int()
	if size > p.own.Most() {
		p.did(p.own.Refuse(name + " is larger than 200 MB, which is more than is read here."))
		return
	}
	var ok, no app.Func
	release := func() { ok.Release(); no.Release() }
	ok = app.FuncOf(func(_ app.Value, args []app.Value) any {
		release()
		bytes := make([]byte, size)
		app.CopyBytesToGo(bytes, app.Window().Get("Uint8Array").New(args[0]))
		p.did(p.own.Take(name, bytes))
		return nil
	})
	no = app.FuncOf(func(app.Value, []app.Value) any {
		release()
		p.did(p.own.Refuse(name + " could not be read: the browser refused, or it is a folder."))
		return nil
	})
	file.Call("arrayBuffer").Call("then", ok, no)
}

// brought follows what was brought: the text box shows an example, and the browser
// keeps a record of the visitor's own.
func (p *page) brought() {
	if text, fill := p.own.Box(); fill {
		app.Window().GetElementByID("record").Set("value", text)
	}
	if text, unsaved := p.own.Keep(); unsaved {
		kept := attempt(func() { p.ctx.LocalStorage().Set(p.storageKey(), text) })
		p.paint.draw(p, p.own.Kept(kept))
	}
}

// forget has the browser forget it.
func (p *page) forget() {
	attempt(func() { p.ctx.LocalStorage().Del(p.storageKey()) })
}

// download hands a text to the visitor as a file.
func (p *page) download(name, text string) {
	blob := app.Window().Get("Blob").New([]any{text}, map[string]any{"type": "text/plain"})
	address := app.Window().Get("URL").Call("createObjectURL", blob)
	a := app.Window().Get("document").Call("createElement", "a")
	a.Set("href", address)
	a.Set("download", name)
	a.Call("click")
	later("setTimeout", func() { app.Window().Get("URL").Call("revokeObjectURL", address) }, 1000)
}
