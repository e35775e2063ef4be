package pycall

import (
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"math/big"
)

// Equal reports whether Python finds one value where it looks for the other: a is
// b or a == b. So 1, 1.0 and True are equal, and so are 0.0 and -0.0; ints and
// floats are compared exactly, however large; a str is equal to no bytes; a nan
// is equal to itself alone, the same *Float.
func Equal(a, b Value) bool {
	if x, ok := numeric(a); ok {
		y, ok := numeric(b)
		return ok && (a == b || x.equal(y))
	}
	switch x := a.(type) {
	case Tuple:
		y, ok := b.(Tuple)
		return ok && equalAll(x, y)
	case List:
		y, ok := b.(List)
		return ok && equalAll(x, y)
	case Dict:
		y, ok := b.(Dict)
		if !ok || len(x) != len(y) {
			return false
		}
		for _, i := range x {
			if !y.has(i) {
				return false
			}
		}
		return true
	case Set:
		y, ok := b.(Set)
		if !ok || len(x) != len(y) {
			return false
		}
		for _, v := range x {
			if !y.has(v) {
				return false
			}
		}
		return true
	}
	switch b.(type) {
	case Tuple, List, Dict, Set:
		return false
	}
	return a == b
}

func equalAll(x, y []Value) bool {
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if !Equal(x[i], y[i]) {
			return false
		}
	}
	return true
}

func (d Dict) has(i Item) bool {
	for _, j := range d {
		if Equal(i.Key, j.Key) {
			return Equal(i.Value, j.Value)
		}
	}
	return false
}

func (s Set) has(v Value) bool {
	for _, w := range s {
		if Equal(v, w) {
			return true
		}
	}
	return false
}

// A num is a number in the one form that all that are equal share: an exact
// integer, or else floats.
type num struct {
	whole  *big.Int // nil if it is none
	re, im float64
}

// numeric returns a value as a number; false if it is none.
func numeric(v Value) (num, bool) {
	switch x := v.(type) {
	case Bool:
		if x {
			return num{whole: big.NewInt(1)}, true
		}
		return num{whole: new(big.Int)}, true
	case Int:
		return num{whole: x.N}, true
	case *Float:
		return floating(x.Value, 0), true
	case Complex:
		return floating(real(x), imag(x)), true
	}
	return num{}, false
}

func floating(re, im float64) num {
	if im == 0 && re == math.Trunc(re) && !math.IsInf(re, 0) {
		fraction, exponent := math.Frexp(re) // half to one, of 53 bits
		n := big.NewInt(int64(fraction * (1 << 53)))
		if shift := exponent - 53; shift >= 0 {
			n.Lsh(n, uint(shift))
		} else {
			n.Rsh(n, uint(-shift))
		}
		return num{whole: n}
	}
	return num{re: re, im: im}
}

func (x num) equal(y num) bool {
	if x.whole != nil && y.whole != nil {
		return x.whole.Cmp(y.whole) == 0
	}
	return x.whole == nil && y.whole == nil && x.re == y.re && x.im == y.im
}

// Hash returns a number that is the same for values that are Equal, and the
// TypeError that Python raises for a value that has none: unhashable type: 'list'.
// It is not the number that Python's hash returns, but the same in every process.
// The error, if there is one, is an *Error.
func Hash(v Value) (uint64, error) {
	h, err := hashOf(v)
	if err != nil {
		return 0, err
	}
	return h, nil
}

func hashOf(v Value) (uint64, *Error) {
	h := fnv.New64a()
	err := hashTo(h, v)
	return h.Sum64(), err
}

func hashTo(h io.Writer, v Value) *Error {
	if n, ok := numeric(v); ok {
		switch {
		case n.whole != nil:
			h.Write(append(n.whole.Bytes(), byte(n.whole.Sign())))
		case n.re != n.re || n.im != n.im:
			io.WriteString(h, "nan ")
		default:
			fmt.Fprint(h, n.re+0, n.im+0) // + 0 makes 0 of -0
		}
		return nil
	}
	switch x := v.(type) {
	case Tuple:
		io.WriteString(h, "(")
		for _, w := range x {
			if err := hashTo(h, w); err != nil {
				return err
			}
		}
		io.WriteString(h, ")")
	case List, Dict, Set:
		return errorAt(-1, typeError, "unhashable type: '%s'", v.Type())
	default:
		io.WriteString(h, v.Type()+v.String())
	}
	return nil
}
