package draw

import (
	"strconv"

	"playground/app/markup"
)

// Playhead draws the cursor of a [Timeline] whose axis has so many steps, to be
// laid over it.
func Playhead(steps, step, width int) markup.Node {
	x := newAxis(steps, width).x(step)
	return markup.El("svg",
		"data-view", "playhead",
		"viewBox", "0 0 "+strconv.Itoa(width)+" "+strconv.Itoa(timelineHeight),
		"width", width, "height", timelineHeight,
		"aria-hidden", "true",
	).Of(markup.El("g", "data-playhead", "", "transform", at(x, 0)).Of(
		markup.El("path", "d", "M0 4V"+strconv.Itoa(timelineHeight-1)),
		markup.El("circle", "cy", 5, "r", 5),
	))
}
