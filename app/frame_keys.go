//go:build !js

package main

import (
	"playground/app/keys"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// keysPage is the page "Your keys", with an example.
func keysPage() app.UI {
	k := keys.New()
	f := frame{k}
	return app.Div().ID("page").DataSet("place", "keys").Body(
		header("keys"),
		f.view("notices"),
		app.Raw(k.Frame().Markup()),
		f.view("status").Class("hidden").Role("status"),
		app.Dialog().ID("sheet").Aria("labelledby", "sheet-heading").Body(f.view("sheet-view")),
	)
}
