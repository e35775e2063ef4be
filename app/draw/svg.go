package draw

import (
	"playground/app/markup"
	"strconv"
	"unicode/utf8"
)

// picture begins a view: an SVG of that size, with a name and a sentence that
// tells what it shows.
func picture(view, name, tells string, width, height int) markup.Node {
	return markup.El("svg",
		"data-view", view,
		"viewBox", "0 0 "+strconv.Itoa(width)+" "+strconv.Itoa(height),
		"width", width,
		"height", height,
		"role", "img",
		"aria-label", name,
	).Of(markup.El("desc").Say(tells))
}

// as gives a picture another role than img, whose parts nobody can reach.
func as(n markup.Node, role string) markup.Node {
	for i, a := range n.Attrs {
		if a.Name == "role" {
			n.Attrs[i].Value = role
		}
	}
	return n
}

// at is the attribute value that moves an element to a place.
func at(x, y float64) string { return "translate(" + markup.Num(x) + "," + markup.Num(y) + ")" }

// scaled is the attribute value that stretches an element from its origin.
func scaled(x, y float64) string {
	return "scale(" + strconv.FormatFloat(x, 'f', 3, 64) + "," + strconv.FormatFloat(y, 'f', 3, 64) + ")"
}

// label is a text in the picture; part says which, for the style sheet.
func label(part string, x, y, size float64, say string) markup.Node {
	return markup.El("text", "data-part", part, "transform", at(x, y), "font-size", size).Say(say)
}

// monospace is the width of a character of the code font in ems, a little more
// than any of the usual ones has.
const monospace = 0.61

// smallest is the size of the smallest text.
const smallest = 12.0

// chars is how many characters of code fit.
func chars(width, size float64) int { return int(width / (size * monospace)) }

// span is the width of so many characters of code.
func span(chars int, size float64) float64 { return float64(chars) * size * monospace }

// prose is about the width of a text in the font of the page, a little more than
// any of the usual ones takes.
func prose(text string, size float64) float64 {
	return float64(utf8.RuneCountInString(text)) * size * 0.55
}

// spaced is the room, as a multiple of its own width, that a caption is to have in a
// narrow picture: readers may have letters and words set further apart (WCAG 2.2,
// 1.4.12), and the margin of the panel takes the rest.
const spaced = 1.15

func boolean(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}
