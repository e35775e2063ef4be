// Package qr draws a text as a QR code, of which a phone's camera makes the text
// again.
//
// A QR code is a square of modules, dark and light. Besides the patterns by which
// a camera finds and levels it, it holds the bytes of the text and others that
// are computed from them, with which a reader mends what it could not see: about
// 7 % of the code at error level L. The standard is ISO/IEC 18004.
package qr

import "fmt"

// MaxBytes is the longest text, in bytes, that fits into a code.
const MaxBytes = 2953

// A Code is a QR code, a square: Code[y][x] tells whether a module is dark. Who
// draws it leaves four light modules on each side.
type Code [][]bool

// Encode returns the code of a text, as UTF-8: the smallest that holds it, of 21 to
// 177 modules a side, at error level L. On a screen nothing is torn or stained, and
// the fewer modules there are, the larger they can be, for those in the last row.
// The error is that of a text of more than MaxBytes. The cost is that of looking
// at each module a few dozen times.
func Encode(text string) (Code, error) {
	for v := version(1); v <= 40; v++ {
		if v.holds(text) {
			return draw(v, v.codewords(text)), nil
		}
	}
	return nil, fmt.Errorf("a QR code holds %d bytes at most, and this text has %d", MaxBytes, len(text))
}

// draw returns the code with these bytes, under the mask that makes it the easiest
// to read.
func draw(v version, bytes []byte) Code {
	c := newCanvas(v)
	c.write(bytes)
	best, least := 0, 0
	for mask := range masks {
		c.mask(mask)
		c.format(mask)
		if p := penalty(c.dark); mask == 0 || p < least {
			best, least = mask, p
		}
		c.mask(mask) // a second time takes it off
	}
	c.mask(best)
	c.format(best)
	return c.dark
}
