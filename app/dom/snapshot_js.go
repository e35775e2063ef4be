package dom

import (
	"strings"
	"syscall/js"

	"playground/app/markup"
)

const svgNamespace = "http://www.w3.org/2000/svg"

// A snapshot is a picture as an SVG file, and its size in CSS pixels.
type snapshot struct {
	text          string
	width, height float64
}

// take writes a picture as a file that stands alone. It composes it of copies in a
// corner of the page that nobody sees, where the style sheet applies to them as to
// the originals. No transition runs in a copy: it has the look that the original
// is on its way to. The file is to be drawn magnified so many times.
func take(p Picture, magnified float64) (s snapshot, err error) {
	originals := document().Call("querySelectorAll", p.Selector)
	left, top, right, bottom, shown := extent(originals)
	if !shown {
		return s, ErrNotShown
	}
	place := originals.Index(0).Get("parentElement")
	corner := document().Call("createElement", "div")
	corner.Get("style").Set("cssText", "position:fixed;left:-99999px;top:0;transition:none")
	place.Call("appendChild", corner)
	defer corner.Call("remove")

	sheet := layOut(p, right-left, bottom-top, ruler(corner))
	corner.Set("innerHTML", markup.El("svg", "data-view", "saved").Of(
		markup.El("rect", "width", "100%", "height", "100%"),
		sheet.around,
	).Markup())
	whole := corner.Get("firstChild")
	for i := range originals.Length() {
		box := originals.Index(i).Call("getBoundingClientRect")
		picture := originals.Index(i).Call("cloneNode", true)
		setNumber(picture, "x", sheet.x+box.Get("left").Float()-left)
		setNumber(picture, "y", sheet.y+box.Get("top").Float()-top)
		setNumber(picture, "width", box.Get("width").Float())
		setNumber(picture, "height", box.Get("height").Float())
		whole.Call("appendChild", picture)
	}

	alone := plain(whole, magnified)
	alone.Get("firstChild").Get("style").Set("cssText", "fill:"+ground(place)+";stroke:none")
	alone.Call("setAttribute", "xmlns", svgNamespace)
	alone.Call("setAttribute", "viewBox", "0 0 "+markup.Num(sheet.width)+" "+markup.Num(sheet.height))
	setNumber(alone, "width", sheet.width)
	setNumber(alone, "height", sheet.height)
	text := js.Global().Get("XMLSerializer").New().Call("serializeToString", alone).String()
	return snapshot{text, sheet.width, sheet.height}, nil
}

func setNumber(el js.Value, name string, x float64) { el.Call("setAttribute", name, markup.Num(x)) }

// extent is the smallest box around the elements that are shown.
func extent(els js.Value) (left, top, right, bottom float64, shown bool) {
	for i := range els.Length() {
		box := els.Index(i).Call("getBoundingClientRect")
		l, t, r, b := box.Get("left").Float(), box.Get("top").Float(), box.Get("right").Float(), box.Get("bottom").Float()
		if r <= l || b <= t {
			continue
		}
		if !shown {
			left, top, right, bottom, shown = l, t, r, b, true
			continue
		}
		left, top, right, bottom = min(left, l), min(top, t), max(right, r), max(bottom, b)
	}
	return left, top, right, bottom, shown
}

// ruler returns how to measure a text in a place of the page.
func ruler(place js.Value) func(part, text string) float64 {
	sizes := map[string]float64{partTitle: titleSize, partWords: wordsSize}
	rulers := map[string]js.Value{}
	texts := markup.El("svg", "data-view", "saved")
	for _, part := range []string{partTitle, partWords} {
		texts = texts.Of(markup.El("text", "data-part", part, "font-size", sizes[part]).Say("0"))
	}
	place.Set("innerHTML", texts.Markup())
	for i, part := range []string{partTitle, partWords} {
		rulers[part] = place.Get("firstChild").Get("childNodes").Index(i)
	}
	return func(part, text string) float64 {
		rulers[part].Set("textContent", text)
		return rulers[part].Call("getComputedTextLength").Float()
	}
}

// plain is a copy of an element of the page and all that is in it, with the look
// that it has there written into it.
func plain(el js.Value, magnified float64) js.Value {
	alone := el.Call("cloneNode", true)
	dress(el, alone, nil, magnified)
	return alone
}

// dress writes the computed style of an element and what is inside it into copies.
func dress(from, to js.Value, parent func(string) string, magnified float64) {
	style := js.Global().Call("getComputedStyle", from)
	known := map[string]string{}
	computed := func(property string) string {
		v, ok := known[property]
		if !ok {
			v = style.Call("getPropertyValue", property).String()
			known[property] = v
		}
		return v
	}
	if moved := from.Get("style").Get("transform").String(); moved != "" { // by the canvas
		to.Call("setAttribute", "transform", svgTransform(moved))
	}
	// As a style, since the page's security policy lets a program set that.
	if look := declarations(computed, parent, magnified); look != "" {
		to.Get("style").Set("cssText", look)
	} else {
		to.Call("removeAttribute", "style")
	}
	to.Call("removeAttribute", "tabindex")
	if strings.EqualFold(from.Get("localName").String(), "svg") {
		to.Call("setAttribute", "overflow", computed("overflow"))
	}
	for f, t := from.Get("firstElementChild"), to.Get("firstElementChild"); f.Truthy(); f, t = f.Get("nextElementSibling"), t.Get("nextElementSibling") {
		dress(f, t, computed, magnified)
	}
}

// ground is the colour that a place of the page is painted with.
func ground(place js.Value) string {
	for el := place; el.Truthy(); el = el.Get("parentElement") {
		colour := js.Global().Call("getComputedStyle", el).Get("backgroundColor").String()
		if colour != "transparent" && colour != "rgba(0, 0, 0, 0)" {
			return plainColour(colour)
		}
	}
	return "rgb(255, 255, 255)"
}
