package programs

import "math/big"

// Open makes a Body of a function of one whole number, written with open
// recursion over its own type of result.
func Open[V Value](f func(self func(int) V, n int) V) func(Self, Args) Value {
	return func(self Self, args Args) Value {
		return f(func(k int) V { return self.CallInt(k).(V) }, args[0].n)
	}
}

// OpenText is like [Open] for a function of two strings.
func OpenText[V Value](f func(self func(s, t string) V, s, t string) V) func(Self, Args) Value {
	return func(self Self, args Args) Value {
		return f(func(s, t string) V { return self.Call(Str(s), Str(t)).(V) }, args[0].text, args[1].text)
	}
}

// ofInt adapts what is known about a function of one whole number to Args.
func ofInt[T any](f func(n int) T) func(Args) T {
	return func(args Args) T { return f(args[0].n) }
}

// lineOfInt is ofInt for Program.Line.
func lineOfInt(f func(n int, at Phase) int) func(Args, Phase) int {
	return func(args Args, at Phase) int { return f(args[0].n, at) }
}

// once is the Bodies of a function that does not call itself.
func once(Args) *big.Int { return big.NewInt(1) }

// negative is a Note for numbers below 0.
func negative(note string) func(Args) string {
	return ofInt(func(n int) string {
		if n < 0 {
			return note
		}
		return ""
	})
}

// presets are arguments worth trying of a function of one whole number.
func presets(numbers ...int) []Args {
	list := make([]Args, len(numbers))
	for i, n := range numbers {
		list[i] = Ints(n)
	}
	return list
}
