package serve

import (
	"strconv"
	"strings"
)

// Weights are what Accept-Encoding says of each coding, from 0 (never) to 1.
type weights map[string]float64

// Choose returns the form with the highest weight, and of several such forms the
// first. It reports false if none is allowed, which for the content as it is
// ("identity") takes an explicit no: identity;q=0 or *;q=0 (RFC 9110, section
// 12.5.3).
func (w weights) choose(forms []form) (form, bool) {
	var best form
	bestWeight := 0.0
	for _, f := range forms {
		if q := w.of(f.encoding); q > bestWeight {
			best, bestWeight = f, q
		}
	}
	return best, bestWeight > 0
}

// Whatever is malformed in the header is passed over, as if it were not there.
// Several lines of it are read as one.
func parseAcceptEncoding(lines []string) weights {
	w := weights{}
	for item := range strings.SplitSeq(strings.Join(lines, ","), ",") {
		coding, parameter, weighted := strings.Cut(item, ";")
		coding = strings.ToLower(strings.TrimSpace(coding))
		q := 1.0
		if weighted {
			name, value, _ := strings.Cut(strings.TrimSpace(parameter), "=")
			parsed, err := strconv.ParseFloat(value, 64)
			if !strings.EqualFold(name, "q") || err != nil || !(parsed >= 0 && parsed <= 1) {
				continue
			}
			q = parsed
		}
		if coding == "x-gzip" { // its old name
			coding = "gzip"
		}
		if coding != "" {
			w[coding] = q
		}
	}
	return w
}

// Of returns the weight of an encoding; "" is the content as it is. That one
// need not be named to be allowed, but then all that is named goes before it.
func (w weights) of(encoding string) float64 {
	if encoding == "" {
		encoding = "identity"
	}
	if q, named := w[encoding]; named {
		return q
	}
	if q, any := w["*"]; any {
		return q
	}
	if encoding == "identity" {
		return 1e-9
	}
	return 0
}
