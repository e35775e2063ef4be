package main

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// brought shows an example in the text box, as if it had been pasted there.
func (p *page) brought() {
	if text, fill := p.own.Box(); fill {
		app.Window().GetElementByID("record").Set("value", text)
	}
}
