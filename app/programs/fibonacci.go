package programs

import "math/big"

func fibonacci() Program {
	return Program{
		ID:        "fibonacci",
		Name:      "fibonacci",
		Param:     "n",
		Min:       -1000,
		Max:       5000,
		Default:   10,
		Presets:   []int{5, 10, 20, 100},
		Negative:  "As the Python does, fibonacci returns a number below 2 as it is.",
		Twin:      "fibonacci-n-2-first",
		TwinLabel: "n-2 first",
		Body: open(func(fibonacci func(int) *big.Int, n int) *big.Int {
			if n < 2 {
				return big.NewInt(int64(n))
			}
			return new(big.Int).Add(fibonacci(n-1), fibonacci(n-2))
		}),
		Python: `def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n-1) + fibonacci(n-2)`,
		Go: `func(fibonacci func(int) *big.Int, n int) *big.Int {
	if n < 2 {
		return big.NewInt(int64(n))
	}
	return new(big.Int).Add(fibonacci(n-1), fibonacci(n-2))
}`,
		GoType: "*big.Int",
		Line:   fibonacciLine,
		Bodies: fibonacciBodies,
	}
}

// fibonacciSwapped adds the smaller number first. Going down by two it is half
// as deep, and two slots are already enough for it.
func fibonacciSwapped() Program {
	p := fibonacci()
	p.ID, p.Twin, p.Swapped = p.Twin, p.ID, true
	p.Body = open(func(fibonacci func(int) *big.Int, n int) *big.Int {
		if n < 2 {
			return big.NewInt(int64(n))
		}
		return new(big.Int).Add(fibonacci(n-2), fibonacci(n-1))
	})
	p.Python = `def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n-2) + fibonacci(n-1)`
	p.Go = `func(fibonacci func(int) *big.Int, n int) *big.Int {
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
