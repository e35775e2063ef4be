package views

import "playground/app/markup"

// WayOut is what a page in a frame of another one has in place of its header: a
// heading that tells what is shown, for those who hear the page, and the link to the
// whole page. It is for a page that is shown in a frame alone.
func WayOut(what, address string) markup.Node {
	return markup.El("div").Of(
		markup.El("h1", "class", "hidden").Say(what),
		markup.El("a", "href", address, "target", "_blank", "rel", "noopener").Say("Open in the lru_cache playground"),
	)
}
