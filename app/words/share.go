package words

import "strconv"

// Tenths writes a share of a whole in percents with one decimal: "79.7". Like
// Percent it says neither 0 nor 100 of what is neither nothing nor all: "< 0.1",
// "> 99.9". The share of nothing is "0".
func Tenths[N Number](part, whole N) string {
	p, w := int64(part), int64(whole)
	switch {
	case w == 0 || p == 0:
		return "0"
	case p == w:
		return "100"
	case p*1000 < w:
		return "< 0.1"
	case (w-p)*1000 < w:
		return "> 99.9"
	}
	tenths := (p*2000 + w) / (2 * w)
	return strconv.FormatInt(tenths/10, 10) + "." + strconv.FormatInt(tenths%10, 10)
}
