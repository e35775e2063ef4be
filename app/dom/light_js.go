package dom

import (
	"strconv"
	"syscall/js"
)

// A Light marks what is lit on the page, by data-lit and data-active, for the style
// sheet. The zero value is ready to use; it is for a page that nothing is lit on.
type Light struct{ key, call string }

// Shine marks every element with that data-key as lit, and the element with the
// data-call of that number as the one that the keyboard is on, and takes both marks
// off all others. "" is no key, and a negative number no call.
func (l *Light) Shine(key string, call int) {
	was := *l
	*l = Light{key: key}
	if call >= 0 {
		l.call = strconv.Itoa(call)
	}
	mark := func(attribute, name, before, value string) {
		if before != "" {
			Each("["+attribute+"]", func(el js.Value) { el.Call("removeAttribute", attribute) })
		}
		if value != "" {
			escaped := js.Global().Get("CSS").Call("escape", value).String()
			Each(`[`+name+`="`+escaped+`"]`, func(el js.Value) { el.Call("setAttribute", attribute, "") })
		}
	}
	mark("data-active", "data-call", was.call, l.call)
	mark("data-lit", "data-key", was.key, l.key)
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
