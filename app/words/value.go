package words

import (
	"math"
	"math/big"
	"strings"
	"unicode/utf8"

	"playground/app/trace"
)

// Short shortens a value in the middle to at most most characters. Where there is
// room it tells how many digits there are in all.
func Short(value string, most int) string { return Value{whole: value}.Short(most) }

// A Value is a value as Python prints it. Of a very long one only the two
// ends are worked out: writing ten thousand digits takes longer than a picture
// may take.
type Value struct {
	whole      string
	head, tail string // of a number that is not worked out as a whole, else ""
	digits     int
}

const (
	longest      = 4096 // bits of a number that is written as a whole
	endDigits    = 32
	shortestTold = 24 // characters in which the number of digits is told
)

// ValueOf is the result that was computed for a key, "…" where there is none yet.
func ValueOf(rec *trace.Recording, key int32) Value {
	v := rec.Value(key)
	if n, ok := v.(*big.Int); ok && n.BitLen() > longest {
		return ends(n)
	}
	if v == nil {
		return Value{whole: "…"}
	}
	return Value{whole: rec.Text(key)}
}

// Title is the value as a whole, or as much as there is of it.
func (v Value) Title() string {
	if v.head == "" {
		return v.whole
	}
	return v.Short(2*endDigits - 2)
}

// Length is the number of characters of the whole.
func (v Value) Length() int {
	if v.head == "" {
		return utf8.RuneCountInString(v.whole)
	}
	return v.digits
}

// Short is the value in at most most characters; three are the least there are.
func (v Value) Short(most int) string {
	if v.head == "" && v.Length() <= most {
		return v.whole
	}
	head, tail, digits := []rune(v.head), []rune(v.tail), v.digits
	if v.head == "" {
		head = []rune(v.whole)
		tail = head
		if bare := strings.TrimPrefix(v.whole, "-"); strings.Trim(bare, "0123456789") == "" {
			digits = len(bare)
		}
	}
	told := ""
	if most >= shortestTold && digits > 0 {
		told = " (" + Count(digits) + " digits)"
	}
	room := max(2, most-len(told)-1)
	first := (room + 1) / 2
	return string(head[:first]) + "…" + string(tail[len(tail)-(room-first):]) + told
}

// ends works out the first and the last digits of a long number. It would be
// mistaken only about one that begins with some seventy nines.
func ends(n *big.Int) Value {
	sign := ""
	if n.Sign() < 0 {
		sign = "-"
	}
	abs := new(big.Int).Abs(n)
	// The number of digits, as far as the logarithm tells it; it may be one off.
	mantissa := new(big.Float).SetPrec(256).SetInt(abs)
	m, exp := new(big.Float).SetPrec(64), 0
	exp = mantissa.MantExp(m)
	f, _ := m.Float64()
	digits := int(math.Floor(math.Log10(f)+float64(exp)*math.Log10(2))) + 1

	head := new(big.Float).SetPrec(256).Quo(mantissa, power10(digits-endDigits))
	first, _ := head.Int(nil)
	text := first.String()
	digits += len(text) - endDigits

	all, _ := power10(endDigits).Int(nil) // big.Int's Exp is 5 kB of the program
	last := new(big.Int).Rem(abs, all).String()
	return Value{
		head:   sign + text,
		tail:   strings.Repeat("0", endDigits-len(last)) + last,
		digits: digits,
	}
}

// power10 is 10 to the n, to 256 bits.
func power10(n int) *big.Float {
	p, square := big.NewFloat(1).SetPrec(256), big.NewFloat(10).SetPrec(256)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			p.Mul(p, square)
		}
		square.Mul(square, square)
	}
	return p
}
