package views

import "playground/app/markup"

// Ask is the button with which CPython is asked whether it says the same, shown where
// there is something to ask. What comes of it is written by app/python/editor.js, for as
// long as of, which tells one question from another, stays the same.
func Ask(able bool, of string) markup.Node {
	return hidden(markup.El("div", "class", "ask", "data-of", of), !able).Of(button("ask", "Ask CPython"))
}
