package main

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// page is the playground: the one component of the site.
type page struct {
	app.Compo
}

// Render returns the frame of the page.
func (p *page) Render() app.UI {
	return app.Main().Body(app.H1().Text("lru_cache playground"))
}
