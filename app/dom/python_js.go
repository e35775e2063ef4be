package dom

import "syscall/js"

// AskPython has CPython run a script under its own lru_cache, in a worker, and calls
// hear with what comes of it, see confirm in app/python/editor.js. own says what is
// wanted of a visitor's program, nil for none.
func AskPython(script string, own map[string]any, hear func(kind, value string)) {
	var told, came, failed js.Func
	end := func() { told.Release(); came.Release(); failed.Release() }
	told = js.FuncOf(func(_ js.Value, args []js.Value) any {
		kind := args[0].String()
		hear(kind, args[1].String())
		switch kind {
		case "says", "problem", "stopped":
			end()
		}
		return nil
	})
	came = js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("confirm", script, own, told)
		return nil
	})
	failed = js.FuncOf(func(js.Value, []js.Value) any {
		hear("problem", "Python could not be fetched. Is there a network?")
		end()
		return nil
	})
	js.Global().Call("playgroundPython").Call("then", came, failed)
}

// StopPython ends what Python does, at once.
func StopPython() {
	stop := js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("stop")
		return nil
	})
	js.Global().Call("playgroundPython").Call("then", stop)
}
