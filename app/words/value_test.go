package words

import (
	"math/big"
	"testing"
)

// The ends of a long number are those of its digits.
func TestEnds(t *testing.T) {
	a, b := big.NewInt(1), big.NewInt(1)
	factorial := big.NewInt(1)
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(1500), nil)
	check := func(n *big.Int) {
		t.Helper()
		s, v := n.String(), ends(n)
		for _, most := range []int{3, 10, 23, 24, 40, 60} {
			if got, want := v.Short(most), Short(s, most); got != want {
				t.Errorf("in %d characters %s, want %s", most, got, want)
			}
		}
	}
	check(ten)
	check(new(big.Int).Sub(ten, new(big.Int).Exp(big.NewInt(10), big.NewInt(1460), nil)))
	check(new(big.Int).Neg(ten))
	for i := range int64(3000) {
		a.Add(a, b)
		a, b = b, a
		factorial.Mul(factorial, big.NewInt(i+1))
		if i > 400 && i%37 == 0 {
			check(factorial)
			check(a)
		}
	}
}
