package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// main runs the playground in the browser. Routes are relative to the folder
// that the site is served from, which app/site/shell/loader.js finds out.
func main() {
	breathe()
	keepShell()
	p := newPage()
	breathe()
	app.RouteFunc("/", func() app.Composer { return p })
	app.RouteFunc("/index.html", func() app.Composer { return p })
	app.RunWhenOnBrowser()
}

// keepShell has go-app, which replaces the first element of the body, replace an
// empty one before the shell.
func keepShell() {
	shellPage = app.Window().GetElementByID("page")
	shellPage.Call("before", app.Window().Get("document").Call("createElement", "div"))
}
