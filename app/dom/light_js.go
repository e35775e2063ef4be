package dom

import "syscall/js"

// Light marks every element with that data-key as lit, and the element with that
// data-call as the one that the keyboard is on, and takes both marks off all others.
// "" is no key and no call. The marks are data-lit and data-active, for the style
// sheet.
func Light(key, call string) {
	mark := func(attribute, name, value string) {
		Each("["+attribute+"]", func(el js.Value) { el.Call("removeAttribute", attribute) })
		if value != "" {
			escaped := js.Global().Get("CSS").Call("escape", value).String()
			Each(`[`+name+`="`+escaped+`"]`, func(el js.Value) { el.Call("setAttribute", attribute, "") })
		}
	}
	mark("data-active", "data-call", call)
	mark("data-lit", "data-key", key)
}

// Each does something with every element that a selector finds.
func Each(selector string, do func(el js.Value)) {
	list := document().Call("querySelectorAll", selector)
	for i := range list.Length() {
		do(list.Index(i))
	}
}

// ScrollToEnd brings the end of every element that a selector finds into sight.
func ScrollToEnd(selector string) {
	Each(selector, func(el js.Value) { el.Set("scrollTop", el.Get("scrollHeight")) })
}
