//go:build js

// Program lets a page call package dom: each function takes JSON.
package main

import (
	"encoding/json"
	"syscall/js"

	"playground/app/dom"
	"playground/app/markup"
)

func main() {
	canvas := dom.On("view")
	nodes := func(text string) (n []markup.Node) {
		read(text, &n)
		return n
	}
	give("renew", func(string) any { canvas = dom.On("view"); return nil })
	give("draw", func(arg string) any { canvas.Draw(nodes(arg)...); dom.Arrive(); return nil })
	give("adopt", func(arg string) any { canvas.Adopt(nodes(arg)[0]); return nil })
	give("saveSVG", func(arg string) any { return saved(dom.SaveSVG, arg) })
	give("savePNG", func(arg string) any { return saved(dom.SavePNG, arg) })
	js.Global().Call("ready")
	select {}
}

// saved is a promise of what save says in the end: an error's text, or "".
func saved(save func(dom.Picture, func(error)), arg string) any {
	var p dom.Picture
	read(arg, &p)
	return js.Global().Get("Promise").New(js.FuncOf(func(_ js.Value, args []js.Value) any {
		save(p, func(err error) {
			if err != nil {
				args[0].Invoke(err.Error())
			} else {
				args[0].Invoke("")
			}
		})
		return nil
	}))
}

func give(name string, f func(string) any) {
	js.Global().Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args[0].String()) }))
}

func read(text string, to any) {
	if err := json.Unmarshal([]byte(text), to); err != nil {
		panic(err)
	}
}
