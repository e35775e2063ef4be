package programs

// calcPi sums the Leibniz series. It calls nothing, so a miss costs the whole
// sum and a hit costs nothing.
func calcPi() Program {
	return Program{
		ID:        "calc_pi",
		Name:      "calc_pi",
		Params:    []Param{{Name: "terms", Min: 0, Max: 20_000_000, Default: Int(5_000_000)}},
		Presets:   presets(5_000_000, 6_000_000, 7_000_000),
		StartSize: 2, // so that the third of the presets evicts
		Body: func(self Self, args Args) Value {
			const slice = 100_000 // about a millisecond in a browser
			terms := args[0].Int()
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
		Go: Go{
			Func: `func(_ func(int) float64, terms int) float64 {
	total, sign := 0.0, 1.0
	for k := range terms {
		total += sign / float64(2*k+1)
		sign = -sign
	}
	return 4 * total
}`,
			Show: "programs.Float(%s)",
		},
		Line: func(_ Args, at Phase) int {
			if at == Return {
				return 5
			}
			return 2
		},
		Bodies:          once,
		Depth:           func(Args) int { return 1 },
		OneEntryUseless: true,
	}
}
