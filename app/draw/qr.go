package draw

import (
	"strconv"
	"strings"

	"playground/app/markup"
	"playground/app/qr"
)

// QR draws the QR code of an address, dark on light in either theme, with the
// light rim that cameras need.
func QR(address string) markup.Node {
	code, err := qr.Encode(address)
	if err != nil {
		return markup.El("p").Say("This view is too long for a QR code.")
	}
	const rim = 4
	n := len(code) + 2*rim
	var d strings.Builder
	for y, row := range code {
		for x := 0; x < len(row); x++ {
			from := x
			for x < len(row) && row[x] {
				x++
			}
			if x > from {
				d.WriteString("M" + strconv.Itoa(from+rim) + " " + strconv.Itoa(y+rim) + "h" + strconv.Itoa(x-from) + "v1h" + strconv.Itoa(from-x) + "z")
			}
		}
	}
	side := strconv.Itoa(n)
	return markup.El("svg", "data-view", "qr", "viewBox", "0 0 "+side+" "+side, "role", "img",
		"aria-label", "QR code of this view", "shape-rendering", "crispEdges").Of(
		markup.El("rect", "data-part", "ground", "width", n, "height", n),
		markup.El("path", "data-part", "modules", "d", d.String()),
	)
}
