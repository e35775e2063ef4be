package main

import (
	"runtime"
	"time"

	"playground/app/dom"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// main runs one place of the playground in the browser. Routes are relative to the folder
// that the page is in, which site/shell/loader.js finds out.
func main() {
	// With a few megabytes alive, the garbage collector would run at every move of the
	// slider. This is never touched: it costs addresses, no memory.
	room := make([]byte, 16<<20)
	defer runtime.KeepAlive(room)
	dom.Breathe()
	body := app.Window().Get("document").Get("body")
	body.Call("prepend", app.Window().Get("document").Call("createElement", "div")) // for go-app's component
	began := time.Now()
	p := &page{}
	p.begin(func() time.Duration { return time.Since(began) })
	dom.Breathe()
	app.RouteFunc("/", func() app.Composer { return p })
	app.RouteFunc("/index.html", func() app.Composer { return p })
	app.RunWhenOnBrowser()
}
