package dom

import (
	"strconv"
	"syscall/js"
)

const svgNamespace = "http://www.w3.org/2000/svg"

// styled are the properties that make up the look of a picture.
var styled = []string{
	"fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linecap", "stroke-linejoin",
	"opacity", "font-family", "font-size", "font-weight", "font-style", "letter-spacing", "text-anchor", "dominant-baseline",
	"transform", "visibility", "display",
}

// SaveSVG hands the picture that selector finds to the visitor as the file
// name.svg, with the look it has on the page written into it.
func SaveSVG(selector, name string) {
	text, _, _ := snapshot(selector)
	if text == "" {
		return
	}
	blob := js.Global().Get("Blob").New([]any{text}, map[string]any{"type": "image/svg+xml"})
	download(blob, name+".svg")
}

// SavePNG does the same as pixels, two for each of the page's, as name.png.
func SavePNG(selector, name string) {
	text, width, height := snapshot(selector)
	if text == "" {
		return
	}
	doc := js.Global().Get("document")
	img := js.Global().Get("Image").New()
	var onLoad, onBlob js.Func
	onLoad = js.FuncOf(func(js.Value, []js.Value) any {
		onLoad.Release()
		canvas := doc.Call("createElement", "canvas")
		canvas.Set("width", width*2)
		canvas.Set("height", height*2)
		canvas.Call("getContext", "2d").Call("drawImage", img, 0, 0, width*2, height*2)
		onBlob = js.FuncOf(func(_ js.Value, args []js.Value) any {
			onBlob.Release()
			download(args[0], name+".png")
			return nil
		})
		canvas.Call("toBlob", onBlob, "image/png")
		return nil
	})
	img.Call("addEventListener", "load", onLoad, map[string]any{"once": true})
	img.Set("src", "data:image/svg+xml;charset=utf-8,"+js.Global().Call("encodeURIComponent", text).String())
}

// snapshot writes a picture as markup that stands alone: a copy, the computed
// style of each element on it, on the colour of the panel it stands on.
func snapshot(selector string) (text string, width, height float64) {
	doc := js.Global().Get("document")
	svg := doc.Call("querySelector", selector)
	if svg.IsNull() {
		return "", 0, 0
	}
	computed := func(el js.Value) js.Value { return js.Global().Call("getComputedStyle", el) }
	alone := svg.Call("cloneNode", true)
	originals, copies := svg.Call("querySelectorAll", "*"), alone.Call("querySelectorAll", "*")
	for i := range originals.Length() {
		from, to := computed(originals.Index(i)), copies.Index(i)
		style := ""
		for _, name := range styled {
			if v := from.Call("getPropertyValue", name).String(); v != "" {
				style += name + ":" + v + ";"
			}
		}
		to.Get("style").Set("cssText", style) // as an attribute the page's security policy refuses it
	}
	box := svg.Call("getBoundingClientRect")
	width, height = box.Get("width").Float(), box.Get("height").Float()
	alone.Call("setAttribute", "xmlns", svgNamespace)
	alone.Call("setAttribute", "width", strconv.FormatFloat(width, 'f', 0, 64))
	alone.Call("setAttribute", "height", strconv.FormatFloat(height, 'f', 0, 64))
	ground := doc.Call("createElementNS", svgNamespace, "rect")
	ground.Call("setAttribute", "width", "100%")
	ground.Call("setAttribute", "height", "100%")
	if panel := svg.Call("closest", ".panel"); !panel.IsNull() {
		ground.Call("setAttribute", "fill", computed(panel).Get("backgroundColor"))
	}
	alone.Call("insertBefore", ground, alone.Get("firstChild"))
	return js.Global().Get("XMLSerializer").New().Call("serializeToString", alone).String(), width, height
}

func download(blob js.Value, name string) {
	url := js.Global().Get("URL")
	href := url.Call("createObjectURL", blob)
	a := js.Global().Get("document").Call("createElement", "a")
	a.Set("href", href)
	a.Set("download", name)
	a.Call("click")
	url.Call("revokeObjectURL", href)
}
