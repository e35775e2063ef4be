package programs

import "strconv"

// stairs is not in the catalogue: it is there to be shown by an experiment. Its
// calls come in an order for which a cache of six is far worse than one of five.
func stairs() Program {
	return Program{
		ID:      "stairs",
		Name:    "f",
		Params:  []Param{{Name: "n", Min: 0, Max: 40, Default: Int(21)}},
		Presets: presets(12, 21),
		Body: func(self Self, args Args) Value {
			n := args[0].Int()
			if n < 1 {
				return whole(1)
			}
			return self.CallInt(n-6).(whole) + self.CallInt(n-1).(whole) + self.CallInt(n-3).(whole)
		},
		Python: `def f(n):
    if n < 1:
        return 1
    return f(n-6) + f(n-1) + f(n-3)`,
		Go: Go{
			Func: `func(f func(int) int, n int) int {
	if n < 1 {
		return 1
	}
	return f(n-6) + f(n-1) + f(n-3)
}`,
		},
		Line:  lineOfInt(func(n int, at Phase) int { return fibonacciLine(n+1, at) }),
		Depth: ofInt(func(n int) int { return max(1, n+1) }),
	}
}

// whole is an int that prints as Python prints it.
type whole int

func (n whole) String() string { return strconv.Itoa(int(n)) }
