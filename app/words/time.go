package words

import (
	"math"
	"strconv"
	"strings"
)

// Long says in words how long something takes, from seconds on: "about 3 hours",
// "about 1.2 million years".
func Long(seconds float64) string {
	const year = 365.25 * 24 * 3600
	for _, unit := range []struct {
		seconds   float64
		one, many string
	}{{year, "year", "years"}, {24 * 3600, "day", "days"}, {3600, "hour", "hours"}, {60, "minute", "minutes"}} {
		if n := seconds / unit.seconds; n >= 0.995 {
			return "about " + rounded(n) + " " + plain(n, unit.one, unit.many)
		}
	}
	return "about " + rounded(max(1, seconds)) + " " + plain(seconds, "second", "seconds")
}

func plain(n float64, one, many string) string {
	if math.Round(n) <= 1 {
		return one
	}
	return many
}

// rounded writes a number in two digits: 3, 45, 230, 12,000, 1.2 million.
func rounded(n float64) string {
	// To two digits first: what is rounded up may have a digit more, as 997 has.
	if n >= 10 {
		unit := math.Pow(10, math.Floor(math.Log10(n))-1)
		n = math.Round(n/unit) * unit
	}
	if n >= 0.999e15 {
		exponent := int(math.Floor(math.Log10(n) + 1e-9))
		return decimal(n/math.Pow(10, float64(exponent))) + " × 10" + superscript(exponent)
	}
	for _, big := range []struct {
		n    float64
		name string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		if n >= 0.999*big.n {
			return decimal(n/big.n) + big.name
		}
	}
	return Count(int(math.Round(n)))
}

// decimal writes a number with at most one decimal.
func decimal(n float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(n, 'f', 1, 64), ".0")
}

// Brief says how long something took: "0.4 ms", "12 ms", "1.3 s".
func Brief(seconds float64) string {
	switch ms := seconds * 1000; {
	case ms < 0.1:
		return "< 0.1 ms"
	case ms < 9.95:
		return strconv.FormatFloat(ms, 'f', 1, 64) + " ms"
	case ms < 999.5:
		return strconv.FormatFloat(ms, 'f', 0, 64) + " ms"
	}
	return strconv.FormatFloat(seconds, 'f', 1, 64) + " s"
}
