package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// main runs the playground in the browser. Every path leads to the page,
// because the site may be served under any sub-path, which it learns nowhere.
func main() {
	app.RouteWithRegexp("", &page{})
	app.RunWhenOnBrowser()
}
