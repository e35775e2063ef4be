package dom

import "syscall/js"

// AskPython has CPython run a script under its own lru_cache, in a worker, and say
// whether that ends with the line here; see confirm in app/python/editor.js, which own
// is for, too.
func AskPython(script, here string, own map[string]any) {
	js.Global().Call("playgroundAsk", script, here, own) // in app/site/shell/loader.js
}
