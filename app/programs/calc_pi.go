package programs

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// calcPi sums the Leibniz series. It calls nothing, so a miss costs the whole
// sum and a hit costs nothing.
func calcPi() Program {
	return Program{
		ID:      "calc_pi",
		Name:    "calc_pi",
		Param:   "terms",
		Min:     0,
		Max:     20_000_000,
		Default: 5_000_000,
		Presets: []int{5_000_000, 6_000_000, 7_000_000},
		Body: func(self Self, terms int) Value {
			const slice = 100_000 // about a millisecond in a browser
			sum, sign := 0.0, 1.0
			for from := 0; from < terms; from += slice {
				to := min(from+slice, terms)
				for k := from; k < to; k++ {
					sum += sign / float64(2*k+1)
					sign = -sign
				}
				self.Work(to - from)
			}
			return Float(4 * sum)
		},
		Python: `def calc_pi(terms):
    total, sign = 0.0, 1.0
    for k in range(terms):
        total += sign / (2*k + 1)
        sign = -sign
    return 4 * total`,
		Go: `func(_ func(int) float64, terms int) float64 {
	total, sign := 0.0, 1.0
	for k := range terms {
		total += sign / float64(2*k+1)
		sign = -sign
	}
	return 4 * total
}`,
		GoType: "float64",
		Line: func(_ int, at Phase) int {
			if at == Return {
				return 5
			}
			return 2
		},
		Bodies: func(int) *big.Int { return big.NewInt(1) },
	}
}

// A Float prints as Python's repr: the shortest digits that read back the same,
// always with a point or an exponent.
type Float float64

func (f Float) String() string {
	x := float64(f)
	switch {
	case math.IsNaN(x):
		return "nan"
	case math.IsInf(x, 0):
		return strings.TrimPrefix(strings.ToLower(strconv.FormatFloat(x, 'g', -1, 64)), "+")
	}
	if a := math.Abs(x); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(x, 'e', -1, 64)
	}
	s := strconv.FormatFloat(x, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}
