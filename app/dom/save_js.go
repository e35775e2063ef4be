package dom

import "syscall/js"

// SaveSVG hands a picture to the visitor as an SVG file with the look it has on
// the page. It calls done once, with nil when the browser has got the file.
func SaveSVG(p Picture, done func(error)) {
	done(attempt(func() error {
		s, err := take(p, 1)
		if err != nil {
			return err
		}
		download(js.Global().Get("Blob").New([]any{s.text}, map[string]any{"type": "image/svg+xml"}), p.File+".svg")
		return nil
	}))
}

// density is how many pixels of a PNG there are for one of the page, across and
// down.
const density = 2

// SavePNG does the same as pixels, twice as dense as the page's. It calls done
// once, at once or later.
func SavePNG(p Picture, done func(error)) {
	var onLoad, onError, onBlob js.Func
	end := func(err error) {
		onLoad.Release()
		onError.Release()
		onBlob.Release()
		done(err)
	}
	var s snapshot
	var img js.Value
	onBlob = js.FuncOf(func(_ js.Value, args []js.Value) any {
		end(attempt(func() error {
			if !args[0].Truthy() {
				return ErrRefused
			}
			download(args[0], p.File+".png")
			return nil
		}))
		return nil
	})
	onLoad = js.FuncOf(func(js.Value, []js.Value) any {
		err := attempt(func() error {
			width, height := int(density*s.width), int(density*s.height)
			canvas := newCanvas(width, height)
			canvas.Call("getContext", "2d").Call("drawImage", img, 0, 0, width, height)
			canvas.Call("toBlob", onBlob, "image/png")
			return nil
		})
		if err != nil {
			end(err)
		}
		return nil
	})
	onError = js.FuncOf(func(js.Value, []js.Value) any {
		end(ErrRefused)
		return nil
	})
	err := attempt(func() (err error) {
		if !readable() {
			return ErrUnreadable
		}
		if s, err = take(p, density); err != nil {
			return err
		}
		img = js.Global().Get("Image").New()
		img.Call("addEventListener", "load", onLoad)
		img.Call("addEventListener", "error", onError)
		img.Set("src", "data:image/svg+xml;charset=utf-8,"+js.Global().Call("encodeURIComponent", s.text).String())
		return nil
	})
	if err != nil {
		end(err)
	}
}

// attempt returns f's error, or ErrRefused where the browser throws.
func attempt(f func() error) (err error) {
	if !Attempt(func() { err = f() }) {
		return ErrRefused
	}
	return err
}

func newCanvas(width, height int) js.Value {
	canvas := document().Call("createElement", "canvas")
	canvas.Set("width", width)
	canvas.Set("height", height)
	return canvas
}

// readable reports whether what is drawn on a canvas can be read from it. To hide
// who the visitor is, some browsers give noise instead; one that differs so little
// that nobody sees it does not matter.
func readable() bool {
	const side, enough = 8, 6
	colour := [4]int{10, 95, 157, 255}
	context := newCanvas(side, side).Call("getContext", "2d")
	context.Set("fillStyle", "rgb(10, 95, 157)")
	context.Call("fillRect", 0, 0, side, side)
	pixels := context.Call("getImageData", 0, 0, side, side).Get("data")
	for i := range 4 * side * side {
		if d := pixels.Index(i).Int() - colour[i%4]; d > enough || d < -enough {
			return false
		}
	}
	return true
}

func download(blob js.Value, name string) {
	url := js.Global().Get("URL")
	href := url.Call("createObjectURL", blob)
	a := document().Call("createElement", "a")
	a.Set("href", href)
	a.Set("download", name)
	a.Call("click")
	// Some browsers read the file only after the click.
	js.Global().Call("setTimeout", url.Get("revokeObjectURL").Call("bind", url, href), 60_000)
}
