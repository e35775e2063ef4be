package programs

import "math/big"

func fibonacci() Program {
	return Program{
		ID:           "fibonacci",
		Name:         "fibonacci",
		Params:       []Param{{Name: "n", Min: -1000, Max: 5000, Default: Int(10)}},
		Presets:      presets(5, 10, 20, 100),
		Note:         negative("As the Python does, fibonacci returns a number below 2 as it is."),
		Variant:      "fibonacci-n-2-first",
		VariantLabel: "n-2 first",
		Body: Open(func(fibonacci func(int) *big.Int, n int) *big.Int {
			if n < 2 {
				return big.NewInt(int64(n))
			}
			return new(big.Int).Add(fibonacci(n-1), fibonacci(n-2))
		}),
		Python: `def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n-1) + fibonacci(n-2)`,
		Go: Go{
			Func: `func(fibonacci func(int) *big.Int, n int) *big.Int {
	if n < 2 {
		return big.NewInt(int64(n))
	}
	return new(big.Int).Add(fibonacci(n-1), fibonacci(n-2))
}`,
			Imports: []string{"math/big"},
		},
		Line:            lineOfInt(fibonacciLine),
		Bodies:          ofInt(fibonacciBodies),
		Depth:           ofInt(func(n int) int { return max(n, 1) }),
		OneEntryUseless: true,
	}
}

// fibonacciSwapped asks for the smaller number first. With a cache it goes down by
// two, so it is half as deep, and two entries are already enough for it.
func fibonacciSwapped() Program {
	p := fibonacci()
	p.ID, p.Variant, p.Swapped = p.Variant, p.ID, true
	p.Body = Open(func(fibonacci func(int) *big.Int, n int) *big.Int {
		if n < 2 {
			return big.NewInt(int64(n))
		}
		return new(big.Int).Add(fibonacci(n-2), fibonacci(n-1))
	})
	p.Python = `def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n-2) + fibonacci(n-1)`
	p.Go.Func = `func(fibonacci func(int) *big.Int, n int) *big.Int {
	if n < 2 {
		return big.NewInt(int64(n))
	}
	return new(big.Int).Add(fibonacci(n-2), fibonacci(n-1))
}`
	return p
}

func fibonacciLine(n int, at Phase) int {
	switch {
	case at == Enter:
		return 1
	case n < 2:
		return 2
	}
	return 3
}

// fibonacciBodies is 2·F(n+1) − 1: B(n) = B(n-1) + B(n-2) + 1 with B(0) = B(1) = 1.
func fibonacciBodies(n int) *big.Int {
	if n < 2 {
		return big.NewInt(1)
	}
	a, b := big.NewInt(0), big.NewInt(1)
	for range n {
		a, b = b, a.Add(a, b)
	}
	return b.Sub(b.Lsh(b, 1), big.NewInt(1))
}
