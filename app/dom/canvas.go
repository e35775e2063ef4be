//go:build !js

package dom

import "playground/app/markup"

// A Canvas owns what is inside one element of the page. This one is for the
// build that writes the site's prerendered shell: there is no page to draw on.
type Canvas struct{}

// On returns a canvas inside the element with that id.
func On(string) *Canvas { return &Canvas{} }

// Width is the room inside the element, in CSS pixels.
func (*Canvas) Width() int { return 0 }

// Adopt takes over what stands in the element if it is what n draws.
func (*Canvas) Adopt(markup.Node) {}

// Draw makes the content of the element be nodes.
func (*Canvas) Draw(...markup.Node) {}

// SaveSVG hands a picture to the visitor as an SVG file.
func SaveSVG(_ Picture, done func(error)) { done(ErrNotShown) }

// SavePNG hands a picture to the visitor as a PNG file.
func SavePNG(_ Picture, done func(error)) { done(ErrNotShown) }
