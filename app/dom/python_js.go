package dom

import "syscall/js"

// AskPython has CPython run a script under its own lru_cache, in a worker, and say
// whether that ends with the line here. confirm in app/python/editor.js does that, and
// tells what own is.
func AskPython(script, here string, own map[string]any) {
	wanted := js.Null()
	if own != nil {
		wanted = js.ValueOf(own)
	}
	js.Global().Call("playgroundAsk", script, here, wanted) // in app/site/shell/loader.js
}
