package programs

import "math/big"

func factorial() Program {
	return Program{
		ID:      "factorial",
		Name:    "factorial",
		Params:  []Param{{Name: "n", Min: -1000, Max: 5000, Default: Int(10)}},
		Many:    Ints(500), // the challenge of the talk "Caching with lru_cache"
		Presets: presets(5, 10, 12, 500),
		Note:    negative("As in Python, factorial never gets from a negative number to 0: the call ends in a RecursionError."),
		Body: Open(func(factorial func(int) *big.Int, n int) *big.Int {
			if n == 0 {
				return big.NewInt(1)
			}
			return new(big.Int).Mul(big.NewInt(int64(n)), factorial(n-1))
		}),
		Python: `def factorial(n):
    if n == 0:
        return 1
    return n * factorial(n-1)`,
		Go: Go{
			Func: `func(factorial func(int) *big.Int, n int) *big.Int {
	if n == 0 {
		return big.NewInt(1)
	}
	return new(big.Int).Mul(big.NewInt(int64(n)), factorial(n-1))
}`,
			Imports: []string{"math/big"},
		},
		Line: lineOfInt(func(n int, at Phase) int {
			switch {
			case at == Enter:
				return 1
			case n == 0:
				return 2
			}
			return 3
		}),
		Bodies: ofInt(func(n int) *big.Int {
			if n < 0 {
				return nil
			}
			return big.NewInt(int64(n) + 1)
		}),
		Depth: ofInt(func(n int) int {
			if n < 0 {
				return Endless
			}
			return n + 1
		}),
		OneEntryUseless: true,
	}
}
